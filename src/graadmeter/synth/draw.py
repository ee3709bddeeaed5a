"""Vectorised chance: weighted picks, lengths, ages, days in a year, and fair rounding of a total over parts."""

import numpy as np
from numpy.typing import NDArray

from graadmeter.synth.days import Ints, day

Floats = NDArray[np.float64]

YEAR_DAYS = 365.2425
_SHORTEST, _LONGEST = 7, 12_000

_MONTHS = np.array([1.15, 1.02, 1.1, 0.97, 0.95, 1.0, 0.74, 0.7, 1.15, 1.16, 1.1, 0.86])
"""Starts per month relative to the mean: fewer in the summer holidays and December. Own assumption."""

_CORONA = 2020
_SPRING_2020 = np.array([1, 1, 0.8, 0.55, 0.7, 0.95, 1, 1, 1, 1, 1, 1])
"""What the first corona wave did to the starts of 2020. Own assumption."""


def apportion(total: int, weights: Floats) -> Ints:
    """`total` split over parts in proportion to the weights, in whole numbers, by largest remainder."""
    if total <= 0 or weights.sum() <= 0:
        return np.zeros(len(weights), np.int64)
    exact = total * weights / weights.sum()
    parts: Ints = np.floor(exact).astype(np.int64)
    rest = np.argsort(parts - exact, kind="stable")[: total - int(parts.sum())]
    parts[rest] += 1
    return parts


def pick(rng: np.random.Generator, weights: Floats, count: int) -> Ints:
    """`count` places in the list of weights, each with a chance in proportion to its weight."""
    edges = np.cumsum(weights)
    found: Ints = np.searchsorted(edges, rng.random(count) * edges[-1], side="right").astype(np.int64)
    return found


def lengths(rng: np.random.Generator, median: Floats, spread: Floats) -> Ints:
    """Lengths in days, lognormal, at least one week."""
    drawn = median * np.exp(spread * rng.standard_normal(len(median)))
    whole: Ints = np.clip(drawn, _SHORTEST, _LONGEST).astype(np.int64)
    return whole


def ages(rng: np.random.Generator, low: Floats, top: Floats, high: Floats) -> Floats:
    """Ages in years from a triangle between low and high with its top at `top`."""
    return rng.triangular(low, np.clip(top, low, high), np.maximum(high, low + 0.01))


def days_in_year(rng: np.random.Generator, year: int, count: int) -> Ints:
    """Days of a year on which care starts, with its seasons."""
    weights = _MONTHS * (_SPRING_2020 if year == _CORONA else 1.0)
    month = pick(rng, weights, count)
    firsts = np.array([day(year, number) for number in range(1, 13)] + [day(year + 1)])
    days: Ints = firsts[month] + (rng.random(count) * (firsts[month + 1] - firsts[month])).astype(np.int64)
    return days


def born_at_age(entry: Ints, age: Floats) -> Ints:
    """Birth days of persons who have these ages on these days."""
    return entry - (age * YEAR_DAYS).astype(np.int64)
