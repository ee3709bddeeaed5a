"""Buys protection: the cheapest move that changes one cell enough, over cells that then must be hidden."""

from collections.abc import Sequence

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.search.dive import dive
from graadmeter.protect.search.moves import exact_moves
from graadmeter.protect.search.nearby import EVERYWHERE, Field, Nearby, fields_to_buy_in
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.scale import solver_unit
from graadmeter.protect.search.sheet import sheet
from graadmeter.protect.search.solver import Solver
from graadmeter.protect.system import System

_TOUCHED = 1e-7
_WALK = 0.02
"""What moving a hidden cell costs, in the price of the cheapest figure: enough to keep moves short and whole."""
_FAVOUR = 0.01
"""What is left of the cost of a favoured cell."""
_ROUND = 700
"""Cells among which a move in fractions is made one in whole numbers."""


class Purchase:
    """Looks for moves over `cells` (ascending); hidden cells are nearly free, others cost what hiding them costs."""

    def __init__(
        self,
        system: System,
        cells: Ints,
        hidden: Bools,
        reach: Reach,
        *,
        spread: int = 1,
        fields: Sequence[Field] = (),
        favoured: Bools | None = None,
    ) -> None:
        """`hidden` and `reach` are changed in place.

        `spread`: how many times the needed width a cell may move; `fields`: where a move is looked for, one
        after the other until there is one; `favoured`: cells that are better hidden than others, and cost little.
        """
        self._system, self._cells, self._hidden, self._reach = system, cells, hidden, reach
        self._fields = fields or fields_to_buy_in(system, len(cells))
        width = int(system.need[cells].max(initial=1)) * spread
        self._unit = solver_unit(width // spread)
        self._low, self._high = -np.minimum(system.down, width), np.minimum(system.up, width)
        self._may = np.zeros(len(system), dtype=np.bool_)
        self._may[cells] = True
        self._may &= self._high > self._low
        paid = system.cost[cells]
        self._walk = _WALK * float(paid[paid > 0].min(initial=1.0))
        cost = system.cost if favoured is None else np.where(favoured, _FAVOUR * system.cost, system.cost)
        self._price = np.where(hidden, 0.0, cost) + self._walk
        self._near = Nearby(system) if self._fields[0] is not EVERYWHERE and len(cells) > self._fields[0].size else None
        self._standing: Solver | None = None
        self._every = cells[self._may[cells]]
        self.in_counts = self._unit == 1
        """Whether moves are small enough to be sought in whole numbers."""
        self._nodes = 0
        self.work = 0
        """Steps of the simplex method so far: a measure of effort that is the same on every machine."""

    def protect(self, cell: int) -> bool:
        """Makes one cell as uncertain as it needs to be, hiding what that takes; False when it cannot be done."""
        need = int(self._system.need[cell])
        fall = min(int(self._system.down[cell]), need // 2)
        stuck: set[bool] = set()
        for amount in dict.fromkeys((need - fall, -fall, need, -need)):
            if self._safe(cell):
                break
            way = amount > 0
            if amount and way not in stuck and not self._proven(cell, amount) and not self._buy(cell, amount):
                stuck.add(way)
        return self._safe(cell)

    def shake(self, chance: np.random.Generator) -> None:
        """Lets each hidden cell cost something else, so that other moves are the shortest."""
        cost = np.where(self._hidden, 0.0, self._system.cost)
        self._price = cost + self._walk * (0.5 + chance.random(len(cost)))

    def branch(self, *, nodes: int) -> None:
        """From now on looks for moves in whole numbers by branching, in at most so many branches each."""
        self._nodes = nodes

    def forbid(self, cell: int) -> None:
        """From now on this cell does not move."""
        self._may[cell] = False
        self._change()

    def allow(self, cell: int) -> None:
        """Takes back that the cell does not move."""
        self._may[cell] = self._high[cell] > self._low[cell]
        self._change()

    def _change(self) -> None:
        if not self._near:
            self._every, self._standing = self._cells[self._may[self._cells]], None

    def _safe(self, cell: int) -> bool:
        return not self._reach.lacking(self._system, np.array([cell]))[0]

    def _proven(self, cell: int, amount: int) -> bool:
        return bool(self._reach.up[cell] >= amount if amount > 0 else self._reach.down[cell] >= -amount)

    def _buy(self, cell: int, amount: int) -> bool:
        """Hides what the cheapest movement takes; False when the cell cannot move so far, and so not further either."""
        if not self._may[cell] or not self._low[cell] <= amount <= self._high[cell]:
            return False
        whole, possible = self._reach.whole and self.in_counts, bool(self._nodes)
        for field in self._fields:
            cells, found = self._cheapest(cell, amount, field)
            possible |= found is not None
            if found is not None and whole and _is_odd(found):
                if self._near:
                    near = self._near.of(cell, self._price, self._may, field._replace(size=min(field.size, _ROUND)))
                    cells = np.union1d(near, cells[np.abs(found) > _TOUCHED])
                found = self._move(cells, cell, amount, whole=True)
            if found is not None:
                self._take(cells, found)
            if found is not None or self._is_all(field):
                break
        return possible

    def _is_all(self, field: Field) -> bool:
        """Whether there is nothing to be found outside this field."""
        return not self._near or field is EVERYWHERE

    def _cheapest(self, cell: int, amount: int, field: Field) -> tuple[Ints, Floats | None]:
        """The nearest cells and how they move; where these are all, by a solver that is kept for the next cell."""
        if self._nodes or not self._is_all(field):
            cells = self._near.of(cell, self._price, self._may, field) if self._near else self._every
            return cells, self._move(cells, cell, amount, whole=False)
        cells = self._every
        solver = self._standing = self._standing or Solver(
            sheet(self._system, cells, self._low[cells], self._high[cells]), unit=self._unit
        )
        at, before = int(np.searchsorted(cells, cell)), solver.work
        solver.costs(self._price[cells], self._price[cells])
        solver.force(at, amount)
        solver.restart()
        found = solver.solve()
        solver.free(at)
        self.work += solver.work - before
        return cells, found

    def _move(self, cells: Ints, cell: int, amount: int, *, whole: bool) -> Floats | None:
        """The cheapest movement of the cell by so much among these cells; `whole`: or one near it in whole numbers."""
        solver = Solver(sheet(self._system, cells, self._low[cells], self._high[cells]), unit=self._unit)
        solver.costs(self._price[cells], self._price[cells])
        solver.force(int(np.searchsorted(cells, cell)), amount)
        if self._nodes:
            solver.only_whole(nodes=self._nodes)
        found = solver.solve()
        if found is not None and whole:
            found = dive(solver, found)
        self.work += solver.work
        return found

    def _take(self, cells: Ints, found: Floats) -> None:
        """Hides what the move touches; a fractional move without an exact form proves nothing but shows the way."""
        touched = cells[np.abs(found) > _TOUCHED * self._unit]
        for move in exact_moves(self._system, cells, found, self._unit):
            self._reach.record(self._system, move)
        bought = touched[~self._hidden[touched]]
        self._hidden[bought] = True
        self._price[bought] = self._walk


def _is_odd(found: Floats) -> bool:
    return bool((np.abs(found - np.rint(found)) > _TOUCHED).any())
