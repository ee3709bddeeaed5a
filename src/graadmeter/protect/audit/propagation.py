"""The simplest attack: fill in what is published and let every sum narrow down its unknown cells, again and again."""

from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Floats, Ints
from graadmeter.protect.audit.puzzle import Game
from graadmeter.protect.system import UNBOUNDED

_ROUNDS = 60


@dataclass(frozen=True)
class Bounds:
    """Per unknown cell the least and most it can be, and the row that says so (-1: what everybody knows)."""

    low: Floats
    high: Floats
    low_by: Ints
    high_by: Ints


def propagate(game: Game) -> Bounds:
    """The bounds that follow from one row at a time."""
    unsaid = np.full(len(game.cells), -1, dtype=np.int64)
    bounds = Bounds(_limits(game.floor), _limits(game.ceiling), unsaid, unsaid.copy())
    for _ in range(_ROUNDS):
        if not _narrow(game, bounds):
            break
    return bounds


def _narrow(game: Game, bounds: Bounds) -> bool:
    """One round over all rows; changes `bounds` and says whether anything changed."""
    least = np.where(game.coef > 0, game.coef * bounds.low[game.cell], game.coef * bounds.high[game.cell])
    most = np.where(game.coef > 0, game.coef * bounds.high[game.cell], game.coef * bounds.low[game.cell])
    others_least = _without(game, least, -np.inf)
    others_most = _without(game, most, np.inf)
    top = (_limits(game.high)[game.row] - others_least) / game.coef
    bottom = (_limits(game.low)[game.row] - others_most) / game.coef
    lower, upper = np.minimum(top, bottom), np.maximum(top, bottom)
    raised = _apply(game, np.ceil(lower - 1e-9), bounds.low, bounds.low_by, np.greater)
    lowered = _apply(game, np.floor(upper + 1e-9), bounds.high, bounds.high_by, np.less)
    return raised or lowered


def _without(game: Game, terms: Floats, infinite: float) -> Floats:
    """Of each entry the sum of the other entries of its row, `infinite` when one of those is."""
    finite = np.isfinite(terms)
    size = len(game.low)
    total = np.bincount(game.row, weights=np.where(finite, terms, 0.0), minlength=size)[game.row]
    loose = np.bincount(game.row, weights=~finite, minlength=size)[game.row]
    others: Floats = np.where(loose - ~finite > 0, infinite, total - np.where(finite, terms, 0.0))
    return others


def _apply(game: Game, found: Floats, bound: Floats, by: Ints, better: np.ufunc) -> bool:
    useful = np.flatnonzero(better(found, bound[game.cell]) & np.isfinite(found))
    if not len(useful):
        return False
    order = useful[np.argsort(found[useful], kind="stable")]
    order = order if better is np.greater else order[::-1]
    bound[game.cell[order]] = found[order]
    by[game.cell[order]] = game.source[game.row[order]]
    return True


def _limits(values: Ints) -> Floats:
    known = values.astype(np.float64)
    known[values >= UNBOUNDED] = np.inf
    known[values <= -UNBOUNDED] = -np.inf
    return known
