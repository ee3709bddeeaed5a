"""Counts what may have changed and keeps the rest; what comes out is what counting everything would give."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import Period, quarter
from graadmeter.domain.region import Region
from graadmeter.engine.port import Engine
from graadmeter.measure.keys import Texts
from graadmeter.measure.places import Places
from graadmeter.measure.renewal.bases import Rests, rests_of
from graadmeter.measure.renewal.combining import by_year, together
from graadmeter.measure.renewal.prints import Prints
from graadmeter.measure.renewal.spans import year_of, years_of
from graadmeter.measure.run import measure_by_indicator
from graadmeter.measure.tables import periods_of

Kept = Callable[[str, int], pa.Table | None]
"""The cells of an indicator in a year as they were counted last, compact; those of absent unknown members included."""

_MANY = 8
"""Of so many indicators reading all rows once to put those aside that can count is less than each reading them."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """What was counted of one indicator."""

    indicator: str
    cells: Mapping[int, pa.Table]
    """Per year with cells, those of the periods that were counted again; in the form of `Kept`."""


def measure_again(
    engine: Engine, indicators: Mapping[str, Indicator], region: Region, *, edition: str, known: Prints, prints: Prints
) -> Iterator[Renewed]:
    """The cells of every indicator in the periods of which the print is not the one known, one indicator after another.

    `prints` are those of now, by `renewal.prints`. With what was kept of the other periods it is all: `measured_again`.
    """
    changed = {name: _changed(known.get(name, {}), prints[name], region) for name in indicators}
    for part, names in _together(indicators, changed, region):
        chosen = {name: indicators[name] for name in names}
        narrow = part.first_quarter > region.first_quarter and len(names) >= _MANY
        for cells in measure_by_indicator(
            engine, chosen, part, edition=edition, complete=True, narrow=narrow, compact=True
        ):
            if cells.num_rows:
                name = cells.column("indicator")[0].as_py()
                yield Renewed(name, by_year(cells, {period.code for period in changed[name]}))


def measured_again(
    kept: Kept, indicators: Mapping[str, Indicator], region: Region, *, edition: str
) -> Iterator[pa.Table]:
    """All cells that were kept, as `measure.run.measure_by_indicator` would give them now."""
    years, places, texts = [year.year for year in years_of(region)], Places(region), Texts()
    for name in sorted(indicators):
        parts = [part for part in (kept(name, year) for year in years) if part is not None]
        if parts:
            yield together(parts, places, edition, indicators[name], texts)


def _changed(known: Mapping[str, str], now: Mapping[str, str], region: Region) -> tuple[Period, ...]:
    codes = {code for code, text in now.items() if known.get(code) != text}
    return tuple(period for period in periods_of(region) if period.code in codes)


def _together(
    indicators: Mapping[str, Indicator], changed: Mapping[str, tuple[Period, ...]], region: Region
) -> Iterator[tuple[Region, list[str]]]:
    """The indicators to count in one go, with the quarters that they need and the periods that are asked for.

    They go together per calendar year in which the first of these begins.
    """
    found: dict[int, dict[str, Region]] = {}
    for name, periods in changed.items():
        if periods:
            part = needed(rests_of(indicators[name]), periods, region)
            found.setdefault(year_of(quarter(part.first_quarter)).first, {})[name] = part
    for _, parts in sorted(found.items()):
        first = min(part.first_quarter for part in parts.values())
        asked = min(part.counted_before for part in parts.values())
        yield replace(region, first_quarter=first, counted_before=asked), list(parts)


def needed(rests: Rests, periods: Sequence[Period], region: Region) -> Region:
    """The region in the quarters that figures of these periods look at, asked for these periods and later ones.

    Where answers of earlier periods are put beside them, for those too.
    """
    first, asked = min(period.first for period in periods), min(period.last for period in periods)
    if rests.back is None:
        return replace(region, counted_before=0 if rests.beside else asked)
    earlier = rests.back if rests.beside else 0
    return replace(region, first_quarter=max(first - rests.back, region.first_quarter), counted_before=asked - earlier)
