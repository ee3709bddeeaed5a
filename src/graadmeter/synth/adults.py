"""Draws Wmo clients and persons with social assistance: each year so many newcomers as the target still lacks."""

import numpy as np

from graadmeter.synth.days import Ints, day, eighteenth
from graadmeter.synth.draw import YEAR_DAYS, ages, born_at_age, days_in_year, lengths, pick
from graadmeter.synth.kinds import WELFARE, flags, numbers, places
from graadmeter.synth.spells import Persons, Spells, Targets, active_in, first_of_each_kind, usual_lengths

_UNDER_65 = 0.36
_MORE = (0.42, 0.15)
"""Chances of a second and a third kind of provision (Alkmaar 2023: 58 % have one)."""
_STAYS_DAYS = 2600
"""Median days from the first provision to death, nursing home or moving away. Own estimate."""
_WELFARE_DAYS = 1100
_WORKING_AGE = (19, 64)
_WELFARE_WITH_WMO = 0.27
"""Persons with assistance who have Wmo too: 29 % in Utrecht (CBS 85994NED), fewer outside the cities."""


def draw_wmo(rng: np.random.Generator, targets: Targets, grown: Persons, theirs: Spells) -> tuple[Persons, Spells]:
    """Wmo clients and their provisions; `grown` are youths who come from youth help with Wmo spells of their own."""
    persons, spells = grown, theirs
    for year, target in targets.items():
        lacking = target - len(active_in(spells, year))
        if lacking > 0:
            newcomers, help_ = _enter(rng, year, lacking)
            spells = Spells.joined([spells, help_.of_persons(len(persons))])
            persons = Persons.joined([persons, newcomers])
    return persons, spells


def _enter(rng: np.random.Generator, year: int, count: int) -> tuple[Persons, Spells]:
    begin = days_in_year(rng, year, count)
    young = rng.random(count) < _UNDER_65
    age = np.where(
        young,
        ages(rng, np.full(count, 18.1), np.full(count, 48.0), np.full(count, 65.0)),
        ages(rng, np.full(count, 65.0), np.full(count, 81.0), np.full(count, 99.0)),
    )
    persons = Persons(born_at_age(begin, age), np.where(rng.random(count) < np.where(young, 0.5, 0.36), 1, 2))
    leaves = begin + lengths(rng, np.where(young, 2.0, 1.0) * _STAYS_DAYS, np.full(count, 0.7))
    waves = [_provision(rng, np.arange(count), begin)]
    for chance in _MORE:
        some = rng.random(len(waves[-1])) < chance
        base = waves[-1].where(some)
        waves.append(_provision(rng, base.person, base.begin + rng.integers(0, 700, len(base))))
    spells = first_of_each_kind(Spells.joined(waves))
    ends = np.minimum(spells.end, leaves[spells.person])
    return persons, Spells(spells.person, spells.care, spells.begin, ends).where(spells.begin <= ends)


def _provision(rng: np.random.Generator, who: Ints, begin: Ints) -> Spells:
    wmo = places("wmo")
    kind = wmo[pick(rng, numbers("aandeel")[wmo], len(who))]
    return Spells(who, kind, begin, begin + usual_lengths(rng, kind))


def grown_up(rng: np.random.Generator, youths: Persons, help_: Spells, share: float, until: int) -> Spells:
    """Wmo guidance for some of the youths whose help ran until their eighteenth birthday, beginning on it."""
    who = _reaching_eighteen(youths, help_, 60, until)
    who, adult = who[rng.random(len(who)) < share], eighteenth(youths.born)
    guidance = np.nonzero(flags(lambda item: item.vorm == "ondersteuning"))[0]
    kind = np.full(len(who), guidance[0])
    length = lengths(rng, np.full(len(who), 500.0), np.full(len(who), 0.6))
    return Spells(who, kind, adult[who], adult[who] + length)


def welfare_at_eighteen(rng: np.random.Generator, youths: Persons, help_: Spells, share: float, until: int) -> Spells:
    """Social assistance for some of the youths whose help ran until shortly before their eighteenth birthday."""
    who = _reaching_eighteen(youths, help_, 200, until)
    who = who[rng.random(len(who)) < share]
    return _assistance(rng, who, eighteenth(youths.born)[who] + rng.integers(0, 90, len(who)))


def _reaching_eighteen(youths: Persons, help_: Spells, days: int, until: int) -> Ints:
    """Youths with help in the last days before their eighteenth birthday, which falls before a day."""
    adult = eighteenth(youths.born)
    last = np.zeros(len(youths), np.int64)
    np.maximum.at(last, help_.person, help_.end)
    return np.nonzero((last >= adult - days) & (adult < until))[0]


def draw_welfare(
    rng: np.random.Generator, targets: Targets, persons: Persons, wmo: Spells, theirs: Spells
) -> tuple[Persons, Spells]:
    """Persons (with newcomers behind those given) and their assistance, added to what youths have (`theirs`).

    Part of the newcomers are not new at all but have Wmo in the year.
    """
    spells = theirs
    for year, target in targets.items():
        lacking = target - len(active_in(spells, year))
        if lacking > 0:
            free = np.setdiff1d(active_in(wmo, year), spells.person)
            both = _of_working_age(rng, year, round(lacking * _WELFARE_WITH_WMO), persons, free)
            fresh = lacking - len(both)
            age = ages(rng, np.full(fresh, 18.5), np.full(fresh, 35.0), np.full(fresh, 66.0))
            begin = days_in_year(rng, year, fresh)
            newcomers = Persons(born_at_age(begin, age), rng.integers(1, 3, fresh))
            who = np.concatenate([both, np.arange(fresh) + len(persons)])
            persons = Persons.joined([persons, newcomers])
            spells = Spells.joined(
                [spells, _assistance(rng, who, np.concatenate([days_in_year(rng, year, len(both)), begin]))]
            )
    return persons, spells


def _of_working_age(rng: np.random.Generator, year: int, count: int, persons: Persons, free: Ints) -> Ints:
    age = (day(year) - persons.born[free]) / YEAR_DAYS
    return rng.permutation(free[(age > _WORKING_AGE[0]) & (age < _WORKING_AGE[1])])[:count]


def _assistance(rng: np.random.Generator, who: Ints, begin: Ints) -> Spells:
    length = lengths(rng, np.full(len(who), float(_WELFARE_DAYS)), np.full(len(who), 0.9))
    return Spells(who, np.full(len(who), WELFARE), begin, begin + length)
