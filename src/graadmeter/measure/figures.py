"""The answers of the engine, as arrays: every lane in every area and period, denominators, what was delivered."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.measure.arrays import Array, area_numbers, column
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
            summed = counts[number, towns].sum(axis=0)
            if summed.any():  # writing noughts would claim the memory of lanes without data, 0.4 GB for a country
                counts[number, 0] = summed
    asked = [number for lane, number in plan.numbers.items() if Level.WIJK in plan.lanes[lane]]
    in_wijken = np.array(asked, dtype=np.intp)
    for area in (area for area in places.areas if area.level is Level.MUNICIPALITY):
        whole, parts = counts[in_wijken, places.index[area.code]], places.children(area.code)
        known = counts[np.ix_(in_wijken, parts)].sum(axis=1)
        counts[in_wijken, places.index[unknown_wijk(area.code)]] = whole - known
    return {lane: counts[number] for lane, number in plan.numbers.items() if lane in plan.plain}


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
