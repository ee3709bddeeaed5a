"""The cells near one cell: those that a cheap move which changes it can touch."""

from typing import NamedTuple

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, distinct, runs, starts
from graadmeter.protect.system import System

_ROUNDS = 40
"""Sums that one goes through at most from the cell outwards."""
_DEAR = 0.2
"""How much further away a cell is that costs twice as much, in sums."""


class Field(NamedTuple):
    """How far one looks around."""

    size: int
    """Cells at most."""
    breadth: int
    """The cheapest cells of each sum that one goes on to, at most."""


_NARROW = (Field(1_600, 8), Field(4_000, 8))
_BROAD = (Field(1_600, 60), Field(4_000, 60), Field(16_000, 60))
_LONG = _NARROW[1]
"""Where a move is nearly always found that is not in the first field.

In the largest piece of a year 190 programs over all cells took 18 s of processor time; 203 over these take 6.
"""
_BESIDE = Field(100, 16)
"""How far around each cell a movement over hidden cells is looked for."""
_MANY = 5_000
EVERYWHERE = Field(0, 0)
"""All cells that may move."""
_AT_ONCE = 3_000
"""Cells in which a move is looked for, up to which it is soonest found, or not found, among all of these."""
_ONE_PROGRAM = 16_000
"""Cells that may move, up to which one program over all of them tells soonest that there is no move."""


def fields_of(system: System) -> tuple[Field, ...]:
    """Where a move is looked for: in the first field, in the next when there is none there, and so on.

    In a large system it is better to look far along a few cells of each sum first than near along all. (Without that
    a country had 3 % more hidden, and proofs in whole numbers took ten times as long.)
    """
    return (*_NARROW, *_BROAD[1:]) if np.count_nonzero(~system.frozen) > _MANY else _BROAD


def fields_to_buy_in(system: System, cells: int) -> tuple[Field, ...]:
    """The same for a move over so many cells, where one that cannot be protected is soon given up.

    In most parts there are some, and in a small part one kept program over all of it says so sooner than a program
    that is made for each cell: that takes a tenth off the largest piece of a year, and hides a little less.
    """
    fields = fields_of(system)
    if cells <= _AT_ONCE:
        return (EVERYWHERE,)
    return (fields[0], _LONG, EVERYWHERE) if np.count_nonzero(~system.frozen) <= _ONE_PROGRAM else fields


def fields_among(system: System, cells: Ints) -> tuple[Field, ...]:
    """The same for a shortest move over cells that are hidden already, which is nearly always there but may be long."""
    return (EVERYWHERE,) if len(cells) <= _ONE_PROGRAM else fields_of(system)


def surroundings(system: System, cells: Ints, among: Ints) -> Ints:
    """Those `among` the cells (ascending) that are near some of `cells`, and these themselves."""
    near, free = Nearby(system), np.zeros(len(system))
    may, found = np.zeros((2, len(system)), dtype=np.bool_)
    may[among] = True
    for cell in cells.tolist():
        found[near.of(cell, free, may, _BESIDE)] = True
    return np.flatnonzero(found)


class Nearby:
    """Measures how near cells are: by the number of sums that one goes through, dear cells being further away."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._start, self._row, _ = system.columns
        self._far = np.full(len(system), np.inf)
        self._best = np.full(len(system.rows), np.inf)

    def of(self, cell: int, price: Floats, may: Bools, field: Field) -> Ints:
        """The nearest cells that may move, ascending, the cell itself among them. `price` is of every cell."""
        size, breadth = field
        rows, far, best = self._system.rows, self._far, self._best
        far[cell] = 0.0
        known = fresh = np.array([cell], dtype=np.int64)
        used = [np.zeros(0, dtype=np.int64)]
        for _ in range(_ROUNDS):
            place, owner = runs(self._start, fresh)
            touched = self._row[place]
            nearer = far[fresh[owner]] < best[touched]
            touched, distance = touched[nearer], far[fresh[owner[nearer]]]
            if not len(touched):
                break
            np.minimum.at(best, touched, distance)
            touched = distinct(touched)
            used.append(touched)
            entry, of = self._cheapest(touched, price, breadth)
            beside = rows.cell[entry]
            reached = best[touched[of]] + 1.0 + _DEAR * np.log2(1.0 + price[beside])
            closer = may[beside] & (reached < far[beside])
            beside, reached = beside[closer], reached[closer]
            np.minimum.at(far, beside, reached)
            fresh = distinct(beside)
            known = distinct(np.concatenate((known, fresh)))
            if len(known) > size:
                kept = known[np.argsort(far[known], kind="stable")]
                far[kept[size:]] = np.inf
                known = np.sort(kept[:size])
                fresh = fresh[np.isfinite(far[fresh])]
        best[np.concatenate(used)] = np.inf
        far[known] = np.inf
        return known

    def _cheapest(self, touched: Ints, price: Floats, breadth: int) -> tuple[Ints, Ints]:
        """The entries of the rows, of long ones only the cheapest, and for each the place of its row."""
        entry, of = runs(self._system.rows.start, touched)
        first = starts(of, len(touched))
        if not (np.diff(first) > breadth).any():
            return entry, of
        paid = price[self._system.rows.cell[entry]]
        # One sort by row and, as a fraction, price: a sixth of the time of sorting by one and then by the other.
        order = np.argsort(of + paid / (2.0 * max(float(paid.max()), 1.0)), kind="stable")
        kept = order[np.arange(len(order)) - first[of[order]] < breadth]
        return entry[kept], of[kept]
