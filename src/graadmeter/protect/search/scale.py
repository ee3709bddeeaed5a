"""The scale at which a solver works, so that counts of four and amounts of a million are both of its size."""

_COMFORTABLE = 100


def solver_unit(width: int) -> int:
    """How many whole units make one unit of the solver, when moves are about `width`."""
    return max(1, int(width) // _COMFORTABLE)
