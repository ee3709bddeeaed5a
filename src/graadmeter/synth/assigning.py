"""Draws the assignments of provisions: when, until when, extended, shortened, taken back (301), requested (315)."""

from dataclasses import dataclass, replace

import numpy as np

from graadmeter.synth.bags import Bag
from graadmeter.synth.community import Window
from graadmeter.synth.days import FAR, Flags, Ints, quarter_first
from graadmeter.synth.kinds import flags, texts
from graadmeter.synth.provisions import Channel, Fate, Provisions
from graadmeter.synth.region_facts import providers
from graadmeter.synth.register import EXTENDED, REMOVED, SHORTENED, Assignments, Requests, in_order

_MEAN_WAIT, _LONGEST_WAIT = 18, 75
"""Days between the first day of an assignment and the start of care. Own estimate."""
_SHORTENED = 0.15
_OPEN_AID = 0.6
_FIVE_YEARS, _TWO_YEARS, _YEAR_AND_A_HALF = 1826, 730, 540
_HALF = 0.5
_REQUESTED = np.array([0.1, 0.75, 0.75, 0.75, 0.75, 0.1, 0, 0])
"""Chance of a request per referrer: doctors and certified institutions send clients to the provider, who asks."""
_WMO_REQUESTED = 0.08
_GUARDIANSHIP = "21"


@dataclass(frozen=True, slots=True)
class Terms(Bag):
    """One place per provision: first assigned, valid from, first end (FAR = open), and how long each extension is."""

    assigned: Ints
    valid_from: Ints
    until: Ints
    step: Ints


def terms(rng: np.random.Generator, provisions: Provisions) -> Terms:
    """When each provision is assigned. Crisis care and measures are assigned afterwards, without a wait."""
    count = len(provisions)
    groups = texts("groep")[provisions.care]
    at_once = np.isin(groups, ["gi", "crisis"])
    wait = np.minimum(rng.exponential(_MEAN_WAIT, count).astype(np.int64), _LONGEST_WAIT)
    valid_from = provisions.begin - np.where(at_once, 0, wait)
    assigned = np.where(at_once, provisions.begin + rng.integers(0, 5, count), valid_from - rng.integers(0, 14, count))
    youth = np.where(rng.random(count) < _HALF, _TWO_YEARS, _YEAR_AND_A_HALF)
    step = np.where(texts("domein")[provisions.care] == "wmo", _FIVE_YEARS, youth)
    forever = np.isin(groups, ["hulpmiddel", "wmovervoer"]) & (rng.random(count) < _OPEN_AID)
    together = _together(provisions)
    valid_from, assigned = valid_from[together], assigned[together]
    forever |= flags(lambda item: item.soort == "bescherming" and item.vorm == _GUARDIANSHIP)[provisions.care]
    return Terms(assigned, valid_from, np.where(forever, FAR, valid_from + step - 1), step)


def _together(provisions: Provisions) -> Ints:
    """For each provision the first one that begins with it at the same provider: they are assigned together."""
    key = (provisions.person * (len(providers()) + 1) + provisions.provider + 1) * FAR + provisions.begin
    _, first, group = np.unique(key, return_index=True, return_inverse=True)
    leader: Ints = first[group]
    return leader


def assignments(
    rng: np.random.Generator, provisions: Provisions, when: Terms, fixed: Flags, window: Window
) -> Assignments:
    """Every delivered version, ordered by when it was sent. The assignment of `fixed` provisions is never shortened.

    None carries the reference of a request yet: see `referring`.
    """
    parts = [_versions(rng, np.nonzero(provisions.channel == Channel.MESSAGE)[0], when.assigned, when.until, 0)]
    regular, until = provisions.told(Channel.MESSAGE), when.until
    while (short := regular & (until < np.minimum(provisions.end, window.final_day))).any():
        sent = until - rng.integers(5, 41, len(until))
        until = np.where(short, until + when.step, until)
        parts.append(_versions(rng, np.nonzero(short)[0], sent, until, EXTENDED))
    parts.append(_shortened(rng, provisions, until, regular & ~fixed, window))
    parts.append(_removed(rng, provisions, when))
    return _delivered(in_order(parts), len(provisions), window)


def referring(versions: Assignments, requests: Requests) -> Assignments:
    """The same, the first version of each requested assignment with the reference of its request."""
    first = np.zeros(len(versions), bool)
    first[np.unique(versions.of, return_index=True)[1]] = True
    return replace(versions, referring=first & np.isin(versions.of, requests.of))


def _versions(rng: np.random.Generator, who: Ints, sent: Ints, until: Ints, change: int) -> Assignments:
    second, none = rng.integers(8 * 3600, 18 * 3600, len(who)), np.zeros(len(who), bool)
    return Assignments(who, sent[who], sent[who], until[who], np.full(len(who), change), none, none, second)


def _shortened(
    rng: np.random.Generator, provisions: Provisions, until: Ints, possible: Flags, window: Window
) -> Assignments:
    """The assignment of care that ended well before it was to is cut off at the end."""
    early = possible & (until > provisions.end + 25) & (provisions.end <= window.final_day)
    who = np.nonzero(early & (rng.random(len(early)) < _SHORTENED))[0]
    return _versions(rng, who, provisions.end + rng.integers(0, 5, len(early)), provisions.end, SHORTENED)


def _removed(rng: np.random.Generator, provisions: Provisions, when: Terms) -> Assignments:
    who = np.nonzero(provisions.fate == Fate.REMOVED)[0]
    return _versions(rng, who, when.assigned + rng.integers(3, 40, len(provisions)), when.valid_from, REMOVED)


def _delivered(versions: Assignments, count: int, window: Window) -> Assignments:
    """Of what was assigned up to the second day of the window only the version then in force is told, on that day."""
    told_again = quarter_first(window.first) + 1
    before = versions.sent <= told_again
    in_force = np.full(count, -1)
    in_force[versions.of[before]] = np.nonzero(before)[0]
    superseded = before & (in_force[versions.of] != np.arange(len(versions)))
    told = replace(versions, sent=np.where(before, told_again, versions.sent))
    return told.where(~superseded & (told.sent <= window.final_day))


def requests(rng: np.random.Generator, provisions: Provisions, when: Terms, window: Window) -> Requests:
    """The requests of providers for planned youth help and a little Wmo, some days before the assignment."""
    soort = texts("soort")[provisions.care]
    chance = np.where(soort == "jeugdhulp", _REQUESTED[provisions.referrer], (soort == "wmo") * _WMO_REQUESTED)
    planned = (provisions.channel == Channel.MESSAGE) & (when.assigned <= provisions.begin)
    sent = when.assigned - rng.integers(1, 8, len(provisions))
    inside = (sent >= quarter_first(window.first)) & (when.assigned <= window.final_day)
    who = np.nonzero(planned & inside & (rng.random(len(provisions)) < chance))[0]
    return in_order([Requests(who, sent[who])])
