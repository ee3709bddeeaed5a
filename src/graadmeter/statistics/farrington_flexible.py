"""Farrington's method with all of the earlier years, a season in blocks, and no trust in the latest periods."""

from enum import StrEnum

import numpy as np

from graadmeter.statistics.arrays import Floats, Ints, Numbers
from graadmeter.statistics.expectation import (
    Enough,
    Expectation,
    count_bound,
    count_tail,
    known_series,
    never_before,
    power_bound,
)
from graadmeter.statistics.farrington import ENOUGH
from graadmeter.statistics.reweighted_regression import Reweighted, expect


class Bound(StrEnum):
    """Where usual ends."""

    COUNTS = "counts"
    """A quantile of the negative binomial distribution (`nbPlugin`): a whole count, exact when counts are small."""
    POWER = "power"
    """A quantile of the normal distribution after the power 2/3, as in 1996 (`delta`), one-sided."""
    POWER_AS_IN_R = "power-as-in-r"
    """The same with the standard error of surveillance 1.20, whose dispersion forgets the sizes of the counts."""


def farrington_flexible(
    counts: Numbers,
    per_year: int,
    *,
    years: int = 4,
    around: int = 3,
    blocks: int = 10,
    skipped: int = 26,
    peak: float = 2.58,
    significance: float = 1.0,
    alpha: float = 0.01,
    bound: Bound = Bound.COUNTS,
    enough: Enough = ENOUGH,
) -> Expectation:
    """The newest count of a series (oldest first, NaN is unknown) against `years` earlier years.

    A year of `per_year` periods is divided in the periods `around` the same one and `blocks` - 1 others, each with a
    level of its own; with one block only the periods around count. The latest `skipped` periods do not count, so that a
    slow rise does not become usual. `alpha` is one-sided. The trend stays in when its p is below `significance`. Raises
    ValueError as `farrington` does, and when a year cannot be divided in so many blocks or nothing is known of one.

    Source: Noufaily et al. (2013), 'An improved algorithm for outbreak detection in multiple surveillance systems';
    `farringtonFlexible` of R's surveillance 1.20.
    """
    y = known_series(counts, per_year * years + around)
    now = len(y) - 1
    block = _blocks(np.arange(len(y)) - now, per_year, around, blocks)
    counted = np.isfinite(y) & (block >= 0)
    counted[: now - per_year * years - around] = False
    counted[max(now - max(skipped, 0), 0) :] = False
    places = np.flatnonzero(counted)
    if not y[places].any():
        return never_before(y, len(places), alpha, enough)
    others = block[places][:, None] == np.arange(1, blocks)
    design = np.column_stack((np.ones(len(places)), places - now, others))
    row = np.eye(1, design.shape[1])[0]
    found = expect(y[places], design, row, peak=peak, significance=significance, years=years)
    upper, p = _bound(found, y[places], float(y[-1]), 1 - alpha, bound)
    alarm = enough.holds(y) and bool(y[-1] > upper)
    return Expectation(found.expected, upper, p, found.dispersion, found.trend, alarm)


def _blocks(back: Ints, per_year: int, around: int, blocks: int) -> Ints:
    """Of every period the block of the year: 0 around the newest, then 1, 2, ...; -1 for what does not count.

    The first blocks are one period longer when a year cannot be divided evenly.
    """
    window = 2 * around + 1
    left = per_year - window
    if left < max(blocks - 1, 0) or blocks < 1:
        raise ValueError(f"a year of {per_year} periods has no {blocks} blocks when {window} periods are one of them")
    if blocks == 1:
        others = np.full(left, -1)
    else:
        length, longer = divmod(left, blocks - 1)
        others = np.repeat(np.arange(1, blocks), length + (np.arange(blocks - 1) < longer))
    year = np.concatenate((np.zeros(window, dtype=np.int64), others))
    found: Ints = year[(back + around) % per_year].astype(np.int64)
    return found


def _bound(found: Reweighted, counts: Floats, count: float, share: float, bound: Bound) -> tuple[float, float]:
    if bound is Bound.COUNTS:
        upper = count_bound(found.expected, found.dispersion, share)
        return upper, float(count_tail(count, found.expected, found.dispersion))
    spread = found.dispersion
    if bound is Bound.POWER_AS_IN_R:
        relative = (counts - found.fit.fitted) / found.fit.fitted
        spread = float((found.weights * relative**2).sum()) / found.fit.freedom
    error = found.expected * found.error * np.sqrt(spread)
    return power_bound(found.expected, float(error), found.dispersion, share, count)
