"""Finds out which hidden cells are safe already: moves over hidden cells only, many cells at a time."""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.moves import exact_move
from graadmeter.protect.reach import Reach
from graadmeter.protect.scale import solver_unit
from graadmeter.protect.sheet import Solver, sheet
from graadmeter.protect.system import System

_STALE = 3
"""Rounds without a gain after which the search stops."""


def search(system: System, hidden: Ints, reach: Reach, chance: np.random.Generator, *, rounds: int) -> None:
    """Records moves over the cells `hidden` until all are proven safe or nothing more is found.

    Each round pushes all unproven cells at once, within the width they need, each up or down with its own force. A
    corner of the polytope then has most of them at a limit, so that one solution proves many cells.
    """
    width = system.need[hidden].max(initial=1)
    unit = solver_unit(width)
    part = sheet(system, hidden, -np.minimum(system.down[hidden], width), np.minimum(system.up[hidden], width))
    solver = Solver(part, unit=unit)
    lacking = reach.lacking(system, hidden)
    stale = 0
    for number in range(rounds):
        if not lacking.any() or stale == _STALE:
            return
        push = _direction(system, hidden, number, chance) * (0.5 + chance.random(len(hidden)))
        solver.costs(np.where(lacking, -push, 0.0))
        found = solver.solve()
        move = None if found is None else exact_move(system, hidden, found, unit)
        before = int(lacking.sum())
        if move is not None:
            reach.record(system, move)
            lacking = reach.lacking(system, hidden)
        stale = stale + 1 if int(lacking.sum()) == before else 0


def _direction(system: System, hidden: Ints, number: int, chance: np.random.Generator) -> Ints:
    """All up, all down, then any way; a cell that cannot fall is always pushed up."""
    up: Bools = np.full(len(hidden), number == 0) if number <= 1 else chance.integers(0, 2, len(hidden)) == 1
    return np.where(up | (system.down[hidden] == 0), 1, -1)
