"""All counts of a region on one grid of series by area by period, so that each count exists once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import Period
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.grid.lines import Series

ABSENT = np.iinfo(np.int64).min
"""Stands on the grid where nothing was counted."""
_TOWNS, _COUNTED = 2, 20
"""Municipalities with something, and what is counted in them together, before agreeing is no chance."""


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

    @cached_property
    def years(self) -> tuple[Ints, ...]:
        """The numbers of the periods of each year."""
        year = np.array([period.year for period in self.periods])
        return tuple(np.flatnonzero(year == one) for one in np.unique(year))

    @cached_property
    def wide(self) -> Ints:
        """The numbers of the areas in which everything is counted that is: municipalities and the region."""
        return np.flatnonzero([area.level in {Level.REGION, Level.MUNICIPALITY} for area in self.areas])

    @cached_property
    def _towns(self) -> Bools:
        """Which of these are municipalities."""
        return np.array([self.areas[number].level is Level.MUNICIPALITY for number in self.wide], dtype=np.bool_)

    @cached_property
    def of_one_thing(self) -> tuple[Ints, ...]:
        """The numbers of the series that count the same things: persons, trajectories, euros."""
        found: dict[Unit, list[int]] = {}
        for number, one in enumerate(self.series):
            found.setdefault(one.count.of, []).append(number)
        return tuple(np.array(alike, dtype=np.int64) for alike in found.values())

    def is_no_chance(self, values: Ints) -> Bools:
        """Whether counts (..., `wide` areas, periods) are so many that it is no chance when others equal them."""
        most = np.abs(values[..., self._towns, :]).max(axis=-1)
        enough: Bools = ((most > 0).sum(axis=-1) >= _TOWNS) & (most.sum(axis=-1) >= _COUNTED)
        return enough
