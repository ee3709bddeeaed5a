"""Finds rows by the values of several columns: the matching row of another table, or the first row of the same one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.typed import whole

Positions = npt.NDArray[np.int64]
_NONE = -1
_NULL = np.iinfo(np.int64).min
_ROOM = 2**62
"""Below this a number that stands for several columns cannot overflow."""
_SPAN = 4_000_000
"""More than the days up to the year 9999."""
_YEAR_1 = 719_162
"""Days from 1 January of the year 1 to 1 January 1970."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A column as numbers from 0 to `size` - 1, equal for equal values; -1 for NULL."""

    numbers: Positions
    size: int


@dataclass(frozen=True, slots=True)
class Groups:
    """Rows that share the values of some columns."""

    first: Positions
    """Position of the first row with the same values; the row itself when one of its values is NULL."""
    number: Positions
    """1 for the first row with these values, 2 for the second, and so on."""

    @property
    def any_shared(self) -> bool:
        """Whether any two rows share their values."""
        return bool((self.number > 1).any())


def matches(left: Sequence[pa.Array], right: Sequence[pa.Array]) -> pa.Array:
    """For each row of `left` the position of the last row of `right` with equal values; NULL when there is none.

    Both are columns in the same order and of the same types. NULL equals nothing.
    """
    wanted, there = _keys(left, right)
    order = np.argsort(there, kind="stable")
    found = np.searchsorted(there[order], wanted, side="right") - 1
    at = order[np.maximum(found, 0)] if len(order) else np.zeros(len(wanted), dtype=np.int64)
    hit = (found >= 0) & (wanted != _NONE)
    hit[hit] = there[at[hit]] == wanted[hit]
    return pa.array(at, pa.int64(), mask=~hit)


def matches_on_day(
    left: Sequence[pa.Array], day: pa.Array, right: Sequence[pa.Array], first: pa.Array, last: pa.Array
) -> pa.Array:
    """The same for rows of `right` that hold from `first` to `last`, both days included, and never overlap per key."""
    wanted, there = _keys(left, right)
    when, begins, ends = _day_numbers(day), _day_numbers(first), _day_numbers(last)
    order = np.lexsort((begins, there))
    found = np.searchsorted(there[order] * _SPAN + begins[order], wanted * _SPAN + when, side="right") - 1
    at = order[np.maximum(found, 0)] if len(order) else np.zeros(len(wanted), dtype=np.int64)
    hit = (found >= 0) & (wanted != _NONE) & (when >= 0)
    hit[hit] = (there[at[hit]] == wanted[hit]) & (when[hit] <= ends[at[hit]])
    return pa.array(at, pa.int64(), mask=~hit)


def numbered(column: pa.Array) -> Numbered:
    """The column as numbers."""
    return _numbered(column)


def groups(columns: Sequence[Numbered], used: npt.NDArray[np.bool_]) -> Groups:
    """Which rows share their values in all of `columns`; only rows that are `used` take part."""
    key = combined(columns)
    rows = np.arange(len(key))
    key = np.where(used & (key != _NONE), key, -2 - rows)
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = ordered[1:] != ordered[:-1]
    start = np.maximum.accumulate(np.where(begins, rows, 0)) if len(rows) else rows
    first, number = np.empty_like(rows), np.empty_like(rows)
    first[order] = order[start]
    number[order] = rows - start + 1
    return Groups(first, number)


def combined(columns: Sequence[Numbered]) -> Positions:
    """One number per row that stands for all columns together; -1 when one of them is NULL."""
    known = np.ones(len(columns[0].numbers), dtype=bool)
    key, room = np.zeros(len(known), dtype=np.int64), 1
    for column in columns:
        known &= column.numbers != _NONE
        if room * column.size > _ROOM:
            key, room = _narrowed(key)
        key, room = key * column.size + column.numbers, room * column.size
    key[~known] = _NONE
    return key


def chosen(column: pa.Array | pa.ChunkedArray, positions: pa.Array) -> pa.Array:
    """The values at these positions; NULL where the position is NULL."""
    values = whole(column)
    return values.take(positions) if len(values) else pa.nulls(len(positions), values.type)


def _narrowed(key: Positions) -> tuple[Positions, int]:
    """The key by the rank of what really occurs, so that there is room for more columns."""
    different, rank = np.unique(key, return_inverse=True)
    return rank.astype(np.int64), max(len(different), 1)


def _keys(left: Sequence[pa.Array], right: Sequence[pa.Array]) -> tuple[Positions, Positions]:
    """The keys of both sides, numbered alike."""
    both = [_numbered(pa.concat_arrays([mine, theirs])) for mine, theirs in zip(left, right, strict=True)]
    key = combined(both)
    return key[: len(left[0])], key[len(left[0]) :]


def _numbered(column: pa.Array) -> Numbered:
    if pa.types.is_integer(column.type) or pa.types.is_date(column.type):
        return _counted_from_lowest(column)
    encoded = column.dictionary_encode()
    numbers = encoded.indices.cast(pa.int64()).fill_null(_NONE).to_numpy(zero_copy_only=False)
    return Numbered(numbers, max(len(encoded.dictionary), 1))


def _counted_from_lowest(column: pa.Array) -> Numbered:
    days = column.cast(pa.int32()) if pa.types.is_date32(column.type) else column
    numbers: Positions = days.cast(pa.int64()).fill_null(_NULL).to_numpy(zero_copy_only=False)
    known = numbers[numbers != _NULL]
    if not len(known):
        return Numbered(np.full(len(numbers), _NONE), 1)
    low, high = int(known.min()), int(known.max())
    return Numbered(np.where(numbers != _NULL, numbers - low, _NONE), high - low + 1)


def _day_numbers(days: pa.Array) -> Positions:
    """Days counted from the year 1, which is above -1 for any date; -1 for NULL."""
    numbers: Positions = pc.add(days.cast(pa.int32()).cast(pa.int64()), _YEAR_1).fill_null(_NONE).to_numpy()
    return numbers
