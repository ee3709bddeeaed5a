"""What a class is worth when the benchmark itself was published rounded."""

import numpy as np

from graadmeter.statistics.arrays import Ints


def mildest(lowest: Ints, highest: Ints) -> Ints:
    """Of the classes (-2 to 2) against the two ends of what a benchmark may be, the one nearest to 'no difference'.

    A class only goes down as the benchmark goes up, so no value in between is milder; ends on opposite sides hold a 0
    between them.
    """
    nearest = np.where(np.abs(lowest) < np.abs(highest), lowest, highest)
    found: Ints = np.where(np.sign(lowest) == np.sign(highest), nearest, 0)
    return found
