"""Proves in whole numbers what fractions prove already: nobody believes in half a client."""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.free_search import search
from graadmeter.protect.purchase import Purchase
from graadmeter.protect.reach import Reach
from graadmeter.protect.scale import solver_unit
from graadmeter.protect.system import System

_ROUNDS = 12
_SHAKES = 3
"""Times that lengths are measured in another way."""
_NODES = 20
"""Branches after which a program in whole numbers gives up: a number of steps, so that every machine finds the same."""
_HARD = 24
"""Cells for which programs in whole numbers are tried at most: each takes long."""


def make_whole(system: System, hidden: Bools, reach: Reach, chance: np.random.Generator) -> None:
    """Looks for moves in whole numbers until they prove every hidden cell, or most of what can be.

    First over what is hidden already, many cells at a time, then the shortest move of one cell, measured in several
    ways, then by branching; only then, and only for counts, with more figures hidden. `hidden` and `reach` are changed
    in place.
    """
    cells = np.flatnonzero(hidden)
    if not reach.lacking(system, cells).any():
        return
    search(system, cells, reach, chance, rounds=_ROUNDS)
    near = Purchase(system, cells, hidden, reach, spread=1)
    for _ in range(_SHAKES):
        for cell in _lacking(system, cells, reach):
            near.protect(int(cell))
        near.shake(chance)
    left = _lacking(system, cells, reach)
    if not len(left) or solver_unit(int(system.need[cells].max())) > 1:
        return
    near.only_whole(nodes=_NODES)
    for cell in left[:_HARD]:
        near.protect(int(cell))
    left = _lacking(system, cells, reach)
    if not len(left):
        return
    wide = Purchase(system, np.flatnonzero(~system.frozen), hidden, reach, spread=1)
    wide.only_whole(nodes=_NODES)
    for cell in left[:_HARD]:
        wide.protect(int(cell))


def _lacking(system: System, cells: Ints, reach: Reach) -> Ints:
    return cells[reach.lacking(system, cells)]
