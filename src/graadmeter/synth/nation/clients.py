"""Draws the trajectories of one piece of the country."""

from dataclasses import dataclass, replace

import numpy as np

from graadmeter.synth.bags import Bag
from graadmeter.synth.days import Flags, Ints, day, eighteenth, quarter_first, quarter_last
from graadmeter.synth.draw import YEAR_DAYS, ages, born_at_age, lengths, pick
from graadmeter.synth.kinds import WELFARE, flags, numbers, places, starting_ages, texts
from graadmeter.synth.nation.pieces import Piece
from graadmeter.synth.spells import usual_lengths

PROVIDERS = 2_500
_STOCK, _INFLOW = 0, 1
_RATES = {
    "jeugdhulp": (0.0150, 0.0160),
    "bescherming": (0.0018, 0.0013),
    "reclassering": (0.0002, 0.0004),
    "wmo": (0.0830, 0.0180),
    "bijstand": (0.0230, 0.0050),
}
"""Trajectories per inhabitant running at the start, and begun per year: as in the synthetic region."""
_PER_PERSON = 1.25
_ELSEWHERE = 0.006
"""Share of trajectories under another municipality than the person's others."""
_WELFARE_DAYS = 1100.0


@dataclass(frozen=True, slots=True)
class Clients(Bag):
    """One place per person: birth day and sex."""

    born: Ints
    sex: Ints


@dataclass(frozen=True, slots=True)
class Care(Bag):
    """One place per trajectory; `person` is the place in the clients, `elsewhere` a step to another municipality."""

    person: Ints
    kind: Ints
    begin: Ints
    end: Ints
    provider: Ints
    elsewhere: Ints


def draw_piece(rng: np.random.Generator, piece: Piece, first: int, last: int) -> tuple[Clients, Care]:
    """The persons of a piece who have a trajectory in the quarters `first` to `last`, and those trajectories."""
    clients, care, known = [], [], 0
    for soort, rates in _RATES.items():
        years = (last - first + 1) / 4
        count = round(piece.inhabitants * (rates[_STOCK] + rates[_INFLOW] * years))
        running = round(piece.inhabitants * rates[_STOCK])
        kind = _kinds(rng, soort, count)
        people = max(round(count / _PER_PERSON), 1)
        who = rng.integers(0, people, count)
        begin, end = _when(rng, kind, running, first, last)
        clients.append(_persons(rng, kind, begin, who, people))
        elsewhere = np.where(rng.random(count) < _ELSEWHERE, rng.integers(1, 30, count), 0)
        provider = _providers(rng, kind, piece)
        care.append(Care(who + known, kind, begin, end, provider, elsewhere))
        known += people
    everybody = Clients.joined(clients)
    return _used(everybody, _possible(Care.joined(care), everybody))


def _kinds(rng: np.random.Generator, soort: str, count: int) -> Ints:
    if soort == "bijstand":
        return np.full(count, WELFARE)
    possible = places(soort)
    return possible[pick(rng, numbers("aandeel")[possible], count)]


def _when(rng: np.random.Generator, kind: Ints, running: int, first: int, last: int) -> tuple[Ints, Ints]:
    """First and last days: the first `running` trajectories began before the window, the others within it."""
    start, stop = quarter_first(first), quarter_last(last)
    welfare = lengths(rng, np.full(len(kind), _WELFARE_DAYS), np.full(len(kind), 0.9))
    length = np.where(kind == WELFARE, welfare, usual_lengths(rng, np.where(kind == WELFARE, 0, kind)))
    already = np.arange(len(kind)) < running
    ago = (rng.random(len(kind)) * length).astype(np.int64)
    begin = np.where(already, start - ago, start + rng.integers(0, stop - start + 1, len(kind)))
    return np.maximum(begin, day(1990)), begin + np.maximum(length, 1)


def _persons(rng: np.random.Generator, kind: Ints, begin: Ints, who: Ints, people: int) -> Clients:
    """Everybody is of the age that their last listed care needs; who has none is dropped later."""
    adult = flags(lambda item: item.domein == "wmo")[kind] | (kind == WELFARE)
    young, top, old = starting_ages(kind)
    grown = 18.5 + 75 * rng.beta(3.0, 2.0, len(kind))
    age = np.where(adult, np.where(kind == WELFARE, np.minimum(grown, 65.0), grown), ages(rng, young, top, old))
    born = np.full(people, day(2000))
    born[who] = born_at_age(begin, np.maximum(age, 0.0))
    return Clients(born, rng.integers(1, 3, people))


def _providers(rng: np.random.Generator, kind: Ints, piece: Piece) -> Ints:
    """A few large providers around each municipality hold most of its care; social assistance has none."""
    near = np.floor(rng.pareto(0.9, len(kind)) * 3).astype(np.int64)
    place = (int(piece.municipality.code[2:]) * 3 + near) % PROVIDERS
    return np.where(kind == WELFARE, -1, place)


def _possible(care: Care, clients: Clients) -> Care:
    """Youth care begins before the eighteenth birthday, and no two trajectories of a person are to be merged."""
    youth = texts("domein")[care.kind] == "jw"
    age = care.begin - clients.born[care.person]
    keep: Flags = np.where(youth, care.begin < eighteenth(clients.born)[care.person], age > 18 * YEAR_DAYS)
    kept = care.where(keep & (age >= 0))
    form = np.unique(np.char.add(texts("soort"), texts("vorm")), return_inverse=True)[1]
    key = (kept.person * 100 + form[kept.kind]) * (PROVIDERS + 1) + kept.provider + 1
    return kept.where(np.sort(np.unique(key, return_index=True)[1]))


def _used(clients: Clients, care: Care) -> tuple[Clients, Care]:
    """Only persons with care, numbered anew."""
    who, person = np.unique(care.person, return_inverse=True)
    return clients.where(who), replace(care, person=person.astype(np.int64))
