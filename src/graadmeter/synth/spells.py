"""Care as drawn: who, which kind, from when to when. The bag everything is collected in before it gets a provider."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from graadmeter.synth.bags import Bag
from graadmeter.synth.days import Ints, day, eighteenth
from graadmeter.synth.draw import lengths
from graadmeter.synth.kinds import numbers

Targets: TypeAlias = Mapping[int, int]
"""Year -> persons."""

_NONE = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Spells(Bag):
    """One place per provision. `person` is the place in a list of persons, `care` in `care()`."""

    person: Ints
    care: Ints
    begin: Ints
    end: Ints

    def of_persons(self, offset: int) -> "Spells":
        """The same with person numbers moved up, for a longer list of persons."""
        return replace(self, person=self.person + offset)


NO_SPELLS = Spells(_NONE, _NONE, _NONE, _NONE)


@dataclass(frozen=True, slots=True)
class Persons(Bag):
    """One place per person: birth day and sex (1 man, 2 woman, 0 unknown)."""

    born: Ints
    sex: Ints


def usual_lengths(rng: np.random.Generator, kinds: Ints) -> Ints:
    """A length in days for each of these kinds of care."""
    return lengths(rng, numbers("dagen")[kinds], numbers("spreiding")[kinds])


def active_in(spells: Spells, year: int) -> Ints:
    """The persons with at least one day of care in the year, in order."""
    return np.unique(spells.person[(spells.begin < day(year + 1)) & (spells.end >= day(year))])


def minors_active(spells: Spells, persons: Persons, year: int) -> Ints:
    """The persons with at least one day of care before their eighteenth birthday in the year, in order."""
    first, last = day(year), day(year + 1) - 1
    adult = eighteenth(persons.born)[spells.person]
    found = (spells.begin <= last) & (spells.end >= first) & (np.maximum(spells.begin, first) < adult)
    return np.unique(spells.person[found])


def first_of_each_kind(spells: Spells) -> Spells:
    """Each kind of care at most once per person: the earliest. The same product never overlaps itself (TR302)."""
    ordered = spells.where(np.lexsort((spells.begin, spells.care, spells.person)))
    again = (np.diff(ordered.person, prepend=-1) == 0) & (np.diff(ordered.care, prepend=-1) == 0)
    return ordered.where(~again)
