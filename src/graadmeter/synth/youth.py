"""Draws the youth help of a municipality: each year so many newcomers as its target of youths with help still lacks."""

from dataclasses import dataclass

import numpy as np

from graadmeter.synth.days import Ints, eighteenth
from graadmeter.synth.draw import Floats, ages, born_at_age, days_in_year, pick
from graadmeter.synth.kinds import numbers, places, starting_ages
from graadmeter.synth.spells import Persons, Spells, Targets, first_of_each_kind, minors_active, usual_lengths

_BOYS, _UNKNOWN_SEX = 0.57, 0.0004
_BESIDE, _AFTER = 0.29, (0.36, 0.3)
"""Chances of a second kind of care beside the first, and of a later return (once, and once more). Own estimates."""
_MEAN_GAP = 260
_STAYS_AFTER_18 = 0.14


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What the youth help of `care()` looks like, as arrays."""

    places: Ints
    share: Floats

    def pick(self, rng: np.random.Generator, count: int) -> Ints:
        return self.places[pick(rng, self.share, count)]


def _kinds() -> _Kinds:
    help_ = places("jeugdhulp")
    return _Kinds(help_, numbers("aandeel")[help_])


def draw_youths(rng: np.random.Generator, targets: Targets, arrived: Persons, theirs: Spells) -> tuple[Persons, Spells]:
    """The youths of a municipality and their help: those who `arrived` with their spells, then newcomers year by year.

    After each year exactly the target number of persons has a day of help before the eighteenth birthday in it,
    unless those already in care exceed it.
    """
    kinds = _kinds()
    persons, spells = arrived, theirs
    for year, target in targets.items():
        lacking = target - len(minors_active(spells, persons, year))
        if lacking > 0:
            newcomers, help_ = _enter(rng, kinds, year, lacking)
            spells = Spells.joined([spells, help_.of_persons(len(persons))])
            persons = Persons.joined([persons, newcomers])
    return persons, spells


def _enter(rng: np.random.Generator, kinds: _Kinds, year: int, count: int) -> tuple[Persons, Spells]:
    kind = kinds.pick(rng, count)
    begin = days_in_year(rng, year, count)
    born = born_at_age(begin, ages(rng, *starting_ages(kind)))
    born = np.where(eighteenth(born) <= begin, begin - 17 * 365, born)
    sex = np.where(rng.random(count) < _BOYS, 1, 2)
    sex[rng.random(count) < _UNKNOWN_SEX] = 0
    persons = Persons(born, sex)
    first = Spells(np.arange(count), kind, begin, begin + usual_lengths(rng, kind))
    waves = [first, _beside(rng, kinds, first)]
    for chance in _AFTER:
        waves.append(_afterwards(rng, kinds, waves[-1] if chance != _AFTER[0] else first, chance))
    return persons, _until_adult(rng, first_of_each_kind(Spells.joined(waves)), persons)


def _beside(rng: np.random.Generator, kinds: _Kinds, first: Spells) -> Spells:
    base = first.where(rng.random(len(first)) < _BESIDE)
    kind = kinds.pick(rng, len(base))
    begin = base.begin + (rng.random(len(base)) * 0.8 * (base.end - base.begin)).astype(np.int64)
    return Spells(base.person, kind, begin, begin + usual_lengths(rng, kind))


def _afterwards(rng: np.random.Generator, kinds: _Kinds, earlier: Spells, chance: float) -> Spells:
    base = earlier.where(rng.random(len(earlier)) < chance)
    kind = kinds.pick(rng, len(base))
    begin = base.end + 1 + rng.exponential(_MEAN_GAP, len(base)).astype(np.int64)
    return Spells(base.person, kind, begin, begin + usual_lengths(rng, kind))


def _until_adult(rng: np.random.Generator, spells: Spells, persons: Persons) -> Spells:
    """Help begins before the eighteenth birthday and mostly ends there; some of it goes on to 23 at the latest."""
    adult = eighteenth(persons.born)[spells.person]
    stays = rng.random(len(spells)) < _STAYS_AFTER_18
    longest = np.where(stays, adult + 700, adult - 1)
    ended = Spells(spells.person, spells.care, spells.begin, np.minimum(spells.end, longest))
    return ended.where(spells.begin < adult)
