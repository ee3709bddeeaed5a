"""The attack on single questions by the shortest move: few are left when the engine's tables are read."""

from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Floats, Ints, runs, starts
from graadmeter.protect.audit.effort import Effort
from graadmeter.protect.audit.learning import learn
from graadmeter.protect.audit.puzzle import Puzzle, game
from graadmeter.protect.audit.ranges import Ranges
from graadmeter.protect.audit.shortest import shortest

_FEW = 40
"""With more questions than these, tables that answer many at once are found sooner."""
_AROUND = 400
"""Cells around the shortest move in fractions that may move when it is looked for in whole numbers."""
_NODES = 200
"""Branches after which that search has no answer; the whole is looked through after it."""
_NEARLY = 1e-6


def look_around(puzzle: Puzzle, ranges: Ranges, effort: Effort) -> None:
    """Moves each of a few open questions about whole numbers as far as it needs, up or else down.

    Two questions of a year of Twente took 60 s by the highest and the lowest they can be; so they take 2 s.
    """
    todo = np.flatnonzero(ranges.open_whole & ranges.in_whole)
    if not 0 < len(todo) <= _FEW:
        return
    neighbours = _Neighbours(puzzle)
    for number in todo.tolist():
        everything = neighbours.of(puzzle.questions[number].cell, len(puzzle.truth))
        half = int(ranges.need[number]) // 2
        for sign, spared in ((1, half), (-1, 0), (1, 0)):
            step = _lacking(ranges, number, sign) - spared
            if not ranges.open_whole[number] or step <= 0:
                continue
            moved = _move(puzzle, ranges, _Aim(number, sign * step, everything), effort)
            if len(moved) and not _reached(ranges, number, sign * step):
                some = neighbours.of(moved, len(moved) + _AROUND)
                _move(puzzle, ranges, _Aim(number, sign * step, some, nodes=_NODES), effort)


def _lacking(ranges: Ranges, number: int, sign: int) -> int:
    """How far above (below) the truth the answer must be seen, after what is known of it below (above) the truth."""
    reached = (ranges.whole_low if sign > 0 else ranges.whole_high)[number]
    return int(ranges.need[number] - abs(ranges.truth[number] - reached))


def _reached(ranges: Ranges, number: int, step: int) -> bool:
    seen = (ranges.whole_high if step > 0 else ranges.whole_low)[number]
    return bool(abs(seen - ranges.truth[number]) >= abs(step))


@dataclass(frozen=True)
class _Aim:
    """Which question to move, how far, by which cells; in whole numbers (after `nodes` branches at most) or not."""

    number: int
    step: int
    cells: Ints
    nodes: int | None = None


def _move(puzzle: Puzzle, ranges: Ranges, aim: _Aim, effort: Effort) -> Ints:
    """What moved in a table in which the answer is so far away; nothing when there is none."""
    force: Floats = np.zeros(len(ranges.need))
    force[aim.number] = np.sign(aim.step)
    here = game(puzzle, aim.cells)
    table = shortest(here, ranges.weights(force, aim.cells, len(puzzle.truth)), abs(aim.step), nodes=aim.nodes)
    effort.programs += aim.nodes is None
    effort.whole_programs += aim.nodes is not None
    if table is None:
        return aim.cells[:0]
    learn(puzzle, here, table, ranges)
    return aim.cells[np.abs(table - here.truth) > _NEARLY]


class _Neighbours:
    """The unknown cells by how many sums lie between them and some others."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        row = np.repeat(np.arange(len(puzzle.low), dtype=np.int64), np.diff(puzzle.start))
        order = np.argsort(puzzle.cell, kind="stable")
        self.row = row[order]
        self.start = starts(puzzle.cell[order], len(puzzle.truth))

    def of(self, cells: Ints, most: int) -> Ints:
        """At most about `most` unknown cells that are nearest to these, ascending; these too when they are unknown."""
        known = self.puzzle.known
        found = np.unique(cells[~known[cells]])
        while len(found) < most:
            rows = np.unique(self.row[runs(self.start, found)[0]])
            near = np.unique(self.puzzle.cell[runs(self.puzzle.start, rows)[0]])
            near = np.setdiff1d(near[~known[near]], found)
            if not len(near):
                break
            found = np.union1d(found, near[: most - len(found)])
        return found
