"""What the policies say of every place on the grid: too small or not, how well to hide it, and what hiding costs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np

from graadmeter.domain.areas import Level
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.policies import Policy
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.grid import Grid
from graadmeter.protect.grid.merging import merged_cells
from graadmeter.protect.rules import primary
from graadmeter.protect.rules.rulings import Rulings
from graadmeter.protect.system import UNBOUNDED

_YEAR = 4
"""Quarters in what counts as the latest periods."""


@dataclass(frozen=True)
class Marks:
    """Arrays over the flat grid; only places that stand for a count mean anything."""

    sensitive: Bools
    frozen: Bools
    width: Ints
    """How wide the policy wants the range of a hidden count to be."""
    floor: Ints
    ceiling: Ints
    cost: Floats
    alone: Bools
    """The count, or one that it stands for, has no row that could be hidden by itself: only shares tell of it."""
    least: Ints
    """What a rule takes an amount to be at least, whatever else is hidden; 0: no rule does."""
    merged: Bools
    """The count is of a wijk whose group is published in its place: it is never shown, and costs nothing to hide."""
    elsewhere: Bools
    """A row that is not merged tells of the count as well, so that it is hidden there as any other."""

    @cached_property
    def need(self) -> Ints:
        """How wide the range can be asked to be.

        Where three children live, everybody knows that at most three get help: no release can hide more than that.
        """
        need: Ints = np.minimum(self.width, np.maximum(self.ceiling - self.floor, 0))
        return need

    @property
    def veiled(self) -> Bools:
        """The merged counts that nobody knows: in an empty group everybody knows that there is nothing."""
        return self.merged & ~self.frozen

    @cached_property
    def hiding_zeros(self) -> Self:
        """The same when zeros may be hidden for the sake of others: then nobody knows that a hidden count is not 0.

        Those too that have no row of their own: shares of nothing are hidden with them, and tell nothing either. Kept
        for all blocks: making it for each took more time than the blocks.
        """
        floor = np.where(self.least > 0, self.floor, np.minimum(self.floor, 0))
        return replace(self, frozen=np.zeros_like(self.frozen), floor=floor)


def marks(facts: Facts, cell: Ints, rests: Bools, policies: Mapping[str, Policy], ruled: Rulings) -> Marks:
    """The marks of all counts; `policies` are given per indicator, and what their rules say in `ruled`.

    `cell` says which place of the grid stands for which, `rests` which rows are shares that leave out too few.
    """
    grid = facts.grid
    number = {series: place for place, series in enumerate(grid.series)}
    sensitive = np.zeros(grid.value.shape, dtype=np.bool_)
    need = np.ones(grid.value.shape, dtype=np.int64)
    cost = np.zeros(grid.value.shape)
    zeros = np.ones(grid.value.shape, dtype=np.bool_)
    for line in facts.lines:
        policy = policies[line.indicator]
        carried = number[line.top] if policy.merges_wijken(line.indicator) else None
        for series in (line.top, line.below):
            if series is not None:
                place = number[series]
                small = _small(grid, place, policy) | ruled.small[place]
                sensitive[place] |= small
                need[place] = np.maximum(need[place], primary.needs(grid.value[place], small, series.count.of, policy))
                cost[place] = np.maximum(cost[place], _cost(grid, place, policy, carried))
                zeros[place] &= policy.zeros_shown
    sensitive.reshape(-1)[facts.top[rests]] = True
    merged, empty = merged_cells(facts, policies, ruled.may_hide)
    zeros &= (empty | ~merged) & ~ruled.may_hide
    least = ruled.least
    if ruled.of_money:
        need = np.maximum(need, 2 * ruled.above)
        least = np.maximum(least, np.where(ruled.above > 0, grid.value - ruled.above, 0))
    raw = Marks(sensitive, zeros, need, need, _ceiling(facts), cost, _alone(facts), least, merged, ~merged)
    return _for_cells(grid, cell, raw)


def _small(grid: Grid, place: int, policy: Policy) -> Bools:
    value, count = grid.value[place], grid.series[place].count
    if count.of is Unit.EURO:
        small = primary.few_behind(value, grid.persons[place], grid.providers[place], policy.money)
    else:
        small = primary.small_counts(value, policy)
        if count.value:
            small |= primary.small_sums(value, grid.persons[place], policy)
    small &= grid.counted[place]
    return small


def small_rests(facts: Facts, policies: Mapping[str, Policy], *, of_nothing: bool = False) -> Bools:
    """Of every measured row whether it is a share that leaves out too few.

    `of_nothing`: those whose count above the line is nothing, so that all of the count below it is left out.
    """
    value = facts.grid.value.ravel()
    whole = np.where(facts.below >= 0, value[facts.below], facts.public)
    small = np.zeros(len(facts.line), dtype=np.bool_)
    for number, line in enumerate(facts.lines):
        if not line.unit.is_share:
            continue
        rows = np.flatnonzero((facts.line == number) & (facts.top >= 0) & (whole > 0))
        top, policy = value[facts.top[rows]], policies[line.indicator]
        if of_nothing:
            small[rows] = policy.complement & (top == 0) & (whole[rows] < policy.threshold)
        else:
            small[rows] = primary.small_rests(top, whole[rows], policy)
    return small


def _cost(grid: Grid, place: int, policy: Policy, carried: int | None) -> Floats:
    """What hiding a series costs; `carried` is the series that groups of wijken carry, None when they carry none.

    Where a group has a count below the line only, its share is lost without it, and not the figures of its wijken.
    """
    weights = policy.weights
    level = np.array([weights.levels[area.level] for area in grid.areas])
    last = max(period.last for period in grid.periods)
    when = np.array(
        [
            weights.periods[period.type] * (weights.latest if period.last > last - _YEAR else 1.0)
            for period in grid.periods
        ]
    )
    total = weights.total if grid.series[place].dimension == TOTAL else 1.0
    group = np.array([area.level is Level.WIJK_GROUP for area in grid.areas])[:, None]
    top = place if carried is None else carried
    amount = np.where(group, grid.value[top], grid.value[place])
    given = grid.counted[place] & (~group | (grid.counted[top] & (carried is not None)))
    size = np.where(given, np.maximum(np.abs(amount), policy.threshold), 0)
    cost: Floats = total * level[:, None] * when[None, :] * size
    return cost


def _ceiling(facts: Facts) -> Ints:
    """No more youths with help than youths, and no more with residence than with help."""
    ceiling = np.full(facts.grid.value.size, UNBOUNDED, dtype=np.int64)
    rows = np.flatnonzero((facts.public > 0) & (facts.top >= 0) & facts.share)
    np.minimum.at(ceiling, facts.top[rows], facts.public[rows])
    rows = np.flatnonzero((facts.below >= 0) & (facts.top >= 0) & facts.share)
    np.minimum.at(ceiling, facts.top[rows], ceiling[facts.below[rows]])
    return ceiling


def _alone(facts: Facts) -> Bools:
    """The places that no row shows as a number."""
    alone = np.ones(facts.grid.value.size, dtype=np.bool_)
    alone[facts.top[~facts.two & (facts.top >= 0)]] = False
    return alone


def _for_cells(grid: Grid, cell: Ints, raw: Marks) -> Marks:
    """Flat marks in which a place that stands for several has the strictest mark of all."""
    value, there = grid.value.ravel(), cell.ravel() >= 0
    owner = cell.ravel()[there]
    sensitive = np.zeros(value.size, dtype=np.bool_)
    np.logical_or.at(sensitive, owner, raw.sensitive.ravel()[there])
    need = np.ones(value.size, dtype=np.int64)
    np.maximum.at(need, owner, raw.width.ravel()[there])
    cost = np.zeros(value.size)
    np.maximum.at(cost, owner, raw.cost.ravel()[there])
    ceiling = np.full(value.size, UNBOUNDED, dtype=np.int64)
    np.minimum.at(ceiling, owner, raw.ceiling[there])
    shown = np.ones(value.size, dtype=np.bool_)
    np.logical_and.at(shown, owner, raw.frozen.ravel()[there])
    alone = np.zeros(value.size, dtype=np.bool_)
    np.logical_or.at(alone, owner, raw.alone[there])
    merged = np.zeros(value.size, dtype=np.bool_)
    np.logical_or.at(merged, owner, raw.merged.ravel()[there])
    elsewhere = np.zeros(value.size, dtype=np.bool_)
    np.logical_or.at(elsewhere, owner, raw.elsewhere.ravel()[there] & ~raw.alone[there])
    least = np.broadcast_to(np.int64(0), value.shape)
    negative = value < 0
    floor = np.where(negative, 2 * value, np.where(shown & ~merged, 1, 0))
    if raw.least.any():
        least = np.zeros(value.size, dtype=np.int64)
        np.maximum.at(least, owner, raw.least.ravel()[there])
        floor = np.where(negative, floor, np.maximum(floor, least))
    ceiling = np.where(negative, 0, np.maximum(ceiling, value))
    return Marks(
        sensitive=sensitive,
        frozen=(value == 0) & shown,
        width=need,
        floor=floor,
        ceiling=ceiling,
        cost=cost,
        alone=alone,
        least=least,
        merged=merged,
        elsewhere=elsewhere,
    )
