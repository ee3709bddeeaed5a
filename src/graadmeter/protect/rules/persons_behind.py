"""Which counts must be hidden since the persons behind trajectories tell too much of how few are left.

Nobody who gets help is without a trajectory. Take off a total the trajectories of the forms of help that are shown, and
of hidden ones the persons: what is left is the most that the small one can be. Where that is too near, one form more is
hidden, of which persons have enough second trajectories; where there is none, the total.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.member_groups import members_of
from graadmeter.domain.policies import Policy
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.flows import is_each_once
from graadmeter.protect.grid.lines import Series
from graadmeter.protect.matching import Matcher


def told_by_persons(facts: Facts, policies: Mapping[str, Policy], seen: Bools) -> Bools:
    """Over the grid, what must be hidden as if it were small; never what was `seen` in an earlier release.

    `policies` are per indicator. Counts of persons are taken as shown, but for small ones.
    """
    grid = facts.grid
    found = np.zeros(grid.value.shape, dtype=np.bool_)
    of = {series: policies[line.indicator] for line in facts.lines for series in (line.top, line.below) if series}
    for total, members, persons in _breakdowns(grid.series):
        policy = of[grid.series[total]]
        value = np.where(grid.counted[members], grid.value[members], 0)
        adds_up = grid.counted[total] & (value.sum(axis=0) == grid.value[total])
        least = np.stack([_least(facts, number, of) for number in persons])
        small = (value > 0) & (value < policy.threshold)
        wide = np.where(small, value - 1, 0).sum(axis=0)
        room = np.where(small, 0, value - least)
        fit = (room >= policy.interval - wide) & ~seen[members]
        for area, period in np.argwhere(adds_up & small.any(axis=0) & (wide < policy.interval)).tolist():
            able = np.flatnonzero(fit[:, area, period])
            if len(able):
                found[members[int(able[np.argmin(value[able, area, period])])], area, period] = True
            elif not seen[total, area, period]:
                found[total, area, period] = True
    return found


def _breakdowns(series: Sequence[Series]) -> Iterator[tuple[int, list[int], list[int]]]:
    """The numbers of a total of trajectories, of its members along one dimension, and of their persons (or -1)."""
    number = {one: place for place, one in enumerate(series)}
    for one, total in number.items():
        if one.dimension == TOTAL and is_each_once(one.count):
            mine = [other for other in number if other.count == one.count and not members_of(other.member)]
            for dimension in dict.fromkeys(other.dimension for other in mine if other.dimension != TOTAL):
                members = [other for other in mine if other.dimension == dimension]
                alike = (replace(other, count=replace(one.count, of=Unit.PERSONS)) for other in members)
                persons = [number.get(other, -1) for other in alike]
                if max(persons) >= 0:
                    yield total, [number[other] for other in members], persons


def _least(facts: Facts, number: int, policies: Mapping[Series, Policy]) -> Ints:
    """What trajectories are at least, by their persons."""
    grid = facts.grid
    if number < 0:
        return np.ones(grid.value.shape[1:], dtype=np.int64)
    persons = np.where(grid.counted[number], grid.value[number], 1)
    return np.where(persons < policies[grid.series[number]].threshold, 1, persons)


def seen_before(facts: Facts, measured: pa.Table, earlier: Sequence[Earlier]) -> Bools:
    """Over the grid, which counts of these rows any of the earlier releases shows."""
    seen = np.zeros(facts.grid.value.size, dtype=np.bool_)
    rows = np.flatnonzero(
        (facts.top >= 0) & np.array([is_each_once(one.top.count) for one in facts.lines], dtype=np.bool_)[facts.line]
    )
    mine = measured.take(pa.array(rows))
    for one in earlier if len(rows) else ():
        there = Matcher(one.cells.filter(pc.is_valid(one.cells["value"]))).places(mine) >= 0
        seen[facts.top[rows[there]]] = True
    shaped: Bools = seen.reshape(facts.grid.value.shape)
    return shaped
