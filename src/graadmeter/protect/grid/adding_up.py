"""Which breakdowns add up to their total though their definition does not say so, as the counts themselves show.

A young person may be under protection and on probation at once. Where nobody is, the two add up in all that is shown,
and whoever knows the total and one of them knows the other.
"""

from collections.abc import Iterator, Mapping

import numpy as np

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count
from graadmeter.protect.grid.additivity import Additivity
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.grid import Grid


def adding_up(grid: Grid, declared: Mapping[Count, Additivity]) -> Iterator[Composed]:
    """Every total that is the sum of the members of such a breakdown, wherever all are counted in a year."""
    for number, one in enumerate(grid.series):
        if one.dimension == TOTAL:
            alike = [place for place, other in enumerate(grid.series) if other.count == one.count]
            for dimension in dict.fromkeys(grid.series[place].dimension for place in alike):
                said = declared[one.count].additive | declared[one.count].partial
                members = [
                    place
                    for place in alike
                    if grid.series[place].dimension == dimension and not grid.series[place].parts
                ]
                if dimension not in {TOTAL, *said} and len(members) > 1:
                    yield from _of_breakdown(grid, number, members)


def _of_breakdown(grid: Grid, total: int, members: list[int]) -> Iterator[Composed]:
    """The years in which a total is the sum of these members, of which two have something."""
    for when in grid.years:
        here = np.ix_(np.array([total, *members]), grid.wide, when)
        counted = grid.counted[here].all(axis=0)
        whole, *parts = np.where(counted, grid.value[here], 0)
        several = sum(part.any() for part in parts) > 1
        if several and np.array_equal(np.sum(parts, axis=0), whole) and grid.is_no_chance(whole):
            yield Composed(grid.periods[when[0]].year, total, tuple(members))
