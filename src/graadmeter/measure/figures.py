"""The answers of the engine, as arrays: every lane in every area and period, denominators, what was delivered."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.domain.indicators import Count
from graadmeter.domain.slices import LAW_LETTERS, MOST_PROVISIONS
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Lane, Plan

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was counted: arrays of areas by periods, not a number where nothing was delivered."""

    lanes: Mapping[Lane, Array]
    inhabitants: tuple[Array, ...]
    """In the order of the plan's inhabitants."""
    claimed: NDArray[np.bool_]
    """Where and when the claims of every quarter and municipality were delivered."""


def column(table: pa.Table, name: str) -> NDArray[np.int64]:
    """A column of whole numbers as an array."""
    return np.asarray(table.column(name).to_numpy()).astype(np.int64)


def area_numbers(table: pa.Table, places: Places, name: str = "area") -> NDArray[np.int64]:
    """The number of each row's area; -1 for an area that the region does not have."""
    codes = pa.array(list(places.index), pa.string())
    found = pc.fill_null(pc.index_in(table.column(name).cast(pa.string()), value_set=codes), -1)
    return np.asarray(found.to_numpy()).astype(np.int64)


def lane_figures(plan: Plan, places: Places, answers: list[pa.Table]) -> dict[Lane, Array]:
    """The plain lanes, from answers with rows lane, area, periode, n; wijk unknown is what the known wijken leave."""
    counts = np.zeros((len(plan.lanes), *places.shape))
    for answer in answers:
        where = column(answer, "lane"), area_numbers(answer, places), column(answer, "periode")
        counts[where] = column(answer, "n")
    for number, area in enumerate(places.areas):
        if area.level is Level.MUNICIPALITY:
            known = counts[:, places.children(area.code)].sum(axis=1)
            counts[:, places.index[unknown_wijk(area.code)]] = counts[:, number] - known
    return {lane: counts[number] for lane, number in plan.numbers.items() if lane in plan.plain}


def composition_figures(count: Count, places: Places, answer: pa.Table) -> dict[Lane, Array]:
    """The lanes of aantal_voorzieningen and wettengroep, from rows area, periode, soorten, J, P, W, n."""
    area, period = area_numbers(answer, places), column(answer, "periode")
    n = column(answer, "n").astype(np.float64)
    kinds = column(answer, "soorten")
    laws = [column(answer, letter) for letter in LAW_LETTERS.values()]
    lanes: dict[Lane, Array] = {}
    for number in range(1, MOST_PROVISIONS + 1):
        member = f"{number}+" if number == MOST_PROVISIONS else str(number)
        lanes[Lane(count, "aantal_voorzieningen", member)] = _summed(places, area, period, n, kinds == number)
    for bits in range(1, 1 << len(laws)):
        has = [bool(bits >> place & 1) for place in range(len(laws))]
        member = "".join(letter for letter, wanted in zip(LAW_LETTERS.values(), has, strict=True) if wanted)
        exactly = np.logical_and.reduce([(law == 1) == wanted for law, wanted in zip(laws, has, strict=True)])
        lanes[Lane(count, "wettengroep", member)] = _summed(places, area, period, n, exactly)
    return lanes


def _summed(
    places: Places, area: NDArray[np.int64], period: NDArray[np.int64], n: Array, chosen: NDArray[np.bool_]
) -> Array:
    figures = np.zeros(places.shape)
    np.add.at(figures, (area[chosen], period[chosen]), n[chosen])
    return figures


def population_figures(number: int, places: Places, answer: pa.Table) -> tuple[Array, ...]:
    """The `number` denominators, from rows gemeente, wijk, jaar, i0, ...

    A municipality without any row for the year has no figure, and then neither have its wijken and the region.
    """
    municipality, wijk = area_numbers(answer, places, "gemeente"), area_numbers(answer, places, "wijk")
    jaar = column(answer, "jaar")
    years = np.array([period.year for period in places.periods])
    level = np.array([area.level.value for area in places.areas])
    known = municipality >= 0
    delivered = np.zeros(places.shape, dtype=bool)
    for year in np.unique(years):
        delivered[np.ix_(np.unique(municipality[known & (jaar == year)]), np.flatnonzero(years == year))] = True
    _spread(delivered, places)
    figures = []
    for place in range(number):
        count = column(answer, f"i{place}").astype(np.float64)
        total = np.zeros(places.shape)
        for year in np.unique(years):
            now = np.zeros(len(places.areas))
            chosen = known & (jaar == year)
            np.add.at(now, municipality[chosen], count[chosen])
            now[0] = now[level == Level.MUNICIPALITY.value].sum()
            in_wijk = chosen & (wijk >= 0)
            np.add.at(now, wijk[in_wijk], count[in_wijk])
            total[:, years == year] = now[:, None]
        figures.append(np.where(delivered, total, np.nan))
    return tuple(figures)


def claimed_figures(places: Places, answer: pa.Table) -> NDArray[np.bool_]:
    """Per area and period whether claims were delivered for all its quarters, from rows gemeente, kwartaal."""
    pairs = set(zip(answer.column("gemeente").to_pylist(), answer.column("kwartaal").to_pylist(), strict=True))
    delivered = np.zeros(places.shape, dtype=bool)
    for number in places.at(Level.MUNICIPALITY):
        code = places.areas[number].code
        delivered[number] = [all((code, index) in pairs for index in period.quarters) for period in places.periods]
    _spread(delivered, places)
    return delivered


def _spread(delivered: NDArray[np.bool_], places: Places) -> None:
    """Gives the region what all municipalities have, and every wijk what its municipality has."""
    delivered[0] = delivered[places.at(Level.MUNICIPALITY)].all(axis=0)
    for number, area in enumerate(places.areas):
        if area.level is Level.WIJK:
            delivered[number] = delivered[places.index[area.parent]]
