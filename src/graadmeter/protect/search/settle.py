"""Protects the hidden cells of one part of a system, with moves that stay inside that part."""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.search.free_search import FAR, search
from graadmeter.protect.search.nearby import surroundings
from graadmeter.protect.search.purchase import Purchase
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.system import System

_BATCH = 16
"""Purchases after which it is worth looking what else they have made safe, when they took as many steps as that."""
LARGE = 20_000
"""Hidden cells from which on they are not all put in one program."""
_FIRST, _LATER = 30, 4
"""Rounds of the free search before and between purchases."""
_FEW, _AMONG = 300, 4_000
"""Up to so many unproven cells among more hidden cells than that are looked for in their surroundings only.

A round then takes 70 ms of processor time in place of 220 in the largest pieces of a year, which take 29 to 44 s for 36
to 57; 0.5 % more is hidden by weight.
"""


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
            steps, known = _search(system, now, reach, chance, rounds), len(now)
        todo = [int(cell) for cell in _by_size(system, now[reach.lacking(system, now)]) if int(cell) not in failed]
        if not todo:
            return
        rounds, until = _LATER, purchase.work + steps
        for number, cell in enumerate(todo):
            if number >= _BATCH and purchase.work >= until:
                break
            if not purchase.protect(cell):
                failed.add(cell)


def _search(system: System, hidden: Ints, reach: Reach, chance: np.random.Generator, rounds: int) -> int:
    """Looks for moves over what is hidden, or near what is not proven yet; the steps that took."""
    todo = hidden[reach.lacking(system, hidden)]
    if len(hidden) <= _AMONG or len(todo) > _FEW:
        return search(system, hidden, reach, chance, rounds=rounds)
    return search(system, surroundings(system, todo, hidden), reach, chance, rounds=rounds, walk=FAR)


def _by_size(system: System, cells: Ints) -> Ints:
    """Largest first: what they need often serves the small ones too."""
    return cells[np.argsort(-system.value[cells], kind="stable")]
