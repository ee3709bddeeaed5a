"""Counts what may have changed and keeps the rest; what comes out is what counting everything would give."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pyarrow as pa

from graadmeter.domain.cells import MEASURED
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.port import Engine
from graadmeter.measure.places import Places
from graadmeter.measure.renewal.bases import rests_of
from graadmeter.measure.renewal.combining import in_order, of_years, restated, without_absent
from graadmeter.measure.renewal.prints import Prints, years_of
from graadmeter.measure.run import measure_by_indicator

_YEAR = 4


Kept = Callable[[str], pa.Table]
"""The kept cells of an indicator, those of absent unknown members included."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """The cells of one indicator."""

    indicator: str
    complete: pa.Table
    """To keep for the next time: with the cells of unknown members that do not occur."""
    counted: tuple[int, ...]
    """The years that were counted again."""


def measure_again(
    engine: Engine,
    indicators: Mapping[str, Indicator],
    region: Region,
    *,
    edition: str,
    earlier: tuple[Kept, Prints],
    prints: Prints,
) -> Iterator[Renewed]:
    """As `measure`, one indicator after another: years whose prints are those of earlier are taken from there.

    `prints` are those of now, by `renewal.prints`. Of indicators without cells nothing is given.
    """
    (cells_of, known), years, places = earlier, years_of(region), Places(region)
    changed = {name: _changed(known.get(name, {}), prints[name], years) for name in indicators}
    for name, new in _fresh(engine, indicators, region, changed, edition):
        kept = [year for year in years if year not in changed[name]]
        old = of_years(cells_of(name), kept) if kept else new.slice(0, 0)
        parts = [restated(old, places, edition)] if old.num_rows else []
        if new.num_rows:
            parts.append(new)
        if parts:
            yield Renewed(name, in_order(pa.concat_tables(parts)) if len(parts) > 1 else parts[0], changed[name])


def measured_again(renewed: Iterable[Renewed], indicators: Mapping[str, Indicator]) -> pa.Table:
    """All cells, sorted by their key: what `measure` would give."""
    cells = {one.indicator: without_absent(one.complete, indicators[one.indicator]) for one in renewed}
    return pa.concat_tables([schema_of(MEASURED).empty_table(), *(cells[name] for name in sorted(cells))])


def _fresh(
    engine: Engine,
    indicators: Mapping[str, Indicator],
    region: Region,
    changed: Mapping[str, tuple[int, ...]],
    edition: str,
) -> Iterator[tuple[str, pa.Table]]:
    """Every indicator, with the cells of its changed years."""
    nothing = schema_of(MEASURED).empty_table()
    for start, names in sorted(_by_start(indicators, changed, region).items()):
        chosen, part = {name: indicators[name] for name in names}, replace(region, first_quarter=start)
        left, narrow = dict.fromkeys(names), start > region.first_quarter
        for cells in measure_by_indicator(engine, chosen, part, edition=edition, complete=True, narrow=narrow):
            if cells.num_rows:
                name = cells.column("indicator")[0].as_py()
                del left[name]
                everything = len(changed[name]) == len(years_of(region))
                yield name, cells if everything else of_years(cells, changed[name])
        yield from ((name, nothing) for name in left)
    yield from ((name, nothing) for name in indicators if not changed[name])


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
