"""The answers of the engine, as arrays: every lane in every area and period, denominators, what was delivered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.domain.indicators import Count
from graadmeter.domain.slices import LAW_LETTERS, MOST_PROVISIONS
from graadmeter.measure.arrays import Array, Whole, area_numbers, column
from graadmeter.measure.composition import LAW_BITS, PERIOD_BITS, PERIODS_IN_WORD
from graadmeter.measure.delivered import Asked, Where, spread
from graadmeter.measure.lanes import Lane, Ranking, adds_up
from graadmeter.measure.methods.interface import Answers
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan
from graadmeter.measure.ranked import Ranked
from graadmeter.measure.spreads import Spread


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was counted: arrays of areas by periods, not a number where nothing was delivered."""

    places: Places
    lanes: Mapping[Lane, Array]
    inhabitants: tuple[Array, ...]
    """In the order of the plan's inhabitants."""
    delivered: Mapping[Asked, Where]
    """Where and when a table was delivered, of those that may be missing."""
    ranked: Mapping[Ranking, Ranked]
    spreads: Mapping[Lane, Spread]
    answers: Answers
    """What was answered to methods."""


def plain_lanes(plan: Plan, places: Places, counts: Array) -> dict[Lane, Array]:
    """The plain lanes of `counts` (lanes by areas by periods), in which sums and the unknown wijken are filled in."""
    towns = places.at(Level.MUNICIPALITY)
    for lane, number in plan.numbers.items():
        if adds_up(lane, plan.lanes[lane]):
            counts[number, 0] = counts[number, towns].sum(axis=0)
    asked = [number for lane, number in plan.numbers.items() if Level.WIJK in plan.lanes[lane]]
    in_wijken = np.array(asked, dtype=np.intp)
    for area in (area for area in places.areas if area.level is Level.MUNICIPALITY):
        whole, parts = counts[in_wijken, places.index[area.code]], places.children(area.code)
        known = counts[np.ix_(in_wijken, parts)].sum(axis=1)
        counts[in_wijken, places.index[unknown_wijk(area.code)]] = whole - known
    return {lane: counts[number] for lane, number in plan.numbers.items() if lane in plan.plain}


def composition_figures(count: Count, places: Places, answer: pa.Table) -> dict[Lane, Array]:
    """The lanes of aantal_voorzieningen and wettengroep, from rows area, woord, waarde, n of `measure.composition`."""
    area, word, packed = area_numbers(answer, places), column(answer, "woord"), column(answer, "waarde")
    weight = column(answer, "n").astype(np.float64)
    lanes = {lane: np.zeros(places.shape) for lane in _composition_lanes(count)}
    for place in range(PERIODS_IN_WORD):
        field = packed >> PERIOD_BITS * place & (1 << PERIOD_BITS) - 1
        period = word * PERIODS_IN_WORD + place
        for lane, figures in lanes.items():
            chosen = _belongs(lane, field) & (field != 0)
            np.add.at(figures, (area[chosen], period[chosen]), weight[chosen])
    return lanes


def _composition_lanes(count: Count) -> Iterator[Lane]:
    for number in range(1, MOST_PROVISIONS):
        yield Lane(count, "aantal_voorzieningen", str(number))
    yield Lane(count, "aantal_voorzieningen", f"{MOST_PROVISIONS}+")
    letters = LAW_LETTERS.values()
    for bits in range(1, 1 << len(letters)):
        yield Lane(count, "wettengroep", "".join(name for place, name in enumerate(letters) if bits >> place & 1))


def _belongs(lane: Lane, field: Whole) -> NDArray[np.bool_]:
    per_law = [field >> LAW_BITS * place & (1 << LAW_BITS) - 1 for place in range(len(LAW_LETTERS))]
    if lane.dimension == "wettengroep":
        wanted = [letter in lane.member for letter in LAW_LETTERS.values()]
        fits = [(number > 0) == has for number, has in zip(per_law, wanted, strict=True)]
        return np.asarray(np.logical_and.reduce(fits))
    together = np.minimum(np.sum(per_law, axis=0), MOST_PROVISIONS)
    return np.asarray(together == int(lane.member.rstrip("+")))


def population_figures(number: int, places: Places, answer: pa.Table) -> tuple[Array, ...]:
    """The `number` denominators, from rows gemeente, wijk, jaar, i0, ...

    A municipality without any row for the year has no figure, and then neither have its wijken and the region.
    """
    town, wijk = area_numbers(answer, places, "gemeente"), area_numbers(answer, places, "wijk")
    jaar, towns = column(answer, "jaar"), places.at(Level.MUNICIPALITY)
    figures = [np.full(places.shape, np.nan) for _ in range(number)]
    for year in {period.year for period in places.periods}:
        rows = (town >= 0) & (jaar == year)
        in_wijk = rows & (wijk >= 0)
        delivered = np.zeros((len(places.areas), 1), dtype=bool)
        delivered[town[rows]] = True
        spread(delivered, places)
        for place, figure in enumerate(figures):
            count, now = column(answer, f"i{place}"), np.zeros(len(places.areas))
            np.add.at(now, town[rows], count[rows])
            np.add.at(now, wijk[in_wijk], count[in_wijk])
            now[0] = now[towns].sum()
            figure[:, places.in_year(year)] = np.where(delivered, now[:, None], np.nan)
    return tuple(figures)
