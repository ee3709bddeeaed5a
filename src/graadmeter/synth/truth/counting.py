"""Counts presences per period, for a whole area and for its wijken."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graadmeter.domain.areas import Level
from graadmeter.synth.community import Window
from graadmeter.synth.days import Ints
from graadmeter.synth.truth.cells import Area, Cell, Series, wijk_area
from graadmeter.synth.truth.known import Costs, Known, Residence
from graadmeter.synth.truth.presence import Presence, by_person, known_wijken, periods, wijk_in


@dataclass(frozen=True, slots=True)
class Place:
    """One area with everything known of it: a municipality with its wijken, or the region (without)."""

    area: Area
    window: Window
    known: Known
    costs: Costs
    residence: Residence | None
    wijken: tuple[str, ...]
    """Codes, in the order that `residence` numbers them."""
    youth: dict[int, int]
    """Inhabitants of 0-17 by year."""
    adults: dict[int, int]


def persons(place: Place, series: Series, person: Ints, bits: Ints) -> Iterator[Cell]:
    """Distinct persons per period, and per wijk when the series is not broken down."""
    yield from presences(place, series, by_person(Presence(person, bits)))


def presences(place: Place, series: Series, presence: Presence, *, wijken: bool = True) -> Iterator[Cell]:
    """Rows per period, and per wijk when the series is not broken down (but for the flow of trajectories)."""
    for period, mask in periods(place.window):
        yield Cell(series, place.area, period, float(((presence.bits & mask) > 0).sum()))
    if wijken and place.residence is not None and not set(series.members) - {"stroom"}:
        yield from _per_wijk(place, place.residence, series, presence)


def _per_wijk(place: Place, residence: Residence, series: Series, presence: Presence) -> Iterator[Cell]:
    wijken = known_wijken(presence, residence)
    for period, mask in periods(place.window):
        counted = wijk_in(wijken, mask)[(presence.bits & mask) > 0]
        for number, count in enumerate(np.bincount(counted + 1, minlength=1).tolist()):
            yield Cell(series, wijk_area(place.wijken, number - 1, place.area.code), period, float(count))


def shares(cells: list[Cell], of: dict[int, int], unit: str, per: int) -> Iterator[Cell]:
    """The same cells (those of the whole area only) as shares of inhabitants by year, not rounded."""
    for cell in cells:
        if cell.area.level is not Level.WIJK:
            series = Series(cell.series.indicator, unit, cell.series.members)
            yield Cell(series, cell.area, cell.period, cell.value * per / of[cell.period.year])


def ratios(above: list[Cell], below: list[Cell], unit: str) -> Iterator[Cell]:
    """Cells as percentages of the cells for the same area and period, where those are not zero."""
    totals = {(cell.area, cell.period): cell.value for cell in below}
    for cell in above:
        whole = totals.get((cell.area, cell.period), 0.0)
        if whole and cell.area.level is not Level.WIJK:
            series = Series(cell.series.indicator, unit, cell.series.members)
            yield Cell(series, cell.area, cell.period, cell.value * 100 / whole)


def weighed(place: Place, series: Series, quarters: Ints, values: Ints, first: int) -> Iterator[Cell]:
    """Sums per period of amounts by quarter, for periods that lie wholly in or after the quarter `first`."""
    for period, _ in periods(place.window):
        if period.first >= first:
            inside = (quarters >= period.first) & (quarters <= period.last)
            yield Cell(series, place.area, period, float(values[inside].sum()))
