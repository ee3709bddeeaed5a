"""A sheet over fewer columns: what cannot move is left out, and what moves only as another does moves with it.

In the largest piece of a year 7,378 hidden cells are 4,725 columns: many stand in a sum with one other (two names of a
count, a whole with one part). In one municipality a third cannot move at all. What is left allows the same movements.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple, Self

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, starts
from graadmeter.protect.search.sheet import Sheet, binding


@dataclass(frozen=True, slots=True)
class Reduced:
    """The columns that are left, and what they say of the cells of the whole sheet."""

    sheet: Sheet
    """Its `cells` are the places in the whole sheet of the cells that the others move with."""
    column: Ints
    """Per cell of the whole sheet the column it moves with; 0 for one that cannot move."""
    sign: Ints
    """1 where it moves as that column does, -1 where it moves the other way, 0 where it cannot move."""

    @classmethod
    def of(cls, whole: Sheet) -> Self:
        """What is left when no cell more can be left out."""
        rows, bonds = _Rows.of(whole), _Bonds.none(whole)
        while True:
            links = rows.links()
            stuck = np.concatenate((rows.stuck(), np.flatnonzero((bonds.low == 0) & (bonds.high == 0))))
            stuck = stuck[bonds.sign[stuck] != 0]
            if not len(links.one) and not len(stuck):
                break
            bonds = bonds.tied(links, stuck)
            rows = rows.over(bonds)
        return cls._of(whole, rows, bonds)

    @classmethod
    def _of(cls, whole: Sheet, rows: "_Rows", bonds: "_Bonds") -> Self:
        places = np.arange(len(whole), dtype=np.int64)
        cells = np.flatnonzero((bonds.leader == places) & (bonds.sign != 0))
        number = np.zeros(len(whole), dtype=np.int64)
        number[cells] = np.arange(len(cells), dtype=np.int64)
        low, high = bonds.low[cells], bonds.high[cells]
        column, coef = number[rows.column], rows.coef
        held = binding(rows.owner, coef * low[column], coef * high[column], whole.below, whole.above)
        keep = held[rows.owner]
        left = replace(
            whole,
            cells=cells,
            low=low,
            high=high,
            start=starts((np.cumsum(held) - 1)[rows.owner[keep]], int(held.sum())),
            column=column[keep],
            coef=coef[keep],
            below=whole.below[held],
            above=whole.above[held],
        )
        return cls(left, number[bonds.leader], bonds.sign)

    def paid(self, rise: Floats, fall: Floats) -> tuple[Floats, Floats]:
        """What a unit up and a unit down of each column costs, from what these cost of each cell of the whole."""
        up, down = self.sign > 0, self.sign < 0

        def added(which: Bools, cost: Floats) -> Floats:
            return np.bincount(self.column[which], cost[which], len(self.sheet)).astype(np.float64)

        return added(up, rise) + added(down, fall), added(up, fall) + added(down, rise)

    def spread(self, moved: Floats) -> Floats:
        """How far each cell of the whole moves where the columns move so far."""
        if not len(moved):
            return np.zeros(len(self.sign))
        found: Floats = moved[self.column] * self.sign
        return found


class _Links(NamedTuple):
    """Pairs of cells of which the other moves as the one does, or (way -1) against it."""

    one: Ints
    other: Ints
    way: Ints


@dataclass(frozen=True, slots=True)
class _Bonds:
    """Per cell with which other it moves, in which way, and how far what moves together may."""

    leader: Ints
    sign: Ints
    low: Ints
    high: Ints

    @classmethod
    def none(cls, whole: Sheet) -> Self:
        size = len(whole)
        return cls(np.arange(size, dtype=np.int64), np.ones(size, dtype=np.int64), whole.low, whole.high)

    def tied(self, links: _Links, stuck: Ints) -> Self:
        """With these leaders tied to each other, and those that are stuck not moving."""
        leader, way = _leaders(len(self.leader), links)
        still = np.zeros(len(leader), dtype=np.bool_)
        still[leader[stuck]] = True
        still[leader[way == 0]] = True
        way = np.where(still[leader], 0, way)
        low, high = self.low.copy(), self.high.copy()
        tied = np.flatnonzero((leader != np.arange(len(leader))) & (way != 0))
        down, up = (np.where(way[tied] > 0, first[tied], -last[tied]) for first, last in ((low, high), (high, low)))
        np.maximum.at(low, leader[tied], down)
        np.minimum.at(high, leader[tied], up)
        return type(self)(leader[self.leader], self.sign * way[self.leader], low, high)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Entries of sums over leaders, ordered by row."""

    owner: Ints
    column: Ints
    coef: Ints
    same: Bools
    """Per row whether it is an equation."""

    @classmethod
    def of(cls, whole: Sheet) -> Self:
        owner = np.repeat(np.arange(len(whole.below), dtype=np.int64), np.diff(whole.start))
        return cls(owner, whole.column, whole.coef, (whole.below == 0) & (whole.above == 0))

    def over(self, bonds: _Bonds) -> Self:
        """The same sums over fewer leaders."""
        coef = self.coef * bonds.sign[self.column]
        column = bonds.leader[self.column]
        owner, column, coef = (each[coef != 0] for each in (self.owner, column, coef))
        if not len(owner):
            return replace(self, owner=owner, column=column, coef=coef)
        order = np.argsort(owner * len(bonds.leader) + column, kind="stable")
        owner, column, coef = owner[order], column[order], coef[order]
        first = np.ones(len(owner), dtype=np.bool_)
        first[1:] = (owner[1:] != owner[:-1]) | (column[1:] != column[:-1])
        coef = np.add.reduceat(coef, np.flatnonzero(first))
        owner, column = owner[first], column[first]
        return replace(self, owner=owner[coef != 0], column=column[coef != 0], coef=coef[coef != 0])

    def stuck(self) -> Ints:
        """The leaders that are alone in an equation."""
        return self.column[self._in_equations_of(1)]

    def links(self) -> _Links:
        """The leaders that are in an equation with one other, as often as that."""
        at = np.flatnonzero(self._in_equations_of(2))
        one, other = at[::2], at[1::2]
        alike = np.abs(self.coef[one]) == np.abs(self.coef[other])
        one, other = one[alike], other[alike]
        return _Links(self.column[one], self.column[other], -np.sign(self.coef[one] * self.coef[other]))

    def _in_equations_of(self, size: int) -> Bools:
        found: Bools = (self.same & (np.bincount(self.owner, minlength=len(self.same)) == size))[self.owner]
        return found


def _leaders(size: int, links: _Links) -> tuple[Ints, Ints]:
    """Per cell the first of those it is tied to, and in which way it moves with that; 0 where that is both ways.

    Each cell has two labels, of what moves as it does and of what moves against it: the least place each meets.
    """
    against = np.where(links.way > 0, 0, size)
    ends = np.concatenate((links.one, links.one + size))
    others = np.concatenate((links.other + against, links.other + size - against))
    label = np.arange(2 * size, dtype=np.int64)
    while True:
        lower = label.copy()
        np.minimum.at(lower, ends, label[others])
        np.minimum.at(lower, others, label[ends])
        lower = lower[lower]
        if np.array_equal(lower, label):
            break
        label = lower
    as_it, not_as_it = label[:size], label[size:]
    return np.minimum(as_it, not_as_it), np.sign(not_as_it - as_it)
