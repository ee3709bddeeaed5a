"""Counts that two definitions share are one count, also when a third is like each of them."""

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import Count, Unit
from graadmeter.domain.periods import parse_period
from graadmeter.protect.grid.grid import ABSENT, Grid
from graadmeter.protect.grid.kinship import shared_cells
from graadmeter.protect.grid.lines import Series

AREAS = tuple(Area(code, 2024, Level.MUNICIPALITY, code, "JZ99") for code in ("GM0141", "GM0147", "GM0150"))
A, B, C = (Series(Count(Unit.NUMBER, table)) for table in ("wachttijd", "uitkomst", "ervaring"))


def grid(*values: list[int], series: tuple[Series, ...] = (A, B, C)) -> Grid:
    cube = np.array(values, dtype=np.int64)[:, :, None]
    none = np.full_like(cube, ABSENT)
    return Grid(series, AREAS, (parse_period("2024JJ00"),), cube, none, none)


def stands(found: Grid) -> list[list[int]]:
    return shared_cells(found)[:, :, 0].tolist()


def test_the_first_of_two_that_agree_stands_for_both() -> None:
    assert stands(grid([3, 0, 5], [3, 0, 5], [4, 0, 5])) == [[0, 1, 2], [0, 1, 2], [6, 7, 8]]


def test_one_that_is_like_two_others_ties_them_together_where_all_three_are() -> None:
    assert stands(grid([3, 5, ABSENT], [3, 6, 7], [3, ABSENT, 7])) == [[0, 1, -1], [0, 4, 5], [0, -1, 5]]


def test_agreeing_on_nothing_but_zeros_tells_nothing() -> None:
    assert stands(grid([0, 0, 0], [0, 0, 0], [ABSENT] * 3)) == [[0, 1, 2], [3, 4, 5], [-1, -1, -1]]


def test_counts_of_different_things_are_never_one() -> None:
    persons = Series(Count(Unit.PERSONS, "ervaring"))
    assert stands(grid([3, 4, 5], [3, 4, 5], [3, 4, 5], series=(A, persons, C))) == [[0, 1, 2], [3, 4, 5], [0, 1, 2]]
