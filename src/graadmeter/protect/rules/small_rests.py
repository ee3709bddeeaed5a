"""restgroep: counts of which nearly everybody is part: 97 of 100 tells of the other 3."""

from graadmeter.protect.arrays import Bools, Ints


def small_rests(value: Ints, whole: Ints, below: int) -> Bools:
    """Which counts leave out from 1 to less than `below` of their whole; 0 of 3 tells nothing new."""
    rest = whole - value
    small: Bools = (value > 0) & (rest > 0) & (rest < below)
    return small
