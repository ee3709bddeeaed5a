"""The figures that a release shows, numbered so that any of them can be looked up for all rows at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS, KEY_COLUMNS, PUBLISHED, TOTAL
from graadmeter.domain.periods import Period, parse_period
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats


@dataclass(frozen=True, slots=True)
class Slice:
    """One series of figures: an indicator in a unit, broken down by the members that are not 'total'."""

    indicator: str
    unit: str
    members: Mapping[str, str]


@dataclass(frozen=True)
class Index:
    """Shown cells (PUBLISHED) in order of their key, with the numbers of their series, area and period per row."""

    cells: pa.Table
    slices: tuple[Slice, ...]
    areas: tuple[str, ...]
    periods: tuple[Period, ...]
    slice: Ints
    area: Ints
    period: Ints

    @cached_property
    def value(self) -> Floats:
        """The published figure of each row."""
        return floats(self.cells["value"].to_numpy())

    @cached_property
    def year(self) -> Ints:
        """The calendar year of each row."""
        return np.array([period.year for period in self.periods], dtype=np.int64)[self.period]

    def at_level(self, level: str) -> Bools:
        """Whether each row is of an area of this level."""
        found: Bools = pc.equal(self.cells["level"], level).to_numpy()
        return found

    @cached_property
    def _order(self) -> tuple[Ints, Ints]:
        keys = self._key(self.slice, self.area, self.period)
        order = np.argsort(keys, kind="stable")
        return keys[order], order

    def rows(self, slices: Ints, areas: Ints, periods: Ints) -> Ints:
        """The row with this series, area and period, -1 where nothing is shown; negative numbers are nowhere."""
        keys, order = self._order
        known = (slices >= 0) & (areas >= 0) & (periods >= 0)
        wanted = np.where(known, self._key(slices, areas, periods), -1)
        place = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        hit = known & (keys[place] == wanted) if len(keys) else np.zeros(wanted.shape, dtype=np.bool_)
        return np.where(hit, order[place] if len(keys) else -1, -1).astype(np.int64)

    def _key(self, slices: Ints, areas: Ints, periods: Ints) -> Ints:
        found: Ints = (slices * len(self.areas) + areas) * len(self.periods) + periods
        return found


def index_of(cells: pa.Table) -> Index:
    """The index over the cells that have a value; raises ValueError for a table that is not PUBLISHED.

    Cells without a value are left out before anything else: a comparison cannot tell what it never sees.
    """
    if tuple(cells.column_names) != PUBLISHED.names:
        raise ValueError("only published cells may be compared")
    shown = cells.filter(pc.is_valid(cells["value"]))
    shown = shown.sort_by([(name, "ascending") for name in KEY_COLUMNS]).combine_chunks()
    areas, area = _numbered(shown["area"])
    codes, period = _numbered(shown["period"])
    slices, number = slices_of(shown)
    return Index(shown, slices, areas, tuple(parse_period(code) for code in codes), number, area, period)


def _numbered(column: pa.ChunkedArray) -> tuple[tuple[str, ...], Ints]:
    """The distinct texts in order, and per row the number of its own."""
    names = sorted(pc.unique(column).to_pylist())
    places = pc.index_in(column, pa.array(names, pa.string()))
    return tuple(names), places.combine_chunks().to_numpy(zero_copy_only=False).astype(np.int64)


def slices_of(shown: pa.Table) -> tuple[tuple[Slice, ...], Ints]:
    """The different series among the rows of a table with key columns, and per row the number of its own."""
    _, number = _numbered(shown["indicator"])
    for name in ("unit", *DIMENSIONS):
        names, column = _numbered(shown[name])
        _, number = np.unique(number * len(names) + column, return_inverse=True)
    _, first = np.unique(number, return_index=True)
    rows = shown.select(["indicator", "unit", *DIMENSIONS]).take(pa.array(first)).to_pylist()
    found = tuple(
        Slice(row["indicator"], row["unit"], {name: row[name] for name in DIMENSIONS if row[name] != TOTAL})
        for row in rows
    )
    return found, number.astype(np.int64)
