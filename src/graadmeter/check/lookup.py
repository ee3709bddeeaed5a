"""Finds rows by the values of several columns: the matching row of another table, or the first row of the same one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod
from string import digits

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.typed import whole
from graadmeter.check.words import is_worded, same_words

Positions = npt.NDArray[np.signedinteger]
_NONE = -1
_INT32 = 2**31 - 1
_DENSE = 6
"""Numbers that may be free per row in a table that is looked up by number."""
_MANY = 10_000
"""Rows from which another way of counting is worth a look at them."""
_LONGEST = 17
"""Digits of a number that fits eight bytes with a one before it."""
_POWERS = pa.array([10**length for length in range(_LONGEST + 1)], pa.int64())
"""Added to a number of so many digits: 07 and 7 stay different."""
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


class Groups:
    """Rows that share the values of some columns."""

    def __init__(self, key: Positions) -> None:
        """`key` holds a number per row from 0 up, equal for equal values; -1 for rows that belong to no other."""
        rows = np.arange(len(key), dtype=np.int32)
        earliest = np.zeros(int(key.max(initial=_NONE)) + 2, dtype=np.int32)
        earliest[key[::-1]] = rows[::-1]
        self.first: Positions = np.where(key == _NONE, rows, earliest[key])
        """Position of the first row with the same values; the row itself when one of its values is NULL."""
        self.any_shared = bool((self.first != rows).any())
        """Whether any two rows share their values."""

    @cached_property
    def number(self) -> Positions:
        """1 for the first row with these values, 2 for the second, and so on."""
        if not self.any_shared:
            return np.ones(len(self.first), dtype=np.int8)
        order = np.argsort(self.first, kind="stable")
        ordered = self.first[order]
        rows = np.arange(len(order), dtype=np.int32)
        begins = np.ones(len(order), dtype=bool)
        begins[1:] = ordered[1:] != ordered[:-1]
        number: Positions = np.empty_like(rows)
        number[order] = rows - np.maximum.accumulate(np.where(begins, rows, 0)) + 1
        return number


def matches(left: Sequence[pa.Array], right: Sequence[pa.Array]) -> pa.Array:
    """For each row of `left` the position of the last row of `right` with equal values; NULL when there is none.

    Both are columns in the same order and of the same types. NULL equals nothing.
    """
    wanted, there, size = _keys(left, right)
    if size <= _DENSE * (len(wanted) + len(there)):
        last = np.full(size + 1, _NONE, dtype=np.int32)
        last[there] = np.arange(len(there), dtype=np.int32)
        last[_NONE] = _NONE
        return pa.array(last[wanted], pa.int32(), mask=last[wanted] == _NONE)
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
    wanted, there, _ = _keys(left, right)
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
    if not used.all():
        key[~used] = _NONE
    if prod(column.size for column in columns) > _DENSE * len(key):
        key = _shared_only(key)
    return Groups(key)


def _shared_only(key: Positions) -> Positions:
    """The key as small numbers, for rows that share it; -1 for all others."""
    ordered = np.sort(key)
    shared = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    shared = shared[shared != _NONE]
    if not len(shared):
        return np.full(len(key), _NONE, dtype=np.int8)
    place = np.searchsorted(shared, key)
    place[shared[np.minimum(place, len(shared) - 1)] != key] = _NONE
    return place


def combined(columns: Sequence[Numbered]) -> Positions:
    """One number per row that stands for all columns together; -1 when one of them is NULL."""
    key, room = columns[0].numbers.astype(np.int64), max(columns[0].size, 1)
    known = key != _NONE
    for column in columns[1:]:
        known &= column.numbers != _NONE
        if room * column.size > _ROOM:
            key, room = _narrowed(key)
        key *= column.size
        key += column.numbers
        room *= column.size
    key[~known] = _NONE
    return key


def ordering(key: Positions, size: int) -> Positions:
    """The positions in the order of `key` (-1 to `size` - 1), equal ones as they stand; small numbers sort faster."""
    small = next((kind for kind in (np.int8, np.int16) if size <= np.iinfo(kind).max), np.int64)
    return np.argsort(key.astype(small, copy=False), kind="stable")


def chosen(column: pa.Array | pa.ChunkedArray, positions: pa.Array) -> pa.Array:
    """The values at these positions; NULL where the position is NULL."""
    values = whole(column)
    return values.take(positions) if len(values) else pa.nulls(len(positions), values.type)


def _narrowed(key: Positions) -> tuple[Positions, int]:
    """The key by the rank of what really occurs, so that there is room for more columns."""
    different, rank = np.unique(key, return_inverse=True)
    return rank.astype(np.int64), max(len(different), 1)


def _keys(left: Sequence[pa.Array], right: Sequence[pa.Array]) -> tuple[Positions, Positions, int]:
    """The keys of both sides, numbered alike, and below which number they are."""
    both = [_numbered_alike(mine, theirs) for mine, theirs in zip(left, right, strict=True)]
    key = combined(both)
    size = prod(column.size for column in both)
    return key[: len(left[0])], key[len(left[0]) :], min(size, _ROOM)


def _numbered_alike(mine: pa.Array, theirs: pa.Array) -> Numbered:
    if not (is_worded(mine) or is_worded(theirs)):
        return _numbered(pa.concat_arrays([mine, theirs]))
    numbers, words = same_words([mine, theirs])
    both = np.concatenate([_of_indices(one) for one in numbers])
    return Numbered(both, max(len(words), 1))


def _numbered(column: pa.Array) -> Numbered:
    if pa.types.is_integer(column.type) or pa.types.is_date(column.type):
        return _counted_from_lowest(column)
    if is_worded(column):
        return _in_order(column)
    integers = _as_integers(column)
    if integers is not None:
        found = _counted_from_lowest(integers)
        if found.size <= _DENSE * len(column):
            return found
        column = integers
    encoded = column.dictionary_encode()
    return Numbered(_of_indices(encoded.indices), max(len(encoded.dictionary), 1))


def _as_integers(texts: pa.Array) -> pa.Array | None:
    """Many texts that are one prefix and then digits, as integers: equal when they are, and found in half the time."""
    first = pc.first(texts).as_py() if len(texts) >= _MANY else None
    if first is None:
        return None
    prefix = first.rstrip(digits)
    if not pc.min(pc.starts_with(texts, prefix)).as_py():
        return None
    start = len(prefix.encode())
    bare = pc.binary_slice(texts.cast(pa.binary()), start, start + _LONGEST + 1).cast(pa.string()) if prefix else texts
    length = pc.binary_length(bare)
    ends = pc.min_max(length)
    if ends["max"].as_py() > _LONGEST or not pc.min(pc.ascii_is_decimal(bare)).as_py():
        return None
    numbers = bare.cast(pa.int64())
    return numbers if ends["min"] == ends["max"] else pc.add(numbers, _POWERS.take(length))


def _in_order(column: pa.DictionaryArray) -> Numbered:
    """Words numbered as they first occur, which they do not always when rows were left out."""
    occurring = pc.unique(column.indices).drop_null().to_numpy(zero_copy_only=False)
    size = len(column.dictionary)
    numbers = _of_indices(column.indices)
    if np.array_equal(occurring, np.arange(len(occurring))):
        return Numbered(numbers, max(size, 1))
    rank = np.full(size + 1, _NONE, dtype=np.int32)
    rank[occurring] = np.arange(len(occurring))
    return Numbered(rank[numbers], max(size, 1))


def _of_indices(indices: pa.Array) -> Positions:
    numbers: Positions = indices.fill_null(_NONE).to_numpy(zero_copy_only=False)
    return numbers


def _counted_from_lowest(column: pa.Array) -> Numbered:
    days = column.cast(pa.int32()) if pa.types.is_date32(column.type) else column
    ends = pc.min_max(days)
    low, high = ends["min"].as_py(), ends["max"].as_py()
    if low is None:
        return Numbered(np.full(len(days), _NONE, dtype=np.int8), 1)
    numbers: Positions = days.cast(pa.int64()).fill_null(low).to_numpy(zero_copy_only=False) - low
    if high - low < _INT32:
        numbers = numbers.astype(np.int32)
    if days.null_count:
        numbers[pc.is_null(days).to_numpy(zero_copy_only=False)] = _NONE
    return Numbered(numbers, high - low + 1)


def _day_numbers(days: pa.Array) -> Positions:
    """Days counted from the year 1, which is above -1 for any date; -1 for NULL."""
    numbers: Positions = pc.add(days.cast(pa.int32()).cast(pa.int64()), _YEAR_1).fill_null(_NONE).to_numpy()
    return numbers
