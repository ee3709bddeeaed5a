"""What the library of reference data offers a comparison: figures of size classes and the nation, and variables."""

from collections.abc import Iterable, Iterator, Mapping
from math import log
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.catalogue.benchmarks import Benchmark, benchmarks, likeness, published_benchmarks
from graadmeter.compare.run import Public
from graadmeter.deliver.reference.entries import entries, table
from graadmeter.deliver.reference.public_rules import public_rules
from graadmeter.deliver.reference.shares import HALF_DIGIT, Share, shares
from graadmeter.domain import reference
from graadmeter.domain.comparison import BENCHMARKS, VARIABLES, Comparator
from graadmeter.domain.counting_rules import last_in
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.reference import ValueStatus
from graadmeter.engine.arrow import schema_of

_SIZE = "grootteklasse"
_TOWN, _NATION = "gemeente", "land"
_WEIGHT = "inwoners"
_FULL = 0.95
"""A mean of municipalities is given when those with a figure have at least this share of the inhabitants."""
_USABLE = frozenset({ValueStatus.VALUE, ValueStatus.PROVISIONAL, ValueStatus.RECOMPUTED})

Figures = Mapping[tuple[str, str], float]
"""Key figure and area -> value, of one year."""


def public_figures(root: Path) -> Public:
    """BENCHMARKS, VARIABLES and RULE_BENCHMARKS out of the library at `root`; empty when nothing fits was added.

    A key figure of the nation is the published one, or else the mean of the municipalities weighted by inhabitants.
    That of a size class is always such a mean, over the class of the same year. Both need 95 % of the inhabitants.
    Shares that were typed over from publications are given as they are.
    """
    published = shares(root)
    years, sources, classes = _key_figures(root), _sources(root), _classes(root)
    rows = [
        row
        for year, figures in sorted(years.items())
        for one in benchmarks()
        for row in _benchmarks(one, year, figures, (classes.get(year, {}), sources[year]))
    ]
    rows += _published(published)
    variables = [row for year, figures in sorted(years.items()) for row in _variables(year, figures, sources[year])]
    return Public(
        pa.Table.from_pylist(rows, schema=schema_of(BENCHMARKS)),
        pa.Table.from_pylist(variables, schema=schema_of(VARIABLES)),
        public_rules(published),
    )


def _published(given: Iterable[Share]) -> Iterator[dict[str, Any]]:
    """Rows of BENCHMARKS out of shares that were typed over."""
    names = ("indicator", "unit", "dimension", "member", "rule", "age", "base_age")
    for share in given:
        for one in published_benchmarks():
            if one.subject == share.subject:
                yield {
                    **{name: getattr(one, name) for name in names},
                    "scope": share.scope.value,
                    "area": share.area,
                    "year": share.borders,
                    "period": share.period,
                    "value": share.value,
                    "rounding": HALF_DIGIT,
                    "source": share.source,
                }


def _key_figures(root: Path) -> dict[int, dict[tuple[str, str], float]]:
    """The usable key figures of municipalities and the nation by year; of one added twice the last entry counts."""
    found: dict[int, dict[tuple[str, str], float]] = {}
    for row in _rows(root, reference.KWB):
        if row["status"] in _USABLE and row["waarde"] is not None:
            found.setdefault(row["vintage"], {})[row["onderwerp"], row["gebied"]] = row["waarde"]
    return found


def _sources(root: Path) -> dict[int, str]:
    return {row["vintage"]: f"CBS Kerncijfers wijken en buurten {row['vintage']}" for row in _rows(root, reference.KWB)}


def _classes(root: Path) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for row in _rows(root, reference.CLASSIFICATION):
        if row["indeling"] == _SIZE:
            found.setdefault(row["vintage"], {})[row["gebied"]] = row["code"]
    return found


def _rows(root: Path, shape: Any) -> Iterator[dict[str, Any]]:
    """The rows of a shape in the library, of municipalities and the nation only: key figures of buurten are many."""
    for entry in entries(root):
        rows = table(root, entry, shape)
        if "niveau" in rows.column_names:
            rows = rows.filter(pc.is_in(rows["niveau"], pa.array([_TOWN, _NATION])))
        yield from rows.to_pylist()


def _benchmarks(
    one: Benchmark, year: int, figures: Figures, told: tuple[Mapping[str, str], str]
) -> Iterator[dict[str, Any]]:
    classes, source = told
    towns = sorted(area for name, area in figures if name == _WEIGHT and area.startswith("GM"))
    fixed = {name: getattr(one, name) for name in ("indicator", "unit", "rule", "age", "base_age")}
    whole = {"dimension": "", "member": "", "rounding": 0.0}
    period = last_in(PeriodType(one.period_type), year).code
    common = {**fixed, **whole, "year": year, "period": period, "source": source}
    published = [figures[key] for key in sorted(figures) if key[0] == one.key_figure and key[1].startswith("NL")]
    nation = published[0] if published else _mean(one.key_figure, towns, figures)
    if nation is not None:
        yield {**common, "scope": Comparator.NATION.value, "area": "", "value": nation}
    for code in sorted(set(classes.values())):
        alike = [town for town in towns if classes.get(town) == code]
        mean = _mean(one.key_figure, alike, figures)
        if mean is not None:
            yield from ({**common, "scope": Comparator.SIZE_CLASS.value, "area": town, "value": mean} for town in alike)


def _mean(name: str, towns: list[str], figures: Figures) -> float | None:
    known = [town for town in towns if (name, town) in figures]
    total = sum(figures[_WEIGHT, town] for town in towns)
    weight = sum(figures[_WEIGHT, town] for town in known)
    if total == 0 or weight < _FULL * total:
        return None
    return round(sum(figures[name, town] * figures[_WEIGHT, town] for town in known) / weight, 2)


def _variables(year: int, figures: Figures, source: str) -> Iterator[dict[str, Any]]:
    for one in likeness():
        for (name, area), value in sorted(figures.items()):
            if name != one.key_figure or not area.startswith("GM") or (one.logarithm and value <= 0):
                continue
            shown = round(log(value), 4) if one.logarithm else value
            label = f"{name}_log" if one.logarithm else name
            told = {"area": area, "variable": label, "year": year, "value": shown, "weight": one.weight}
            yield {**told, "source": source}
