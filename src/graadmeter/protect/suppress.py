"""Secondary suppression: hides as little as it can find until every hidden cell is proven to be uncertain enough."""

from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Bools, Ints, runs
from graadmeter.protect.moves import Move
from graadmeter.protect.reach import Reach
from graadmeter.protect.settle import settle
from graadmeter.protect.system import System

_SPREADS = (1, 4, 64)
"""How far cells may move, as a multiple of the width they need: a little first, for that is found soonest."""


@dataclass(frozen=True)
class Suppression:
    """The pattern and its proof."""

    hidden: Bools
    """Per cell whether it is hidden, for its own sake or for another's."""
    moves: tuple[Move, ...]
    """Other tables that fit everything published."""
    rise: Ints
    """Per cell the place in `moves` of the table in which it is highest; -1: none."""
    fall: Ints
    """Per cell the place in `moves` of the table in which it is lowest; -1: none."""
    exposed: Ints
    """Cells that could not be made uncertain enough, whatever else is hidden."""


def suppress(system: System, *, seed: int = 1, after: Suppression | None = None) -> Suppression:
    """Hides the sensitive cells and what else is needed; the same system and seed give the same result.

    First each module by itself, then whatever is left over the whole system, with ever wider moves. What was hidden
    `after` an attempt on a stricter system of the same cells stays hidden, and what that proved stays proven.
    """
    chance = np.random.default_rng(seed)
    hidden = (system.sensitive | system.latent) & ~system.frozen
    reach = Reach.none(len(system))
    if after is not None:
        hidden |= after.hidden
        for move in after.moves:
            reach.record(system, move)
    free = np.flatnonzero(~system.frozen)
    for module in np.unique(system.module[system.module >= 0]):
        settle(system, _with_rests(system, free[system.module[free] == module]), hidden, reach, chance)
    for spread in _SPREADS:
        settle(system, free, hidden, reach, chance, spread=spread)
    cells = np.flatnonzero(hidden)
    moves, rise, fall = reach.proofs(cells)
    return Suppression(hidden, moves, rise, fall, cells[reach.lacking(system, cells)])


def _with_rests(system: System, cells: Ints) -> Ints:
    """The cells and the latent ones that are in a sum with them: these are always free to move."""
    place, _ = runs(system.rows.start, system.touching(cells))
    beside = system.rows.cell[place]
    return np.union1d(cells, beside[system.latent[beside]])
