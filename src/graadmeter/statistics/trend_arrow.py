"""The tested direction of the last five figures of a series."""

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Ints, Numbers, floats
from graadmeter.statistics.normal import CONFIDENCE_95, CONFIDENCE_998, two_sided

POINTS = 5
"""How many figures a direction rests on; fewer give none."""

CHI_SQUARED = two_sided(CONFIDENCE_998) ** 2
"""9.5495: the 99.8 % point of chi-squared with one degree of freedom."""


def trend_arrow(value: Numbers, low: Numbers, high: Numbers) -> Ints:
    """1 for rising, -1 for falling, 0 for neither, of series of five figures along the last axis, oldest first.

    `low` and `high` are their 95 % intervals. A direction needs a slope, weighted by inverse variance, with chi-squared
    above 9.55, and slopes of the same sign when any one figure is left out. 0 as well when a figure is missing (NaN).
    Raises ValueError when the last axis is not five long.

    Source: Fingertips (OHID), recent trends; FingertipsNext TrendMarkerCalculator.
    """
    y = floats(value)
    if y.shape[-1] != POINTS:
        raise ValueError(f"a direction rests on {POINTS} figures, not {y.shape[-1]}")
    error = (floats(high) - floats(low)) / (2 * two_sided(CONFIDENCE_95))
    weight = 1 / np.where(error > 0, error, np.nan) ** 2
    slope, certainty = _slope(y, weight)
    same = np.isfinite(slope) & (certainty * slope * slope > CHI_SQUARED)
    for left_out in range(POINTS):
        kept = np.arange(POINTS) != left_out
        other, _ = _slope(y[..., kept], weight[..., kept], np.flatnonzero(kept))
        same &= np.sign(other) == np.sign(slope)
    return _signed(slope, same)


def better_or_worse(direction: Numbers, polarity: Numbers) -> Ints:
    """1 for better, -1 for worse, 0 where there is no direction or no judgement (polarity 0)."""
    found: Ints = np.asarray(direction, dtype=np.int64) * np.asarray(polarity, dtype=np.int64)
    return found


def _slope(y: Floats, w: Floats, at: Ints | None = None) -> tuple[Floats, Floats]:
    """The weighted slope per step and the inverse of its variance."""
    x = np.arange(POINTS) if at is None else at
    whole = w.sum(axis=-1, keepdims=True)
    away = x - (w * x).sum(axis=-1, keepdims=True) / whole
    certainty = (w * away * away).sum(axis=-1)
    return floats((w * away * y).sum(axis=-1) / certainty), floats(certainty)


def _signed(slope: Floats, same: Bools) -> Ints:
    found: Ints = np.where(same, np.sign(np.where(same, slope, 0)), 0).astype(np.int64)
    return found
