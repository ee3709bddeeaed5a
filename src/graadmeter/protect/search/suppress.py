"""Secondary suppression: hides as little as it can find until every hidden cell is proven to be uncertain enough."""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.search.free_search import search
from graadmeter.protect.search.groups import alone, groups
from graadmeter.protect.search.modules import modules
from graadmeter.protect.search.parts import Parts, beside
from graadmeter.protect.search.prune import prune
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.settle import settle
from graadmeter.protect.search.suppression import Suppression, together
from graadmeter.protect.search.whole import make_whole
from graadmeter.protect.system import System

_SPREADS = (1, 4, 64)
"""How far cells may move, as a multiple of the width they need: a little first, for that is found soonest."""

_TOGETHER = 5
"""Modules that are protected together with their margins, before the whole is.

Given modules are each looked through with their margins, and nothing is bought there: that was dear. In a sparse region
this and looking for whole numbers in such parts first take a tenth of the time away.
"""
_ROUNDS = 12
"""Rounds of the free search of a module with its margins."""

QUICK, THOROUGH, LONG = 300, 30_000, 100_000
"""Steps of the simplex method spent on showing again what need not be hidden: the dearest figures of a block of a
release, or some seconds on a table of its own, very large or not."""


def suppress(system: System, *, seed: int = 1, after: Suppression | None = None, work: int = QUICK) -> Suppression:
    """Hides the sensitive cells and what else is needed; the same system and seed give the same result.

    Groups of cells that no sum ties together are protected one by one. `work` is how many steps of a solver are taken
    at most, in each, to show again what proves to be hidden for nothing; where these are many, drafts come first.
    What was hidden `after` an attempt on a stricter system of the same cells stays hidden, and what that proved stays
    proven.
    """
    parts = groups(system)
    if len(parts) <= 1:
        return _suppress(system, seed, after, work)
    found = [_suppress(alone(system, cells), seed, None if after is None else after.of(cells), work) for cells in parts]
    return together(len(system), parts, found)


def _suppress(system: System, seed: int, after: Suppression | None, work: int) -> Suppression:
    """As `suppress`, of a system whose cells hang together.

    First each module by itself, then whatever is left over the whole, with ever wider moves. Then proofs with
    fractions are replaced by whole numbers, and what proves to be hidden for nothing is shown again.
    """
    chance = np.random.default_rng(seed)
    hidden = (system.sensitive | system.latent) & ~system.frozen
    reach = Reach.none(len(system))
    if after is not None:
        hidden |= after.hidden
        for move in after.moves:
            reach.record(system, move)
    free = np.flatnonzero(~system.frozen)
    module = system.module if (system.module >= 0).any() else modules(system)
    parts = Parts(system, hidden, reach, chance)
    parts.protect(module, work=work, drafts=work >= THOROUGH, anew=after is None)
    modules_together = _together(system, free, module, 1 if module is system.module else _TOGETHER)
    for part in modules_together:
        if module is system.module:
            search(system, part[hidden[part]], reach, chance, rounds=_ROUNDS)
        else:
            settle(system, part, hidden, reach, chance, favoured=parts.favoured)
    for spread in _SPREADS:
        settle(system, free, hidden, reach, chance, spread=spread, favoured=parts.favoured)
    whole = reach.in_whole_numbers()
    cells = np.flatnonzero(hidden)
    make_whole(system, hidden, whole, chance, cells[reach.lacking(system, cells)], parts=modules_together)
    cells = np.flatnonzero(hidden)
    weak = cells[whole.lacking(system, cells)]
    if work and not after:
        prune(system, cells, hidden, whole, keep=parts.sure | _carrying(len(system), reach, weak), work=work)
    return _proven(system, hidden, whole, reach, weak)


def _carrying(size: int, reach: Reach, weak: Ints) -> Bools:
    """The cells whose hiding the fractional proofs of the `weak` cells need."""
    carrying = np.zeros(size, dtype=np.bool_)
    for move in reach.proofs(weak)[0]:
        carrying[move.cell] = True
    return carrying


def _proven(system: System, hidden: Bools, whole: Reach, reach: Reach, weak: Ints) -> Suppression:
    """The pattern with its proofs, in whole numbers but for the `weak` cells."""
    cells = np.flatnonzero(hidden)
    strong = np.setdiff1d(cells, weak)
    moves, rise, fall = whole.proofs(strong)
    more, higher, lower = reach.proofs(weak)
    rise[weak] = np.where(higher[weak] >= 0, higher[weak] + len(moves), -1)
    fall[weak] = np.where(lower[weak] >= 0, lower[weak] + len(moves), -1)
    bare = np.concatenate((strong[whole.lacking(system, strong)], weak[reach.lacking(system, weak)]))
    return Suppression(hidden, (*moves, *more), rise, fall, np.sort(bare))


def _together(system: System, free: Ints, module: Ints, size: int) -> list[Ints]:
    """Some modules at a time, with the margins that they share."""
    numbers = np.unique(module[free])
    numbers = numbers[numbers >= 0]
    groups = [numbers[first : first + size] for first in range(0, len(numbers), size)]
    return [beside(system, free[np.isin(module[free], group)]) for group in groups]
