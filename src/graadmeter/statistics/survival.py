"""Kaplan-Meier: the share that still waits at each moment, with delayed entry, intervals, quantiles and mean.

Kaplan & Meier (1958); variance by Greenwood (1926); delayed entry (left truncation) as in Klein & Moeschberger (2003),
section 4.6. Quantiles, their intervals and the restricted mean follow R's `survival`.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graadmeter.domain.intervals import Z_95
from graadmeter.statistics.arrays import Floats
from graadmeter.statistics.risk import RiskTable

_SAME = 1e-9
"""Shares closer than this are equal: they are sums of rounded steps."""


class Scale(StrEnum):
    """The scale on which an interval is symmetric."""

    LOG = "log"
    LOG_LOG = "log-log"
    """Stays between 0 and 1; the one to publish."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A survival curve: constant between the moments, 1 before the first."""

    times: Floats
    share: Floats
    """The share that is still there just after each moment."""
    spread: Floats
    """Greenwood's sum up to each moment: the variance of the logarithm of the share."""

    def share_at(self, moment: float) -> float:
        """The share still there just after the moment."""
        place = int(np.searchsorted(self.times, moment, side="right"))
        return float(self.share[place - 1]) if place else 1.0

    def error_at(self, moment: float) -> float:
        """Standard error of `share_at`; 0 where the share is 1 or 0."""
        place = int(np.searchsorted(self.times, moment, side="right"))
        if not place or self.share[place - 1] == 0:
            return 0.0
        return float(self.share[place - 1] * np.sqrt(self.spread[place - 1]))


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its interval; None where the data do not reach that far."""

    value: float | None
    low: float | None
    high: float | None


def kaplan_meier(table: RiskTable) -> Curve:
    """The curve of everything that ends a spell, whatever the outcome; moments without anyone at risk do not occur."""
    ended, at_risk = table.ended, table.at_risk
    stay = at_risk - ended
    share: Floats = np.cumprod(stay / at_risk, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        step = np.where(stay > 0, ended / (at_risk * stay), 0.0)
    return Curve(table.times, share, np.cumsum(step))


def band(curve: Curve, scale: Scale = Scale.LOG_LOG, *, z: float = Z_95) -> tuple[Floats, Floats]:
    """Lower and upper limit of the share just after each moment; NaN where nobody is left."""
    share = curve.share
    inside = share > _SAME if scale is Scale.LOG else (share > _SAME) & (share < 1 - _SAME)
    known = np.where(inside, share, 0.5)
    error = z * np.sqrt(np.where(inside, curve.spread, 0.0))
    if scale is Scale.LOG:
        low, high = known * np.exp(-error), np.minimum(known * np.exp(error), 1.0)
    else:
        power = error / np.log(known)
        low, high = known ** np.exp(-power), known ** np.exp(power)
    return np.where(inside, low, np.nan), np.where(inside, high, np.nan)


def quantile(curve: Curve, part: float, scale: Scale = Scale.LOG_LOG, *, z: float = Z_95) -> Interval:
    """The moment by which `part` (0.5 = median, 0.9) has ended, with its interval.

    Where the curve lies exactly at the level for a while, the middle of that while. None where it never gets there.
    The limits are where the limits of the curve get there (Brookmeyer & Crowley 1982). Raises ValueError unless
    0 < part < 1.
    """
    if not 0 < part < 1:
        raise ValueError(f"no part: {part}")
    low, high = band(curve, scale, z=z)
    lines = (curve.share, np.nan_to_num(low, nan=0.0), np.nan_to_num(high, nan=np.inf))
    return Interval(*(_reached(curve.times, line, 1 - part) for line in lines))


def restricted_mean(curve: Curve, horizon: float) -> tuple[float, float]:
    """The mean time until the end, counted up to the horizon, and its standard error."""
    inside = curve.times < horizon
    edges = np.concatenate(([0.0], curve.times[inside], [horizon]))
    levels = np.concatenate(([1.0], curve.share[inside]))
    areas = levels * np.diff(edges)
    steps = np.diff(np.concatenate(([0.0], curve.spread[inside])))
    later = areas.sum() - np.cumsum(areas)[:-1]
    return float(areas.sum()), float(np.sqrt((later**2 * steps).sum()))


def _reached(times: Floats, line: Floats, level: float) -> float | None:
    below = np.flatnonzero(line <= level + _SAME)
    if not below.size:
        return None
    first = int(below[0])
    lower = np.flatnonzero(line < level - _SAME)
    if abs(line[first] - level) <= _SAME and lower.size:
        return float((times[first] + times[int(lower[0])]) / 2)
    return float(times[first])
