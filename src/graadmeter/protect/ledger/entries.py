"""From rows that earlier releases showed to counts: read where a count has a row of its own, guessed where not."""

from dataclasses import dataclass

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.figures.published import rounded
from graadmeter.protect.grid.facts import Facts, cents_above, cents_of
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.ledger.ledger import Ledger


def entries_of(facts: Facts, owner: Ints, ledger: Ledger, unhidden: Floats) -> tuple[Ints, Ints, Ints, Bools]:
    """Place, count and edition of everything that was ever shown, oldest first, and the places that are guessed.

    A count that has no row of its own is guessed from the figures it is part of, above or below the line.
    """
    row, value, edition = ledger.entry_row, ledger.entry_value, ledger.entry_edition
    plain = ~facts.two[row] & (facts.top[row] >= 0)
    place = owner[facts.top[row[plain]]]
    count = np.rint(value[plain] * cents_above(facts)[row[plain]]).astype(np.int64)
    when = edition[plain]
    last = np.full(owner.size, ABSENT, dtype=np.int64)
    last[place] = count
    told = last != ABSENT
    half = facts.two[row] & (facts.top[row] >= 0) & ((facts.below[row] >= 0) | (facts.public[row] > 0))
    above = np.flatnonzero(half & ~told[owner[facts.top[row]]])
    above = above[_of_one_row(owner[facts.top[row[above]]], row[above])]
    guessed = told.copy()
    guessed[owner[facts.top[row[above]]]] = True
    below = np.flatnonzero(half & (facts.below[row] >= 0) & ~guessed[owner[facts.below[row]]])
    below = _surest(below, owner, facts, row, last)
    guess = _Guess(facts, owner, last, row, value, unhidden)
    place = np.concatenate((place, owner[facts.top[row[above]]], owner[facts.below[row[below]]]))
    count = np.concatenate((count, guess.above(above), guess.below(below)))
    when = np.concatenate((when, edition[above], edition[below]))
    order = np.argsort(when, kind="stable")
    every = np.zeros(owner.size, dtype=np.bool_)
    every[place] = True
    return place[order], count[order], when[order], every & ~told


def _of_one_row(place: Ints, row: Ints) -> Bools:
    """The guesses of each count (at its `place`) that come from one row: the one shown most often, or else the first.

    A count may stand above the line of several figures, and above that of one and below that of another. Guesses from
    different figures are no history of it: the last of them would hide what the others tell of a change.
    """
    pairs, of_pair, times = np.unique(np.stack((place, row)), axis=1, return_inverse=True, return_counts=True)
    order = np.lexsort((pairs[1], -times, pairs[0]))
    first = np.diff(pairs[0][order], prepend=-1) != 0
    chosen = np.zeros(len(times), dtype=np.bool_)
    chosen[order[first]] = True
    one: Bools = chosen[of_pair.ravel()]
    return one


def _surest(entries: Ints, owner: Ints, facts: Facts, row: Ints, last: Ints) -> Ints:
    """Of the entries about one denominator the last one with the largest numerator: it tells most."""
    above = last[owner[facts.top[row[entries]]]]
    order = np.lexsort((entries, -row[entries], above, owner[facts.below[row[entries]]]))
    place = owner[facts.below[row[entries[order]]]]
    final = np.append(place[1:] != place[:-1], True) if len(place) else np.zeros(0, dtype=np.bool_)
    surest: Ints = entries[order][final]
    return surest


@dataclass(frozen=True)
class _Guess:
    """One of the two counts behind a figure as it was, the other being what was last shown of it, or what it is."""

    facts: Facts
    owner: Ints
    last: Ints
    row: Ints
    value: Floats
    unhidden: Floats

    def above(self, entries: Ints) -> Ints:
        """What stood above the line: as now where the figure is what it was."""
        facts, row, value = self.facts, self.row[entries], self.value[entries]
        count = facts.grid.value.ravel()
        public = facts.below[row] < 0
        whole = np.where(public, facts.public[row], self._was(facts.below[row], count[facts.below[row]]))
        was = np.where(self._minus(row), value + whole, value * self._cents(row) * whole / self._times(row))
        now, found = count[facts.top[row]], np.rint(was).astype(np.int64)
        same = value == self.unhidden[row]
        guessed: Ints = np.where(same, now, np.where(found == now, now + 1, found))
        return guessed

    def below(self, entries: Ints) -> Ints:
        """What stood below the line: as now where that explains the figure, or where nothing is known of the other."""
        facts, row, value = self.facts, self.row[entries], self.value[entries]
        now, top = facts.grid.value.ravel()[facts.below[row]], self.last[self.owner[facts.top[row]]]
        unit, times = self._cents(row), self._times(row)
        parts = np.array([10**line.unit.decimals for line in facts.lines])[facts.line[row]]
        explained = np.rint(value * parts) == rounded(times * parts * top, np.maximum(unit * now, 1))
        found = np.where(self._minus(row), top - value, top * times / np.where(value == 0, 1, value * unit))
        same = (top == ABSENT) | (value == 0) | np.where(self._minus(row), found == now, explained)
        guessed: Ints = np.where(same, now, np.rint(np.where(same, 0, found))).astype(np.int64)
        return guessed

    def _was(self, place: Ints, now: Ints) -> Ints:
        last = self.last[self.owner[place]]
        before: Ints = np.where(last != ABSENT, last, now)
        return before

    def _minus(self, row: Ints) -> Bools:
        found: Bools = np.array([line.measure.minus is not None for line in self.facts.lines])[self.facts.line[row]]
        return found

    def _times(self, row: Ints) -> Ints:
        found: Ints = np.array([line.unit.multiplier for line in self.facts.lines])[self.facts.line[row]]
        return found

    def _cents(self, row: Ints) -> Ints:
        found = np.array([cents_of(line.top) // cents_of(line.below) for line in self.facts.lines], dtype=np.int64)
        return found[self.facts.line[row]]
