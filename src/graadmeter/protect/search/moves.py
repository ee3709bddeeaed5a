"""Moves: other tables that fit everything published, written as differences from the true one, in exact numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, runs
from graadmeter.protect.search.components import components
from graadmeter.protect.system import System

_DENOMINATORS = np.arange(1, 129)
_NEAR = 1e-6
_SURE = 0.25
"""A number further than this from a whole one is never taken for it."""


@dataclass(frozen=True, slots=True)
class Move:
    """Cells and by how much they differ: `step / parts`, in whole numbers."""

    cell: Ints
    step: Ints
    parts: int


def exact_moves(system: System, cells: Ints, found: Floats, unit: int) -> list[Move]:
    """The exact moves near a solution of a solver, one for each part of it that no row ties to the other parts.

    A part that has no exact form that fits every row is left out. `unit` is the scale in which the solver worked.
    """
    touched = np.flatnonzero(np.abs(found) > _NEAR * unit)
    parts = (touched[group] for group in components(system, cells[touched]))
    moves = (exact_move(system, cells[part], found[part], unit) for part in parts)
    return [move for move in moves if move is not None]


def exact_move(system: System, cells: Ints, found: Floats, unit: int) -> Move | None:
    """The exact move near a solution of a solver, or None when there is none that fits every row it touches.

    `unit` is the scale in which the solver worked: its errors are a millionth of it.
    """
    scaled = found[:, None] * _DENOMINATORS
    away = np.abs(scaled - np.rint(scaled)).max(axis=0, initial=0.0)
    for parts in _DENOMINATORS[away < np.minimum(_NEAR * unit * _DENOMINATORS, _SURE)].tolist():
        whole = np.rint(found * parts).astype(np.int64)
        some = whole != 0
        move = Move(cells[some], whole[some], parts)
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
