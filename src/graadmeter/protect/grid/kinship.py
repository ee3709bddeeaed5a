"""Which counts are one and the same, and which series must be protected together."""

from collections.abc import Iterator

import numpy as np

from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.grid import Grid


def shared_cells(grid: Grid) -> Ints:
    """For every place on the grid the place that stands for it; -1 where nothing was counted.

    Two definitions may count the same thing (youths with foster care, as care form and as residence). Series that
    agree wherever both exist in a year are taken as one count: hidden in one place and shown in another it would leak.
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
    year = np.array([period.year for period in grid.periods])
    pairs = [np.zeros((2, 0), dtype=np.int64)]
    for alike in _alike(grid):
        for place, later in enumerate(alike):
            for earlier in alike[:place]:
                both = grid.counted[earlier] & grid.counted[later]
                for one in np.unique(year[both.any(axis=0)]):
                    here = both & (year == one)
                    values = grid.value[earlier][here]
                    if values.any() and np.array_equal(values, grid.value[later][here]):
                        pairs.append(np.stack([flat[earlier][here], flat[later][here]]))
    first, second = np.concatenate(pairs, axis=1)
    return first, second


def _alike(grid: Grid) -> Iterator[list[int]]:
    """The series, in order, that could be one and the same: of the same things, in the same member."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for number, one in enumerate(grid.series):
        found.setdefault((one.count.of, one.dimension, one.member), []).append(number)
    yield from found.values()


def families(facts: Facts, cell: Ints) -> Ints:
    """For every series the number of its family: series that share a count, a total or a share."""
    family = list(range(len(facts.grid.series)))

    def root(member: int) -> int:
        while family[member] != member:
            member = family[member]
        return member

    for one, other in _kin(facts, cell):
        first, second = sorted((root(one), root(other)))
        family[second] = first
    return np.array([root(place) for place in family], dtype=np.int64)


def _kin(facts: Facts, cell: Ints) -> Iterator[tuple[int, int]]:
    """Pairs of series that must be protected together."""
    series = facts.grid.series
    first_of = {one.count: place for place, one in reversed(list(enumerate(series)))}
    yield from ((place, first_of[one.count]) for place, one in enumerate(series))
    where = {one: place for place, one in enumerate(series)}
    yield from ((where[line.top], where[line.below]) for line in facts.lines if line.below is not None)
    for place in range(len(series)):
        stands = cell[place][cell[place] >= 0]
        yield from ((place, int(other)) for other in np.unique(stands // cell[place].size))
