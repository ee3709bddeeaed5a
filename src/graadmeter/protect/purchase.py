"""Buys protection: the cheapest move that changes one cell enough, over cells that then must be hidden."""

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.moves import exact_moves
from graadmeter.protect.reach import Reach
from graadmeter.protect.scale import solver_unit
from graadmeter.protect.sheet import Solver, sheet
from graadmeter.protect.system import System

_TOUCHED = 1e-7
_WALK = 0.02
"""What moving a hidden cell costs, in the price of the cheapest figure: enough to keep moves short and whole."""


class Purchase:
    """Looks for moves over `cells` (ascending); hidden cells are nearly free, others cost what hiding them costs."""

    def __init__(self, system: System, cells: Ints, hidden: Bools, reach: Reach, *, spread: int) -> None:
        """`hidden` and `reach` are changed in place. `spread`: how many times the needed width a cell may move."""
        self._system, self._cells, self._hidden, self._reach = system, cells, hidden, reach
        width = int(system.need[cells].max(initial=1)) * spread
        self._unit = solver_unit(width // spread)
        part = sheet(system, cells, -np.minimum(system.down[cells], width), np.minimum(system.up[cells], width))
        self.solver = Solver(part, unit=self._unit)
        cost = system.cost[cells]
        self._walk = _WALK * float(cost[cost > 0].min(initial=1.0))
        price = np.where(hidden[cells], 0.0, cost) + self._walk
        self.solver.costs(price, price)

    def protect(self, cell: int, *, most: float = np.inf) -> bool:
        """Makes one cell as uncertain as it needs to be, hiding what that takes; False when it cannot be done.

        What it takes may cost up to `most`; what is found but costs more is not hidden.
        """
        need = int(self._system.need[cell])
        fall = min(int(self._system.down[cell]), need // 2)
        for amount in dict.fromkeys((need - fall, -fall, need)):
            if self._safe(cell):
                break
            if amount and not self._proven(cell, amount):
                most -= self._buy(cell, amount, most)
        return self._safe(cell)

    def shake(self, chance: np.random.Generator) -> None:
        """Lets each hidden cell cost something else, so that other moves are the shortest."""
        cost = np.where(self._hidden[self._cells], 0.0, self._system.cost[self._cells])
        price = cost + self._walk * (0.5 + chance.random(len(cost)))
        self.solver.costs(price, price)

    def only_whole(self, *, nodes: int) -> None:
        """From now on looks for moves in whole numbers, in at most so many branches each."""
        self.solver.only_whole(nodes=nodes)

    def forbid(self, cell: int) -> None:
        """From now on this cell does not move."""
        self.solver.force(int(np.searchsorted(self._cells, cell)), 0)

    def allow(self, cell: int) -> None:
        """Takes back that the cell does not move."""
        self.solver.free(int(np.searchsorted(self._cells, cell)))

    def _safe(self, cell: int) -> bool:
        return not self._reach.lacking(self._system, np.array([cell]))[0]

    def _proven(self, cell: int, amount: int) -> bool:
        return bool(self._reach.up[cell] >= amount if amount > 0 else self._reach.down[cell] >= -amount)

    def _buy(self, cell: int, amount: int, most: float) -> float:
        at = int(np.searchsorted(self._cells, cell))
        self.solver.force(at, amount)
        self.solver.restart()
        found = self.solver.solve()
        self.solver.free(at)
        return 0.0 if found is None else self._take(found, most)

    def _take(self, found: Floats, most: float) -> float:
        """Hides what the move touches; a fractional move without an exact form proves nothing but shows the way."""
        touched = self._cells[np.abs(found) > _TOUCHED * self._unit]
        bought = touched[~self._hidden[touched]]
        price = float(self._system.cost[bought].sum())
        if price > most:
            return 0.0
        for move in exact_moves(self._system, self._cells, found, self._unit):
            self._reach.record(self._system, move)
        if len(bought):
            self._hidden[bought] = True
            self.solver.cost_of(np.searchsorted(self._cells, bought), self._walk)
        return price
