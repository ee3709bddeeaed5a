"""The indirectly standardised ratio: what happened against what would have, at the rates of the reference."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.byar import count_interval
from graadmeter.statistics.normal import CONFIDENCE_95


@dataclass(frozen=True, slots=True)
class Ratio:
    """Observed over expected with its interval; 1 is as expected, NaN where nothing was."""

    expected: Floats
    value: Floats
    low: Floats
    high: Floats


def indirectly_standardised(
    observed: Numbers,
    population: Numbers,
    reference_count: Numbers,
    reference_population: Numbers,
    confidence: float = CONFIDENCE_95,
) -> Ratio:
    """The ratio of each area; `observed` is its total, the other three have the strata along the last axis.

    Source: Breslow and Day (1987); Byar's interval of the observed number over the expected one, exact below ten, in
    the form of PHEindicatormethods 2.1.0.
    """
    rate = floats(reference_count) / floats(reference_population)
    expected = floats((floats(population) * rate).sum(axis=-1))
    below = np.where(expected > 0, expected, np.nan)
    low, high = count_interval(observed, confidence)
    return Ratio(expected, floats(floats(observed) / below), floats(low / below), floats(high / below))
