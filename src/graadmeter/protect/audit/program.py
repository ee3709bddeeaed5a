"""An attacker's linear program: all tables that fit what is published. Other code than the engine's, on purpose."""

from typing import Any

import highspy
import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.audit.puzzle import Game
from graadmeter.protect.system import UNBOUNDED


class Program:
    """All tables in which the unknown cells of a game lie within `radius` of the truth (None: anywhere)."""

    def __init__(self, game: Game, *, scale: float, radius: int | None) -> None:
        """`scale` is what one unit of the solver is worth."""
        self.scale = scale
        reach = UNBOUNDED if radius is None else radius
        low = np.maximum(game.floor, game.truth - reach)
        high = np.minimum(game.ceiling, game.truth + reach)
        game = self.game = _tight(game, low, high)
        self.solver = new_solver()
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(game.cells), len(game.low)
        model.col_cost_ = np.zeros(len(game.cells))
        model.col_lower_, model.col_upper_ = _endless(low, scale), _endless(high, scale)
        model.row_lower_, model.row_upper_ = _endless(game.low, scale), _endless(game.high, scale)
        order = np.argsort(game.row, kind="stable")
        counts = np.bincount(game.row, minlength=len(game.low))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        model.a_matrix_.index_ = game.cell[order].astype(np.int32)
        model.a_matrix_.value_ = game.coef[order].astype(np.float64)
        self.solver.passModel(model)

    def best(self, weight: Floats) -> Floats | None:
        """A table in which the weighted sum of the cells is largest; None when there is no largest."""
        self.solver.changeColsCost(len(weight), np.arange(len(weight), dtype=np.int32), -weight)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        found: Floats = np.asarray(self.solver.getSolution().col_value) * self.scale
        return found

    def used_rows(self) -> Ints:
        """The numbers in the puzzle of the rows that hold the last optimum in place."""
        dual = np.asarray(self.solver.getSolution().row_dual)
        used: Ints = self.game.source[np.abs(dual) > _HOLDS]
        return used

    def whole(self, *, nodes: int | None = None) -> None:
        """From now on only tables in whole numbers; a search ends without an answer after so many branches."""
        if nodes is not None:
            self.solver.setOptionValue("mip_max_nodes", nodes)
        size = len(self.game.cells)
        kinds = np.full(size, highspy.HighsVarType.kInteger)
        self.solver.changeColsIntegrality(size, np.arange(size, dtype=np.int32), kinds)


_HOLDS = 1e-7


def _tight(game: Game, low: Ints, high: Ints) -> Game:
    """The game without the inequalities that no table between `low` and `high` can break."""
    ends = game.coef * low[game.cell], game.coef * high[game.cell]
    size = len(game.low)
    least = np.bincount(game.row, weights=np.minimum(*ends), minlength=size)
    most = np.bincount(game.row, weights=np.maximum(*ends), minlength=size)
    kept = (least < game.low) | (most > game.high)
    number = np.cumsum(kept) - 1
    entry = kept[game.row]
    return Game(
        cells=game.cells,
        truth=game.truth,
        floor=game.floor,
        ceiling=game.ceiling,
        row=number[game.row[entry]],
        cell=game.cell[entry],
        coef=game.coef[entry],
        low=game.low[kept],
        high=game.high[kept],
        source=game.source[kept],
    )


def _endless(limits: Ints, scale: float) -> Floats:
    values: Floats = limits / scale
    values[limits >= UNBOUNDED] = highspy.kHighsInf
    values[limits <= -UNBOUNDED] = -highspy.kHighsInf
    return values


def new_solver() -> Any:
    """A solver that says nothing, on one thread, which takes the rows as they are."""
    create: Any = highspy.Highs
    solver = create()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("presolve", "off")
    return solver


def fits_whole(game: Game, table: Ints) -> bool:
    """Whether a table in whole numbers keeps every limit and every row, exactly."""
    sums = np.zeros(len(game.low), dtype=np.int64)
    np.add.at(sums, game.row, game.coef * table[game.cell])
    within: Bools = (game.low <= sums) & (sums <= game.high)
    return bool(within.all() and (game.floor <= table).all() and (table <= game.ceiling).all())
