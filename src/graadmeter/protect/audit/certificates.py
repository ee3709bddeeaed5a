"""Checks the engine's proofs in exact numbers: each is a table that fits, and together they leave room enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from graadmeter.protect.arrays import Bools, Ints, runs, starts
from graadmeter.protect.audit.puzzle import Puzzle
from graadmeter.protect.system import UNBOUNDED

_BATCH = 2_000
"""Certificates that are checked at a time."""


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

    def fitting(self, claims: Sequence[Certificate]) -> list[Certificate]:
        """Those that keep all that is published, all limits and all sums; their reach is remembered.

        Many are looked at together, which is much faster than one by one.
        """
        found: list[Certificate] = []
        for first in range(0, len(claims), _BATCH):
            some = claims[first : first + _BATCH]
            wrong = self._wrong(some)
            found += [one for one, bad in zip(some, wrong, strict=True) if not bad]
        for one in found:
            self._rise.learn(one.cell, one.step, one.parts)
            self._fall.learn(one.cell, -one.step, one.parts)
        return found

    def _wrong(self, some: Sequence[Certificate]) -> Bools:
        """Of each certificate whether it shows something else than is published, or breaks a limit or a sum."""
        puzzle = self.puzzle
        sizes = [len(one.cell) for one in some]
        owner = np.repeat(np.arange(len(some), dtype=np.int64), sizes)
        cell, step = (np.concatenate([getattr(one, name) for one in some]) for name in ("cell", "step"))
        parts = np.array([one.parts for one in some], dtype=np.int64)
        value = puzzle.truth[cell] * parts[owner] + step
        out = puzzle.known[cell] | (value < puzzle.floor[cell] * parts[owner])
        out |= value > puzzle.ceiling[cell] * parts[owner]
        wrong = np.zeros(len(some), dtype=np.bool_)
        wrong[owner[out]] = True
        place, entry = runs(self._start, cell)
        key, number = np.unique(owner[entry] * len(self._now) + self._row[place], return_inverse=True)
        table, row = np.divmod(key, len(self._now))
        sums = self._now[row] * parts[table]
        np.add.at(sums, number, self._coef[place] * step[entry])
        low, high = puzzle.low[row], puzzle.high[row]
        under = (low > -UNBOUNDED) & (sums < low * parts[table])
        over = (high < UNBOUNDED) & (sums > high * parts[table])
        wrong[table[under | over]] = True
        return wrong

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
