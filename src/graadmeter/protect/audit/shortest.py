"""The table that fits, has a sum so far from the truth, and changes as little as can be."""

from typing import Any

import highspy
import numpy as np

from graadmeter.protect.arrays import Floats, Ints
from graadmeter.protect.audit.program import new_solver
from graadmeter.protect.audit.puzzle import Game
from graadmeter.protect.system import UNBOUNDED


def shortest(game: Game, weight: Floats, step: int, *, nodes: int | None = None) -> Floats | None:
    """The unknown cells of a table in which their sum by `weight` is at least `step` above the truth.

    Least is the sum over all cells of how far they move: such tables are nearly always in whole numbers, without asking
    for them. With `nodes` they are, and the search ends after so many branches. None when none was found.
    """
    size = len(game.cells)
    solver = new_solver()
    solver.passModel(_model(game, weight, step))
    if nodes is not None:
        solver.setOptionValue("mip_max_nodes", nodes)
        solver.setOptionValue("mip_rel_gap", _GOOD_ENOUGH)
        kinds = np.full(2 * size, highspy.HighsVarType.kInteger)
        solver.changeColsIntegrality(2 * size, np.arange(2 * size, dtype=np.int32), kinds)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    move = np.asarray(solver.getSolution().col_value)
    found: Floats = game.truth + move[:size] - move[size:]
    return found


_GOOD_ENOUGH = 0.5
"""A table in whole numbers may move half as much again as the best one: any table will do."""


def _model(game: Game, weight: Floats, step: int) -> Any:
    """A column for what each cell gains and one for what it loses; a row for the sum after those of the game."""
    size, rows = len(game.cells), len(game.low)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = 2 * size, rows + 1
    model.col_cost_ = np.ones(2 * size)
    model.col_lower_ = np.zeros(2 * size)
    model.col_upper_ = np.concatenate((_room(game.ceiling, game.truth), _room(-game.floor, -game.truth)))
    now = np.zeros(rows, dtype=np.int64)
    np.add.at(now, game.row, game.coef * game.truth[game.cell])
    model.row_lower_ = np.append(-_room(-game.low, -now), float(step))
    model.row_upper_ = np.append(_room(game.high, now), highspy.kHighsInf)
    asked = np.flatnonzero(weight)
    row = np.concatenate((game.row, np.full(len(asked), rows)))
    cell, coef = np.concatenate((game.cell, asked)), np.concatenate((game.coef, weight[asked]))
    order = np.argsort(np.concatenate((row, row)), kind="stable")
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(2 * np.bincount(row, minlength=rows + 1)))).astype(np.int32)
    model.a_matrix_.index_ = np.concatenate((cell, cell + size))[order].astype(np.int32)
    model.a_matrix_.value_ = np.concatenate((coef, -coef))[order].astype(np.float64)
    return model


def _room(limit: Ints, at: Ints) -> Floats:
    """How far it is to a limit; endless where there is none."""
    room: Floats = np.where(limit >= UNBOUNDED, highspy.kHighsInf, (limit - at).astype(np.float64))
    return room
