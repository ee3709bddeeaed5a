"""The four signs in a control chart that more is going on than usual variation."""

from enum import StrEnum

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Ints

RUN = 7
"""So many figures in a row are a run: all rising, all falling, or all on one side of the mean."""

_NEAR = 2 / 3
"""From this share of the way to a limit on a figure is near it."""
_EQUAL = 1e-12
"""Relative to the largest figure: closer to the mean than this is on it, since means are rounded."""


class Cause(StrEnum):
    """What is special about a figure, in the order in which the first that holds is told."""

    ABOVE = "above"
    BELOW = "below"
    RISING = "rising"
    FALLING = "falling"
    NEAR_UPPER = "near-upper"
    """One of two in three figures near or beyond two thirds of the upper limit, all three above the mean."""
    NEAR_LOWER = "near-lower"
    RUN_ABOVE = "run-above"
    RUN_BELOW = "run-below"
    COMMON = "common"
    """Nothing: usual variation."""


def side_of(series: Floats, mean: float) -> Ints:
    """1 for figures above the mean, -1 below, 0 on it."""
    away = series - mean
    away[np.abs(away) <= _EQUAL * np.abs(series).max()] = 0
    side: Ints = np.sign(away).astype(np.int64)
    return side


def special_causes(series: Floats, mean: float, reach: float) -> tuple[Cause, ...]:
    """What is special about each figure of a stretch with one mean and limits `reach` below and above it.

    Where a rise turns into a fall the figure belongs to the fall, and the other way round.
    Source: NHS England, 'Making data count'; NHSRplotthedots 0.2.2, labels and their order.
    """
    side = side_of(series, mean)
    outside = (np.abs(series - mean) > reach) & (side != 0)
    close = ~outside & (np.abs(series - mean) > _NEAR * reach) & (side != 0)
    step = np.sign(np.diff(series))
    rising, falling = _trend(step == 1), _trend(step == -1)
    turns_down = np.append(step, 0) == -1
    pair = close & (_pairs(close, side == 1) | _pairs(close, side == -1))
    signs = {
        Cause.ABOVE: outside & (side == 1),
        Cause.BELOW: outside,
        Cause.RISING: rising & ~(falling & turns_down),
        Cause.FALLING: falling,
        Cause.NEAR_UPPER: pair & (side == 1),
        Cause.NEAR_LOWER: pair,
        Cause.RUN_ABOVE: _run(side == 1, RUN),
        Cause.RUN_BELOW: _run(side == -1, RUN),
    }
    found = np.select(list(signs.values()), [cause.value for cause in signs], Cause.COMMON.value)
    return tuple(Cause(str(one)) for one in found)


def _run(holds: Bools, length: int) -> Bools:
    """Where something holds `length` times in a row or more: every figure of such a row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], holds.astype(np.int64), [0]))))
    found: Bools = np.zeros(len(holds), dtype=np.bool_)
    for first, last in edges.reshape(-1, 2):
        found[first:last] = last - first >= length
    return found


def _trend(steps: Bools) -> Bools:
    """The figures between which so many steps go the same way."""
    within = _run(steps, RUN - 1)
    found: Bools = np.append(within, False) | np.append(False, within)
    return found


def _pairs(close: Bools, own: Bools) -> Bools:
    """The figures of any three in a row that all lie on one side and of which two are near the limit."""
    found: Bools = np.zeros(len(own), dtype=np.bool_)
    for first in range(len(own) - 2):
        three = slice(first, first + 3)
        if own[three].all() and close[three].sum() > 1:
            found[three] = True
    return found
