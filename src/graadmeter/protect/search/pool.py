"""The moves known so far, of which some may no longer be used: what do the others still prove?"""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints, runs, starts
from graadmeter.protect.search.moves import Move
from graadmeter.protect.search.reach import Reach

_FRESH = 16
"""New moves that are looked through one by one before the register of moves by cell is made again."""


class Pool:
    """Drops moves from a reach and takes them back, keeping what the reach says in line with the moves in use."""

    def __init__(self, reach: Reach) -> None:
        self.reach = reach
        self._used: Bools = np.ones(len(reach.moves), dtype=np.bool_)
        self._here: Bools = np.zeros(len(reach.up), dtype=np.bool_)
        self._register()

    def settle(self) -> None:
        """Forgets the moves that are not in use; they cannot be restored after this."""
        self._extend()
        if len(self._used) - self._registered > _FRESH:
            self._register()

    def over(self, cell: int) -> Ints:
        """The numbers of the moves in use that change the cell."""
        self._extend()
        place = slice(self._start[cell], self._start[cell + 1])
        late = [number for number in self._late() if _has(self.reach.moves[number], cell)]
        found: Ints = np.concatenate((self._move[place], np.array(late, dtype=np.int64)))
        return found[self._used[found]]

    def drop(self, numbers: Ints) -> Ints:
        """No longer uses these moves; the cells that they changed."""
        self._used[numbers] = False
        return self._reckon(numbers)

    def restore(self, numbers: Ints) -> None:
        """Uses the moves again."""
        self._extend()
        self._used[numbers] = True
        self._reckon(numbers)

    def _reckon(self, numbers: Ints) -> Ints:
        """Works out again how far the cells of these moves reach."""
        reach = self.reach
        if not len(numbers):
            return np.zeros(0, dtype=np.int64)
        cells = np.unique(np.concatenate([reach.moves[number].cell for number in numbers]))
        for far, by in ((reach.up, reach.up_by), (reach.down, reach.down_by)):
            far[cells], by[cells] = 0.0, -1
        place, owner = runs(self._start, cells)
        used = self._used[self._move[place]]
        place, owner = place[used], owner[used]
        for far, by, sign in ((reach.up, reach.up_by, 1.0), (reach.down, reach.down_by, -1.0)):
            amount = sign * self._amount[place]
            order = np.lexsort((amount, owner))
            last = np.flatnonzero(np.diff(owner[order], append=-1))
            best = order[last]
            best = best[amount[best] > 0]
            far[cells[owner[best]]] = amount[best]
            by[cells[owner[best]]] = self._move[place[best]]
        self._here[cells] = True
        for number in self._late():
            if self._used[number]:
                self._improve(number)
        self._here[cells] = False
        return cells

    def _improve(self, number: int) -> None:
        """Lets a move that is not in the register yet count for the cells that are being reckoned."""
        move, reach = self.reach.moves[number], self.reach
        mine = self._here[move.cell]
        cell, amount = move.cell[mine], move.step[mine] / move.parts
        for far, by, sign in ((reach.up, reach.up_by, 1.0), (reach.down, reach.down_by, -1.0)):
            better = sign * amount > far[cell]
            far[cell[better]] = sign * amount[better]
            by[cell[better]] = number

    def _late(self) -> range:
        return range(self._registered, len(self._used))

    def _extend(self) -> None:
        """Takes in the moves that the reach has learnt of since."""
        more = len(self.reach.moves) - len(self._used)
        self._used = np.concatenate((self._used, np.ones(more, dtype=np.bool_)))

    def _register(self) -> None:
        moves = self.reach.moves
        live = np.flatnonzero(self._used)
        sizes = [len(moves[number].cell) for number in live]
        nothing = np.zeros(0, dtype=np.int64)
        cell: Ints = np.concatenate([nothing, *(moves[number].cell for number in live)])
        amount = np.concatenate([nothing, *(moves[number].step / moves[number].parts for number in live)])
        order = np.argsort(cell, kind="stable")
        self._start = starts(cell[order], len(self.reach.up))
        self._move: Ints = np.repeat(live, sizes)[order]
        self._amount = amount[order]
        self._registered = len(self._used)


def _has(move: Move, cell: int) -> bool:
    place = int(np.searchsorted(move.cell, cell))
    return place < len(move.cell) and int(move.cell[place]) == cell
