"""What earlier periods say of the newest count, and the bounds between usual and not, for Farrington's methods."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from graadmeter.statistics import gamma
from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.beta import negative_binomial_tail

_POWER = 2 / 3
"""The power of a count that is nearly normal."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is expected of a count, the most that is usual, and the chance of as many or more."""

    expected: float
    upper: float
    p: float
    dispersion: float
    trend: bool
    alarm: bool


@dataclass(frozen=True, slots=True)
class Enough:
    """No alarm on fewer than so many events in the last so many periods, the newest included."""

    events: int = 5
    periods: int = 4

    def holds(self, counts: Floats) -> bool:
        """Whether the series ends in enough events."""
        return bool(np.nansum(counts[-self.periods :]) >= self.events)


def known_series(counts: Numbers, back: int) -> Floats:
    """The counts, when the newest is known and so many periods lie before it; raises ValueError otherwise."""
    y = floats(counts)
    if y.ndim != 1 or len(y) <= back:
        raise ValueError(
            f"the method looks {back} periods back and the series has {max(y.size - 1, 0)} before the newest"
        )
    if not np.isfinite(y[-1]) or (y < 0).any():
        raise ValueError("the newest count is unknown, or a count is below zero")
    return y


def power_bound(expected: float, error: float, dispersion: float, share: float, count: float) -> tuple[float, float]:
    """The point with this share of counts below it, and the chance of `count` or more; normal after the power 2/3.

    `error` is that of the expected count. Source: Farrington et al. (1996), section 3.7.
    """
    spread = np.sqrt(4 / 9 * expected ** (1 / 3) * (dispersion + error * error / expected))
    usual = NormalDist(expected**_POWER, float(spread))
    return usual.inv_cdf(share) ** (1 / _POWER), usual.cdf(2 * usual.mean - count**_POWER)


def count_tail(count: Numbers, expected: float, dispersion: float) -> Floats:
    """The chance of so many or more: Poisson, or negative binomial when the dispersion is above 1."""
    y = floats(count)
    if dispersion > 1:
        return negative_binomial_tail(y, expected, dispersion)
    return floats(np.where(y > 0, gamma.share_below(expected, np.maximum(y, 0.5)), 1.0))


def count_bound(expected: float, dispersion: float, share: float) -> float:
    """The lowest count with at least this share of counts at or below it."""
    reach = 16
    while True:
        above = count_tail(np.arange(1, reach + 1), expected, dispersion)
        if above[-1] <= 1 - share:
            return float(np.argmax(above <= 1 - share))
        reach *= 2


def never_before(y: Floats, periods: int, alpha: float, enough: Enough) -> Expectation:
    """Of a count where so many earlier periods had none at all: the chance that all of it falls in the newest one."""
    if not periods:
        raise ValueError("no earlier period is known")
    p = float((periods + 1.0) ** -y[-1])
    upper = float(np.floor(-np.log(alpha) / np.log(periods + 1.0)))
    return Expectation(0.0, upper, p, 1.0, trend=False, alarm=enough.holds(y) and bool(y[-1] > upper))
