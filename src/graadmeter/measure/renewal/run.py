"""Counts what may have changed and keeps the rest; what comes out is what counting everything would give."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pyarrow as pa

from graadmeter.domain.indicators import Indicator
from graadmeter.domain.region import Region
from graadmeter.engine.port import Engine
from graadmeter.measure.keys import Texts
from graadmeter.measure.places import Places
from graadmeter.measure.renewal.bases import rests_of
from graadmeter.measure.renewal.combining import by_year, together
from graadmeter.measure.renewal.prints import Prints, years_of
from graadmeter.measure.run import measure_by_indicator

_YEAR = 4


Kept = Callable[[str, int], pa.Table | None]
"""The cells of an indicator in a year as they were counted last, compact; those of absent unknown members included."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What was counted of one indicator."""

    indicator: str
    cells: Mapping[int, pa.Table]
    """Per year that was counted again, if there are any cells in it; in the form of `Kept`."""


def measure_again(
    engine: Engine, indicators: Mapping[str, Indicator], region: Region, *, edition: str, known: Prints, prints: Prints
) -> Iterator[Renewed]:
    """The cells of every indicator in the years of which the print is not the one known, one indicator after another.

    `prints` are those of now, by `renewal.prints`. With what was kept of the other years it is all: `measured_again`.
    """
    years = years_of(region)
    changed = {name: _changed(known.get(name, {}), prints[name], years) for name in indicators}
    for start, names in sorted(_by_start(indicators, changed, region).items()):
        chosen, part = {name: indicators[name] for name in names}, replace(region, first_quarter=start)
        narrow = start > region.first_quarter
        for cells in measure_by_indicator(
            engine, chosen, part, edition=edition, complete=True, narrow=narrow, compact=True
        ):
            if cells.num_rows:
                name = cells.column("indicator")[0].as_py()
                found = by_year(cells)
                yield Renewed(name, {year: found[year] for year in changed[name] if year in found})


def measured_again(
    kept: Kept, indicators: Mapping[str, Indicator], region: Region, *, edition: str
) -> Iterator[pa.Table]:
    """All cells that were kept, as `measure.run.measure_by_indicator` would give them now."""
    years, places, texts = years_of(region), Places(region), Texts()
    for name in sorted(indicators):
        parts = [part for part in (kept(name, year) for year in years) if part is not None]
        if parts:
            yield together(parts, places, edition, indicators[name], texts)


def _changed(known: Mapping[int, str], now: Mapping[int, str], years: Iterable[int]) -> tuple[int, ...]:
    return tuple(year for year in years if known.get(year) != now[year])


def _by_start(
    indicators: Mapping[str, Indicator], changed: Mapping[str, tuple[int, ...]], region: Region
) -> dict[int, list[str]]:
    """The indicators to count, by the first quarter that their changed years need."""
    found: dict[int, list[str]] = {}
    for name, start in _starts(indicators, changed, region):
        found.setdefault(start, []).append(name)
    return found


def _starts(
    indicators: Mapping[str, Indicator], changed: Mapping[str, tuple[int, ...]], region: Region
) -> Iterator[tuple[str, int]]:
    for name, years in changed.items():
        if years:
            back = rests_of(indicators[name]).back
            start = region.first_quarter if back is None else min(years) * _YEAR - back
            yield name, max(start, region.first_quarter)
