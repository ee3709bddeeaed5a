"""Finds, from the sums alone, parts of a large system that can be protected one by one: mostly municipalities."""

from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Ints, runs, starts
from graadmeter.protect.search.components import components
from graadmeter.protect.system import System

_LEAST = 3_000
"""Cells that may move, from which on parting a system is worth the trouble."""
_MARGIN = 0.4
"""The share of the cells that may be margins, which stay in place while the parts are protected."""
_TRIED = 4
_LARGEST = 0.25
"""What the largest part may be of all cells; with a larger one nothing is gained."""


def modules(system: System) -> Ints:
    """Per cell the number of its part, -1 for margins and for cells that stay as they are.

    Sums of the same kind (the municipalities of the country, for each age and form of help) are found by the squares
    that they make with sums of another kind. The cells of that kind whose absence leaves the smallest parts are the
    margins. When no kind leaves small parts, all cells have -1.
    """
    none = np.full(len(system), -1, dtype=np.int64)
    free = np.flatnonzero(~system.frozen)
    if len(free) < _LEAST:
        return none
    best, least = none, _LARGEST * len(free)
    for margin in _margins(system, len(free)):
        inner = np.setdiff1d(free, margin)
        parts = components(system, inner)
        largest = max(len(part) for part in parts)
        if largest < least:
            best, least = none.copy(), largest
            sizes = [len(part) for part in parts]
            best[inner[np.concatenate(parts)]] = np.repeat(np.arange(len(parts), dtype=np.int64), sizes)
    return best


def _margins(system: System, size: int) -> list[Ints]:
    """The cells of the kinds of sums that add up to most, but that are not too many."""
    sums = _sums(system)
    kind = _kinds(sums, len(system), len(system.rows))[sums.row]
    order = np.argsort(kind, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(kind[order])) + 1)
    groups = sorted(groups, key=lambda group: -int(system.value[sums.part[group]].sum()))
    found: list[Ints] = []
    for group in groups:
        cells = np.union1d(sums.part[group], sums.whole[group])
        if len(cells) <= _MARGIN * size and len(found) < _TRIED:
            found.append(cells)
    return found


@dataclass(frozen=True)
class _Sums:
    """One element per part of a sum, ordered by part."""

    part: Ints
    row: Ints
    whole: Ints


def _sums(system: System) -> _Sums:
    """The equations of one total and its parts, without the cells that stay as they are."""
    rows = system.rows
    less = rows.coef < 0
    totals = np.bincount(rows.owner, weights=less, minlength=len(rows)) == 1
    good = totals & (rows.below == 0) & (rows.above == 0)
    whole = np.zeros(len(rows), dtype=np.int64)
    whole[rows.owner[less]] = rows.cell[less]
    used = good[rows.owner] & ~less & ~system.frozen[rows.cell]
    part, row = rows.cell[used], rows.owner[used]
    order = np.lexsort((row, part))
    return _Sums(part[order], row[order], whole[row[order]])


def _kinds(sums: _Sums, size: int, count: int) -> Ints:
    """Per row a number that rows of the same kind share.

    A cell is in a sum to the right and in one downwards. From the corner below, which both wholes lead to, come the
    opposite sides: each is of the kind of the side that it faces.
    """
    start = starts(sums.part, size)
    place = np.arange(len(sums.part), dtype=np.int64)
    other, one = runs(start, sums.part)
    apart = place[one] != other
    one, other = one[apart], other[apart]
    further, pair = runs(start, sums.whole[one])
    one, other = one[pair], other[pair]
    label = sums.part * size + sums.whole
    order = np.argsort(label, kind="stable")
    wanted = sums.whole[other] * size + sums.whole[further]
    found = np.searchsorted(label[order], wanted)
    found = order[np.minimum(found, len(order) - 1)]
    square = label[found] == wanted
    return _joined(sums.row[one[square]], sums.row[found[square]], count)


def _joined(one: Ints, other: Ints, count: int) -> Ints:
    label = np.arange(count, dtype=np.int64)
    while True:
        lower = label.copy()
        np.minimum.at(lower, one, label[other])
        np.minimum.at(lower, other, label[one])
        np.minimum.at(lower, label, lower)
        lower = lower[lower]
        if np.array_equal(lower, label):
            return label
        label = lower
