"""The answers of the engine, as arrays: every lane in every area and period, denominators, what was delivered."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.measure.arrays import Array, area_numbers, column
from graadmeter.measure.counts import Counts
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
    """Of a lane that is not asked in wijken without these: the areas down to the smallest level."""
    inhabitants: tuple[Array, ...]
    """In the order of the plan's inhabitants."""
    delivered: Mapping[Asked, Where]
    """Where and when a table was delivered, of those that may be missing."""
    ranked: Mapping[Ranking, Ranked]
    spreads: Mapping[Lane, Spread]
    answers: Answers
    """What was answered to methods."""


def plain_lanes(plan: Plan, places: Places, counts: Counts) -> dict[Lane, Array]:
    """The plain lanes of `counts`, in which the sums and the unknown wijken are filled in."""
    plain, towns = plan.plain, places.at(Level.MUNICIPALITY)
    lanes = {lane: counts.lane(number) for lane, number in plan.numbers.items() if lane in plain}
    for lane, figures in lanes.items():
        if adds_up(lane, plan.lanes[lane]):
            figures[0] += figures[towns].sum(axis=0)
    in_wijken = [figures for lane, figures in lanes.items() if Level.WIJK in plan.lanes[lane]]
    for town, code in ((town, places.areas[town].code) for town in towns.tolist()):
        known, unknown = places.children(code), places.index[unknown_wijk(code)]
        for figures in in_wijken:
            figures[unknown] = figures[town] - figures[known].sum(axis=0)
    return lanes


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
