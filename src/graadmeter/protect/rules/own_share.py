"""eigen_aandeel: a contributor knows its own part of every amount, and an amount in which it is alone as a whole.

So nobody is fooled by a table in which an amount is less than the part of its largest contributor, and an amount may
not follow from those in which one contributor is alone (`protect.own_shares`).
"""

import numpy as np

from graadmeter.protect.arrays import Ints
from graadmeter.protect.rules.view import Parts


def known_least(value: Ints, parts: Parts) -> Ints:
    """The least that an amount can be for its largest contributor; 0 where nobody knows."""
    return np.where(parts.known & (value > 0), np.minimum(parts.first, value), 0)


def alone_in(value: Ints, parts: Parts) -> Ints:
    """The contributor who is alone in an amount; -1 where nobody is."""
    return np.where(parts.known & (value != 0) & (parts.first == parts.whole), parts.leader, -1)
