"""Care as drawn: who, which kind, from when to when. The bag everything is collected in before it gets a provider."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.synth.days import Flags, Ints, day, eighteenth
from graadmeter.synth.region_facts import care


@dataclass(frozen=True, slots=True)
class Spells:
    """Parallel arrays, one place per provision. `person` is the place in a list of persons, `care` in `care()`."""

    person: Ints
    care: Ints
    begin: Ints
    end: Ints

    def __len__(self) -> int:
        """The number of provisions."""
        return len(self.person)

    def where(self, keep: Flags | Ints) -> "Spells":
        """The chosen provisions."""
        return Spells(self.person[keep], self.care[keep], self.begin[keep], self.end[keep])

    def of_persons(self, offset: int) -> "Spells":
        """The same with person numbers moved up, for a longer list of persons."""
        return Spells(self.person + offset, self.care, self.begin, self.end)


def joined(parts: Sequence[Spells]) -> Spells:
    """All provisions of several bags, in order."""
    if not parts:
        empty = np.zeros(0, np.int64)
        return Spells(empty, empty, empty, empty)
    names = ("person", "care", "begin", "end")
    return Spells(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


@dataclass(frozen=True, slots=True)
class Persons:
    """Parallel arrays, one place per person: birth day and sex (1 man, 2 woman, 0 unknown)."""

    born: Ints
    sex: Ints

    def __len__(self) -> int:
        """The number of persons."""
        return len(self.born)


def joined_persons(parts: Sequence[Persons]) -> Persons:
    """All persons of several lists, in order."""
    return Persons(np.concatenate([part.born for part in parts]), np.concatenate([part.sex for part in parts]))


def care_places(soort: str) -> Ints:
    """The places in `care()` of one soort (jeugdhulp, bescherming, wmo ...)."""
    return np.array([place for place, item in enumerate(care()) if item.soort == soort], np.int64)


def care_numbers(field: Callable[..., float]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """One number per kind of care, in the order of `care()`."""
    return np.array([field(item) for item in care()], np.float64)


def minors_active(spells: Spells, persons: Persons, year: int) -> Ints:
    """The persons with at least one day of care before their eighteenth birthday in the year, in order."""
    first, last = day(year), day(year + 1) - 1
    adult = eighteenth(persons.born)[spells.person]
    found = (spells.begin <= last) & (spells.end >= first) & (np.maximum(spells.begin, first) < adult)
    return np.unique(spells.person[found])


def first_of_each_kind(spells: Spells) -> Spells:
    """Each kind of care at most once per person: the earliest. The same product never overlaps itself (TR302)."""
    order = np.lexsort((spells.begin, spells.care, spells.person))
    ordered = spells.where(order)
    again = (np.diff(ordered.person, prepend=-1) == 0) & (np.diff(ordered.care, prepend=-1) == 0)
    return ordered.where(~again)


Targets = Mapping[int, int]
"""Year -> persons."""
