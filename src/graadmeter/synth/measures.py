"""Draws youth protection, probation and preventive judicial activities, mostly for youths who have help already."""

import numpy as np

from graadmeter.synth.days import Ints, day, eighteenth
from graadmeter.synth.draw import Floats, ages, born_at_age, days_in_year, lengths, pick
from graadmeter.synth.spells import (
    Persons,
    Spells,
    Targets,
    care_numbers,
    care_places,
    first_of_each_kind,
    joined,
    joined_persons,
    minors_active,
)

_WITHOUT_HELP = 0.2
"""Share of children with a measure who have no youth help. Own estimate."""
_RESIDENCE_WEIGHT = 7.0
"""How much likelier a measure is with residence: about half of the children with a measure live away (Samen14, 2018)."""
_PREVENTIVE = 0.05
"""New preventive activities as a share of new measures. Own estimate."""
_YOUNGEST_PROBATION = 12


def draw_measures(
    rng: np.random.Generator, targets: Targets, persons: Persons, help_: Spells
) -> tuple[Persons, Spells, Spells]:
    """Persons (with newcomers behind those given), their measures, and their preventive activities.

    After each year about the target number of persons has a protection or probation measure in it.
    """
    measures, preventive = joined([]), joined([])
    for year, target in targets.items():
        lacking = target - len(minors_active(measures, persons, year))
        if lacking <= 0:
            continue
        known = _known(rng, year, lacking - round(lacking * _WITHOUT_HELP), persons, help_, measures)
        newcomers = _newcomers(rng, year, lacking - len(known))
        who = np.concatenate([known, np.arange(len(newcomers)) + len(persons)])
        persons = joined_persons([persons, newcomers])
        measures = joined([measures, _sentence(rng, year, who, persons)])
        some = who[rng.random(len(who)) < _PREVENTIVE]
        preventive = joined([preventive, _spells(rng, year, some, np.full(len(some), care_places("preventief")[0]))])
    return persons, _minors_only(first_of_each_kind(measures), persons), _minors_only(preventive, persons)


def _known(rng: np.random.Generator, year: int, count: int, persons: Persons, help_: Spells, measures: Spells) -> Ints:
    """Youths with help in the year who have no measure in it, those in residence more often."""
    candidates = np.setdiff1d(minors_active(help_, persons, year), minors_active(measures, persons, year))
    if not len(candidates):
        return candidates
    residence = care_numbers(lambda item: item.soort == "jeugdhulp" and item.vorm >= "11")[help_.care] > 0
    now = (help_.begin <= day(year + 1) - 1) & (help_.end >= day(year))
    weights = np.where(np.isin(candidates, help_.person[residence & now]), _RESIDENCE_WEIGHT, 1.0)
    return np.unique(candidates[pick(rng, weights, count)])


def _newcomers(rng: np.random.Generator, year: int, count: int) -> Persons:
    age = ages(rng, np.zeros(count), np.full(count, 10.0), np.full(count, 17.0))
    return Persons(born_at_age(np.full(count, day(year)), age), np.where(rng.random(count) < 0.55, 1, 2))


def _sentence(rng: np.random.Generator, year: int, who: Ints, persons: Persons) -> Spells:
    """One measure for each: protection for the young, protection or probation from twelve on."""
    places = np.concatenate([care_places("bescherming"), care_places("reclassering")])
    share = care_numbers(lambda item: item.aandeel)[places]
    probation = care_numbers(lambda item: item.soort == "reclassering")[places] > 0
    old = day(year) - persons.born[who] > _YOUNGEST_PROBATION * 365.25
    kind = np.where(old, pick(rng, _older(share, probation), len(who)), pick(rng, share * ~probation, len(who)))
    return _spells(rng, year, who, places[kind])


def _older(share: Floats, probation: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> Floats:
    """Probation falls on half of the youths, so it weighs double there."""
    return np.where(probation, 2 * share, share)


def _spells(rng: np.random.Generator, year: int, who: Ints, kind: Ints) -> Spells:
    begin = days_in_year(rng, year, len(who))
    length = lengths(rng, care_numbers(lambda item: item.dagen)[kind], care_numbers(lambda item: item.spreiding)[kind])
    return Spells(who, kind, begin, begin + length)


def _minors_only(spells: Spells, persons: Persons) -> Spells:
    """Begun before the eighteenth birthday; protection ends there, probation may go on."""
    adult = eighteenth(persons.born)[spells.person]
    protection = care_numbers(lambda item: item.soort != "reclassering")[spells.care] > 0
    end = np.where(protection, np.minimum(spells.end, adult - 1), spells.end)
    begin = np.maximum(spells.begin, persons.born[spells.person])
    return Spells(spells.person, spells.care, begin, end).where((begin < adult) & (end >= begin))
