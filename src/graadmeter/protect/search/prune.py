"""Shows again what need not be hidden: figures whose hiding served others that can be proven safe without them."""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints, runs
from graadmeter.protect.search.nearby import fields_of
from graadmeter.protect.search.pool import Pool
from graadmeter.protect.search.purchase import Purchase
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.system import System


def prune(system: System, cells: Ints, hidden: Bools, reach: Reach, *, work: int, keep: Bools | None = None) -> None:
    """Tries to show each of the hidden `cells` (ascending) that was hidden for the sake of others, the dearest first.

    It may be shown when all that must be hidden and is safe now can be proven safe by moves without it. Other figures
    that were hidden only for others, and that nothing proves safe any more, are shown along with it. Cells marked in
    `keep`, and all that are not among `cells`, stay as they are. `hidden` and `reach` are changed in place. Stops after
    `work` steps of the simplex method, which does not depend on the machine.
    """
    trial = _Trial(system, cells, hidden, reach, np.zeros(len(system), dtype=np.bool_) if keep is None else keep)
    spare = cells[trial.spare[cells]]
    for cell in spare[np.argsort(-system.cost[spare], kind="stable")]:
        if trial.purchase.work > work:
            return
        if hidden[cell]:
            trial.show(int(cell))


class _Trial:
    """What showing one figure after another leads to."""

    def __init__(self, system: System, cells: Ints, hidden: Bools, reach: Reach, keep: Bools) -> None:
        self._system, self._hidden, self._reach = system, hidden, reach
        self.purchase = Purchase(system, cells, hidden, reach, fields=fields_of(system)[:1])
        self.spare: Bools = np.zeros(len(system), dtype=np.bool_)
        self.spare[cells] = True
        self.spare &= ~system.sensitive & ~system.latent & ~keep
        self._pool = Pool(reach)
        self._safe = np.zeros(len(system), dtype=np.bool_)
        self._safe[cells] = ~reach.lacking(system, cells)
        rows = system.rows
        self._unknown = np.bincount(rows.owner, weights=hidden[rows.cell], minlength=len(rows)).astype(np.int64)
        self._tight = (rows.below == 0) & (rows.above == 0)
        self._shown: list[int] = []
        self._dropped: list[Ints] = []

    def show(self, cell: int) -> None:
        """Shows the cell, and what is then known as well, when all that must stay hidden stays safe."""
        self._shown, self._dropped = [], []
        self._pool.settle()
        if not self._try(cell):
            self._undo()

    def _try(self, cell: int) -> bool:
        if not self._reveal([cell]):
            return False
        while True:
            bare = self._bare()
            must, may = bare[~self.spare[bare]], bare[self.spare[bare]]
            if not all(self.purchase.protect(int(one)) for one in self._near_first(must, cell)):
                return False
            idle = [int(one) for one in may if self._idle(int(one))]
            if not idle:
                return True
            if not self._reveal(idle):
                return False

    def _idle(self, cell: int) -> bool:
        """Whether hiding the cell serves nothing: no move in use changes it, or it cannot be made safe."""
        if not self._reach.lacking(self._system, np.array([cell]))[0]:
            return False
        return not len(self._pool.over(cell)) or not self.purchase.protect(cell)

    def _reveal(self, cells: list[int]) -> bool:
        """Shows these cells and those that then are the only unknown of an equation; False: one of these is needed."""
        todo = cells[::-1]
        while todo:
            cell = todo.pop()
            if not self._hidden[cell]:
                continue
            if not self.spare[cell]:
                return False
            rows = self._rows_of(cell)
            self._hidden[cell] = False
            self._shown.append(cell)
            self._unknown[rows] -= 1
            self.purchase.forbid(cell)
            over = self._pool.over(cell)
            self._dropped.append(over)
            self._pool.drop(over)
            todo += self._given_away(rows)
        return True

    def _rows_of(self, cell: int) -> Ints:
        start, row, _ = self._system.columns
        return row[start[cell] : start[cell + 1]]

    def _given_away(self, rows: Ints) -> list[int]:
        """The cells that are the only unknown left in an equation."""
        alone = rows[self._tight[rows] & (self._unknown[rows] == 1)]
        place, _ = runs(self._system.rows.start, alone)
        cells = self._system.rows.cell[place]
        found: list[int] = cells[self._hidden[cells] & (self._system.need[cells] > 0)].tolist()
        return found

    def _bare(self) -> Ints:
        """The hidden cells that were safe and are no longer proven so."""
        touched = [self._reach.moves[number].cell for over in self._dropped for number in over]
        if not touched:
            return np.zeros(0, dtype=np.int64)
        cells = np.unique(np.concatenate(touched))
        cells = cells[self._safe[cells] & self._hidden[cells]]
        bare: Ints = cells[self._reach.lacking(self._system, cells)]
        return bare

    def _near_first(self, cells: Ints, cell: int) -> Ints:
        """First those in a sum with the cell: if one cannot be kept safe, it is one of these."""
        place, _ = runs(self._system.rows.start, self._rows_of(cell))
        near = np.isin(cells, self._system.rows.cell[place])
        return np.concatenate((cells[near], cells[~near]))

    def _undo(self) -> None:
        for cell in self._shown:
            self._hidden[cell] = True
            self._unknown[self._rows_of(cell)] += 1
            self.purchase.allow(cell)
        for over in self._dropped:
            self._pool.restore(over)
