"""Points of the normal distribution, exact to the last digit (Wichura's AS 241, as the standard library has it)."""

from functools import cache
from statistics import NormalDist

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats

CONFIDENCE_95 = 0.95
CONFIDENCE_998 = 0.998
"""The two levels at which figures are compared: 'probably not chance' and 'hardly chance'."""


@cache
def two_sided(confidence: float) -> float:
    """How many standard deviations hold this share (0-1) of a normal distribution around its middle."""
    return NormalDist().inv_cdf(0.5 + confidence / 2)


def deviate(share: Numbers) -> Floats:
    """The points that have these shares (0-1, ends left out) of a normal distribution below them."""
    return floats(np.frompyfunc(NormalDist().inv_cdf, 1, 1)(floats(share)))
