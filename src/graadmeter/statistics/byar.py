"""Byar's interval of a count, exact where the approximation is poor, and of a rate or ratio made from one."""

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.normal import CONFIDENCE_95, two_sided
from graadmeter.statistics.poisson import exact_poisson

EXACT_BELOW = 10
"""Counts below this get the exact interval."""


def byar(count: Numbers, confidence: float = CONFIDENCE_95) -> tuple[Floats, Floats]:
    """Lowest and highest mean that fit the count, by Byar's approximation to the Poisson distribution; NaN below zero.

    Source: Breslow and Day (1987), in the form of PHEindicatormethods 2.1.0.
    """
    o = floats(count)
    o = np.where(o >= 0, o, np.nan)
    z = two_sided(confidence)
    some = np.where(o > 0, o, 1)
    low = np.where(o > 0, o * (1 - 1 / (9 * some) - z / (3 * np.sqrt(some))) ** 3, o)
    more = o + 1
    high = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return floats(np.maximum(low, 0)), floats(high)


def count_interval(count: Numbers, confidence: float = CONFIDENCE_95) -> tuple[Floats, Floats]:
    """The same, exact for counts below ten: the rule for every count that is published."""
    o = floats(count)
    low, high = byar(o, confidence)
    small = o < EXACT_BELOW
    if small.any():
        low[small], high[small] = exact_poisson(o[small], confidence)
    return low, high


def rate_interval(
    count: Numbers, base: Numbers, confidence: float = CONFIDENCE_95, multiplier: float = 1
) -> tuple[Floats, Floats]:
    """The interval of `multiplier * count / base`, such as events per 1,000 person years; NaN unless base > 0."""
    n = floats(base)
    times = multiplier / np.where(n > 0, n, np.nan)
    low, high = count_interval(count, confidence)
    return floats(low * times), floats(high * times)
