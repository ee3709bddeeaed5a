"""A linear program over a sheet: the cheapest movement, found again and again with small changes."""

from typing import Any

import highspy
import numpy as np

from graadmeter.protect.arrays import Floats, starts
from graadmeter.protect.search.reduced import Reduced
from graadmeter.protect.search.sheet import Sheet


class Solver:
    """A linear program over a sheet that is solved again and again with small changes. One thread, no randomness.

    It sees the reduced sheet: the largest piece of a year, a new quarter in it, takes 45 processor seconds so, not 61.
    """

    def __init__(self, part: Sheet, *, unit: int) -> None:
        """`unit` scales the numbers the solver sees.

        Each cell that is left has two columns, one by which it rises and, after all those, one by which it falls: so
        falling can cost as much as rising.
        """
        self.unit = unit
        self.work = 0
        """Steps of the simplex method so far: a measure of effort that is the same on every machine."""
        self._left = Reduced.of(part)
        self._impossible: set[int] = set()
        """Cells that were made to move further than they can."""
        left = self._left.sheet
        self._highs = quiet()
        self._all = np.arange(2 * len(left), dtype=np.int32)
        self._high = np.concatenate((left.high, -left.low)) / unit
        self._highs.addVars(2 * len(left), np.zeros(2 * len(left)), self._high)
        self._add_rows(left)

    def _add_rows(self, left: Sheet) -> None:
        size = len(left.below)
        row = np.repeat(np.arange(size, dtype=np.int64), np.diff(left.start))
        row = np.concatenate((row, row))
        column = np.concatenate((left.column, left.column + len(left)))
        coef = np.concatenate((left.coef, -left.coef))
        order = np.argsort(row, kind="stable")
        added = self._highs.addRows(
            size,
            -left.below / self.unit,
            left.above / self.unit,
            len(column),
            starts(row[order], size)[:-1].astype(np.int32),
            column[order].astype(np.int32),
            coef[order].astype(np.float64),
        )
        if added == highspy.HighsStatus.kError:
            raise ValueError("The solver takes none of these rows: without them nothing would hold cells back.")

    def costs(self, rise: Floats, fall: Floats) -> None:
        """Sets what a unit up and a unit down of each cell costs; the solver makes the whole as cheap as it can."""
        self._highs.changeColsCost(len(self._all), self._all, np.concatenate(self._left.paid(rise, fall)))

    def force(self, at: int, amount: int) -> None:
        """Makes the cell at this place move by exactly so much."""
        self._impossible.discard(at)
        column, moved = int(self._left.column[at]), amount * int(self._left.sign[at])
        left = self._left.sheet
        if not moved:
            if amount:
                self._impossible.add(at)
        elif not left.low[column] <= moved <= left.high[column]:
            self._impossible.add(at)
        else:
            self._bound(column, max(moved, 0) / self.unit, max(moved, 0) / self.unit)
            self._bound(column + len(left), max(-moved, 0) / self.unit, max(-moved, 0) / self.unit)

    def free(self, at: int) -> None:
        """Lets the cell at this place move as far as it may."""
        self._impossible.discard(at)
        if self._left.sign[at]:
            at = int(self._left.column[at])
            for column in (at, at + len(self._left.sheet)):
                self._bound(column, 0.0, float(self._high[column]))

    def _bound(self, column: int, low: float, high: float) -> None:
        self._highs.changeColBounds(column, low, high)

    def only_whole(self, *, nodes: int) -> None:
        """From now on only moves in whole numbers; a search gives up after so many branches."""
        kinds = np.full(len(self._all), highspy.HighsVarType.kInteger)
        self._highs.changeColsIntegrality(len(self._all), self._all, kinds)
        self._highs.setOptionValue("mip_max_nodes", nodes)
        self._highs.setOptionValue("mip_max_improving_sols", 1)
        self._highs.setOptionValue("presolve", "on")

    def restart(self) -> None:
        """Begins the next search from no movement at all: the shortest way when only few cells will move."""
        self._highs.setBasis()

    def solve(self) -> Floats | None:
        """How far each cell moves in whole units, or None when no movement is possible or found."""
        if self._impossible or not len(self._all):
            return None if self._impossible else self._left.spread(np.zeros(0))
        self._highs.run()
        info = self._highs.getInfo()
        self.work += max(int(info.simplex_iteration_count), 0)
        if info.primal_solution_status != _FEASIBLE or self._highs.getModelStatus() not in _ENDS:
            return None
        found: Floats = np.asarray(self._highs.getSolution().col_value, dtype=np.float64) * self.unit
        size = len(self._left.sheet)
        return self._left.spread(found[:size] - found[size:])


_FEASIBLE = 2
_ENDS = (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kSolutionLimit)


def quiet() -> Any:
    """A solver that says nothing, on one thread and without randomness."""
    create: Any = highspy.Highs
    highs = create()
    highs.silent()
    for option, value in (("presolve", "off"), ("solver", "simplex"), ("threads", 1), ("random_seed", 1)):
        highs.setOptionValue(option, value)
    return highs
