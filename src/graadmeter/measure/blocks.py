"""The figures of each series as columns: one block of cells for a total or a member of a breakdown."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.slices import UNKNOWN
from graadmeter.measure.arrays import Array
from graadmeter.measure.delivered import asked_of
from graadmeter.measure.figures import Figures
from graadmeter.measure.lanes import Inhabitants, Lane
from graadmeter.measure.methods.interface import Method
from graadmeter.measure.plan import Plan, Series
from graadmeter.measure.ranked import Ranked

_CENTS = 100
_Index = NDArray[np.intp]
_At = tuple[_Index, _Index]
"""Numbers of areas, and of periods."""


@dataclass(frozen=True, slots=True)
class Block:
    """Cells of one series: area and period numbers, member code(s), counts (euros), and what goes with them."""

    series: Series
    area: _Index
    period: _Index
    member: str | NDArray[np.object_]
    count: Array
    """What is counted; of two numbers the first: above the line, or what another is taken off. Empty: not delivered."""
    base: Array
    """The second of two numbers: the denominator, what is taken off, the rows behind a statistic."""
    figure: Array
    """The figure itself, where it does not follow from `count` and `base` alone."""
    persons: Array
    """How many persons are behind an amount or a derived figure; not a number for what is neither."""
    providers: Array
    """How many providers are behind an amount of money."""

    @property
    def of_two(self) -> bool:
        """Whether `base` means something."""
        measure = self.series.measure
        return self.divided or measure.minus is not None

    @property
    def divided(self) -> bool:
        """Whether there is no figure where `base` is zero."""
        measure = self.series.measure
        return measure.share_of is not None or bool(measure.statistic) or bool(measure.method)


def blocks_of(plan: Plan, figures: Figures, indicator: str, *, complete: bool = False) -> list[Block]:
    """The blocks of an indicator's series, in their order; without those of unknown members that do not occur.

    With `complete` these are there too.
    """
    chosen = (series for series in plan.series if series.indicator.id == indicator)
    blocks = [block for series in chosen for block in _of_series(series, plan, figures)]
    return [block for block in blocks if complete or block.series.member != UNKNOWN or _occurs(block)]


def _occurs(block: Block) -> bool:
    counted = block.base if block.series.measure.statistic else block.count
    return bool(np.nan_to_num(counted).any())


def _of_series(series: Series, plan: Plan, figures: Figures) -> Iterator[Block]:
    at = _places(series, figures)
    if series.ranking is not None:
        ranked = figures.ranked[series.ranking]
        together = _where_delivered(series, figures, ranked.together[at], at)
        yield _block(series, at, f"top{series.measure.top}", together, _base(series, plan, figures, at))
        if not series.member:
            yield _of_largest(series, plan, figures, ranked)
        return
    member = series.member or TOTAL
    if series.method is not None:
        yield _of_method(series, series.method, figures, at, member)
        return
    if series.measure.statistic:
        yield _of_statistic(series, figures, at, member)
        return
    count, base = figures.lanes[series.lane][at], _base(series, plan, figures, at)
    figure: Array | None = None
    if series.measure.count.of is Unit.EURO:
        count = count / _CENTS
    count = _where_delivered(series, figures, count, at)
    if series.subtracted is not None:
        base = figures.lanes[series.subtracted][at]
        figure = count - base
    yield _block(series, at, member, count, base, figure=figure, figures=figures)


def _of_statistic(series: Series, figures: Figures, at: _At, member: str) -> Block:
    spread = figures.spreads[series.lane]
    total, figure = spread.total[at], spread.statistics[series.measure.statistic][at]
    if series.measure.count.of is Unit.EURO:
        total, figure = total / _CENTS, figure / _CENTS
    count = _where_delivered(series, figures, total, at)
    return _block(series, at, member, count, spread.n[at], figure=figure, figures=figures)


def _of_method(series: Series, method: Method, figures: Figures, at: _At, member: str) -> Block:
    found = method.figures(series.part, figures.answers, figures.places)
    value = found.value[at]
    count = _where_delivered(series, figures, np.where(np.isnan(value), 0.0, found.base[at]), at)
    nobody = np.full(len(count), np.nan)
    providers = nobody if found.providers is None else found.providers[at]
    return Block(series, *at, member, count, count, value, found.persons[at], providers)


def _where_delivered(series: Series, figures: Figures, count: Array, at: _At) -> Array:
    """The counts there, not a number where a table that they or what goes with them rest on was not delivered."""
    for one in series.measure.counts:
        asked = asked_of(one)
        if asked is not None:
            count = np.where(figures.delivered[asked][at], count, np.nan)
    return count


def _places(series: Series, figures: Figures) -> _At:
    places = figures.places
    areas = np.concatenate([places.at(level) for level in series.levels])
    periods = places.of_types(series.indicator.periods)
    return np.repeat(areas, len(periods)), np.tile(periods, len(areas))


def _base(series: Series, plan: Plan, figures: Figures, at: _At) -> Array:
    below = series.denominator
    if isinstance(below, Lane):
        return figures.lanes[below][at] / (_CENTS if below.count.of is Unit.EURO else 1)
    if isinstance(below, Inhabitants):
        return figures.inhabitants[plan.inhabitants.index(below)][at]
    return np.full(len(at[0]), np.nan)


def _block(
    series: Series,
    at: _At,
    member: str | NDArray[np.object_],
    count: Array,
    base: Array,
    *,
    figure: Array | None = None,
    figures: Figures | None = None,
) -> Block:
    nobody = np.full(len(count), np.nan)
    persons, providers = (
        nobody if lane is None or figures is None else figures.lanes[lane][at]
        for lane in (series.persons, series.providers)
    )
    return Block(series, *at, member, count, base, nobody if figure is None else figure, persons, providers)


def _of_largest(series: Series, plan: Plan, figures: Figures, ranked: Ranked) -> Block:
    wanted = np.zeros(figures.places.shape, dtype=bool)
    wanted[_places(series, figures)] = True
    chosen = wanted[ranked.area, ranked.period]
    where = (ranked.area[chosen], ranked.period[chosen])
    return _block(series, where, ranked.member[chosen], ranked.n[chosen], _base(series, plan, figures, where))
