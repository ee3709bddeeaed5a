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
