"""The parts of a system one by one, before the whole: each municipality is protected inside its own walls."""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints, runs
from graadmeter.protect.search.draft import draft
from graadmeter.protect.search.free_search import search
from graadmeter.protect.search.prune import prune
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.settle import settle
from graadmeter.protect.system import System

_PART = 10
"""Of the work spent on showing again, the share that a part gets of which there is no draft: one in so many."""
_DRAFTED = 2_500
"""Cells of a part, with its margins, up to which a draft is made: beyond these it takes too long."""
_FIRST, _LATER = 30, 12
"""Rounds of the free search before and after a draft."""


def beside(system: System, cells: Ints) -> Ints:
    """The cells and their margins: those that may move in a sum with them."""
    return _in_sums_with(system, cells, ~system.frozen)


def _in_sums_with(system: System, cells: Ints, which: Bools) -> Ints:
    place, _ = runs(system.rows.start, system.touching(cells))
    found = np.unique(system.rows.cell[place])
    return found[which[found]]


class Parts:
    """Protects one part after another. `hidden` and `reach` are changed in place."""

    def __init__(self, system: System, hidden: Bools, reach: Reach, chance: np.random.Generator) -> None:
        self._system, self._hidden, self._reach, self._chance = system, hidden, reach, chance
        self.favoured, self.sure = np.zeros((2, len(system)), dtype=np.bool_)
        """What drafts would hide beside the small cells, and what of that cannot be spared as far as they tell."""

    def protect(self, module: Ints, *, work: int, drafts: bool, anew: bool) -> None:
        """Each module in turn; a small system without modules is one part when there are `drafts`.

        Unless `anew`, what is known already serves as well. `work` goes into showing again.
        """
        for part in self._parts(module, drafts=drafts):
            if not anew:
                settle(self._system, part, self._hidden, self._reach, self._chance)
            elif not (drafts and self._draft(part)):
                self._buy(part, work=work)

    def _parts(self, module: Ints, *, drafts: bool) -> list[Ints]:
        """The cells of each module, with the latent ones that are in a sum with them: these are always free to move."""
        free = np.flatnonzero(~self._system.frozen)
        inner = [free[module[free] == number] for number in np.unique(module[module >= 0])]
        if not inner and drafts and self._suits(free):
            return [free]
        return [np.union1d(cells, _in_sums_with(self._system, cells, self._system.latent)) for cells in inner]

    def _draft(self, part: Ints) -> bool:
        """Hides what a draft over a part and its margins says, as far as moves inside the part use it.

        False when a draft does not suit the part: then nothing is done.
        """
        system, hidden = self._system, self._hidden
        wide = beside(system, part)
        if not self._suits(wide):
            return False
        local = Reach.none(len(system))
        search(system, part[hidden[part]], local, self._chance, rounds=_FIRST)
        found = draft(system, wide, hidden, local)
        hidden[found.cells] = True
        search(system, part[hidden[part]], local, self._chance, rounds=_LATER)
        hidden[found.cells] = (local.up[found.cells] > 0) | (local.down[found.cells] > 0)
        self.favoured[found.cells], self.sure[found.cells] = True, found.settled
        self._reach.learn(local)
        return True

    def _suits(self, cells: Ints) -> bool:
        """Whether a draft of these cells can be made, and is good: it reckons with rises where a fall would do too."""
        system = self._system
        return len(cells) <= _DRAFTED and bool((system.down[cells] >= system.need[cells]).all())

    def _buy(self, part: Ints, *, work: int) -> None:
        """Protects a part by purchases, and shows again what it does not need: a share of the `work` goes into that."""
        local = Reach.none(len(self._system))
        settle(self._system, part, self._hidden, local, self._chance)
        if work >= _PART:
            prune(self._system, part[self._hidden[part]], self._hidden, local, work=work // _PART)
        self._reach.learn(local)
