"""The chain ladder: what a period will come to, from how earlier periods filled up; with Mack's standard error.

A delay triangle has a row per period and a column per delivery since it: what was known of the period then, in total.
Mack (1993), 'Distribution-free calculation of the standard error of chain ladder reserve estimates'; the last variance
by Mack's own rule. The newest periods need more than this: see `bornhuetter_ferguson`.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats


@dataclass(frozen=True, slots=True)
class Development:
    """How periods fill up: from each age (column) to the next, and to the end."""

    factors: Floats
    """From one age to the next: one less than there are ages."""
    seen: Floats
    """Share of the final figure that is known at each age; the last is 1."""


@dataclass(frozen=True, slots=True)
class ChainLadder:
    """Final figures per period with what is still to come and its standard error, and of all periods together."""

    development: Development
    final: Floats
    to_come: Floats
    error: Floats
    total_to_come: float
    total_error: float


def age_of(triangle: Floats) -> Floats:
    """Per period the newest column that is known. Raises ValueError when a period has none, or has a hole."""
    known = ~np.isnan(triangle)
    ages = known.sum(axis=1) - 1
    if (ages < 0).any() or not (known == (np.arange(triangle.shape[1]) <= ages[:, None])).all():
        raise ValueError("a period of the triangle has nothing, or a hole")
    return np.asarray(ages, dtype=np.int64)


def development(triangle: Numbers) -> Development:
    """How the periods of a triangle (totals so far; NaN = not known yet) fill up, each weighted by its size.

    A column after which nothing is known, or before which nothing was, has factor 1. Raises ValueError for a hole.
    """
    table = floats(triangle)
    age_of(table)
    both = ~np.isnan(table[:, 1:])
    before = np.where(both, table[:, :-1], 0.0).sum(axis=0)
    after = np.where(both, table[:, 1:], 0.0).sum(axis=0)
    factors = np.divide(after, before, out=np.ones_like(after), where=before > 0)
    to_end = np.concatenate((np.cumprod(factors[::-1])[::-1], [1.0]))
    return Development(factors, np.divide(1.0, to_end, out=np.ones_like(to_end), where=to_end > 0))


def chain_ladder(triangle: Numbers) -> ChainLadder:
    """The final figures of a triangle (totals so far; NaN = not known yet) with Mack's standard errors."""
    table = floats(triangle)
    found, ages = development(table), age_of(table)
    rows = np.arange(table.shape[0])
    newest = table[rows, ages]
    final = newest / found.seen[ages]
    sigma2 = _sigma2(table, found.factors)
    fitted = final[:, None] * found.seen[None, :]
    base = np.where(~np.isnan(table[:, 1:]), table[:, :-1], 0.0).sum(axis=0)
    relative = np.divide(sigma2, found.factors**2, out=np.zeros_like(sigma2), where=found.factors > 0)
    to_do = np.arange(relative.size)[None, :] >= ages[:, None]
    own = np.divide(relative, fitted[:, :-1], out=np.zeros_like(fitted[:, :-1]), where=fitted[:, :-1] > 0)
    shared = np.divide(relative, base, out=np.zeros_like(base), where=base > 0)
    variance = final**2 * np.where(to_do, own + shared[None, :], 0.0).sum(axis=1)
    common = np.where(to_do[:, None, :] & to_do[None, :, :], shared, 0.0).sum(axis=2)
    across = np.outer(final, final) * common
    total = variance.sum() + across.sum() - np.trace(across)
    to_come = final - newest
    return ChainLadder(found, final, to_come, np.sqrt(variance), float(to_come.sum()), float(np.sqrt(total)))


def _sigma2(table: Floats, factors: Floats) -> Floats:
    """The variance of each step per unit of size."""
    before, after = table[:, :-1], table[:, 1:]
    known = ~np.isnan(after) & (np.nan_to_num(before) > 0)
    size = np.where(known, before, 1.0)
    squares = np.where(known, size * (np.where(known, after, 0.0) / size - factors) ** 2, 0.0).sum(axis=0)
    degrees = known.sum(axis=0) - 1
    sigma2 = np.divide(squares, degrees, out=np.zeros_like(squares), where=degrees > 0)
    last = int(degrees.size) - 1
    if last > 1 and degrees[last] <= 0 and sigma2[last - 2] > 0:
        sigma2[last] = min(sigma2[last - 1] ** 2 / sigma2[last - 2], sigma2[last - 2], sigma2[last - 1])
    return np.asarray(sigma2, dtype=np.float64)
