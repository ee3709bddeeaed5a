"""What each measured row speaks of: the series above the line and, for shares, the series below it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import Count, Indicator, Measure, Unit
from graadmeter.domain.member_groups import members_of
from graadmeter.domain.slices import summed_members
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Ints


@dataclass(frozen=True, slots=True)
class Series:
    """A count of one thing, in all areas and periods: the same wherever it is published."""

    count: Count
    dimension: str = TOTAL
    member: str = TOTAL

    @property
    def parts(self) -> tuple[str, ...]:
        """The members that it is the sum of, of a merged group or by its meaning; none for a member of its own."""
        return members_of(self.member) or summed_members(self.dimension, self.member)


@dataclass(frozen=True, slots=True)
class Line:
    """One published series: an indicator, a unit and dimension values."""

    indicator: str
    unit: Unit
    dimensions: tuple[str, ...]
    """The values of the dimension columns, in the order of DIMENSIONS."""
    measure: Measure
    top: Series
    """What is counted; of a share: what stands above the line."""
    below: Series | None
    """The second of two counts: what stands below the line or is taken off; the population is public and no series."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a table of cells, and the line of each of its rows."""

    lines: tuple[Line, ...]
    of_row: Ints


def lines_of(cells: pa.Table, indicators: Mapping[str, Indicator]) -> Lines:
    """The lines in a table with the key columns; raises CatalogueError for rows that no definition explains."""
    names = ("indicator", "unit", *DIMENSIONS)
    label = np.zeros(cells.num_rows, dtype=np.int64)
    for name in names:
        codes = cells[name].combine_chunks().dictionary_encode()
        if len(codes.dictionary) > 1:  # most columns say the same in all rows of a few indicators
            mixed = label * len(codes.dictionary) + codes.indices.to_numpy(zero_copy_only=False)
            _, label = np.unique(mixed, return_inverse=True)
    _, first, of_row = np.unique(label, return_index=True, return_inverse=True)
    found = cells.select(list(names)).take(pa.array(first)).to_pylist()
    return Lines(tuple(_line(row, indicators) for row in found), of_row.astype(np.int64))


def _line(row: Mapping[str, str], indicators: Mapping[str, Indicator]) -> Line:
    measure = _measure(row, indicators)
    free = [name for name in DIMENSIONS if row[name] != TOTAL and name not in measure.fixed]
    if len(free) > 1 or not set(free) <= set(measure.breakdowns):
        raise _unknown(row)
    dimension = free[0] if free else TOTAL
    member = row[dimension] if free else TOTAL
    below = None
    if measure.second is not None:
        parted = measure.minus is not None or dimension in measure.split
        below = Series(measure.second, dimension, member) if parted else Series(measure.second)
    values = tuple(row[name] for name in DIMENSIONS)
    top = Series(measure.count, dimension, member)
    return Line(row["indicator"], Unit(row["unit"]), values, measure, top, below)


def _measure(row: Mapping[str, str], indicators: Mapping[str, Indicator]) -> Measure:
    """The measure of the row; of several (one of all, one of some) the one that says most of it."""
    found = [
        measure
        for measure in (indicators[row["indicator"]].measures if row["indicator"] in indicators else ())
        if measure.unit == row["unit"] and all(row[name] == code for name, code in measure.fixed.items())
    ]
    if not found:
        raise _unknown(row)
    return max(found, key=lambda measure: len(measure.fixed))


def _unknown(row: Mapping[str, str]) -> CatalogueError:
    broken = ", ".join(f"{name}={row[name]}" for name in DIMENSIONS if row[name] != TOTAL)
    what = f"{row['indicator']} ({row['unit']}) {broken}".strip()
    return CatalogueError(
        Text(
            f"Geen definitie verklaart het cijfer {what}. Meet opnieuw met deze catalogus.",
            f"No definition explains the figure {what}. Measure again with this catalogue.",
        )
    )
