"""All counts of a region on one grid of series by area by period, so that each count exists once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graadmeter.domain.areas import Area
from graadmeter.domain.periods import Period
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.lines import Series

ABSENT = np.iinfo(np.int64).min
"""Stands on the grid where nothing was counted."""


@dataclass(frozen=True)
class Grid:
    """Arrays have the shape (series, areas, periods)."""

    series: tuple[Series, ...]
    areas: tuple[Area, ...]
    periods: tuple[Period, ...]
    value: Ints
    """The counts, amounts in eurocents; ABSENT where nothing was counted."""
    persons: Ints
    """Persons behind an amount; ABSENT where not known."""
    providers: Ints
    """Providers behind an amount; ABSENT where not known."""

    @cached_property
    def counted(self) -> Bools:
        """Where there is a count."""
        counted: Bools = self.value != ABSENT
        return counted
