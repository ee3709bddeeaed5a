"""How certain the moment of one change of level is: an interval around it, wider when the change is small or noisy."""

from collections.abc import Callable
from math import ceil, erfc, exp, floor, log, pi, sqrt
from statistics import NormalDist, fmean

import numpy as np

from graadmeter.statistics.arrays import Numbers, floats
from graadmeter.statistics.normal import CONFIDENCE_95

_NORMAL = NormalDist()
_HALVINGS = 200
_FAR = 30.0
"""From here on the asymptotic series of the tail is exact."""


def change_interval(series: Numbers, last: int, confidence: float = CONFIDENCE_95) -> tuple[int, int]:
    """Earliest and latest number (from 1) of the last figure before the change, when the best estimate is `last`.

    The variance may differ before and after. Raises ValueError when the levels on both sides are the same.
    Source: Bai (1997), the distribution of the place of the largest value of a two-sided Brownian motion with drift,
    rounded outwards as strucchange 1.5 does.
    """
    before, after = floats(series)[:last], floats(series)[last:]
    change = fmean(after) - fmean(before)
    if change == 0:
        raise ValueError("the level does not change here")
    first, second = float(np.var(before)), float(np.var(after))
    ratio = second / first
    tail = (1 - confidence) / 2
    scale = first / change**2
    late = _quantile(lambda x: _after(x, ratio), 1 - tail)
    early = _quantile(lambda x: 1 - _before(x, ratio), 1 - tail)
    return last - ceil(late * scale), last - floor(-early * scale)


def _before(x: float, phi: float) -> float:
    """The share of the distribution below -x."""
    frac = 1 / phi
    return (
        -exp(log(x) / 2 - x / 8 - log(2 * pi) / 2)
        - phi * (phi + 2) / (phi + 1) * _scaled(frac * (1 + frac) * x / 2, (0.5 + frac) * sqrt(x))
        + (x / 2 - 2 + (phi + 2) ** 2 / (phi + 1)) * _NORMAL.cdf(-sqrt(x) / 2)
    )


def _after(x: float, phi: float) -> float:
    """The share of the distribution below x."""
    return (
        1
        + sqrt(1 / phi) * exp(log(x) / 2 - x / (8 * phi) - log(2 * pi) / 2)
        + (2 * phi + 1) / (phi * (phi + 1)) * _scaled((phi + 1) * x / 2, (phi + 0.5) * sqrt(x / phi))
        - ((2 * phi + 1) ** 2 / ((phi + 1) * phi) - 2 + x / (2 * phi)) * _NORMAL.cdf(-sqrt(x) / (2 * sqrt(phi)))
    )


def _scaled(power: float, z: float) -> float:
    """exp(power) times the share of a normal distribution beyond z, also where the one overflows."""
    if z < _FAR:
        return exp(power + log(erfc(z / sqrt(2)) / 2))
    return exp(power - z * z / 2) / (z * sqrt(2 * pi)) * (1 - 1 / z**2 + 3 / z**4)


def _quantile(share_below: Callable[[float], float], share: float) -> float:
    low, high = 1e-9, 1.0
    while share_below(high) < share:
        low, high = high, high * 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if share_below(middle) < share else (low, middle)
    return (low + high) / 2
