"""Which counts are one and the same, and which series must be protected together."""

from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Unit
from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.flows import flows, is_each_once
from graadmeter.protect.grid.grid import Grid


def shared_cells(grid: Grid) -> Ints:
    """For every place on the grid the place that stands for it; -1 where nothing was counted.

    Two definitions may count the same thing (youths with foster care: as a form of help, as a form of residence, and
    as a total of their own). Series that agree wherever both exist in a year are taken as one count: hidden in one
    place and shown in another it would leak.
    """
    stands = np.arange(grid.value.size, dtype=np.int64)
    one, other = _same(grid)
    while True:
        lowest = np.minimum(stands[one], stands[other])
        if (stands[one] == lowest).all() and (stands[other] == lowest).all():
            break
        np.minimum.at(stands, one, lowest)
        np.minimum.at(stands, other, lowest)
    return np.where(grid.counted, stands.reshape(grid.value.shape), -1)


def _same(grid: Grid) -> tuple[Ints, Ints]:
    """Pairs of places that hold one count. A series may be like two others that are not like each other."""
    flat = np.arange(grid.value.size, dtype=np.int64).reshape(grid.value.shape)
    pairs = [np.zeros((2, 0), dtype=np.int64)]
    for when in grid.years:
        agreeing = (_agreeing(grid, alike, when) for alike in grid.of_one_thing)
        for one, other in chain(*agreeing, _one_each(grid, when)):
            here = (grid.counted[one] & (grid.value[one] == grid.value[other]))[:, when]
            pairs.append(np.stack([flat[one][:, when][here], flat[other][:, when][here]]))
    first, second = np.concatenate(pairs, axis=1)
    return first, second


def _agreeing(grid: Grid, alike: Ints, when: Ints) -> Iterator[tuple[int, int]]:
    """Two of some series that are the same in a year wherever both exist, with enough to show that it is no chance.

    Of the same member of the same breakdown (or two totals) any count above zero is enough. Others must be of two
    definitions, and no chance: youths under a protection measure, here a total and there a member.
    """
    value, counted = (array[np.ix_(alike, grid.wide, when)] for array in (grid.value, grid.counted))
    named = [(grid.series[number].dimension, grid.series[number].member) for number in alike]
    for place in range(1, len(alike)):
        both = counted[:place] & counted[place]
        agree = ((value[:place] == value[place]) | ~both).all(axis=(1, 2))
        shared = np.where(both, value[:place], 0)
        for earlier in np.flatnonzero(agree & shared.any(axis=(1, 2))).tolist():
            one, other = int(alike[earlier]), int(alike[place])
            two = grid.series[one].count != grid.series[other].count
            enough = named[earlier] == named[place] or (two and grid.is_no_chance(shared[earlier]))
            if enough and _everywhere(grid, one, other, when):
                yield one, other


def _one_each(grid: Grid, when: Ints) -> Iterator[tuple[int, int]]:
    """Persons, and trajectories of the same member, that are as many everywhere in a year: nobody has two at once.

    But for the region, where who has help from two municipalities is one person.
    """
    trajectories: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(grid.series):
        if is_each_once(one.count):
            trajectories.setdefault((one.dimension, one.member), []).append(number)
    inside = np.ix_(np.flatnonzero([area.level is not Level.REGION for area in grid.areas]), when)
    wide = np.ix_(grid.wide, when)
    for number, one in enumerate(grid.series):
        for other in trajectories.get((one.dimension, one.member), []) if one.count.of is Unit.PERSONS else ():
            both = grid.counted[number] & grid.counted[other]
            alike = (grid.value[number] == grid.value[other]) | ~both
            if alike[inside].all() and grid.is_no_chance(np.where(both & alike, grid.value[number], 0)[wide]):
                yield number, other


def _everywhere(grid: Grid, one: int, other: int, when: Ints) -> bool:
    """Whether two series agree in all areas, wijken too."""
    both = grid.counted[one][:, when] & grid.counted[other][:, when]
    return bool(np.array_equal(grid.value[one][:, when][both], grid.value[other][:, when][both]))


def families(facts: Facts, cell: Ints, composed: Iterable[Composed]) -> Ints:
    """For every series the number of its family: series that share a count, a total, a share or a sum."""
    family = list(range(len(facts.grid.series)))

    def root(member: int) -> int:
        while family[member] != member:
            member = family[member]
        return member

    added = ((one.whole, part) for one in composed for part in one.parts)
    for one, other in chain(_kin(facts, cell), added):
        first, second = sorted((root(one), root(other)))
        family[second] = first
    return np.array([root(place) for place in family], dtype=np.int64)


def _kin(facts: Facts, cell: Ints) -> Iterator[tuple[int, int]]:
    """Pairs of series that must be protected together."""
    series = facts.grid.series
    first_of = {one.count: place for place, one in reversed(list(enumerate(series)))}
    yield from ((place, first_of[one.count]) for place, one in enumerate(series))
    yield from ((flow.active, move) for flow in flows(series) for move in flow.moves)
    where = {one: place for place, one in enumerate(series)}
    yield from ((where[line.top], where[line.below]) for line in facts.lines if line.below is not None)
    for place in range(len(series)):
        stands = cell[place][cell[place] >= 0]
        yield from ((place, int(other)) for other in np.unique(stands // cell[place].size))
