"""The attack by linear programming: how far can every hidden figure be worked out from all that is published?"""

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.audit.around import look_around
from graadmeter.protect.audit.effort import Effort
from graadmeter.protect.audit.learning import learn
from graadmeter.protect.audit.program import Program
from graadmeter.protect.audit.puzzle import Puzzle, game, pieces
from graadmeter.protect.audit.ranges import Ranges
from graadmeter.protect.search.scale import solver_unit

_ROUNDS = 100
_STALE = 8
"""Rounds without a gain after which the attack at large stops."""


def widen(puzzle: Puzzle, ranges: Ranges, effort: Effort, *, seed: int = 7) -> None:
    """Finds tables that fit until every range is wide enough or nothing more is found nearby.

    One table answers many questions at once: all open ones are pulled together, each up or down. Few are first looked
    at by themselves.
    """
    look_around(puzzle, ranges, effort)
    if not ranges.open_whole.any():
        return
    chance = np.random.default_rng(seed)
    unknown = puzzle.unknown
    for part in np.unique(puzzle.part[unknown]):
        if part >= 0:
            _pull(puzzle, unknown[puzzle.part[unknown] == part], ranges, chance, effort)
    for piece in pieces(puzzle):
        _pull(puzzle, piece[puzzle.part[piece] < 0], ranges, chance, effort)
        _pull(puzzle, piece, ranges, chance, effort)


def _pull(puzzle: Puzzle, cells: Ints, ranges: Ranges, chance: np.random.Generator, effort: Effort) -> None:
    among = questions_about(ranges, cells, len(puzzle.truth))
    if not (among & ranges.open_whole).any():
        return
    radius = int(ranges.need[among].max(initial=1))
    here = game(puzzle, cells)
    program = Program(here, scale=solver_unit(radius), radius=radius)
    stale = 0
    for number in range(_ROUNDS):
        todo = among & ranges.open_whole
        if not todo.any() or stale == _STALE:
            return
        force = np.where(todo, _direction(number, len(todo), chance), 0.0)
        table = program.best(ranges.weights(force, cells, len(puzzle.truth)))
        effort.programs += 1
        if table is not None:
            learn(puzzle, here, table, ranges)
        stale = stale + 1 if (among & ranges.open_whole).sum() == todo.sum() else 0


def _direction(number: int, size: int, chance: np.random.Generator) -> Floats:
    """Once all up, once all down, then any way."""
    strength: Floats = 0.2 + chance.random(size)
    signs = {0: np.ones(size), 1: -np.ones(size)}.get(number, chance.choice([-1.0, 1.0], size))
    return strength * signs


def questions_about(ranges: Ranges, cells: Ints, size: int) -> Bools:
    """The questions over cells that may move, none other."""
    free = np.zeros(size, dtype=np.int64)
    free[cells] = 1
    owner = np.repeat(np.arange(len(ranges.need)), np.diff(ranges.start))
    about: Bools = np.bincount(owner, weights=free[ranges.cell], minlength=len(ranges.need)) > 0
    return about
