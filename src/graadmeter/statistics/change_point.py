"""Since when: the moments at which the level of a series changed, by least squared error, and how many there are."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Ints, Numbers, floats


@dataclass(frozen=True, slots=True)
class Segments:
    """The best division of a series with a number of changes."""

    last: tuple[int, ...]
    """The number (from 1) of the last figure before each change."""
    error: float
    """Residual sum of squares."""
    bic: float


def segments(series: Numbers, changes: int, shortest: int) -> Segments:
    """The division with exactly so many changes and no segment shorter than `shortest`; raises ValueError if none fits.

    Source: Bai and Perron (2003), dynamic programming; BIC as strucchange 1.5 counts it (changes, levels, variance).
    """
    y = floats(series)
    n = len(y)
    if (changes + 1) * shortest > n:
        raise ValueError(f"{n} figures cannot be divided in {changes + 1} parts of at least {shortest}")
    cost = _cost(y, shortest)
    best, previous = cost[0], list[Ints]()
    for _ in range(changes):
        total = best[:, None] + cost
        choice = np.argmin(total, axis=0)
        best = total[choice, np.arange(n + 1)]
        previous.append(choice)
    last, end = list[int](), n
    for choice in reversed(previous):
        end = int(choice[end])
        last.append(end)
    error = float(best[n])
    likelihood = -n / 2 * (np.log(error) + 1 - np.log(n) + np.log(2 * np.pi))
    return Segments(tuple(reversed(last)), error, float(-2 * likelihood + np.log(n) * 2 * (changes + 1)))


def best_segments(series: Numbers, most: int, shortest: int) -> Segments:
    """The division with the lowest BIC, of no change to `most` changes."""
    found = [segments(series, changes, shortest) for changes in range(most + 1)]
    return min(found, key=lambda one: one.bic)


def _cost(y: Floats, shortest: int) -> Floats:
    """Per first and last-plus-one figure the squared error of one level; infinite for what is too short."""
    n = len(y)
    sums = np.concatenate([[0.0], np.cumsum(y - y.mean())])
    squares = np.concatenate([[0.0], np.cumsum((y - y.mean()) ** 2)])
    start: Ints = np.arange(n + 1)[:, None]
    end: Ints = np.arange(n + 1)[None, :]
    length = end - start
    error = squares[None, :] - squares[:, None] - (sums[None, :] - sums[:, None]) ** 2 / np.maximum(length, 1)
    return floats(np.where(length >= shortest, np.maximum(error, 0), np.inf))
