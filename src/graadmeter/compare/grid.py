"""The figures of one level as a grid: one row per series and period, one column per area."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.compare.codes import GIVEN
from graadmeter.compare.index import Index
from graadmeter.compare.numbers import Numbers
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats


@dataclass(frozen=True, slots=True)
class Grid:
    """Shares with exact numbers of one level. `rows` are rows of the index, at `group` (row) and `area` (column)."""

    rows: Ints
    group: Ints
    area: Ints
    areas: tuple[str, ...]
    count: Floats
    base: Floats

    def spread(self, figures: Floats, size: int, missing: float = np.nan) -> Floats:
        """Figures of the grid (or one per group) back on all `size` rows of the index."""
        found = np.full(size, missing)
        found[self.rows] = figures[self.group, self.area] if figures.ndim > 1 else figures[self.group]
        return floats(found)


def grid_of(index: Index, numbers: Numbers, level: str, left_out: Sequence[str] = ()) -> Grid:
    """The grid of a level, NaN where nothing is shown; areas of `left_out` are not in it."""
    outside = np.isin(np.array(index.areas), list(left_out))
    chosen: Bools = index.at_level(level) & numbers.is_share & (numbers.status == GIVEN) & ~outside[index.area]
    rows = np.flatnonzero(chosen).astype(np.int64)
    numbers_of_areas, area = np.unique(index.area[rows], return_inverse=True)
    groups, group = np.unique(index.slice[rows] * len(index.periods) + index.period[rows], return_inverse=True)
    count, base = (np.full((len(groups), len(numbers_of_areas)), np.nan) for _ in range(2))
    count[group, area], base[group, area] = numbers.count[rows], numbers.base[rows]
    return Grid(
        rows=rows,
        group=group.astype(np.int64),
        area=area.astype(np.int64),
        areas=tuple(index.areas[number] for number in numbers_of_areas.tolist()),
        count=floats(count),
        base=floats(base),
    )
