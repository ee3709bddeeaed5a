"""A part of a system as a linear program: some cells may move between limits, all others stay as they are."""

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, runs, starts
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


def sheet(system: System, cells: Ints, low: Ints, high: Ints) -> Sheet:
    """The part of the system in which `cells` (ascending) move between `low` and `high`.

    Rows that cannot be broken within these limits are left out; there are many, since most inequalities have room.
    """
    start, row, coef = system.columns
    place, column = runs(start, cells)
    row, coef = row[place], coef[place]
    order = np.argsort(row, kind="stable")
    names, local = np.unique(row[order], return_inverse=True)
    column, coef = column[order], coef[order]
    below, above = system.rows.below[names], system.rows.above[names]
    binding = _binding(local, coef * low[column], coef * high[column], below, above)
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


def _binding(local: Ints, one: Ints, other: Ints, below: Ints, above: Ints) -> Bools:
    """The rows that some movement within the limits would break."""
    most = np.bincount(local, weights=np.maximum(one, other), minlength=len(below))
    least = np.bincount(local, weights=np.minimum(one, other), minlength=len(below))
    broken: Bools = (most > above) | (least < -below)
    return broken


class Solver:
    """A linear program over a sheet that is solved again and again with small changes. One thread, no randomness."""

    def __init__(self, part: Sheet, *, unit: int, split: Ints | None = None) -> None:
        """`unit` scales the numbers the solver sees.

        The cells at the places `split` get a second column, after all others, by which they fall; the first then only
        lets them rise. So falling can cost as much as rising.
        """
        self.part = part
        self.unit = unit
        self._split = np.zeros(0, dtype=np.int64) if split is None else split
        self._columns = len(part) + len(self._split)
        self._highs = _quiet()
        self._all = np.arange(self._columns, dtype=np.int32)
        low = np.concatenate((part.low, np.zeros(len(self._split), dtype=np.int64)))
        low[self._split] = 0
        high = np.concatenate((part.high, -part.low[self._split]))
        self._highs.addVars(self._columns, low / unit, high / unit)
        self._add_rows()

    def _add_rows(self) -> None:
        part, size = self.part, len(self.part.below)
        row = np.repeat(np.arange(size, dtype=np.int64), np.diff(part.start))
        second = np.full(len(part), -1, dtype=np.int64)
        second[self._split] = len(part) + np.arange(len(self._split))
        falls = second[part.column] >= 0
        column = np.concatenate((part.column, second[part.column[falls]]))
        coef = np.concatenate((part.coef, -part.coef[falls]))
        row = np.concatenate((row, row[falls]))
        order = np.argsort(row, kind="stable")
        self._highs.addRows(
            size,
            -part.below / self.unit,
            part.above / self.unit,
            len(column),
            starts(row[order], size)[:-1].astype(np.int32),
            column[order].astype(np.int32),
            coef[order].astype(np.float64),
        )

    def costs(self, cost: Floats) -> None:
        """Sets what a unit of each column costs; the solver makes the whole as cheap as it can."""
        self._highs.changeColsCost(self._columns, self._all, cost)

    def limit(self, columns: Ints, low: Floats, high: Floats) -> None:
        """Sets other limits, in whole units."""
        self._highs.changeColsBounds(len(columns), columns.astype(np.int32), low / self.unit, high / self.unit)

    def solve(self) -> Floats | None:
        """How far each cell moves in whole units, or None when no movement is possible."""
        self._highs.run()
        if self._highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found: Floats = np.asarray(self._highs.getSolution().col_value, dtype=np.float64) * self.unit
        moved = found[: len(self.part)]
        moved[self._split] -= found[len(self.part) :]
        return moved


def _quiet() -> Any:
    create: Any = highspy.Highs
    highs = create()
    highs.silent()
    for option, value in (("presolve", "off"), ("solver", "simplex"), ("threads", 1), ("random_seed", 1)):
        highs.setOptionValue(option, value)
    return highs
