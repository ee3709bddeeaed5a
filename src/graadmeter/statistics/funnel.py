"""Funnel limits: how far a figure of this size may lie from the benchmark by chance, and the class that follows."""

import numpy as np

from graadmeter.statistics import gamma
from graadmeter.statistics.arrays import Floats, Ints, Numbers, floats
from graadmeter.statistics.normal import CONFIDENCE_95, CONFIDENCE_998, two_sided


def share_limits(benchmark: Numbers, base: Numbers, confidence: float) -> tuple[Floats, Floats]:
    """Lowest and highest share (0-1) of `base` that chance allows around the benchmark share; NaN unless base > 0.

    Source: Spiegelhalter (2005), normal limits cut off at 0 and 1, in the form of the UKHSA funnel plot tool. A share
    lies outside them exactly when its Wilson interval leaves the benchmark out.
    """
    p, n = floats(benchmark), floats(base)
    n = np.where(n > 0, n, np.nan)
    half = two_sided(confidence) * np.sqrt(p * (1 - p) / n)
    return floats(np.maximum(p - half, 0)), floats(np.minimum(p + half, 1))


def ratio_limits(expected: Numbers, confidence: float) -> tuple[Floats, Floats]:
    """Lowest and highest ratio of observed to expected that chance allows around 1; NaN unless expected > 0.

    Source: exact Poisson limits by the gamma distribution, Spiegelhalter (2005), as FunnelPlotR 0.6.0 has them.
    """
    e = floats(expected)
    some = np.where(e > 0, e, np.nan)
    tail = (1 - confidence) / 2
    known = np.where(e > 0, e, 1)
    return floats(gamma.quantile(tail, known) / some), floats(gamma.quantile(1 - tail, known + 1) / some)


def area_class(value: Numbers, wide: tuple[Numbers, Numbers], narrow: tuple[Numbers, Numbers]) -> Ints:
    """-2, -1, 0, 1 or 2: below the 99.8 % limits, below the 95 % limits, between, above 95 %, above 99.8 %.

    `wide` are the 99.8 % limits and `narrow` the 95 % limits, lowest first. 0 for what is not known (NaN).
    """
    y = floats(value)
    above = (y > narrow[1]).astype(np.int64) + (y > wide[1])
    below = (y < narrow[0]).astype(np.int64) + (y < wide[0])
    found: Ints = above - below
    return found


def share_class(part: Numbers, base: Numbers, benchmark: Numbers) -> Ints:
    """The class of `part / base` against a benchmark share (0-1)."""
    o, n = floats(part), floats(base)
    share = o / np.where(n > 0, n, np.nan)
    wide, narrow = (share_limits(benchmark, n, level) for level in (CONFIDENCE_998, CONFIDENCE_95))
    return area_class(share, wide, narrow)
