"""Draws the assignments of provisions: when, until when, extended, shortened or taken back (301), and requested (315)."""

from dataclasses import dataclass

import numpy as np

from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, Flags, Ints, quarter_first
from graadmeter.synth.provisions import Channel, Fate, Provisions
from graadmeter.synth.region_facts import care
from graadmeter.synth.register import EXTENDED, REMOVED, SHORTENED, Assignments, Requests, only, stacked

_MEAN_WAIT, _LONGEST_WAIT = 18, 75
"""Days between the first day of an assignment and the start of care. Own estimate."""
_SHORTENED = 0.22
_OPEN_AID = 0.6
_FIVE_YEARS = 1826
_REQUESTED = np.array([0.1, 0.75, 0.75, 0.75, 0.75, 0.1, 0, 0])
"""Chance of a request per referrer: doctors and certified institutions send clients to the provider, who asks."""
_WMO_REQUESTED = 0.04


@dataclass(frozen=True, slots=True)
class Terms:
    """Per provision: first assigned, valid from, first end (FAR = open), and how long each extension is."""

    assigned: Ints
    valid_from: Ints
    until: Ints
    step: Ints


def terms(rng: np.random.Generator, provisions: Provisions) -> Terms:
    """When each provision is assigned. Crisis care and measures are assigned afterwards, without a wait."""
    count = len(provisions)
    groups = np.array([*(item.groep for item in care()), ""])[provisions.care]
    at_once = np.isin(groups, ["gi", "crisis"])
    wait = np.minimum(rng.exponential(_MEAN_WAIT, count).astype(np.int64), _LONGEST_WAIT)
    valid_from = provisions.begin - np.where(at_once, 0, wait)
    assigned = np.where(at_once, provisions.begin + rng.integers(0, 5, count), valid_from - rng.integers(0, 14, count))
    adult = np.array([*(item.domein == "wmo" for item in care()), False])[provisions.care]
    step = np.where(adult, _FIVE_YEARS, np.where(rng.random(count) < 0.5, 365, 540))  # noqa: PLR2004 - half and half
    forever = np.isin(groups, ["hulpmiddel", "wmovervoer"]) & (rng.random(count) < _OPEN_AID)
    guardianship = np.array([*(item.vorm == "21" for item in care()), False])[provisions.care]
    return Terms(assigned, valid_from, np.where(forever | guardianship, FAR, valid_from + step - 1), step)


def assignments(
    rng: np.random.Generator, provisions: Provisions, when: Terms, requests: Requests, keep_end: Flags, window: Window
) -> Assignments:
    """Every delivered version, ordered by when it was sent. `keep_end` provisions are never shortened."""
    first = _versions(rng, np.nonzero(provisions.channel == Channel.MESSAGE)[0], when.assigned, when.until, 0)
    first.referring[np.isin(first.of, requests.of)] = True
    parts, until = [first], when.until.copy()
    while True:
        limit = np.minimum(provisions.end, window.final_day)
        short = (until < limit) & (provisions.channel == Channel.MESSAGE) & (provisions.fate == Fate.NORMAL)
        who = np.nonzero(short)[0]
        if not len(who):
            break
        sent = until - rng.integers(5, 41, len(until))
        until = np.where(short, until + when.step, until)
        parts.append(_versions(rng, who, sent, until, EXTENDED))
    parts += [_shortened(rng, provisions, until, keep_end, window), _removed(rng, provisions, when)]
    return _delivered(stacked(parts), when, window)


def _versions(rng: np.random.Generator, who: Ints, sent: Ints, until: Ints, change: int) -> Assignments:
    second = rng.integers(8 * 3600, 18 * 3600, len(who))
    return Assignments(
        who, sent[who], sent[who], until[who], np.full(len(who), change), np.zeros(len(who), bool), second
    )


def _shortened(
    rng: np.random.Generator, provisions: Provisions, until: Ints, keep_end: Flags, window: Window
) -> Assignments:
    """The assignment of care that ended well before it was to is cut off at the end."""
    early = (until > provisions.end + 25) & (provisions.end <= window.final_day) & ~keep_end
    early &= (provisions.channel == Channel.MESSAGE) & (provisions.fate == Fate.NORMAL)
    who = np.nonzero(early & (rng.random(len(early)) < _SHORTENED))[0]
    return _versions(rng, who, provisions.end + rng.integers(0, 5, len(early)), provisions.end, SHORTENED)


def _removed(rng: np.random.Generator, provisions: Provisions, when: Terms) -> Assignments:
    who = np.nonzero(provisions.fate == Fate.REMOVED)[0]
    return _versions(rng, who, when.assigned + rng.integers(3, 40, len(provisions)), when.valid_from, REMOVED)


def _delivered(versions: Assignments, when: Terms, window: Window) -> Assignments:
    """Of what was assigned before the window only the version then in force is told, on the second day of it."""
    first = quarter_first(window.first)
    before = versions.sent < first
    superseded = before.copy()
    last = np.zeros(len(when.assigned), np.int64) - 1
    places = np.nonzero(before)[0]
    last[versions.of[places]] = places
    superseded[last[last >= 0]] = False
    told = Assignments(
        versions.of,
        np.where(before, first + 1, versions.sent),
        versions.dated,
        versions.until,
        versions.change,
        versions.referring & ~before,
        versions.second,
    )
    return only(told, ~superseded & (told.sent <= window.final_day))


def requests(rng: np.random.Generator, provisions: Provisions, when: Terms, window: Window) -> Requests:
    """The requests of providers for planned youth help and a little Wmo, some days before the assignment."""
    soort = np.array([*(item.soort for item in care()), ""])[provisions.care]
    chance = np.where(soort == "jeugdhulp", _REQUESTED[provisions.referrer], (soort == "wmo") * _WMO_REQUESTED)
    planned = (provisions.channel == Channel.MESSAGE) & (when.assigned <= provisions.begin)
    sent = when.assigned - rng.integers(1, 10, len(provisions))
    inside = (sent >= quarter_first(window.first)) & (when.assigned <= window.final_day)
    who = np.nonzero(planned & inside & (rng.random(len(provisions)) < chance))[0]
    return only(Requests(who, sent[who]), np.lexsort((who, sent[who])))
