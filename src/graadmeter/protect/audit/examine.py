"""Runs every attack on one puzzle and says what they came to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Bools
from graadmeter.protect.audit.attack import widen
from graadmeter.protect.audit.certificates import Certificate
from graadmeter.protect.audit.effort import Effort
from graadmeter.protect.audit.leaks import Leak, leaks
from graadmeter.protect.audit.propagation import propagate
from graadmeter.protect.audit.puzzle import Puzzle, from_system, game
from graadmeter.protect.audit.ranges import Ranges
from graadmeter.protect.system import System


@dataclass(frozen=True)
class Findings:
    """The outcome for one puzzle."""

    leaks: tuple[Leak, ...]
    questions: int
    """How many hidden figures and rests were attacked."""
    narrowed: int
    """How many of these one sum after another narrows down to less than they need."""
    whole: int
    """How many were shown to be safe by tables in whole numbers that were checked exactly."""
    effort: Effort

    @property
    def passed(self) -> bool:
        """Whether nothing can be worked out."""
        return not self.leaks


def examine(puzzle: Puzzle, tables: Sequence[Certificate] = ()) -> Findings:
    """Attacks by propagation, by linear programs and, where these leave doubt, by programs in whole numbers.

    `tables` were checked to fit: what they settle needs no attack, for no program finds less than a table that is
    there. On a year of Twente that leaves a tenth of the programs.
    """
    effort = Effort()
    ranges = Ranges.of(puzzle.questions, puzzle.truth)
    learn_tables(ranges, tables)
    narrowed = _narrowed(puzzle)
    widen(puzzle, ranges, effort)
    found = leaks(puzzle, ranges, effort)
    whole = int((~ranges.open_whole & ranges.in_whole).sum())
    return Findings(tuple(found), len(puzzle.questions), narrowed, whole, effort)


def audit(system: System, hidden: Bools) -> Findings:
    """Attacks a general system of cells and sums in which the cells marked `hidden` are not shown."""
    return examine(from_system(system, hidden))


def learn_tables(ranges: Ranges, tables: Sequence[Certificate]) -> None:
    """Widens the ranges by tables that were checked to fit."""
    if tables and len(ranges.need):
        ranges.learn_steps(
            np.repeat(np.arange(len(tables), dtype=np.int64), [len(one.cell) for one in tables]),
            np.concatenate([one.cell for one in tables]),
            np.concatenate([one.step for one in tables]),
            np.array([one.parts for one in tables], dtype=np.int64),
        )


def _narrowed(puzzle: Puzzle) -> int:
    unknown = puzzle.unknown
    bounds = propagate(game(puzzle, unknown))
    place = np.full(len(puzzle.truth), -1, dtype=np.int64)
    place[unknown] = np.arange(len(unknown))
    single = [one for one in puzzle.questions if len(one.cell) == 1]
    at = place[np.array([one.cell[0] for one in single], dtype=np.int64)]
    need = np.array([one.need for one in single], dtype=np.int64)
    return int((bounds.high[at] - bounds.low[at] < need).sum())
