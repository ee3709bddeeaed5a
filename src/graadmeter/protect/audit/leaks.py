"""A last look at each question that the attack left open: is it a leak, and which sums give it away?"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Floats, Ints
from graadmeter.protect.audit.attack import questions_about
from graadmeter.protect.audit.effort import Effort
from graadmeter.protect.audit.learning import learn
from graadmeter.protect.audit.program import Program
from graadmeter.protect.audit.propagation import propagate
from graadmeter.protect.audit.puzzle import Game, Puzzle, Question, game, pieces
from graadmeter.protect.audit.ranges import Ranges
from graadmeter.protect.search.scale import solver_unit

_MOST_WORDS = 6
"""Sums that are named; more than these nobody reads."""
_NEARBY = 4
"""How many times what the widest question needs cells may move in the quick look."""
_NODES = 5_000
"""Branches after which a program in whole numbers has no answer: what it was asked about then counts as a leak."""
_MOST_LEAKS = 20
"""Leaks that are looked into; with fewer or more of them nothing is published."""


@dataclass(frozen=True)
class Leak:
    """Something that can be worked out too well from what is published."""

    name: str
    low: float
    high: float
    need: int
    because: tuple[Text, ...]
    """The sums that give it away, in words."""

    @property
    def exact(self) -> bool:
        """Whether nothing at all is left to guess."""
        return self.high - self.low < 1


def leaks(puzzle: Puzzle, ranges: Ranges, effort: Effort) -> list[Leak]:
    """Every question whose range is too narrow, over all tables or over those in whole numbers.

    Cells may move without bounds here, so that what is found is the true range.
    """
    found = _told(puzzle)
    for piece in pieces(puzzle) if ranges.open_whole.any() else ():
        about = questions_about(ranges, piece, len(puzzle.truth)) & ranges.open_whole
        if about.any() and len(found) < _MOST_LEAKS:
            radius = int(ranges.need[about].max())
            found += _narrow(puzzle, ranges, np.flatnonzero(about), _Solvers(game(puzzle, piece), radius, effort))
    return found


def _told(puzzle: Puzzle) -> list[Leak]:
    """Questions that are about nothing but what is published: a rest of two counts that are both shown."""
    told = [one for one in puzzle.questions if one.need > 0 and puzzle.known[one.cell].all()]
    answers = [float((one.coef * puzzle.truth[one.cell]).sum()) for one in told]
    shown = Text("alles waar het uit volgt staat er", "all that it follows from is shown")
    pairs = zip(told, answers, strict=True)
    return [Leak(one.name, answer, answer, one.need, (shown,)) for one, answer in pairs][:_MOST_LEAKS]


@dataclass
class _Solvers:
    """The programs for one game, made when they are needed."""

    here: Game
    radius: int
    effort: Effort
    linear: Program | None = None
    integer: Program | None = None
    nearby: Program | None = None

    def best_nearby(self, weight: Floats) -> Floats | None:
        """The best table in whole numbers in which no cell moves far: found ten times as fast as among all."""
        if self.nearby is None:
            self.nearby = Program(self.here, scale=1, radius=self.radius * _NEARBY)
            self.nearby.whole(nodes=_NODES)
        self.effort.whole_programs += 1
        return self.nearby.best(weight)

    def best(self, weight: Floats, *, whole: bool) -> tuple[Floats | None, Ints]:
        """The best table, None when there is no limit, and the rows that hold it in place."""
        if whole:
            if self.integer is None:
                self.integer = Program(self.here, scale=1, radius=None)
                self.integer.whole(nodes=_NODES)
            self.effort.whole_programs += 1
            return self.integer.best(weight), np.zeros(0, dtype=np.int64)
        if self.linear is None:
            self.linear = Program(self.here, scale=solver_unit(self.radius), radius=None)
        self.effort.programs += 1
        table = self.linear.best(weight)
        return table, self.linear.used_rows()


def _narrow(puzzle: Puzzle, ranges: Ranges, numbers: Ints, solvers: _Solvers) -> list[Leak]:
    found: list[Leak] = []
    for number in numbers:
        rows: set[int] = set()
        if ranges.open[number]:
            rows = _stretch(puzzle, ranges, solvers, int(number), whole=False)
        if ranges.open_whole[number] and not ranges.open[number]:
            _stretch_nearby(puzzle, ranges, solvers, int(number))
        if ranges.open_whole[number] and not ranges.open[number]:
            _stretch(puzzle, ranges, solvers, int(number), whole=True)
        if ranges.open_whole[number]:
            found.append(_leak(puzzle, ranges, solvers.here, int(number), rows))
        if len(found) == _MOST_LEAKS:
            break
    return found


def _stretch_nearby(puzzle: Puzzle, ranges: Ranges, solvers: _Solvers, number: int) -> None:
    """Moves one question up and down among tables in whole numbers that are near, which nearly always is enough."""
    for weight in _both_ways(puzzle, ranges, solvers, number):
        table = solvers.best_nearby(weight)
        if table is not None:
            learn(puzzle, solvers.here, table, ranges)


def _both_ways(puzzle: Puzzle, ranges: Ranges, solvers: _Solvers, number: int) -> Iterator[Floats]:
    """The weights of the cells that pull one question up, then those that pull it down."""
    for sign in (1.0, -1.0):
        force = np.zeros(len(ranges.need))
        force[number] = sign
        yield ranges.weights(force, solvers.here.cells, len(puzzle.truth))


def _stretch(puzzle: Puzzle, ranges: Ranges, solvers: _Solvers, number: int, *, whole: bool) -> set[int]:
    """Moves one question as far up and down as it goes; the rows that stop it."""
    rows: set[int] = set()
    for sign, weight in zip((1, -1), _both_ways(puzzle, ranges, solvers, number), strict=True):
        table, used = solvers.best(weight, whole=whole)
        if table is not None:
            learn(puzzle, solvers.here, table, ranges)
            rows |= {int(row) for row in used}
        elif not whole:
            ranges.unlimited(number, up=sign > 0)
    return rows


def _leak(puzzle: Puzzle, ranges: Ranges, here: Game, number: int, rows: set[int]) -> Leak:
    question = puzzle.questions[number]
    named = _simple_rows(question, here) or sorted(rows)
    only_whole = not ranges.open[number]
    low, high = (ranges.whole_low, ranges.whole_high) if only_whole else (ranges.low, ranges.high)
    because = tuple(puzzle.words(row) for row in named[:_MOST_WORDS])
    return Leak(question.name, float(low[number]), float(high[number]), question.need, because)


def _simple_rows(question: Question, here: Game) -> list[int]:
    """The one or two sums that narrow a single cell down by themselves, if there are such."""
    if len(question.cell) != 1:
        return []
    bounds = propagate(here)
    place = int(np.searchsorted(here.cells, question.cell[0]))
    if bounds.high[place] - bounds.low[place] >= question.need:
        return []
    return sorted({int(row) for row in (bounds.low_by[place], bounds.high_by[place]) if row >= 0})
