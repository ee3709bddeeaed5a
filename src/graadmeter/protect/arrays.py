"""The array types of this package, and the gathering of many runs of an array at once."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def runs(start: Ints, chosen: Ints) -> tuple[Ints, Ints]:
    """Positions of all elements of the chosen runs, and for each position the place of its run in `chosen`.

    Run r of an array lies at `start[r]:start[r + 1]`.
    """
    sizes = start[chosen + 1] - start[chosen]
    owner = np.repeat(np.arange(len(chosen), dtype=np.int64), sizes)
    first = np.cumsum(sizes) - sizes
    inside = np.arange(len(owner), dtype=np.int64) - first[owner]
    return start[chosen][owner] + inside, owner


def starts(owner: Ints, size: int) -> Ints:
    """Where the run of each owner 0..size-1 begins, for elements sorted by owner."""
    counts = np.bincount(owner, minlength=size)
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64)


def distinct(values: Ints) -> Ints:
    """The different values, ascending: as `np.unique`, in a tenth of its time on a few hundred values."""
    ordered = np.sort(values)
    return ordered[_first(ordered)]


def numbered(ordered: Ints) -> tuple[Ints, Ints]:
    """The different ones of ascending values, and of each value the place among these."""
    first = _first(ordered)
    return ordered[first], np.cumsum(first) - 1


def _first(ordered: Ints) -> Bools:
    """Which of ascending values are the first of their kind."""
    first = np.ones(len(ordered), dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return first
