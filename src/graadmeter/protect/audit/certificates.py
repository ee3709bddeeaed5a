"""Checks the engine's proofs in exact numbers: each is a table that fits, and together they leave room enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from graadmeter.protect.arrays import Ints, runs, starts
from graadmeter.protect.audit.puzzle import Puzzle
from graadmeter.protect.system import UNBOUNDED


@dataclass(frozen=True)
class Certificate:
    """A table that is said to fit, as differences from the truth: `step / parts` for some cells of a puzzle."""

    cell: Ints
    step: Ints
    parts: int


class Checker:
    """Tries certificates on a puzzle and remembers how far each cell can go."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        owner = np.repeat(np.arange(len(puzzle.low), dtype=np.int64), np.diff(puzzle.start))
        order = np.argsort(puzzle.cell, kind="stable")
        self._start = starts(puzzle.cell[order], len(puzzle.truth))
        self._row, self._coef = owner[order], puzzle.coef[order]
        self._now = np.zeros(len(puzzle.low), dtype=np.int64)
        np.add.at(self._now, owner, puzzle.coef * puzzle.truth[puzzle.cell])
        self._rise, self._fall = _Furthest(len(puzzle.truth)), _Furthest(len(puzzle.truth))

    def fits(self, one: Certificate) -> bool:
        """Whether the table keeps all that is published, all limits and all sums; if so its reach is remembered."""
        puzzle = self.puzzle
        value = puzzle.truth[one.cell] * one.parts + one.step
        if puzzle.known[one.cell].any() or (value < puzzle.floor[one.cell] * one.parts).any():
            return False
        if (value > puzzle.ceiling[one.cell] * one.parts).any() or not self._keeps_sums(one):
            return False
        self._rise.learn(one.cell, one.step, one.parts)
        self._fall.learn(one.cell, -one.step, one.parts)
        return True

    def _keeps_sums(self, one: Certificate) -> bool:
        place, entry = runs(self._start, one.cell)
        rows, number = np.unique(self._row[place], return_inverse=True)
        sums = self._now[rows] * one.parts
        np.add.at(sums, number, self._coef[place] * one.step[entry])
        low, high = self.puzzle.low[rows], self.puzzle.high[rows]
        least = np.where(low > -UNBOUNDED, low * one.parts, sums)
        most = np.where(high < UNBOUNDED, high * one.parts, sums)
        return bool((least <= sums).all() and (sums <= most).all())

    def unproven(self) -> Sequence[str]:
        """The hidden figures that the certificates leave too little room."""
        single = [one for one in self.puzzle.questions if len(one.cell) == 1]
        return [one.name for one in single if self._room(int(one.cell[0])) < one.need]

    def _room(self, cell: int) -> Fraction:
        return self._rise.of(cell) + self._fall.of(cell)


class _Furthest:
    """Per cell the largest fraction seen, exactly."""

    def __init__(self, size: int) -> None:
        self._step = np.zeros(size, dtype=np.int64)
        self._parts = np.ones(size, dtype=np.int64)

    def learn(self, cell: Ints, step: Ints, parts: int) -> None:
        further = step * self._parts[cell] > self._step[cell] * parts
        self._step[cell[further]] = step[further]
        self._parts[cell[further]] = parts

    def of(self, cell: int) -> Fraction:
        return Fraction(int(self._step[cell]), int(self._parts[cell]))
