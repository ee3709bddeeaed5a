"""How far cells can move when of each cell only a share may, and what is lacking when that is not far enough."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from graadmeter.protect.arrays import Bools, Floats
from graadmeter.protect.search.sheet import Sheet
from graadmeter.protect.search.solver import quiet

_ENOUGH = 0.999
"""The part of the way with which a cell is there."""
_EXACT = 1e-9
_MANY = 20
"""Demands at a time: more of them say the same in other words."""
_PRIMAL = 4
"""The simplex method for when only the goal differs from that of the search before: twice as fast here."""


class Wish(NamedTuple):
    """A cell, by its place in the sheet, and by how much it must be able to move: below zero for a fall."""

    at: int
    amount: int


class Demand(NamedTuple):
    """That `sum(weight * share)` is at least this much."""

    weight: Floats
    least: float


class Room:
    """A linear program over moves within shares of the limits of a sheet."""

    def __init__(self, part: Sheet, *, unit: int) -> None:
        """`unit` scales the numbers that the solver sees. At first, all cells may move as far as their limits."""
        self._part, self._unit = part, unit
        self._low, self._high = part.low / unit, part.high / unit
        self._all = np.arange(len(part), dtype=np.int32)
        self._even = not part.below.any() and not part.above.any()
        self._highs = quiet()
        self._highs.setOptionValue("simplex_strategy", _PRIMAL)
        self._highs.addVars(len(part), self._low, self._high)
        self._highs.addRows(
            len(part.below),
            -part.below / unit,
            part.above / unit,
            len(part.column),
            part.start[:-1].astype(np.int32),
            part.column.astype(np.int32),
            part.coef.astype(np.float64),
        )
        self._share = np.ones(len(part))
        self.work = 0
        """Searches, and steps in them, so far: a measure of effort that is the same on every machine."""

    def allow(self, share: Floats) -> None:
        """Lets each cell move within this share of its limits."""
        self._share = share
        self._highs.changeColsBounds(len(self._all), self._all, self._low * share, self._high * share)

    def short(self, wishes: Sequence[Wish]) -> list[Wish]:
        """The wishes that are not met."""
        return self.demands(wishes, most=len(wishes))[0]

    def demands(self, wishes: Sequence[Wish], *, most: int = _MANY) -> tuple[list[Wish], list[Demand]]:
        """The wishes that are not met, or were not looked at yet, and what so many of them demand at most."""
        up, down = np.zeros(len(self._part)), np.zeros(len(self._part))
        short: list[Wish] = []
        found: list[Demand] = []
        for number, wish in enumerate(wishes):
            if len(found) == most:
                return [*wishes[number:], *short], found
            wanted = _ENOUGH * abs(wish.amount) / self._unit
            if (up if wish.amount > 0 else down)[wish.at] >= wanted:
                continue
            solution = self._furthest(wish)
            move = np.asarray(solution.col_value, dtype=np.float64)
            if abs(move[wish.at]) < wanted:
                short.append(wish)
                # Read only here: every reading copies all of it, two of the 100 s of an invented country.
                found.append(self._demand(wish, move, -np.asarray(solution.col_dual, dtype=np.float64)))
                continue
            for one in (move, -move) if self._fits(-move) else (move,):
                up, down = np.maximum(up, one), np.maximum(down, -one)
        return short, found

    def _furthest(self, wish: Wish) -> Any:
        """The solver's move that changes the cell most, with what more room for each cell would add to that."""
        sign = 1.0 if wish.amount > 0 else -1.0
        self._highs.changeColCost(wish.at, -sign)
        self._highs.run()
        self.work += 1 + max(int(self._highs.getInfo().simplex_iteration_count), 0)
        solution = self._highs.getSolution()
        self._highs.changeColCost(wish.at, 0.0)
        return solution

    def _demand(self, wish: Wish, move: Floats, price: Floats) -> Demand:
        """Whatever the shares, the cell moves no further than the prices say."""
        weight = np.maximum(price * self._high, price * self._low)
        beside = abs(float(move[wish.at])) - float(weight @ self._share)
        return Demand(weight, abs(wish.amount) / self._unit - beside)

    def _fits(self, move: Floats) -> bool:
        low, high = self._low * self._share - _EXACT, self._high * self._share + _EXACT
        return self._even and bool(((low <= move) & (move <= high)).all())

    def plain_demands(self, wishes: Sequence[Wish], known: Bools) -> list[Demand]:
        """What is plain from one sum: where a cell is the only hidden one, the others must make up for its move."""
        part = self._part
        owner = np.repeat(np.arange(len(part.below), dtype=np.int64), np.diff(part.start))
        hidden = np.bincount(owner, weights=known[part.column], minlength=len(part.below))
        alone = np.flatnonzero(known[part.column] & (hidden[owner] == 1))
        most = np.maximum(self._high, -self._low)
        found = []
        for wish in wishes:
            for entry in alone[part.column[alone] == wish.at]:
                row = owner[entry]
                beside = slice(part.start[row], part.start[row + 1])
                weight = np.zeros(len(part))
                weight[part.column[beside]] = np.abs(part.coef[beside] / part.coef[entry]) * most[part.column[beside]]
                weight[wish.at] = 0.0
                slack = max(int(part.below[row]), int(part.above[row]))
                found.append(Demand(weight, (abs(wish.amount) - slack / abs(int(part.coef[entry]))) / self._unit))
        return found
