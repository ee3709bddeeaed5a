"""grondslag: shares, means and quantiles that too few persons (or rows) are behind, such as waiting times."""

from graadmeter.protect.arrays import Bools, Ints


def thin(persons: Ints, least: Ints | int) -> Bools:
    """Which figures rest on fewer than `least`, or on an unknown number (which is below every number)."""
    few: Bools = persons < least
    return few
