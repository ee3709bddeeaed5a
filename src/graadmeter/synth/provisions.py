"""Turns drawn care into provisions: which provider, how delivered, referred by whom, begun as crisis or not."""

from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np

from graadmeter.synth.bags import Bag
from graadmeter.synth.community import Community, Window
from graadmeter.synth.days import Flags, Ints, quarter_first
from graadmeter.synth.draw import Floats, pick
from graadmeter.synth.kinds import WELFARE, Texts, flags, places, texts
from graadmeter.synth.region_facts import REFERRERS, municipalities, providers, referrer_shares
from graadmeter.synth.spells import Spells, first_of_each_kind


class Channel(IntEnum):
    """How the municipality knows a provision."""

    MESSAGE = 0
    """In kind, by a contracted provider: messages and the extract."""
    PGB = 1
    TEAM = 2
    WELFARE = 3


class Fate(IntEnum):
    """What became of an assignment."""

    NORMAL = 0
    NEVER_STARTED = 1
    REMOVED = 2
    """Taken back with reason 13."""
    START_WITHDRAWN = 3


@dataclass(frozen=True, slots=True)
class Provisions(Bag):
    """One place per provision, ordered by begin."""

    person: Ints
    care: Ints
    begin: Ints
    end: Ints
    provider: Ints
    """Place in `providers()`, -1 none."""
    channel: Ints
    fate: Ints
    referrer: Ints
    """Place in `REFERRERS`."""
    crisis: Flags

    def told(self, channel: Channel, fate: Fate = Fate.NORMAL) -> Flags:
        """The provisions of one channel and fate."""
        found: Flags = (self.channel == channel) & (self.fate == fate)
        return found


_TRANSPORT = 0.34
"""Share of day help with transport. Own estimate."""
_DRIVES_ITSELF = 0.5
"""Share of that transport by the provider of the day help."""
_PGB = {
    "ambulant": 0.075,
    "daghulp": 0.06,
    "gezinshuis": 0.08,
    "huishouden": 0.04,
    "begeleiding": 0.09,
    "dagbesteding": 0.05,
}
"""Chance of a personal budget per group of care: about 4 % of youths have only that (CBS 2020)."""
_FATES = {Fate.NEVER_STARTED: 0.022, Fate.REMOVED: 0.008, Fate.START_WITHDRAWN: 0.004}
"""Assignments beside the provisions that come to nothing. Own estimates."""
_CRISIS = 0.03
"""Chance that other than crisis care starts as crisis."""
_LOCAL_TASTE = 0.45
"""How differently the municipalities divide over the same providers."""


def provide(rng: np.random.Generator, community: Community, window: Window) -> Provisions:
    """The provisions that can matter in the window: not ended before it, not begun long after it."""
    spells = _in_window(community.spells, window)
    idle, fates = _idle(rng, spells)
    along = _rides(rng, spells)
    rides = spells.where(along)
    rides = replace(rides, care=np.full(len(rides), places("vervoer")[0]))
    rows = np.arange(len(rides)) + len(spells)
    spells = Spells.joined([spells, rides, idle])
    fate = np.concatenate([np.zeros(len(spells) - len(idle), np.int64), fates])
    channel = _channels(rng, spells, fate)
    provider = _providers(rng, spells, channel, community.municipality.code)
    itself = (provider[along] >= 0) & (rng.random(len(rows)) < _DRIVES_ITSELF)
    provider[rows[itself]] = provider[along[itself]]
    by_chance = (_law(spells.care) == "jw") & (rng.random(len(spells)) < _CRISIS)
    crisis = (texts("categorie")[spells.care] == "46") | by_chance
    found = Provisions(
        spells.person,
        spells.care,
        spells.begin,
        spells.end,
        provider,
        channel,
        fate,
        _referrers(rng, spells.care),
        crisis,
    )
    return found.where(np.lexsort((found.care, found.person, found.begin)))


def _in_window(spells: Spells, window: Window) -> Spells:
    """Also moves begins of one person apart, so that the earliest of merged provisions is always one."""
    first = quarter_first(window.first)
    kept = spells.where((spells.end >= first) & (spells.begin <= window.final_day + 40))
    kept = kept.where(np.lexsort((kept.care, kept.begin, kept.person)))
    new = (np.diff(kept.person, prepend=-1) != 0) | (np.diff(kept.begin, prepend=-1) != 0)
    place = np.arange(len(kept))
    later = np.minimum(place - np.maximum.accumulate(np.where(new, place, 0)), kept.end - kept.begin)
    return Spells(kept.person, kept.care, kept.begin + later, kept.end)


def _idle(rng: np.random.Generator, spells: Spells) -> tuple[Spells, Ints]:
    """Assignments that never became care, for clients of other care of the same law."""
    base = spells.where(rng.random(len(spells)) < sum(_FATES.values()))
    base = base.where(np.isin(_law(base.care), ["jw", "wmo"]))
    kinds = {"jw": places("jeugdhulp")[:13], "wmo": places("wmo")[:5]}
    kind = np.zeros(len(base), np.int64)
    for law, possible in kinds.items():
        mine = _law(base.care) == law
        kind[mine] = rng.choice(possible, int(mine.sum()))
    begin = base.begin + rng.integers(1, 70, len(base))
    fresh = first_of_each_kind(Spells(base.person, kind, begin, begin + 200))
    taken = np.isin(_pair(fresh), _pair(spells))
    idle = fresh.where(~taken)
    fates = np.array(list(_FATES), np.int64)[pick(rng, np.array(list(_FATES.values())), len(idle))]
    return idle, fates


def _pair(spells: Spells) -> Ints:
    return spells.person * 1000 + spells.care


def _rides(rng: np.random.Generator, spells: Spells) -> Ints:
    """The day help (places) that has transport beside it, for as long as it lasts; one per person."""
    found = np.nonzero((texts("groep")[spells.care] == "daghulp") & (rng.random(len(spells)) < _TRANSPORT))[0]
    return found[np.unique(spells.person[found], return_index=True)[1]]


def _law(kind: Ints) -> Texts:
    """Jw or wmo for each kind of care; empty for social assistance."""
    found: Texts = texts("domein")[kind]
    return found


def _channels(rng: np.random.Generator, spells: Spells, fate: Ints) -> Ints:
    chance = np.array([_PGB.get(group, 0.0) for group in texts("groep").tolist()])[spells.care]
    budget = (rng.random(len(spells)) < chance) & (fate == Fate.NORMAL)
    wanted = np.nonzero(budget)[0]
    first = wanted[np.unique(spells.person[wanted], return_index=True)[1]]
    team = flags(lambda item: not item.productcode)[spells.care]
    channel = np.where(team, Channel.TEAM, Channel.MESSAGE).astype(np.int64)
    channel[first] = Channel.PGB
    channel[spells.care == WELFARE] = Channel.WELFARE
    return channel


def _providers(rng: np.random.Generator, spells: Spells, channel: Ints, gemeente: str) -> Ints:
    """A provider per provision by weight in its group; the municipalities differ, each in a way of its own."""
    taste = np.random.default_rng([item.code for item in municipalities()].index(gemeente))
    chosen = np.full(len(spells), -1, np.int64)
    groups = texts("groep")[spells.care]
    for group in sorted(set(texts("groep").tolist()) - {""}):
        weights = _weights(group, gemeente) * np.exp(_LOCAL_TASTE * taste.standard_normal(len(providers())))
        mine = np.nonzero((groups == group) & np.isin(channel, [Channel.MESSAGE, Channel.TEAM]))[0]
        chosen[mine] = pick(rng, weights, len(mine))
    return chosen


def _weights(group: str, gemeente: str) -> Floats:
    return np.array(
        [item.weights.get(group, 0.0) if item.gemeente in {"", gemeente} else 0.0 for item in providers()], np.float64
    )


def _referrers(rng: np.random.Generator, kind: Ints) -> Ints:
    unknown = len(REFERRERS) - 1
    found = np.full(len(kind), unknown, np.int64)
    groups = texts("groep")[kind]
    for group, shares in referrer_shares().items():
        mine = np.nonzero(groups == group)[0]
        found[mine] = pick(rng, np.array(shares), len(mine))
    return found
