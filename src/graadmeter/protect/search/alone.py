"""Protection from insiders: who is the only one in a count, and knows it, may not work out another small count."""

from dataclasses import replace

import numpy as np

from graadmeter.protect.arrays import Bools
from graadmeter.protect.search.moves import Move
from graadmeter.protect.search.purchase import Purchase
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.suppress import suppress
from graadmeter.protect.search.suppression import Suppression
from graadmeter.protect.search.twins import twins
from graadmeter.protect.system import System


def against_insiders(system: System, found: Suppression, alone: Bools) -> Suppression:
    """The pattern with more hidden, until each sensitive cell has a proof of its own for every cell marked in `alone`.

    Cells that are the same count as that of the insider are no secret to him. The proof is a table that fits, in which
    the one who is alone stays as is and the sensitive cell differs. Where none is found, the audit will say so.
    """
    narrow = replace(system, need=np.minimum(system.need, 1))
    hidden = found.hidden.copy()
    reach = Reach.none(len(system), whole=True)
    for move in found.moves:
        reach.keep(move)
    ties = _Ties(alone & hidden, reach.moves)
    purchase = Purchase(narrow, np.flatnonzero(~system.frozen), hidden, reach)
    same = twins(system.rows, system.frozen)
    for cell in np.flatnonzero(system.sensitive).tolist():
        for insider in sorted(ties.of(cell)):
            if insider in ties.of(cell) and same[insider] != same[cell]:
                before = len(reach.moves)
                reach.forget(cell)
                purchase.forbid(insider)
                purchase.protect(cell)
                purchase.allow(insider)
                ties.learn(reach.moves[before:])
    every = tuple(reach.moves)
    none = np.full(len(system), -1, dtype=np.int64)
    more = suppress(system, after=replace(found, hidden=hidden, moves=(*found.moves, *every), rise=none, fall=none))
    return replace(more, moves=(*more.moves, *ties.proofs(every)))


class _Ties:
    """Per cell those alone whom every known move of the cell changes too: these would know it."""

    def __init__(self, alone: Bools, moves: list[Move]) -> None:
        self._alone = alone
        self._tied: dict[int, set[int]] = {}
        self.learn(moves)

    def of(self, cell: int) -> set[int]:
        """The insiders who still know the cell."""
        return self._tied.get(cell, set()) - {cell}

    def learn(self, moves: list[Move]) -> None:
        """Takes in more moves."""
        for move in moves:
            with_it = set(move.cell[self._alone[move.cell]].tolist())
            for cell in move.cell.tolist():
                self._tied[cell] = self._tied[cell] & with_it if cell in self._tied else with_it

    def proofs(self, moves: tuple[Move, ...]) -> list[Move]:
        """The moves that loosen a tie, each kept when it loosens one that those before it do not."""
        again, kept = _Ties(self._alone, []), []
        for move in moves:
            before = {cell: again._tied.get(cell) for cell in move.cell.tolist()}
            again.learn([move])
            if any(again._tied[cell] != known for cell, known in before.items()):
                kept.append(move)
        return kept
