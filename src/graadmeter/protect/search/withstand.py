"""Protection from holders: who knows all cells of one part of a table may not work out a cell of another part.

A municipality knows its own figures exactly, small ones too, and can take itself off the region. A proof in which
none of its own figures moves holds against it as well; where there is none, more is hidden until there is. What is
nobody's, such as the region, is no secret to be kept from it: that is its own figure and the sum of all others.
"""

from dataclasses import replace

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.search.moves import Move
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.settle import settle
from graadmeter.protect.search.suppress import Suppression
from graadmeter.protect.search.whole import make_whole
from graadmeter.protect.system import System

_ROUNDS = 4
"""Times that all are gone through: what is hidden for one must be safe from the others, and from outsiders, too."""
_SPREADS = (1, 4, 64)
"""How far cells may move, as a multiple of the width they need."""


def withstand(system: System, found: Suppression, holder: Ints, *, seed: int = 3) -> Suppression:
    """The pattern with more hidden, until every holder's cells have proofs in which nothing of any one other moves.

    `holder` says per cell whose it is, -1 for nobody's. Cells that some holder can work out, whatever else is hidden,
    are added to `exposed`. The same system, pattern and seed give the same result.
    """
    chance = np.random.default_rng(seed)
    hidden, moves = found.hidden.copy(), list(found.moves)
    exposed: dict[int, Ints] = {}
    for _ in range(_ROUNDS):
        before = int(hidden.sum())
        for who in np.unique(holder[holder >= 0]).tolist():
            exposed[who] = keep_from(as_known_to(system, holder, who), holder == who, hidden, moves, chance)
        exposed[-1] = keep_from(system, np.zeros(len(system), dtype=np.bool_), hidden, moves, chance)
        if int(hidden.sum()) == before:
            break
    bare = np.unique(np.concatenate([found.exposed, *exposed.values()])).astype(np.int64)
    rise, fall = _places(len(system), moves, found, np.flatnonzero(hidden & ~found.hidden))
    return Suppression(hidden, tuple(moves), rise, fall, bare)


def as_known_to(system: System, holder: Ints, who: int) -> System:
    """The system as one holder sees it: his own cells are known, and only those of others must keep their range."""
    asked = (holder >= 0) & (holder != who)
    return replace(system, frozen=system.frozen | (holder == who), need=np.where(asked, system.need, 0))


def keep_from(view: System, own: Bools, hidden: Bools, moves: list[Move], chance: np.random.Generator) -> Ints:
    """Hides more, and adds moves, until somebody who knows his `own` cells can work out nothing; what he can still."""
    reach = Reach.none(len(view))
    for move in moves:
        if not own[move.cell].any():
            reach.keep(move)
    mine, known = hidden & ~own, len(reach.moves)
    if not reach.lacking(view, np.flatnonzero(mine)).any():
        return np.zeros(0, dtype=np.int64)
    for spread in _SPREADS:
        settle(view, np.flatnonzero(~view.frozen), mine, reach, chance, spread=spread)
    whole = reach.in_whole_numbers()
    cells = np.flatnonzero(mine)
    old = set(map(id, reach.moves[:known]))
    make_whole(view, mine, whole, chance, cells[reach.lacking(view, cells)])
    cells = np.flatnonzero(mine)
    weak = cells[whole.lacking(view, cells)]
    hidden |= mine
    used = [*whole.proofs(np.setdiff1d(cells, weak))[0], *reach.proofs(weak)[0]]
    moves += [move for move in used if id(move) not in old]
    return weak[reach.lacking(view, weak)]


def _places(size: int, moves: list[Move], found: Suppression, late: Ints) -> tuple[Ints, Ints]:
    """Per cell the highest and the lowest table, of cells hidden `late` among all moves."""
    reach = Reach.none(size)
    for move in moves:
        reach.keep(move)
    rise, fall = found.rise.copy(), found.fall.copy()
    rise[late], fall[late] = reach.up_by[late], reach.down_by[late]
    return rise, fall
