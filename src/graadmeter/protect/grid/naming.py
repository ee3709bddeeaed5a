"""What a count on the grid is called in messages: indicator, breakdown, area and period."""

import numpy as np

from graadmeter.domain.cells import TOTAL
from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.lines import Series


def name_of(facts: Facts, place: Ints, cell: int) -> str:
    """The name of a cell of a block whose cells stand at `place`; cells past the end of it are rests."""
    if cell >= len(place):
        return "rest"
    grid = facts.grid
    series, area, period = np.unravel_index(int(place[cell]), grid.value.shape)
    return f"{_series(facts, grid.series[series])} {grid.areas[area].code} {grid.periods[period].code}"


def _series(facts: Facts, series: Series) -> str:
    shown = [line.indicator for line in facts.lines if series in (line.top, line.below)]
    broken = "" if series.dimension == TOTAL else f" {series.dimension} {series.member}"
    return f"{shown[0]}{broken}"
