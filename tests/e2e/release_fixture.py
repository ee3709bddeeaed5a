"""Writes a complete small release with invented figures, in the shape that `release` publishes, for tests of the site.

The definitions are those of the catalogue, the municipalities are real, every figure is drawn from a seeded generator.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
from tests.support.few import RECOUNTED

from graadmeter.catalogue.dimensions import dimension_members
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.compare.run import compare
from graadmeter.domain.areas import Area, Level, unknown_wijk
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.domain.comparison import INHABITANTS
from graadmeter.domain.indicators import Indicator, Measure, Population, Unit
from graadmeter.domain.periods import Period, parse_period, periods_between, quarter_of
from graadmeter.domain.region import Region
from graadmeter.domain.status import CellStatus
from graadmeter.domain.targets import Bound, Target
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of
from graadmeter.release import descriptions
from graadmeter.release.changes import CHANGES
from graadmeter.release.definition_changes import definition_changes
from graadmeter.release.formats import csv_bytes, json_bytes, parquet_bytes
from graadmeter.synth.region_facts import municipalities, wijken

EDITION = "2025KW04-0f1e2d3c"
PREVIOUS = "2025KW03-9a8b7c6d"
_LAST = quarter_of(date(2025, 10, 1))
_THRESHOLD = 10
_CATALOGUE = {name: indicators()[name] for name in (*RECOUNTED, "aanbieders_per_hulpvorm")}
"""What the invented release is about."""

_RATE = {
    "jeugdhulp": 0.122,
    "trajecten": 0.165,
    "verblijf": 0.0105,
    "bescherming_reclassering": 0.0125,
    "verwijzers": 0.062,
    "crisis": 0.0034,
    "herhaald_beroep": 0.017,
    "grootste_aanbieders": 0.115,
    "aanbieders_per_hulpvorm": 0.11,
    "uitgaven": 2300.0,
    "wmo_clienten": 0.075,
    "stapeling": 0.118,
    "dyslexie": 0.014,
}
"""Share of the people concerned with the thing counted in a year; euros per young person."""

_ADULT = {"wmo_clienten", "stapeling"}
_PERIOD_FACTOR = {1: 0.72, 2: 0.85, 4: 1.0}
_FLOW_FACTOR = {"actief": 1.0, "begonnen": 0.42, "beeindigd": 0.40}
_WHOLE = {"verblijf": 0.122, "crisis": 0.062, "herhaald_beroep": 0.062}
"""Rate of what a share is a part of, when that is not the population."""

_PROVIDERS = {
    f"7300{number:04d}": name
    for number, name in enumerate(
        (
            "De Wilgenhoek",
            "Stichting Oversteek",
            "Jeugdpraktijk Het Veer",
            "Zorggroep Lindenhof",
            "De Tussenstap",
            "Buurtzorg De Brink",
            "Praktijk Zonnehoek",
            "Gezinshuis De Beuk",
            "Leerhuis Twikkel",
            "De Vaart",
            "Thuiskracht",
            "Kompas Jeugd",
        ),
        1,
    )
}


@dataclass(frozen=True)
class Fixture:
    """What was written."""

    folder: Path
    region: Region


_TARGETS = tuple(
    Target("jeugdhulp", Unit.PERCENT, area, bound, value, parse_period("2027JJ00"), by, Text(source, f"{source} (en)"))
    for area, bound, value, by, source in (
        ("JZ14", Bound.AT_MOST, 10.5, "de regio", "regiovisie"),
        ("GM0141", Bound.AT_MOST, 11.0, "de gemeenteraad", "beleidsplan jeugd"),
    )
)
"""What the region and one municipality want."""


def _seeded(*words: str) -> Random:
    """A generator of its own for every thing drawn, so that nothing depends on order."""
    return Random("|".join(words))  # noqa: S311  invented figures, no secrets


def fixture_region(wijken_each: int, first_year: int) -> Region:
    """Twente with a few wijken per municipality."""
    areas = []
    for town in municipalities():
        areas.append(Area(town.code, 2024, Level.MUNICIPALITY, town.name, "JZ14", town.tile))
        areas += [Area(wijk.code, 2024, Level.WIJK, wijk.name, town.code) for wijk in wijken()[town.code][:wijken_each]]
    return Region(
        "Twente", "JZ14", 2024, tuple(areas), first_year * 4, _LAST, _PROVIDERS, fictitious=True, targets=_TARGETS
    )


def write_release(folder: Path, *, wijken_each: int = 4, first_year: int = 2019) -> Fixture:
    """A release in `folder`; the same arguments give the same bytes."""
    region = fixture_region(wijken_each, first_year)
    rows = [row for indicator in _CATALOGUE.values() for row in _indicator_rows(indicator, region)]
    table = _table(rows)
    deliveries = _deliveries(region)
    people = _inhabitants(region)
    catalogue = descriptions.catalogue(_CATALOGUE, policies())
    contents = {
        "open/cells.parquet": parquet_bytes(table),
        "open/cells.csv": csv_bytes(table),
        "open/catalogue.json": json_bytes(catalogue),
        "open/region.json": json_bytes(descriptions.region(region)),
        "open/deliveries.json": json_bytes(deliveries),
        "open/changes.csv": (",".join(CHANGES.names) + "\n").encode(),
        "open/definition_changes.csv": csv_bytes(definition_changes(catalogue, _catalogue_before(catalogue))),
        "open/comparison.parquet": parquet_bytes(compare(table, people, _CATALOGUE, region).table),
        "manifest.json": json_bytes(
            {"edition": EDITION, "day": "2026-01-21", "number": 2, "previous": PREVIOUS, "software": "0.1.0"}
        ),
    }
    for path, content in contents.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return Fixture(folder, region)


def _inhabitants(region: Region) -> pa.Table:
    """The same people every year that the shares are shares of, by area and age."""
    rows = []
    for code, indicator in (("0-17", "jeugdhulp"), ("18+", "wmo_clienten")):
        if indicator in _CATALOGUE:
            sizes = [(area.code, round(size)) for area, size, _ in _areas(_CATALOGUE[indicator], region)]
            years = range(region.first_quarter // 4, region.last_quarter // 4 + 1)
            rows += [(area, year, code, TOTAL, TOTAL, size) for area, size in sizes for year in years]
    schema = schema_of(INHABITANTS)
    columns = zip(*rows, strict=True) if rows else [[] for _ in schema.names]
    return pa.table([pa.array(list(column)) for column in columns], names=schema.names).cast(schema)


def _table(rows: list[tuple[object, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True))
    types = {"VARCHAR": pa.string(), "INTEGER": pa.int32(), "DOUBLE": pa.float64()}
    arrays = [
        pa.array(list(values), types[column.type.value])
        for column, values in zip(PUBLISHED.columns, columns, strict=True)
    ]
    return pa.table(arrays, names=list(PUBLISHED.names))


def _deliveries(region: Region) -> list[dict[str, object]]:
    found = []
    for area in region.of_level(Level.MUNICIPALITY):
        for index in range(region.first_quarter, region.last_quarter + 1):
            code = f"{index // 4}KW{index % 4 + 1:02d}"
            if index == _LAST and area.name == "Losser":
                continue
            verdict = "gedeeltelijk geaccepteerd" if (index, area.name) == (_LAST - 3, "Borne") else "geaccepteerd"
            if index % 3 == 0 and area.name == "Hengelo":
                verdict = "geaccepteerd met bevindingen"
            session = f"{area.code[2:]}-{code}-{_seeded(area.code + code).getrandbits(32):08x}"
            found.append(
                {
                    "session": session, "deliverer": area.code, "period": code, "verdict": verdict,
                    "rule_set": "1", "sha256": "0" * 64, "tables": ["toewijzing"], "checks_with_findings": [],
                }
            )  # fmt: skip
    return sorted(found, key=lambda one: str(one["session"]))


def _indicator_rows(indicator: Indicator, region: Region) -> Iterator[tuple[object, ...]]:
    for period in periods_between(region.first_quarter, region.last_quarter):
        for area, size, factor in _areas(indicator, region):
            count_of: dict[tuple[tuple[str, str], ...], float] = {}
            for measure in indicator.measures:
                yield from _measure_rows(indicator, measure, (area, size, factor), period, count_of)


def _areas(indicator: Indicator, region: Region) -> Iterator[tuple[Area, float, float]]:
    towns = {town.code: town for town in municipalities()}
    adult = indicator.id in _ADULT
    sizes = {
        code: float(town.inhabitants[2025] - town.youth_2021 if adult else town.youth_2021)
        for code, town in towns.items()
    }
    factors = {
        code: (town.youth_care_2021 / 9.8) ** (1.6 if indicator.id in {"verblijf", "crisis"} else 1.0)
        * _seeded(indicator.id + code).uniform(0.94, 1.06)
        for code, town in towns.items()
    }
    yield Area(region.code, region.vintage, Level.REGION, region.name), sum(sizes.values()), 1.0
    for area in region.of_level(Level.MUNICIPALITY):
        yield area, sizes[area.code], factors[area.code]
    if Level.WIJK not in indicator.levels:
        return
    for town in region.of_level(Level.MUNICIPALITY):
        own = region.wijken_of(town.code)
        for wijk in own:
            share = _seeded(wijk.code).uniform(0.5, 1.4) / len(own) * 0.9
            yield wijk, sizes[town.code] * share, factors[town.code] * _seeded(wijk.code + "f").uniform(0.7, 1.35)
        yield Area(unknown_wijk(town.code), 2024, Level.WIJK, "", town.code), sizes[town.code] * 0.02, 1.0


def _measure_rows(
    indicator: Indicator,
    measure: Measure,
    place: tuple[Area, float, float],
    period: Period,
    count_of: dict[tuple[tuple[str, str], ...], float],
) -> Iterator[tuple[object, ...]]:
    area, size, factor = place
    fixed = tuple(measure.fixed.items())
    slices: list[tuple[tuple[str, str], ...]] = [fixed] if measure.total else []
    if area.level in indicator.breakdown_levels:
        for name in measure.breakdowns:
            slices += [(*fixed, (name, code)) for code in _members(measure, name)]
    for slice_ in slices:
        count = _count(indicator, (area, size, factor), period, slice_, households=measure.unit is Unit.HOUSEHOLDS)
        if not measure.unit.is_share:
            count_of[slice_] = count
            value: float | None = count
        else:
            value = _share(indicator, measure, size, period, count=count_of.get(slice_, count), slice_=slice_)
        status = _status(period, count)
        if status is CellStatus.SUPPRESSED:
            value = None
        dimensions = dict(slice_)
        yield (
            indicator.id, measure.unit.value, area.code, area.vintage, area.level.value, period.code,
            period.type.value, *(dimensions.get(name, TOTAL) for name in DIMENSIONS), value, status.value,
            indicator.version, EDITION,
        )  # fmt: skip


def _members(measure: Measure, name: str) -> list[str]:
    if name in measure.members:
        return list(measure.members[name])
    return sorted(_PROVIDERS)[:10] if name == "aanbieder" else list(dimension_members()[name])


def _count(
    indicator: Indicator,
    place: tuple[Area, float, float],
    period: Period,
    slice_: tuple[tuple[str, str], ...],
    *,
    households: bool,
) -> float:
    area, size, factor = place
    length = period.last - period.first + 1
    growth = 1 + 0.045 * min(period.year - 2019, 3) - 0.012 * max(period.year - 2022, 0)
    if indicator.id == "dyslexie":
        growth = 1 + 0.12 * (period.year - 2019)
    season = 1.0 + (0.04 if period.first % 4 in {0, 3} else -0.03) * (length == 1)
    noise = _seeded(f"{indicator.id}{area.code}{period.code}").gauss(1, 0.012)
    count = size * _RATE[indicator.id] * factor * growth * season * noise * _PERIOD_FACTOR[length]
    for name, code in slice_:
        count *= _FLOW_FACTOR[code] if name == "stroom" else _part(indicator.id, name, code)
    return float(round(max(count, 0.0) * (0.78 if households else 1.0)))


def _part(indicator: str, dimension: str, code: str) -> float:
    if code == "top10":
        return 0.61
    members = sorted(_PROVIDERS)[:10] if dimension == "aanbieder" else list(dimension_members()[dimension])
    known = {
        "wettengroep": {"J": 0.22, "P": 0.29, "W": 0.39, "JP": 0.004, "JW": 0.005, "PW": 0.09, "JPW": 0.001},
        "aantal_voorzieningen": {"1": 0.61, "2": 0.26, "3": 0.09, "4": 0.025, "5": 0.01, "6+": 0.005},
        "geslacht": {"m": 0.55, "v": 0.44, "o": 0.0},
        "leeftijdsgroep": {"00-03": 0.06, "04-11": 0.48, "12-17": 0.46},
    }.get(dimension)
    if known is not None:
        return known.get(code, 0.0)
    weights = [0.62**place for place in range(len(members))]
    return weights[members.index(code)] / sum(weights) * (0.6 if dimension == "aanbieder" else 1.0)


def _share(
    indicator: Indicator,
    measure: Measure,
    size: float,
    period: Period,
    *,
    count: float,
    slice_: tuple[tuple[str, str], ...],
) -> float:
    base = size
    if not isinstance(measure.share_of, Population):
        base = size * _WHOLE.get(indicator.id, _RATE[indicator.id]) * _PERIOD_FACTOR[period.last - period.first + 1]
        base = max(base, count)
    for name, code in slice_:
        if name in measure.split:
            base *= {"m": 0.51, "v": 0.49, "00-03": 0.2, "04-11": 0.44, "12-17": 0.36}.get(code, 1.0)
    return float(int(count / base * measure.unit.multiplier * 10 + 0.5)) / 10 if base else 0.0


def _status(period: Period, count: float) -> CellStatus:
    if 0 < count < _THRESHOLD:
        return CellStatus.SUPPRESSED
    if period.last > _LAST - 2:
        return CellStatus.PROVISIONAL
    return CellStatus.ZERO if count == 0 else CellStatus.VALUE


def _catalogue_before(catalogue: dict[str, Any]) -> dict[str, Any]:
    """One indicator was not there yet, one had an older definition, and one has gone since."""
    first, second, *others = catalogue["indicators"]
    gone = {**first, "id": "vervallen", "title": {"nl": "Een vervallen cijfer", "en": "A figure that was dropped"}}
    return {**catalogue, "indicators": [{**second, "version": second["version"] - 1}, gone, *others]}
