"""The cells near one cell: those that a cheap move which changes it can touch."""

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, runs, starts
from graadmeter.protect.system import System

_ROUNDS = 40
"""Sums that one goes through at most from the cell outwards."""
_DEAR = 0.2
"""How much further away a cell is that costs twice as much, in sums."""

_LONG = 60
"""Cells that one sum leads to at most: a country has hundreds of municipalities, and not all of them are near."""


class Nearby:
    """Measures how near cells are: by the number of sums that one goes through, dear cells being further away."""

    def __init__(self, system: System) -> None:
        self._system = system
        self._start, self._row, _ = system.columns
        self._far = np.full(len(system), np.inf)
        self._best = np.full(len(system.rows), np.inf)

    def of(self, cell: int, price: Floats, may: Bools, size: int) -> Ints:
        """The `size` nearest cells that may move, ascending, the cell itself among them. `price` is of every cell."""
        rows, far, best = self._system.rows, self._far, self._best
        far[cell] = 0.0
        known = fresh = np.array([cell], dtype=np.int64)
        used = [np.zeros(0, dtype=np.int64)]
        for _ in range(_ROUNDS):
            place, owner = runs(self._start, fresh)
            touched = self._row[place]
            nearer = far[fresh[owner]] < best[touched]
            touched, distance = touched[nearer], far[fresh[owner[nearer]]]
            if not len(touched):
                break
            np.minimum.at(best, touched, distance)
            touched = np.unique(touched)
            used.append(touched)
            entry, of = self._cheapest(touched, price)
            beside = rows.cell[entry]
            reached = best[touched[of]] + 1.0 + _DEAR * np.log2(1.0 + price[beside])
            closer = may[beside] & (reached < far[beside])
            beside, reached = beside[closer], reached[closer]
            np.minimum.at(far, beside, reached)
            fresh = np.unique(beside)
            known = np.union1d(known, fresh)
            if len(known) > size:
                kept = known[np.argsort(far[known], kind="stable")]
                far[kept[size:]] = np.inf
                known = np.sort(kept[:size])
                fresh = fresh[np.isfinite(far[fresh])]
        best[np.concatenate(used)] = np.inf
        far[known] = np.inf
        return known

    def _cheapest(self, touched: Ints, price: Floats) -> tuple[Ints, Ints]:
        """The entries of the rows, of long ones only the cheapest, and for each the place of its row."""
        entry, of = runs(self._system.rows.start, touched)
        first = starts(of, len(touched))
        if not (np.diff(first) > _LONG).any():
            return entry, of
        order = np.lexsort((price[self._system.rows.cell[entry]], of))
        kept = order[np.arange(len(order)) - first[of[order]] < _LONG]
        return entry[kept], of[kept]
