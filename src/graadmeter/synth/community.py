"""Composes the clients of one municipality: who they are, with whom and where they live, and all care they get."""

from dataclasses import dataclass

import numpy as np

from graadmeter.synth.adults import draw_welfare, draw_wmo, grown_up, welfare_at_eighteen
from graadmeter.synth.days import Flags, Ints, quarter_last
from graadmeter.synth.homes import Homes, draw_homes, together
from graadmeter.synth.measures import draw_measures
from graadmeter.synth.movers import Movers
from graadmeter.synth.numbers import numbers_for
from graadmeter.synth.region_facts import Municipality, invented_names, municipalities, wijken
from graadmeter.synth.spells import Persons, Spells
from graadmeter.synth.targets import measured_youths, welfare_clients, wmo_clients, youth_clients
from graadmeter.synth.youth import draw_youths

_SIBLINGS, _COUPLES = 0.22, 0.14
"""Chance that a client lives with an earlier one: brothers and sisters; couples. Own estimates."""
_WMO_PARENTS, _WELFARE_PARENTS = 0.03, 0.12
"""Share of adults with Wmo or assistance who are put in a household with a youth in care. Own estimates."""
_WMO_AT_18, _WELFARE_AT_18 = 0.75, 0.3


@dataclass(frozen=True, slots=True)
class Window:
    """What is delivered: quarters `first` to `last` (indexes), claims for the last `claims` of them, a share of all."""

    first: int
    last: int
    claims: int
    fraction: float

    @property
    def years(self) -> range:
        """The calendar years up to the end of the window, from the first that is drawn (warming up)."""
        return range(2014, self.last // 4 + 1)

    @property
    def final_day(self) -> int:
        """The last day of the last quarter; what is sent later is not delivered."""
        return quarter_last(self.last)


@dataclass(frozen=True, slots=True)
class Community:
    """All clients a municipality knows, their homes and their care."""

    municipality: Municipality
    persons: Persons
    bsn: Ints
    surname: Ints
    initial: Ints
    household: Ints
    """Place in `homes`."""
    homes: Homes
    spells: Spells


def compose(rng: np.random.Generator, place: int, movers: Movers, window: Window) -> Community:
    """The clients of municipality number `place` of `municipalities()`."""
    municipality = municipalities()[place]
    who, theirs = movers.of(place)
    arrived = Persons(movers.persons.born[who], movers.persons.sex[who])
    persons, counts, spells = _clients(rng, municipality, window, arrived, theirs)
    bsn = numbers_for(rng, len(persons), _block(place))
    bsn[: len(who)] = movers.bsn[who]
    household = _households(rng, counts)
    youthful = np.arange(len(persons)) < counts[0]
    heads, homes_of = np.unique(household, return_inverse=True)
    return Community(
        municipality,
        persons,
        bsn,
        rng.integers(0, len(invented_names("achternaam")), len(persons)),
        rng.integers(0, 26, len(persons)),
        homes_of.astype(np.int64),
        _homes(rng, municipality, youthful[heads], window),
        spells,
    )


def _clients(
    rng: np.random.Generator, municipality: Municipality, window: Window, arrived: Persons, theirs: Spells
) -> tuple[Persons, tuple[int, int, int], Spells]:
    """Everybody, how many are youths, adults with Wmo and adults with assistance, and all spells."""
    years, fraction, until = window.years, window.fraction, window.final_day
    youths, help_ = draw_youths(rng, youth_clients(municipality, years, fraction), arrived, theirs)
    targets = measured_youths(municipality, range(2017, years.stop), fraction)
    youths, measures, preventive = draw_measures(rng, targets, youths, help_)
    early = range(2006, years.stop)
    grown = grown_up(rng, youths, help_, _WMO_AT_18, until)
    clients, wmo = draw_wmo(rng, wmo_clients(municipality, early, fraction), youths, grown)
    young = welfare_at_eighteen(rng, youths, help_, _WELFARE_AT_18, until)
    wanted = welfare_clients(municipality, range(2010, years.stop), fraction)
    everybody, welfare = draw_welfare(rng, wanted, clients, wmo, young)
    counts = (len(youths), len(clients) - len(youths), len(everybody) - len(clients))
    return everybody, counts, Spells.joined([help_, measures, preventive, wmo, welfare])


def _block(place: int) -> tuple[float, float]:
    """The part of the BSN range that is this municipality's, by its inhabitants."""
    edges = np.cumsum([0.0, *(item.inhabitants[2021] for item in municipalities())])
    return float(edges[place] / edges[-1]), float(edges[place + 1] / edges[-1])


def _households(rng: np.random.Generator, counts: tuple[int, int, int]) -> Ints:
    """For each person the first person of the household."""
    youths, wmo, welfare = counts
    head = np.concatenate(
        [
            together(rng, youths, _SIBLINGS, 400),
            youths + together(rng, wmo, _COUPLES, 1),
            youths + wmo + together(rng, welfare, _COUPLES, 1),
        ]
    )
    parents = _parents(rng, head, youths, wmo)
    head[parents] = head[rng.permutation(youths)[: len(parents)]]
    home: Ints = head[head]
    return home


def _parents(rng: np.random.Generator, head: Ints, youths: int, wmo: int) -> Ints:
    """Adults who are put in the household of a youth: at most one with each, none who lives with an earlier adult."""
    adult = np.arange(len(head))
    chance = np.where(adult < youths, 0.0, np.where(adult < youths + wmo, _WMO_PARENTS, _WELFARE_PARENTS))
    found = np.nonzero((head == adult) & (rng.random(len(head)) < chance))[0]
    return rng.permutation(found)[:youths]


def _homes(rng: np.random.Generator, municipality: Municipality, youthful: Flags, window: Window) -> Homes:
    factors = np.exp(0.25 * rng.standard_normal(len(wijken()[municipality.code])))
    return draw_homes(rng, municipality, youthful, window.last - window.first + 1, factors)
