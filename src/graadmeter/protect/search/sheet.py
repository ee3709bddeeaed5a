"""A part of a system as a linear program: some cells may move between limits, all others stay as they are."""

from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Bools, Ints, numbered, runs, starts
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
    held = binding(local, coef * low[column], coef * high[column], below, above)
    if inside:
        held &= ~_reaching_out(system, names, cells)
    keep = held[local]
    number = np.cumsum(held) - 1
    return Sheet(
        cells=cells,
        low=low,
        high=high,
        start=starts(number[local[keep]], int(held.sum())),
        column=column[keep],
        coef=coef[keep],
        below=below[held],
        above=above[held],
    )


def _reaching_out(system: System, rows: Ints, cells: Ints) -> Bools:
    """Which of the rows hold cells that may move, other than these."""
    other = ~system.frozen
    other[cells] = False
    place, owner = runs(system.rows.start, rows)
    out: Bools = np.bincount(owner, weights=other[system.rows.cell[place]], minlength=len(rows)) > 0
    return out


def binding(local: Ints, one: Ints, other: Ints, below: Ints, above: Ints) -> Bools:
    """The rows that some movement within the limits would break."""
    most = np.bincount(local, weights=np.maximum(one, other), minlength=len(below))
    least = np.bincount(local, weights=np.minimum(one, other), minlength=len(below))
    broken: Bools = (most > above) | (least < -below)
    return broken
