"""Counts what may have changed and keeps the rest; what comes out is what counting everything would give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

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


@dataclass(frozen=True, slots=True)
class Kept:
    """An earlier measurement: its cells, those of absent unknown members included, and what they were made from."""

    cells: pa.Table
    prints: Prints


NOTHING = Kept(schema_of(MEASURED).empty_table(), {})
"""For a first measurement."""


@dataclass(frozen=True, slots=True)
class Renewed:
    """A measurement."""

    cells: pa.Table
    """What `measure` would give."""
    kept: Kept
    """For the next time."""
    counted: Mapping[str, tuple[int, ...]]
    """The years that were counted again, of every indicator of which there are any."""


def measure_again(
    engine: Engine, indicators: Mapping[str, Indicator], region: Region, *, edition: str, earlier: Kept, prints: Prints
) -> Renewed:
    """As `measure`: years whose prints are those of the earlier measurement are taken from there.

    `prints` are those of now, by `renewal.prints`.
    """
    changed = {name: _changed(name, earlier, prints, region) for name in indicators}
    fresh: dict[str, list[pa.Table]] = {}
    for start, names in sorted(_by_start(indicators, changed, region).items()):
        chosen = {name: indicators[name] for name in names}
        part = replace(region, first_quarter=start)
        for cells in measure_by_indicator(engine, chosen, part, edition=edition, complete=True):
            if not cells.num_rows:
                continue
            name = cells.column("indicator")[0].as_py()
            fresh.setdefault(name, []).append(of_years(cells, changed[name]))
    places, whole = Places(region), []
    for name in sorted(indicators):
        old = of_years(_of(earlier.cells, name), [year for year in years_of(region) if year not in changed[name]])
        together = pa.concat_tables([restated(old, places, edition), *fresh.get(name, [])])
        if together.num_rows:
            whole.append((name, in_order(together)))
    cells = [without_absent(one, indicators[name]) for name, one in whole]
    empty = schema_of(MEASURED).empty_table()
    return Renewed(
        pa.concat_tables([empty, *cells]),
        Kept(pa.concat_tables([empty, *(one for _, one in whole)]), prints),
        {name: years for name, years in changed.items() if years},
    )


def _changed(name: str, earlier: Kept, prints: Prints, region: Region) -> tuple[int, ...]:
    known = earlier.prints.get(name, {})
    return tuple(year for year in years_of(region) if known.get(year) != prints[name][year])


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


def _of(cells: pa.Table, name: str) -> pa.Table:
    """The cells of one indicator."""
    return cells.filter(pc.equal(cells.column("indicator"), name))
