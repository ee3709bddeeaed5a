"""The exact interval of a count that follows the Poisson distribution."""

import numpy as np

from graadmeter.statistics import gamma
from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.normal import CONFIDENCE_95


def exact_poisson(count: Numbers, confidence: float = CONFIDENCE_95) -> tuple[Floats, Floats]:
    """Lowest and highest mean that fit the count; NaN for a count below zero.

    Source: Garwood (1936), by quantiles of the gamma distribution; the lower end of no events is 0.
    """
    o = floats(count)
    tail = (1 - confidence) / 2
    low = np.where(o > 0, gamma.quantile(tail, np.fmax(o, 1)), 0)
    high = gamma.quantile(1 - tail, np.fmax(o, 0) + 1)
    return floats(np.where(o >= 0, low, np.nan)), floats(np.where(o >= 0, high, np.nan))
