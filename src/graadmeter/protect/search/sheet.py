"""A part of a system as a linear program: some cells may move between limits, all others stay as they are."""

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, numbered, runs, starts
from graadmeter.protect.system import System


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows that hold back a set of moving cells. Columns are places in `cells`; limits are in whole units."""

    cells: Ints
    low: Ints
    high: Ints
    start: Ints
    column: Ints
    coef: Ints
    below: Ints
    above: Ints

    def __len__(self) -> int:
        """How many cells may move."""
        return len(self.cells)


def sheet(system: System, cells: Ints, low: Ints, high: Ints, *, inside: bool = False) -> Sheet:
    """The part of the system in which `cells` (ascending) move between `low` and `high`.

    Rows that cannot be broken within these limits are left out; there are many, since most inequalities have room.
    `inside`: so are rows that hold other cells that may move.
    """
    start, row, coef = system.columns
    place, column = runs(start, cells)
    row, coef = row[place], coef[place]
    order = np.argsort(row, kind="stable")
    names, local = numbered(row[order])
    column, coef = column[order], coef[order]
    below, above = system.rows.below[names], system.rows.above[names]
    binding = _binding(local, coef * low[column], coef * high[column], below, above)
    if inside:
        binding &= ~_reaching_out(system, names, cells)
    keep = binding[local]
    number = np.cumsum(binding) - 1
    return Sheet(
        cells=cells,
        low=low,
        high=high,
        start=starts(number[local[keep]], int(binding.sum())),
        column=column[keep],
        coef=coef[keep],
        below=below[binding],
        above=above[binding],
    )


def _reaching_out(system: System, rows: Ints, cells: Ints) -> Bools:
    """Which of the rows hold cells that may move, other than these."""
    other = ~system.frozen
    other[cells] = False
    place, owner = runs(system.rows.start, rows)
    out: Bools = np.bincount(owner, weights=other[system.rows.cell[place]], minlength=len(rows)) > 0
    return out


def _binding(local: Ints, one: Ints, other: Ints, below: Ints, above: Ints) -> Bools:
    """The rows that some movement within the limits would break."""
    most = np.bincount(local, weights=np.maximum(one, other), minlength=len(below))
    least = np.bincount(local, weights=np.minimum(one, other), minlength=len(below))
    broken: Bools = (most > above) | (least < -below)
    return broken


class Solver:
    """A linear program over a sheet that is solved again and again with small changes. One thread, no randomness."""

    def __init__(self, part: Sheet, *, unit: int) -> None:
        """`unit` scales the numbers the solver sees.

        Each cell has two columns, one by which it rises and, after all those, one by which it falls: so falling can
        cost as much as rising.
        """
        self.part = part
        self.unit = unit
        self.work = 0
        """Steps of the simplex method so far: a measure of effort that is the same on every machine."""
        self._highs = quiet()
        self._all = np.arange(2 * len(part), dtype=np.int32)
        self._high = np.concatenate((part.high, -part.low)) / unit
        self._highs.addVars(2 * len(part), np.zeros(2 * len(part)), self._high)
        self._add_rows()

    def _add_rows(self) -> None:
        part, size = self.part, len(self.part.below)
        row = np.repeat(np.arange(size, dtype=np.int64), np.diff(part.start))
        row = np.concatenate((row, row))
        column = np.concatenate((part.column, part.column + len(part)))
        coef = np.concatenate((part.coef, -part.coef))
        order = np.argsort(row, kind="stable")
        added = self._highs.addRows(
            size,
            -part.below / self.unit,
            part.above / self.unit,
            len(column),
            starts(row[order], size)[:-1].astype(np.int32),
            column[order].astype(np.int32),
            coef[order].astype(np.float64),
        )
        if added == highspy.HighsStatus.kError:
            raise ValueError("The solver takes none of these rows: without them nothing would hold cells back.")

    def costs(self, rise: Floats, fall: Floats) -> None:
        """Sets what a unit up and a unit down of each cell costs; the solver makes the whole as cheap as it can."""
        self._highs.changeColsCost(len(self._all), self._all, np.concatenate((rise, fall)))

    def force(self, at: int, amount: int) -> None:
        """Makes the cell at this place move by exactly so much."""
        self._bound(at, max(amount, 0) / self.unit, max(amount, 0) / self.unit)
        self._bound(at + len(self.part), max(-amount, 0) / self.unit, max(-amount, 0) / self.unit)

    def free(self, at: int) -> None:
        """Lets the cell at this place move as far as it may."""
        for column in (at, at + len(self.part)):
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
        self._highs.run()
        info = self._highs.getInfo()
        self.work += max(int(info.simplex_iteration_count), 0)
        if info.primal_solution_status != _FEASIBLE or self._highs.getModelStatus() not in _ENDS:
            return None
        found: Floats = np.asarray(self._highs.getSolution().col_value, dtype=np.float64) * self.unit
        moved: Floats = found[: len(self.part)] - found[len(self.part) :]
        return moved


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
