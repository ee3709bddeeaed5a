"""Protection from contributors: who is alone in an amount knows it, and may not work out another amount with it.

That nobody takes an amount for less than the part of its largest contributor is in the floors of the system
(`marks.least`). Here every sensitive amount gets proofs in which no amount moves that one other contributor knows.
"""

from dataclasses import replace

import numpy as np

from graadmeter.domain.indicators import Unit
from graadmeter.protect.arrays import Ints
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.suppression import Suppression
from graadmeter.protect.search.withstand import keep_from
from graadmeter.protect.system import System

_ROUNDS = 4
"""Times that all contributors are gone through: what is hidden for one must be safe from the others too."""
OTHER = -2
"""Stands for a cell that is no amount."""


def leaders(plan: Plan, place: Ints, size: int) -> Ints | None:
    """Per cell the number of who is alone in it, -1 for nobody, OTHER for what is no amount; None without any.

    The first cells stand at `place` on the flat grid; the others, up to `size`, are rests.
    """
    alone = plan.ruled.leader.ravel()[place] if plan.ruled.has_leaders else np.full(len(place), -1)
    if not (alone >= 0).any():
        return None
    grid = plan.facts.grid
    money = np.array([series.count.of is Unit.EURO for series in grid.series], dtype=np.bool_)
    series, _, _ = np.unravel_index(place, grid.value.shape)
    found = np.full(size, OTHER, dtype=np.int64)
    found[: len(place)] = np.where(money[series], alone, OTHER)
    return found


def keep_own_shares(system: System, found: Suppression, leader: Ints, *, seed: int = 5) -> Suppression:
    """The pattern with more hidden, until no contributor who is alone in amounts can work out another sensitive one.

    What can be worked out all the same is added to `exposed`. The same arguments give the same result.
    """
    chance = np.random.default_rng(seed)
    hidden, moves = found.hidden.copy(), list(found.moves)
    exposed: dict[int, Ints] = {}
    nobody = np.zeros(len(system), dtype=np.bool_)
    for _ in range(_ROUNDS):
        before = int(hidden.sum())
        for who in np.unique(leader[(leader >= 0) & hidden]).tolist():
            exposed[who] = keep_from(as_known_by(system, leader, who), leader == who, hidden, moves, chance)
        exposed[-1] = keep_from(system, nobody, hidden, moves, chance)
        if int(hidden.sum()) == before:
            break
    bare = np.unique(np.concatenate([found.exposed, *exposed.values()])).astype(np.int64)
    reach = Reach.none(len(system))
    for move in moves:
        reach.keep(move)
    rise, fall = found.rise.copy(), found.fall.copy()
    late = np.flatnonzero(hidden & ~found.hidden)
    rise[late], fall[late] = reach.up_by[late], reach.down_by[late]
    return Suppression(hidden, tuple(moves), rise, fall, bare)


def as_known_by(system: System, leader: Ints, who: int) -> System:
    """The system as one contributor sees it: the amounts it is alone in are known, the other sensitive ones asked."""
    asked = system.sensitive & (leader != OTHER) & (leader != who)
    return replace(system, frozen=system.frozen | (leader == who), need=np.where(asked, system.need, 0))
