"""Hands out BSNs that pass the eleven test and that no person can have (domain.bsn.SYNTHETIC_RANGE)."""

from functools import cache

import numpy as np

from graadmeter.domain.bsn import SYNTHETIC_RANGE, WEIGHTS
from graadmeter.synth.days import Ints

_TEN = 10
MOVERS = 20_000
"""The first so many numbers are for persons known to two municipalities."""


@cache
def valid_numbers() -> Ints:
    """Every number of the synthetic range that passes the eleven test, in order."""
    first, last = SYNTHETIC_RANGE
    stems = np.arange(first // 10, last // 10 + 1)
    total = np.zeros(len(stems), np.int64)
    for place, weight in enumerate(reversed(WEIGHTS[:-1])):
        total += weight * (stems // 10**place % 10)
    check = total % 11
    numbers = stems * 10 + check
    return numbers[(check < _TEN) & (numbers >= first)]


NOBODY = 1_000
"""The last so many numbers are nobody's: planted defects use them."""


def numbers_for(rng: np.random.Generator, count: int, share: tuple[float, float]) -> Ints:
    """`count` different numbers, shuffled, from the part of the range between two fractions of it."""
    free = valid_numbers()[MOVERS:-NOBODY]
    block = free[int(share[0] * len(free)) : int(share[1] * len(free))]
    return rng.permutation(block)[:count]
