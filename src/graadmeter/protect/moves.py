"""Moves: other tables that fit everything published, written as differences from the true one, in exact numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, runs
from graadmeter.protect.system import System

_DENOMINATORS = (1, 2, 3, 4, 5, 6, 8, 10, 12)
_NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Move:
    """Cells and by how much they differ: `step / parts`, in whole numbers."""

    cell: Ints
    step: Ints
    parts: int


def exact_move(system: System, cells: Ints, found: Floats, unit: int) -> Move | None:
    """The exact move near a solution of a solver, or None when there is none that fits every row it touches.

    `unit` is the scale in which the solver worked: its errors are a millionth of it.
    """
    near = min(_NEAR * unit, 0.25)
    for parts in _DENOMINATORS:
        scaled = found * parts
        whole = np.rint(scaled)
        if np.all(np.abs(scaled - whole) < near * parts):
            some = whole != 0
            move = Move(cells[some], whole[some].astype(np.int64), parts)
            if fits(system, [move])[0]:
                return move
    return None


def fits(system: System, moves: Sequence[Move]) -> Bools:
    """Of each move whether the table it leads to is possible: every cell in its range, every row kept exactly."""
    if not moves:
        return np.zeros(0, dtype=np.bool_)
    sizes = [len(move.cell) for move in moves]
    owner = np.repeat(np.arange(len(moves), dtype=np.int64), sizes)
    cell = np.concatenate([move.cell for move in moves])
    step = np.concatenate([move.step for move in moves])
    parts = np.array([move.parts for move in moves], dtype=np.int64)
    wrong = np.zeros(len(moves), dtype=np.bool_)
    within = (-step <= system.down[cell] * parts[owner]) & (step <= system.up[cell] * parts[owner])
    wrong[owner[~within | system.frozen[cell]]] = True
    wrong[_broken(system, owner, cell, step, parts)] = True
    return ~wrong


def _broken(system: System, owner: Ints, cell: Ints, step: Ints, parts: Ints) -> Ints:
    """The moves under which some row changes by more than it may."""
    start, row, coef = system.columns
    place, entry = runs(start, cell)
    pair, at = np.unique(owner[entry] * len(system.rows) + row[place], return_inverse=True)
    change = np.zeros(len(pair), dtype=np.int64)
    np.add.at(change, at, coef[place] * step[entry])
    move, which = np.divmod(pair, len(system.rows))
    low = system.rows.below[which] * parts[move]
    high = system.rows.above[which] * parts[move]
    broken: Ints = move[(change < -low) | (change > high)]
    return broken
