"""What a reader of all deliveries can know: trajectories after merging, net costs, and where persons lived."""

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from graadmeter.synth.bags import Bag
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, Flags, Ints
from graadmeter.synth.extract import rows_in
from graadmeter.synth.municipality import Draw, place_of
from graadmeter.synth.region_facts import REFERRERS, care

SOORTEN = ("jeugdhulp", "bescherming", "reclassering", "preventief", "wmo", "bijstand")
FORMS = ("", *sorted({item.vorm for item in care() if item.vorm}))
"""Forms of help, measures and Wmo groups; the empty one is that of social assistance."""
Places: TypeAlias = NDArray[np.int8]
"""Places in a short list; -1 for none."""
_HOUSEHOLDS = 10_000_000
"""More than any municipality has."""
UNKNOWN_REFERRER = len(REFERRERS) - 1


@dataclass(frozen=True, slots=True)
class Known(Bag):
    """One place per trajectory of one municipality. Texts are places in lists above."""

    person: Ints
    """BSN as a number, so that persons of two municipalities are one."""
    born: Ints
    sex: Ints
    soort: Ints
    form: Ints
    provider: Ints
    begin: Ints
    end: Ints
    referrer: Ints
    crisis: Flags
    dyslexia: Flags
    household: Ints
    """Number over all municipalities."""
    listed: Ints
    """Bits of the quarters in which the extract tells where the person lives (lowest = first of the window)."""


@dataclass(frozen=True, slots=True)
class Costs(Bag):
    """Net claimed amounts: one row per kind of care and quarter of care with any claim."""

    care: Ints
    quarter: Ints
    cents: Ints


@dataclass(frozen=True, slots=True)
class Residence:
    """Where each person lived by the extract: person (BSN, in order) x quarter -> place in the wijken, -1 unknown."""

    person: Ints
    wijk: Places


def known_of(drawn: Draw, window: Window) -> tuple[Known, Costs, Residence]:
    """Everything the truth is counted from, for one municipality."""
    listed = [rows_in(drawn.extract, index) for index in range(window.first, window.last + 1)]
    return merged(_trajectories(drawn, listed)), _costs(drawn), _residence(drawn, listed)


def _trajectories(drawn: Draw, listed: list[Ints]) -> Known:
    """Every provision with a known start; referrer and crisis only where a delivery tells them."""
    provisions, register, persons = drawn.provisions, drawn.register, drawn.community.persons
    in_extract, at_home = np.zeros(len(provisions), bool), np.zeros(len(persons), np.int64)
    for quarter, rows in enumerate(listed):
        in_extract[rows] = True
        at_home[np.unique(provisions.person[rows])] |= 1 << quarter
    requested = np.zeros(len(provisions), bool)
    requested[register.requests.of] = True
    told = (in_extract & drawn.extract.referrer_recorded) | requested
    soort = np.array([*(_soort(item.soort) for item in care()), SOORTEN.index("bijstand")])[provisions.care]
    form = np.array([*(FORMS.index(item.vorm) for item in care()), 0])[provisions.care]
    dyslexia = np.array([*(item.dyslexie for item in care()), False])[provisions.care]
    who = provisions.person
    every = Known(
        drawn.community.bsn[who],
        persons.born[who],
        persons.sex[who],
        soort,
        form,
        provisions.provider,
        register.begin,
        register.end,
        np.where(told, provisions.referrer, UNKNOWN_REFERRER),
        in_extract & provisions.crisis,
        dyslexia,
        drawn.community.household[who] + place_of(drawn.community.municipality.code) * _HOUSEHOLDS,
        at_home[who],
    )
    return every.where((register.begin < FAR) & (soort >= 0))


def _soort(name: str) -> int:
    return SOORTEN.index(name) if name in SOORTEN else -1


def merged(known: Known) -> Known:
    """Overlapping trajectories of the same person, form and provider as one: earliest begin, latest end.

    Referrer and crisis are those of the earliest, dyslexia holds when any is dyslexia care (CBS protocol v7).
    """
    known = known.where(np.lexsort((known.begin, known.provider, known.form, known.soort, known.person)))
    key = np.stack([known.person, known.soort, known.form, known.provider])
    new_group = np.any(np.diff(key, axis=1, prepend=-9) != 0, axis=0)
    shift = np.cumsum(new_group) * (2 * FAR)
    latest = np.maximum.accumulate(known.end + shift)
    before = np.concatenate([[-1], latest[:-1]])
    firsts = np.nonzero(known.begin + shift > before)[0]
    if not len(firsts):
        return known
    end, dyslexia = np.maximum.reduceat(known.end, firsts), np.logical_or.reduceat(known.dyslexia, firsts)
    return replace(known.where(firsts), end=end, dyslexia=dyslexia)


def _costs(drawn: Draw) -> Costs:
    lines = drawn.lines.where(~drawn.replies.lines)
    kinds = drawn.provisions.care[lines.of]
    quarters = 1970 * 4 + lines.month // 3
    cents = lines.volume * lines.price * np.where(lines.credit, -1, 1)
    keys, at = np.unique(quarters * len(care()) + kinds, return_inverse=True)
    sums = np.bincount(at, weights=cents, minlength=len(keys)).astype(np.int64)
    return Costs(keys % len(care()), keys // len(care()), sums)


def _residence(drawn: Draw, listed: list[Ints]) -> Residence:
    """A person's wijk is known in a quarter when the extract of that quarter has a row for the person."""
    community, who = drawn.community, drawn.provisions.person
    wijk = np.full((len(community.persons), len(listed)), -1, np.int8)
    for quarter, rows in enumerate(listed):
        there = np.zeros(len(community.persons), bool)
        there[who[rows]] = True
        wijk[there, quarter] = community.homes.wijk[community.household[there], quarter]
    order = np.argsort(community.bsn)
    return Residence(community.bsn[order], wijk[order])
