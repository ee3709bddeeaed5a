"""Which years of one count are only the first quarters of another, as the counts themselves show.

Of trajectories that could be followed for a year after they ended, the newest year holds those of its first quarters
only. Whoever knows these and all that ended in the year knows what ended in the quarters that are left.
"""

from collections.abc import Iterator

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.flows import halves, quarters
from graadmeter.protect.grid.grid import Grid
from graadmeter.protect.grid.of_two import laid, places

_Told = tuple[Ints, Bools]
"""Counts and where they are there, in arrays of counts by names by wide areas."""


def so_far(grid: Grid) -> Iterator[Composed]:
    """Every such year, in total and for all members that both counts tell."""
    for when in grid.years:
        told = [grid.periods[number] for number in when]
        year = next((one for one in told if quarters(one)), None)
        if year is not None:
            beginnings = [*(quarters(year)[:most] for most in (1, 2, 3)), halves(year)[:1]]
            steps = [[told.index(one) for one in step] for step in beginnings if set(step) <= set(told)]
            for alike in grid.of_one_thing:
                place = places(grid, alike)
                value, there = laid(grid, place, when)
                whole_year = value[..., told.index(year)], there[..., told.index(year)]
                for step in steps:
                    inside = tuple(told[one] for one in step)
                    first = value[..., step].sum(axis=-1), np.logical_and.reduce(there[..., step], axis=-1)
                    for name, whole, part in _pairs(grid, whole_year, first):
                        yield Composed(year.year, int(place[whole, name]), (int(place[part, name]),), inside)


def _pairs(grid: Grid, years: _Told, firsts: _Told) -> Iterator[tuple[int, int, int]]:
    """What two counts are told of, and the numbers of the one whose year is the beginning of the other's."""
    (whole, whole_there), (first, first_there) = years, firsts
    telling = [grid.is_no_chance(one[..., None]).any() for one in first]
    for part in np.flatnonzero(telling).tolist():
        differs = (whole[:, 0] != first[part, 0]) & whole_there[:, 0] & first_there[part, 0]
        for other in np.flatnonzero(~differs.any(axis=1)).tolist():
            both: Bools = np.logical_and(whole_there[other], first_there[part])
            true = other != part and not ((whole[other] != first[part]) & both).any()
            if true and grid.is_no_chance(np.where(both, first[part], 0)[..., None]).any():
                yield from ((name, other, part) for name in np.flatnonzero(both.any(axis=1)).tolist())
