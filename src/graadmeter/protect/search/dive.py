"""From a movement in fractions to one in whole numbers: one cell after another is held to a whole number."""

import numpy as np

from graadmeter.protect.arrays import Floats
from graadmeter.protect.search.solver import Solver

_STEPS = 40
"""Cells that are held at most before it is given up."""
_NEARLY = 1e-6


def dive(solver: Solver, found: Floats) -> Floats | None:
    """A movement in whole numbers near `found`, the last solution of the solver; None when none was met.

    Each time the cell that is nearest to a whole number other than none is held there, or, when then nothing fits, is
    held where it was or at the number below. The solver keeps what was held.
    """
    for _ in range(_STEPS):
        part = np.abs(found - np.rint(found))
        odd = np.flatnonzero(part > _NEARLY)
        if not len(odd):
            return found
        up = np.ceil(np.abs(found[odd])) - np.abs(found[odd])
        at = int(odd[np.argmin(up)])
        far = int(np.sign(found[at])) * int(np.ceil(abs(found[at])))
        near = far - int(np.sign(found[at]))
        step = _held(solver, at, (far, near))
        if step is None:
            return None
        found = step
    return None


def _held(solver: Solver, at: int, amounts: tuple[int, int]) -> Floats | None:
    """The cheapest movement in which the cell moves by the first of these amounts that can be."""
    for amount in amounts:
        solver.force(at, amount)
        found = solver.solve()
        if found is not None:
            return found
    return None
