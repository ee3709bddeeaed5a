"""Which counts are the sum of two others, as the counts themselves show.

Ended for a known reason and ended for an unknown one are of two indicators, and together all that ended: whoever sees
two of the three knows the third. No definition says so.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from graadmeter.domain.cells import TOTAL
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.grid import Grid
from graadmeter.protect.grid.lines import Series


def of_two(grid: Grid) -> Iterator[Composed]:
    """Every such sum that holds in a year, in total and for all members that the three counts tell."""
    for when in grid.years:
        for alike in grid.of_one_thing:
            yield from _of_year(grid, alike, when)


def _of_year(grid: Grid, alike: Ints, when: Ints) -> Iterator[Composed]:
    place = places(grid, alike)
    value, there = laid(grid, place, when)
    telling = np.array([grid.is_no_chance(one).any() for one in value], dtype=np.bool_)
    for one, other in combinations(np.flatnonzero(telling).tolist(), 2):
        for whole in _fitting(value[:, 0], there[:, 0], one, other):
            all_three = there[one] & there[other] & there[whole]
            parts = [np.where(all_three, value[part], 0) for part in (one, other)]
            true = np.array_equal(parts[0] + parts[1], np.where(all_three, value[whole], 0))
            if true and (grid.is_no_chance(parts[0]) & grid.is_no_chance(parts[1])).any():
                for name in np.flatnonzero(all_three.any(axis=(1, 2))).tolist():
                    numbers = tuple(int(place[part, name]) for part in (one, other))
                    yield Composed(grid.periods[when[0]].year, int(place[whole, name]), numbers)


def places(grid: Grid, alike: Ints) -> Ints:
    """The numbers of the series by count and by what it is told of: the total first, then members; -1 where not."""
    number = {grid.series[place]: int(place) for place in alike}
    counts = dict.fromkeys(one.count for one in number)
    members = dict.fromkeys((one.dimension, one.member) for one in number)
    names = dict.fromkeys([(TOTAL, TOTAL), *members])
    return np.array([[number.get(Series(count, *name), -1) for name in names] for count in counts], dtype=np.int64)


def laid(grid: Grid, place: Ints, when: Ints) -> tuple[Ints, Bools]:
    """Counts and where they are there, in arrays of counts by names by wide areas by periods."""
    at = place[:, :, None, None], grid.wide[:, None], when
    there: Bools = grid.counted[at] & (place >= 0)[:, :, None, None]
    return np.where(there, grid.value[at], 0), there


def _fitting(total: Ints, there: Bools, one: int, other: int) -> list[int]:
    """The counts of which the totals are those of two others together, or that tell no total."""
    differs = (total != total[one] + total[other]) & there & there[one] & there[other]
    fits = ~differs.any(axis=(1, 2))
    fits[[one, other]] = False
    return np.flatnonzero(fits).tolist()
