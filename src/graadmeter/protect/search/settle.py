"""Protects the hidden cells of one part of a system, with moves that stay inside that part."""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.search.free_search import search
from graadmeter.protect.search.purchase import Purchase
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.system import System

_BATCH = 16
"""Purchases after which it is worth looking what else they have made safe, when they took as many steps as that."""
LARGE = 20_000
"""Hidden cells from which on they are not all put in one program."""
_FIRST, _LATER = 30, 4
"""Rounds of the free search before and between purchases."""


def settle(
    system: System,
    cells: Ints,
    hidden: Bools,
    reach: Reach,
    chance: np.random.Generator,
    *,
    spread: int = 1,
    favoured: Bools | None = None,
) -> None:
    """Hides more of `cells` (ascending) until their hidden ones are safe, or cannot be made so within this part.

    `hidden` and `reach` are changed in place. `spread` bounds a move to so many times the width that is needed;
    `favoured` cells are hidden rather than others.
    """
    purchase = Purchase(system, cells, hidden, reach, spread=spread, favoured=favoured)
    failed: set[int] = set()
    rounds, known, steps = _FIRST, -1, 0
    while True:
        now = cells[hidden[cells]]
        if known < len(now) < LARGE:
            steps, known = search(system, now, reach, chance, rounds=rounds), len(now)
        todo = [int(cell) for cell in _by_size(system, now[reach.lacking(system, now)]) if int(cell) not in failed]
        if not todo:
            return
        rounds, until = _LATER, purchase.work + steps
        for number, cell in enumerate(todo):
            if number >= _BATCH and purchase.work >= until:
                break
            if not purchase.protect(cell):
                failed.add(cell)


def _by_size(system: System, cells: Ints) -> Ints:
    """Largest first: what they need often serves the small ones too."""
    return cells[np.argsort(-system.value[cells], kind="stable")]
