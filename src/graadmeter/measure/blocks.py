"""The figures of each series as columns: one block of cells for a total or a member of a breakdown."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.slices import UNKNOWN
from graadmeter.measure.arrays import Array
from graadmeter.measure.figures import Figures
from graadmeter.measure.lanes import Inhabitants, Lane, behind
from graadmeter.measure.plan import Plan, Series
from graadmeter.measure.ranked import Ranked

_CENTS = 100
_Index = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Block:
    """Cells of one series: area and period numbers, member code(s), counts (euros), and what goes with them."""

    series: Series
    area: _Index
    period: _Index
    member: str | NDArray[np.object_]
    count: Array
    base: Array
    """The denominators of a share; not a number where none was delivered, or for what is no share."""
    persons: Array
    providers: Array
    """How many are behind an amount of euros; not a number for what is no amount."""


def blocks_of(plan: Plan, figures: Figures) -> list[Block]:
    """The blocks of all series, in their order; without those of unknown members that do not occur."""
    blocks = [block for series in plan.series for block in _of_series(series, plan, figures)]
    return [block for block in blocks if block.series.member != UNKNOWN or np.nan_to_num(block.count).any()]


def _of_series(series: Series, plan: Plan, figures: Figures) -> Iterator[Block]:
    at = _places(series, figures)
    base = _base(series, plan, figures)
    if series.ranking is not None:
        ranked = figures.ranked[series.ranking]
        yield _block(series, at, f"top{series.measure.top}", ranked.together[at], base)
        if not series.member:
            yield _of_largest(series, figures, ranked, base)
        return
    count = figures.lanes[series.lane][at]
    if series.measure.unit is not Unit.EURO:
        yield _block(series, at, series.member or TOTAL, count, base)
        return
    euros = np.where(figures.claimed[at], count / _CENTS, np.nan)
    persons = figures.lanes[behind(series.lane, Unit.PERSONS)][at]
    providers = figures.lanes[behind(series.lane, Unit.PROVIDERS)][at]
    nobody = np.full(len(euros), np.nan)
    yield Block(series, *at, series.member or TOTAL, euros, nobody, persons, providers)


def _places(series: Series, figures: Figures) -> tuple[_Index, _Index]:
    places = figures.places
    areas = np.concatenate([places.at(level) for level in series.levels])
    periods = places.of_types(series.indicator.periods)
    return np.repeat(areas, len(periods)), np.tile(periods, len(areas))


def _base(series: Series, plan: Plan, figures: Figures) -> Array:
    below = series.denominator
    if isinstance(below, Lane):
        return figures.lanes[below]
    if isinstance(below, Inhabitants):
        return figures.inhabitants[plan.inhabitants.index(below)]
    return np.full(figures.places.shape, np.nan)


def _block(
    series: Series, at: tuple[_Index, _Index], member: str | NDArray[np.object_], count: Array, base: Array
) -> Block:
    nobody = np.full(len(count), np.nan)
    return Block(series, *at, member, count, base[at], nobody, nobody)


def _of_largest(series: Series, figures: Figures, ranked: Ranked, base: Array) -> Block:
    wanted = np.zeros(figures.places.shape, dtype=bool)
    wanted[_places(series, figures)] = True
    chosen = wanted[ranked.area, ranked.period]
    return _block(series, (ranked.area[chosen], ranked.period[chosen]), ranked.member[chosen], ranked.n[chosen], base)
