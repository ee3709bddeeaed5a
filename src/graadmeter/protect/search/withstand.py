"""Protection from holders: who knows all cells of one part of a table may not work out a cell of another part.

A municipality knows its own figures exactly, small ones too, and can take itself off the region. A proof in which
none of its own figures moves holds against it as well; where there is none, more is hidden until there is. What is
nobody's, such as the region, is no secret to be kept from it: that is its own figure and the sum of all others.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.search.moves import Move
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.settle import settle
from graadmeter.protect.search.suppression import Suppression
from graadmeter.protect.search.whole import make_whole
from graadmeter.protect.system import System

_ROUNDS = 4
"""Times that all are gone through: what is hidden for one must be safe from the others, and from outsiders, too."""
_SPREADS = (1, 4, 64)
"""How far cells may move, as a multiple of the width they need."""


def withstand(
    system: System, found: Suppression, holder: Ints, *, together: Sequence[Ints] = (), seed: int = 3
) -> Suppression:
    """The pattern with more hidden, until every holder's cells have proofs in which nothing of any one other moves.

    `holder` says per cell whose it is, -1 for nobody's; of each set of holders in `together` one reader knows all.
    Cells that some reader can work out, whatever else is hidden, are added to `exposed`. The same system, pattern and
    seed give the same result.
    """
    chance = np.random.default_rng(seed)
    hidden, moves = found.hidden.copy(), list(found.moves)
    readers = [np.array([who]) for who in np.unique(holder[holder >= 0])] + list(together)
    exposed: dict[int, Ints] = {}
    for _ in range(_ROUNDS):
        before = int(hidden.sum())
        for number, who in enumerate(readers):
            own = np.isin(holder, who)
            exposed[number] = keep_from(as_known_to(system, holder, own), own, hidden, moves, chance)
        exposed[-1] = keep_from(system, np.zeros(len(system), dtype=np.bool_), hidden, moves, chance)
        if int(hidden.sum()) == before:
            break
    bare = np.unique(np.concatenate([found.exposed, *exposed.values()])).astype(np.int64)
    rise, fall = _places(len(system), moves, found, np.flatnonzero(hidden & ~found.hidden))
    return Suppression(hidden, tuple(moves), rise, fall, bare)


def as_known_to(system: System, holder: Ints, own: Bools) -> System:
    """The system as who knows his `own` cells sees it: only the cells of other holders must keep their range."""
    return replace(system, frozen=system.frozen | own, need=np.where((holder >= 0) & ~own, system.need, 0))


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
