"""Collects sums over cells while a system is being built."""

from dataclasses import dataclass, field

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.system import UNBOUNDED, Rows


@dataclass
class Ties:
    """Sums whose terms are places in `value`; a term of -1 is no cell and is left out.

    A sum gets either nothing to spare (an equation), room to one side (an inequality), or a rest: a new cell at the
    end of `value` that nobody publishes, for what the whole has beyond its parts.
    """

    value: Ints
    threshold: int
    """Rests from 1 to below the threshold are sensitive, for they could be worked out."""
    sensitive: list[Bools] = field(default_factory=list)
    """Of the rests, in the order in which they were added."""
    owner: list[Ints] = field(default_factory=list)
    """Of the rests: the cell of which it is the rest."""
    broken: int = 0
    """Sums over periods that were declared but do not hold."""
    _row: list[Ints] = field(default_factory=list)
    _cell: list[Ints] = field(default_factory=list)
    _coef: list[Ints] = field(default_factory=list)
    _below: list[Ints] = field(default_factory=list)
    _above: list[Ints] = field(default_factory=list)
    _count: int = 0

    def areas(self, whole: Ints, parts: Ints) -> None:
        """`whole` (n) is the sum of `parts` (n, k) but for persons who are in several of them.

        Those are few, so everybody is taken to know their number: the difference is a constant that cannot move.
        Of a whole with something and parts with nothing nothing is known: the parts were not told apart.
        """
        whole, parts, _ = self._used(whole, parts)
        known = (self.value[whole] == 0) | ((parts >= 0) & (self.value[parts] != 0)).any(axis=1)
        self._equations(whole[known], parts[known])

    def some_areas(self, whole: Ints, parts: Ints) -> None:
        """`whole` is the sum of `parts`, of which some are not listed: what these lack is a rest, as of `members`."""
        whole, parts, over = self._used(whole, parts)
        self.areas(whole[over >= 0], parts[over >= 0])
        self.rests(whole[over < 0], parts[over < 0])

    def members(self, whole: Ints, parts: Ints) -> None:
        """`whole` is the sum of its `parts`; what the parts lack is a rest (sex unknown, no wijk at all)."""
        whole, parts, over = self._used(whole, parts)
        self._equations(whole[over == 0], parts[over == 0])
        self.at_most(whole[over > 0], parts[over > 0])
        self.rests(whole[over < 0], parts[over < 0])

    def periods(self, whole: Ints, parts: Ints) -> None:
        """`whole` is the sum of its `parts`, where that is so.

        Somebody who moved may count in the quarter in one wijk and in the half-year in another: then nothing is known.
        """
        whole, parts, over = self._used(whole, parts)
        self._equations(whole[over == 0], parts[over == 0])
        self.broken += int((over != 0).sum())

    def where_true(self, whole: Ints, parts: Ints) -> None:
        """The sum of `whole` (n, k) is that of `parts` (n, m), where all are there and it is so."""
        there = (whole >= 0).all(axis=1) & (parts >= 0).all(axis=1)
        whole, parts = whole[there], parts[there]
        true = self.value[parts].sum(axis=1) == self.value[whole].sum(axis=1)
        self._equations(whole[true], parts[true])

    def at_most(self, whole: Ints, parts: Ints) -> None:
        """`whole` is no more than the sum of `parts`, where that is so."""
        whole, parts, over = self._used(whole, parts)
        true = over >= 0
        self._add(whole[true], parts[true], over[true], np.full(int(true.sum()), UNBOUNDED))

    def rests(self, whole: Ints, parts: Ints, *, threshold: int = 0) -> None:
        """`whole` is the sum of `parts` and of a rest that is not published; too small below its own threshold."""
        whole, parts, over = self._used(whole, parts)
        cell = len(self.value) + np.arange(len(whole), dtype=np.int64)
        self.value = np.concatenate((self.value, -over))
        self.sensitive.append((over < 0) & (-over < max(threshold, self.threshold)))
        self.owner.append(whole)
        self._equations(whole, np.concatenate((parts, cell[:, None]), axis=1))

    def undivided(self, whole: Ints, part: Ints) -> None:
        """`whole` is all in one `part`; that there is nothing else may not be known, so there is a rest of nothing."""
        cell = len(self.value) + np.arange(len(whole), dtype=np.int64)
        self.value = np.concatenate((self.value, np.zeros(len(whole), dtype=np.int64)))
        self.sensitive.append(np.ones(len(whole), dtype=np.bool_))
        self.owner.append(whole)
        self._equations(whole, np.stack((part, cell), axis=1))

    def _used(self, whole: Ints, parts: Ints) -> tuple[Ints, Ints, Ints]:
        """The sums that have a whole and a part, and how much the parts have over."""
        used = (whole >= 0) & (parts >= 0).any(axis=1)
        whole, parts = whole[used], parts[used]
        return whole, parts, np.where(parts >= 0, self.value[parts], 0).sum(axis=1) - self.value[whole]

    def _equations(self, whole: Ints, parts: Ints) -> None:
        nothing = np.zeros(len(whole), dtype=np.int64)
        self._add(whole, parts, nothing, nothing)

    def _add(self, whole: Ints, parts: Ints, below: Ints, above: Ints) -> None:
        terms = np.concatenate((parts, whole if whole.ndim > 1 else whole[:, None]), axis=1)
        coef = np.ones_like(terms)
        coef[:, parts.shape[1] :] = -1
        row = np.repeat(self._count + np.arange(len(whole), dtype=np.int64), terms.shape[1])
        real = (terms >= 0).ravel()
        self._row.append(row[real])
        self._cell.append(terms.ravel()[real])
        self._coef.append(coef.ravel()[real])
        self._below.append(below)
        self._above.append(above)
        self._count += len(whole)

    def rows(self) -> Rows:
        """All sums together, each once."""
        columns = (self._row, self._cell, self._coef, self._below, self._above)
        row, cell, coef, below, above = (np.concatenate([np.zeros(0, dtype=np.int64), *column]) for column in columns)
        return Rows.of(row, cell, coef, below, above).distinct()
