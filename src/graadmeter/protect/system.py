"""Cells and the sums that tie them together: what an attacker knows to be true, whatever is hidden."""

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, runs, starts

UNBOUNDED = 1 << 50
"""Stands for 'no limit' among whole numbers."""


@dataclass(frozen=True)
class Rows:
    """Sparse sums over cells. What `sum(coef * cell)` is now in a row, it is known to be, less `below` or plus `above`.

    Both are 0 for an equation. For `parts >= whole`, `below` is what the parts have over and `above` is UNBOUNDED.
    """

    start: Ints
    cell: Ints
    coef: Ints
    below: Ints
    above: Ints

    @classmethod
    def equations(cls, row: Ints, cell: Ints, coef: Ints) -> Self:
        """Equations `sum(coef * cell) = 0` from one entry per (row, cell); rows are numbered from 0."""
        nothing = np.zeros(int(row.max(initial=-1)) + 1, dtype=np.int64)
        return cls.of(row, cell, coef, nothing, nothing)

    @classmethod
    def of(cls, row: Ints, cell: Ints, coef: Ints, below: Ints, above: Ints) -> Self:
        """Rows from entries (row, cell, coef); `below` and `above` have one element per row.

        Two entries of one cell in a row are taken as one: where two figures are one count (a single provider, and all
        providers together), what ties them ties that count to itself.
        """
        order = np.lexsort((cell, row))
        row, cell, coef = row[order], cell[order], coef[order]
        first = np.flatnonzero(np.diff(row, prepend=-1).astype(np.bool_) | np.diff(cell, prepend=-1).astype(np.bool_))
        if len(first) < len(row):
            coef = np.add.reduceat(coef, first)
            kept = first[coef != 0]
            row, cell, coef = row[kept], cell[kept], coef[coef != 0]
        return cls(starts(row, len(below)), cell, coef, below, above)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.below)

    def distinct(self) -> Self:
        """The same without rows that say what another row says."""
        marks = np.random.default_rng(0).integers(1, 1 << 62, size=int(self.cell.max(initial=0)) + 1)
        label = np.zeros(len(self), dtype=np.int64)
        np.add.at(label, self.owner, marks[self.cell] * self.coef)
        _, kept = np.unique(np.stack((label, self.below, self.above)), axis=1, return_index=True)
        kept = np.sort(kept)
        place, row = runs(self.start, kept)
        return type(self).of(row, self.cell[place], self.coef[place], self.below[kept], self.above[kept])

    @cached_property
    def owner(self) -> Ints:
        """The row of each entry."""
        return np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.start))

    def by_cell(self, size: int) -> tuple[Ints, Ints, Ints]:
        """The rows each of `size` cells is in: run starts per cell, rows and coefficients."""
        order = np.argsort(self.cell, kind="stable")
        return starts(self.cell[order], size), self.owner[order], self.coef[order]


@dataclass(frozen=True)
class System:
    """Everything that suppression and its proof look at. All arrays but the rows have one element per cell."""

    value: Ints
    floor: Ints
    """The least an attacker deems possible for the cell when it is hidden."""
    ceiling: Ints
    """The most an attacker deems possible; UNBOUNDED when nothing is known."""
    need: Ints
    """How wide the range of possible values of the cell must be, when it is hidden."""
    cost: Floats
    """What it costs to hide the cell."""
    sensitive: Bools
    """The cell must be hidden."""
    latent: Bools
    """The cell is never shown and has no cost: something that could be worked out, not a figure of its own."""
    frozen: Bools
    """Everybody knows the cell: it is shown whatever happens (true zeros)."""
    module: Ints
    """The small part of the system in which the cell is best protected; -1 for none."""
    rows: Rows

    @classmethod
    def of_counts(cls, value: Ints, rows: Rows, *, threshold: int, interval: int = 1, least: int = 1) -> Self:
        """Counts: those from 1 to below the threshold are sensitive, zeros are shown, and hiding one costs its value.

        `interval` is the width of the range that a hidden count must have, `least` the least that is believed of it.
        """
        size = len(value)
        return cls(
            value=value,
            floor=np.full(size, least, dtype=np.int64),
            ceiling=np.full(size, UNBOUNDED, dtype=np.int64),
            need=np.full(size, interval, dtype=np.int64),
            cost=value.astype(np.float64),
            sensitive=(value > 0) & (value < threshold),
            latent=np.zeros(size, dtype=np.bool_),
            frozen=value == 0,
            module=np.full(size, -1, dtype=np.int64),
            rows=rows,
        )

    def __len__(self) -> int:
        """How many cells there are."""
        return len(self.value)

    @cached_property
    def down(self) -> Ints:
        """How far each cell may fall before an attacker would no longer believe it."""
        down: Ints = np.maximum(self.value - self.floor, 0)
        return down

    @cached_property
    def up(self) -> Ints:
        """How far each cell may rise."""
        up: Ints = np.maximum(self.ceiling - self.value, 0)
        return up

    @cached_property
    def columns(self) -> tuple[Ints, Ints, Ints]:
        """The rows each cell is in: run starts per cell, rows and coefficients."""
        return self.rows.by_cell(len(self))

    def touching(self, cells: Ints) -> Ints:
        """The rows that any of the cells is in, ascending."""
        start, row, _ = self.columns
        place, _ = runs(start, cells)
        return np.unique(row[place])
