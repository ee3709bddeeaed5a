"""Of many tests at once: which to believe when at most a given share of the believed may be chance."""

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats


def adjusted(p: Numbers) -> Floats:
    """Per test the lowest rate of false discoveries at which it is believed: believe those at or below the rate.

    Holds for independent tests, and for tests that tend to go together. Raises ValueError for a p outside 0 to 1.
    Source: Benjamini and Hochberg (1995).
    """
    chance = floats(p)
    if chance.ndim != 1 or not ((chance >= 0) & (chance <= 1)).all():
        raise ValueError("every p lies between 0 and 1")
    order = np.argsort(-chance, kind="stable")
    rank = np.arange(len(chance), 0, -1)
    found = np.empty_like(chance)
    found[order] = np.minimum.accumulate(np.minimum(chance[order] * len(chance) / np.maximum(rank, 1), 1))
    return found
