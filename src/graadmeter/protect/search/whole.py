"""Proves in whole numbers what fractions prove already: nobody believes in half a client."""

from collections.abc import Sequence

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.search.free_search import search
from graadmeter.protect.search.nearby import Field, fields_among, fields_to_buy_in
from graadmeter.protect.search.purchase import Purchase
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.scale import solver_unit
from graadmeter.protect.search.settle import LARGE
from graadmeter.protect.system import System

_ROUNDS = 12
_WALK = 0.3
"""What moving a cell costs in a free search here: short moves are nearly always whole."""
_SHAKES = 3
"""Times that lengths are measured in another way."""
_NODES = 20
"""Branches after which a program in whole numbers gives up: a number of steps, so that every machine finds the same."""
_BRANCHING = (Field(200, 60), Field(600, 60))
"""Where programs in whole numbers look: among few cells, so that each takes some tenths of a second at most."""


def make_whole(
    system: System,
    hidden: Bools,
    reach: Reach,
    chance: np.random.Generator,
    hopeless: Ints,
    *,
    parts: Sequence[Ints] = (),
) -> None:
    """Looks for moves in whole numbers until they prove every hidden cell, or most of what can be.

    First over what is hidden already, in `parts` and then as a whole, many cells at a time, then one cell at a time:
    the shortest move is nearly always in whole numbers. (In a year of 370 to 480 such cells that leaves none, hides
    nothing and takes less time than what follows, which hid some 20 figures more.) Then the cheapest move of one cell,
    measured in several ways and among more cells, then, for counts only, by branching among the nearest.
    Cells that not even fractions prove are `hopeless`; a system too large for one program is looked through by its
    `parts` only. `hidden` and `reach` are changed in place.
    """
    cells = np.flatnonzero(hidden)
    if not reach.lacking(system, cells).any():
        return
    for part in (*parts, cells) if len(cells) < LARGE else parts:
        search(system, part[hidden[part]], reach, chance, rounds=_ROUNDS, walk=_WALK)
    cells = np.flatnonzero(hidden)
    _each(system, hidden, reach, Purchase(system, cells, hidden, reach, fields=fields_among(system, cells)), hopeless)
    free = np.flatnonzero(~system.frozen)
    for _ in range(_SHAKES):
        purchase = Purchase(system, free, hidden, reach, fields=fields_to_buy_in(system, len(free)))
        purchase.shake(chance)
        _each(system, hidden, reach, purchase, hopeless)
    for field in _BRANCHING if solver_unit(int(system.need[cells].max())) == 1 else ():
        purchase = Purchase(system, free, hidden, reach, fields=(field,))
        purchase.branch(nodes=_NODES)
        _each(system, hidden, reach, purchase, hopeless)


def _each(system: System, hidden: Bools, reach: Reach, purchase: Purchase, hopeless: Ints) -> None:
    """Tries every cell that is not proven yet; what is hidden along the way joins them."""
    tried = set(hopeless.tolist())
    while True:
        cells = np.flatnonzero(hidden)
        todo = [cell for cell in cells[reach.lacking(system, cells)].tolist() if cell not in tried]
        if not todo:
            return
        for cell in todo:
            purchase.protect(cell)
        tried.update(todo)
