"""Which cells are worth hiding, as far as fractions can tell: the cheapest shares of cells that leave room enough."""

from dataclasses import dataclass

import highspy
import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.room import Demand, Room, Wish
from graadmeter.protect.search.scale import solver_unit
from graadmeter.protect.search.sheet import sheet
from graadmeter.protect.search.solver import quiet
from graadmeter.protect.system import System

_WORK = 6_000
"""Searches and steps of a solver in one draft, at most: a municipality takes some 1,000."""
_TINY = 1e-7
_ALL = 0.99
"""From this share on a cell counts as hidden."""


@dataclass(frozen=True)
class Draft:
    """What is worth hiding. It proves nothing: that is for moves to do."""

    cells: Ints
    """Cells to hide beside those that are hidden already, ascending."""
    settled: bool
    """Whether all demands were met, so that hardly anything cheaper exists."""


def draft(system: System, cells: Ints, hidden: Bools, reach: Reach) -> Draft:
    """The cheapest of `cells` (ascending) with which every hidden one that lacks room may get it.

    A share of each cell may be hidden; by that share of the needed width it may then move. One linear program finds the
    cheapest shares that meet some demands, none at first. Another, over moves, tells which cells have too little room
    with these; its prices say of which cells together more must be hidden, and that is a new demand. Again, until there
    is none. Nearly all shares end as nothing or all. Sums that reach outside the cells are taken to be no hindrance, so
    that a municipality reckons with its totals. On tables of wijken 3 % less is hidden than by purchases alone, in no
    more time.
    """
    width = int(system.need[cells].max(initial=1))
    part = sheet(
        system, cells, -np.minimum(system.down[cells], width), np.minimum(system.up[cells], width), inside=True
    )
    room = Room(part, unit=solver_unit(width))
    known = hidden[cells]
    wishes = _wishes(system, cells, known, reach)
    hopeless = set(room.short(wishes))
    asked = wishes = [wish for wish in wishes if wish not in hopeless]
    shares = _Shares(np.where(known, 0.0, system.cost[cells]), known)
    shares.add(room.plain_demands(wishes, known))
    while True:
        share = shares.cheapest()
        room.allow(share)
        asked, demands = room.demands(asked)
        if not asked:
            asked, demands = room.demands(wishes)
        if not shares.add(demands) or room.work > _WORK:
            return Draft(cells[(share > _ALL) & ~known], not asked)


def _wishes(system: System, cells: Ints, known: Bools, reach: Reach) -> list[Wish]:
    """How far hidden cells must still be able to rise and fall."""
    at = np.flatnonzero(known)
    at = at[reach.lacking(system, cells[at])]
    here = cells[at]
    fall = np.minimum(system.down[here], system.need[here] // 2)
    rise = system.need[here] - fall
    up, down = reach.up[here] < rise, reach.down[here] < fall
    places, amounts = np.concatenate((at[up], at[down])), np.concatenate((rise[up], -fall[down]))
    return [Wish(*pair) for pair in zip(places.tolist(), amounts.tolist(), strict=True)]


class _Shares:
    """The linear program that finds the cheapest shares which meet the demands so far."""

    def __init__(self, cost: Floats, known: Bools) -> None:
        self._known = known
        self._highs = quiet()
        self._highs.addVars(len(cost), known.astype(np.float64), np.ones(len(cost)))
        self._highs.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)

    def add(self, demands: list[Demand]) -> int:
        """Takes in what is demanded of cells that are not hidden yet; how many of these demands say something."""
        before = self._highs.getNumRow()
        for weight, least in demands:
            rest = least - float(weight[self._known].sum())
            at = np.flatnonzero((weight > _TINY) & ~self._known)
            if rest > _TINY and len(at):
                coef = np.minimum(weight[at] / rest, 1.0)
                self._highs.addRow(1.0, highspy.kHighsInf, len(at), at.astype(np.int32), coef)
        return int(self._highs.getNumRow() - before)

    def cheapest(self) -> Floats:
        self._highs.run()
        return np.clip(np.asarray(self._highs.getSolution().col_value, dtype=np.float64), 0.0, 1.0)
