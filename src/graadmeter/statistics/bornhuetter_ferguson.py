"""Bornhuetter-Ferguson: what an incomplete period will come to, with a band; steady where the chain ladder jumps.

Bornhuetter & Ferguson (1972). What is not seen yet is a share of what was expected beforehand, not a multiple of the
little that is seen. Expected is the mean of what the chain ladder makes of the four periods before. The band holds two
sources of error: how the delays vary (Pearson's dispersion of the triangle) and how far a period lies from what the
four before it led to expect; what is still to come is taken as log-normal with that mean and variance. On the dengue
series of the statistics note the 95 % band covers at least nine in ten at every age.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.domain.intervals import Z_95
from graadmeter.statistics.arrays import Bools, Floats, Numbers, floats
from graadmeter.statistics.chain_ladder import age_of, chain_ladder

BEFORE = 4
"""Periods that tell what to expect: a year of quarters."""

_SETTLED = 0.9
"""A period of which this share is seen tells how good the expectation was."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Per period: what is seen, which share of the final figure that is, the final figure and its band."""

    seen: Floats
    share: Floats
    """Share of a final figure that is usually seen at this age; 1 when complete."""
    final: Floats
    low: Floats
    high: Floats
    """The band; a count lies between `low` rounded down and `high` rounded up."""


def bornhuetter_ferguson(triangle: Numbers, *, z: float = Z_95) -> Expected:
    """The expected final figures of a triangle: a row per period, oldest first, a column per delivery since it.

    Cells are totals so far; NaN = not known yet. Raises ValueError for a hole in the triangle.
    """
    table = floats(triangle)
    ladder, ages = chain_ladder(table), age_of(table)
    share = ladder.development.seen[ages]
    seen = table[np.arange(ages.size), ages]
    prior = _prior(ladder.final)
    to_come = prior * (1 - share)
    rate = _prior_error(ladder.final, prior, share >= _SETTLED)
    variance = _dispersion(table, ladder.final, ladder.development.seen) * np.abs(to_come)
    variance = variance + (1 - share) ** 2 * rate * prior
    low, high = _band(to_come, variance, z)
    return Expected(seen, share, seen + to_come, seen + low, seen + high)


def _prior(final: Floats) -> Floats:
    """The mean of the periods before each; of the first, itself."""
    sums = np.concatenate(([0.0], np.cumsum(final)))
    place = np.arange(final.size)
    begin = np.maximum(place - BEFORE, 0)
    many = np.maximum(place - begin, 1)
    before = (sums[place] - sums[begin]) / many
    return np.asarray(np.where(place > 0, before, final), dtype=np.float64)


def _prior_error(final: Floats, prior: Floats, settled: Bools) -> float:
    """The variance of a period around its expectation, per unit of expectation."""
    judged = np.arange(final.size) > 0
    if (judged & settled).any():
        judged &= settled
    expected = float(prior[judged].sum())
    return float(((final - prior)[judged] ** 2).sum()) / expected if expected > 0 else 0.0


def _dispersion(table: Floats, final: Floats, seen: Floats) -> float:
    """Pearson's dispersion of what came with each delivery, at least 1 (chance of counts)."""
    came = np.diff(np.concatenate((np.zeros((table.shape[0], 1)), table), axis=1), axis=1)
    fitted = final[:, None] * np.diff(np.concatenate(([0.0], seen)))[None, :]
    known = ~np.isnan(came) & (fitted > 0)
    degrees = int(known.sum() - known.any(axis=0).sum() - known.any(axis=1).sum() + 1)
    if degrees <= 0:
        return 1.0
    return max(1.0, float(((came - fitted)[known] ** 2 / fitted[known]).sum()) / degrees)


def _band(mean: Floats, variance: Floats, z: float) -> tuple[Floats, Floats]:
    """The limits of what is to come; symmetric where figures usually shrink."""
    grows = mean > 0
    error = np.sqrt(variance)
    size = np.where(grows, mean, 1.0)
    spread = np.sqrt(np.log1p(variance / size**2))
    middle = np.log(size) - spread**2 / 2
    low = np.where(grows, np.exp(middle - z * spread), mean - z * error)
    return low, np.where(grows, np.exp(middle + z * spread), mean + z * error)
