"""Youths who move from one municipality of the region to another while in care: drawn once, known to both."""

from dataclasses import dataclass

import numpy as np

from graadmeter.synth.days import Ints
from graadmeter.synth.draw import ages, born_at_age, days_in_year, lengths, pick
from graadmeter.synth.kinds import flags, numbers, places, starting_ages
from graadmeter.synth.numbers import MOVERS, valid_numbers
from graadmeter.synth.population import youth
from graadmeter.synth.region_facts import municipalities
from graadmeter.synth.spells import Persons, Spells

_PER_YEAR = 0.0012
"""Movers in care per year as a share of all 0-17 (about one in a hundred youths in care). Own estimate."""

_LASTING_DAYS = 100
"""Care that usually lasts longer is what somebody moves with."""
_OLDEST = 15.5


@dataclass(frozen=True, slots=True)
class Movers:
    """One place per mover: numbers of the municipalities in `municipalities()` and the first day in the second."""

    persons: Persons
    bsn: Ints
    care: Ints
    begin: Ints
    moved: Ints
    end: Ints
    origin: Ints
    destination: Ints

    def of(self, place: int) -> tuple[Ints, Spells]:
        """The movers one municipality knows, and their care there (numbered within them)."""
        who = np.nonzero((self.origin == place) | (self.destination == place))[0]
        leaves = self.origin[who] == place
        begin = np.where(leaves, self.begin[who], self.moved[who])
        end = np.where(leaves, self.moved[who] - 1, self.end[who])
        return who, Spells(np.arange(len(who)), self.care[who], begin, end)


def draw_movers(rng: np.random.Generator, years: range, fraction: float) -> Movers:
    """The movers of the whole region, whichever municipalities are written afterwards."""
    sizes = np.array([float(youth(item, 2021, 1.0)) for item in municipalities()])
    count = round(sizes.sum() * fraction * _PER_YEAR)
    begin = np.concatenate([days_in_year(rng, year, count) for year in years])
    help_ = places("jeugdhulp")
    lasting = flags(lambda item: item.dagen > _LASTING_DAYS and item.productcode != "")
    care = help_[pick(rng, (numbers("aandeel") * lasting)[help_], len(begin))]
    young, top, old = starting_ages(care)
    born = born_at_age(begin, ages(rng, young, top, np.minimum(old, _OLDEST)))
    first = 60 + lengths(rng, np.full(len(begin), 120.0), np.full(len(begin), 0.5))
    second = 40 + lengths(rng, np.full(len(begin), 170.0), np.full(len(begin), 0.6))
    origin = pick(rng, sizes, len(begin))
    shift = 1 + rng.integers(0, len(sizes) - 1, len(begin))
    return Movers(
        Persons(born, rng.integers(1, 3, len(begin))),
        rng.permutation(valid_numbers()[:MOVERS])[: len(begin)],
        care,
        begin,
        begin + first,
        begin + first + np.minimum(second, 365),
        origin,
        (origin + shift) % len(sizes),
    )
