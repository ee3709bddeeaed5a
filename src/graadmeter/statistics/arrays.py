"""The array types that formulas take and give, and nothing else."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Numbers = Any
"""A number, a sequence of numbers or an array: whatever `np.asarray` takes."""


def floats(numbers: Numbers) -> Floats:
    """The numbers as an array of doubles; what has no value is NaN."""
    return np.asarray(numbers, dtype=np.float64)
