"""groepsonthulling: one member of a dimension holds everybody of a total, so that what is true of all is told of each.

Not the count is too small but the difference between total and member, which is nothing: somebody who is told that it
is nothing knows the member of everybody. Protection must leave it possible that there are others, and for that the
zeros of the other members may be hidden.
"""

from graadmeter.protect.arrays import Bools, Ints


def all_in_one(total: Ints, member: Ints, below: int) -> Bools:
    """Where a member holds everybody of a total from 1 to less than `below`."""
    all_: Bools = (total > 0) & (total < below) & (member == total)
    return all_


def may_hide_zeros(total: Ints, member: Ints, below: int) -> Bools:
    """Where a member that nobody is in may be hidden for the sake of it: that must not tell in which member all are."""
    may: Bools = (total > 0) & (total < below) & (member == 0)
    return may
