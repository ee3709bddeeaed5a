"""Buys protection: the cheapest move that changes one cell enough, over cells that then must be hidden."""

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.moves import exact_move
from graadmeter.protect.reach import Reach
from graadmeter.protect.scale import solver_unit
from graadmeter.protect.sheet import Solver, sheet
from graadmeter.protect.system import System

_TOUCHED = 1e-7


class Purchase:
    """Looks for moves over `cells` (ascending); hidden cells are free, others cost what hiding them costs."""

    def __init__(self, system: System, cells: Ints, hidden: Bools, reach: Reach, *, spread: int) -> None:
        """`hidden` and `reach` are changed in place. `spread`: how many times the needed width a cell may move."""
        self._system, self._cells, self._hidden, self._reach = system, cells, hidden, reach
        width = int(system.need[cells].max(initial=1)) * spread
        self._unit = solver_unit(width // spread)
        part = sheet(system, cells, -np.minimum(system.down[cells], width), np.minimum(system.up[cells], width))
        self._part = part
        self._paid = np.flatnonzero(~hidden[cells])
        self._solver = Solver(part, unit=self._unit, split=self._paid)
        self._price()

    def protect(self, cell: int) -> bool:
        """Makes one cell as uncertain as it needs to be, hiding what that takes; False when it cannot be done."""
        need = int(self._system.need[cell])
        fall = min(int(self._system.down[cell]), need // 2)
        for amount in (need - fall, -fall, need):
            if self._safe(cell):
                break
            if amount and not self._proven(cell, amount):
                self._buy(cell, amount)
        return self._safe(cell)

    def _safe(self, cell: int) -> bool:
        return not self._reach.lacking(self._system, np.array([cell]))[0]

    def _proven(self, cell: int, amount: int) -> bool:
        return bool(self._reach.up[cell] >= amount if amount > 0 else self._reach.down[cell] >= -amount)

    def _buy(self, cell: int, amount: int) -> None:
        at = int(np.searchsorted(self._cells, cell))
        second = int(np.searchsorted(self._paid, at))
        if second < len(self._paid) and self._paid[second] == at:
            columns = np.array([at, len(self._cells) + second])
            wanted = np.array([max(amount, 0), max(-amount, 0)], dtype=np.float64)
            low, high = np.zeros(2), np.array([self._part.high[at], -self._part.low[at]], dtype=np.float64)
        else:
            columns, wanted = np.array([at]), np.array([float(amount)])
            low, high = self._part.low[[at]].astype(np.float64), self._part.high[[at]].astype(np.float64)
        self._solver.limit(columns, wanted, wanted)
        found = self._solver.solve()
        self._solver.limit(columns, low, high)
        if found is not None:
            self._take(found)

    def _take(self, found: Floats) -> None:
        """Hides what the move touches; a fractional move without an exact form proves nothing but shows the way."""
        move = exact_move(self._system, self._cells, found, self._unit)
        if move is not None:
            self._reach.record(self._system, move)
        self._hidden[self._cells[np.abs(found) > _TOUCHED * self._unit]] = True
        self._price()

    def _price(self) -> None:
        price = np.where(self._hidden[self._cells], 0.0, self._system.cost[self._cells])
        self._solver.costs(np.concatenate((price, price[self._paid])))
