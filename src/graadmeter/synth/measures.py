"""Draws youth protection, probation and preventive judicial activities, mostly for youths who have help already."""

import numpy as np

from graadmeter.synth.days import Flags, Ints, day, eighteenth
from graadmeter.synth.draw import YEAR_DAYS, Floats, ages, born_at_age, days_in_year, pick
from graadmeter.synth.kinds import flags, numbers, places
from graadmeter.synth.spells import (
    NO_SPELLS,
    Persons,
    Spells,
    Targets,
    first_of_each_kind,
    minors_active,
    usual_lengths,
)

_WITHOUT_HELP = 0.2
"""Share of children with a measure who have no youth help. Own estimate."""
_RESIDENCE_WEIGHT = 7.0
"""How much likelier a measure is with residence: half of the children with a measure live away (Samen14, 2018)."""
_PREVENTIVE = 0.05
"""New preventive activities as a share of new measures. Own estimate."""
_YOUNGEST_PROBATION = 12
_BOYS = 0.55


def draw_measures(
    rng: np.random.Generator, targets: Targets, persons: Persons, help_: Spells
) -> tuple[Persons, Spells, Spells]:
    """Persons (with newcomers behind those given), their measures, and their preventive activities.

    After each year about the target number of persons has a protection or probation measure in it.
    """
    measures, preventive = NO_SPELLS, NO_SPELLS
    for year, target in targets.items():
        lacking = target - len(minors_active(measures, persons, year))
        if lacking <= 0:
            continue
        free = np.setdiff1d(minors_active(help_, persons, year), minors_active(measures, persons, year))
        known = _known(rng, lacking - round(lacking * _WITHOUT_HELP), free, _in_residence(help_, year))
        newcomers = _newcomers(rng, year, lacking - len(known))
        who = np.concatenate([known, np.arange(len(newcomers)) + len(persons)])
        persons = Persons.joined([persons, newcomers])
        measures = Spells.joined([measures, _sentence(rng, year, who, persons)])
        some = who[rng.random(len(who)) < _PREVENTIVE]
        kind = np.full(len(some), places("preventief")[0])
        preventive = Spells.joined([preventive, _spells(rng, year, some, kind)])
    return persons, _minors_only(first_of_each_kind(measures), persons), _minors_only(preventive, persons)


def _in_residence(help_: Spells, year: int) -> Ints:
    """Youths with residence in the year."""
    residence = flags(lambda item: item.soort == "jeugdhulp" and item.vorm >= "11")[help_.care]
    return help_.person[residence & (help_.begin < day(year + 1)) & (help_.end >= day(year))]


def _known(rng: np.random.Generator, count: int, free: Ints, away: Ints) -> Ints:
    """About so many of the youths without a measure, those who live away more often."""
    if not len(free):
        return free
    weights = np.where(np.isin(free, away), _RESIDENCE_WEIGHT, 1.0)
    return np.unique(free[pick(rng, weights, count)])


def _newcomers(rng: np.random.Generator, year: int, count: int) -> Persons:
    age = ages(rng, np.zeros(count), np.full(count, 10.0), np.full(count, 17.0))
    return Persons(born_at_age(np.full(count, day(year)), age), np.where(rng.random(count) < _BOYS, 1, 2))


def _sentence(rng: np.random.Generator, year: int, who: Ints, persons: Persons) -> Spells:
    """One measure for each: protection for the young, protection or probation from twelve on."""
    possible = np.concatenate([places("bescherming"), places("reclassering")])
    share, probation = numbers("aandeel")[possible], _probation()[possible]
    old = day(year) - persons.born[who] > _YOUNGEST_PROBATION * YEAR_DAYS
    kind = np.where(old, pick(rng, _older(share, probation), len(who)), pick(rng, share * ~probation, len(who)))
    return _spells(rng, year, who, possible[kind])


def _probation() -> Flags:
    return flags(lambda item: item.soort == "reclassering")


def _older(share: Floats, probation: Flags) -> Floats:
    """Probation falls on half of the youths, so it weighs double there."""
    return np.where(probation, 2 * share, share)


def _spells(rng: np.random.Generator, year: int, who: Ints, kind: Ints) -> Spells:
    begin = days_in_year(rng, year, len(who))
    return Spells(who, kind, begin, begin + usual_lengths(rng, kind))


def _minors_only(spells: Spells, persons: Persons) -> Spells:
    """Begun before the eighteenth birthday; protection ends there, probation may go on."""
    adult = eighteenth(persons.born)[spells.person]
    end = np.where(_probation()[spells.care], spells.end, np.minimum(spells.end, adult - 1))
    begin = np.maximum(spells.begin, persons.born[spells.person])
    return Spells(spells.person, spells.care, begin, end).where((begin < adult) & (end >= begin))
