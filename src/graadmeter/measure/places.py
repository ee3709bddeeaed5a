"""The areas and periods for which figures are given, numbered; among them the 'wijk unknown' of every municipality."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from graadmeter.catalogue.finality import stage_of
from graadmeter.domain.areas import Area, Level, unknown_wijk
from graadmeter.domain.finality import Stage
from graadmeter.domain.periods import Period, PeriodType
from graadmeter.domain.region import Region
from graadmeter.domain.text import Text
from graadmeter.measure.tables import periods_of

_UNKNOWN = Text("wijk onbekend", "neighbourhood unknown")


@dataclass(frozen=True)
class Places:
    """The region's areas (region first, then municipalities, then wijken) and periods."""

    region: Region

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """Every area with figures, each once."""
        region = Area(self.region.code, self.region.vintage, Level.REGION, self.region.name)
        municipalities = self.region.of_level(Level.MUNICIPALITY)
        inside: dict[str, list[Area]] = {}
        for area in self.region.of_level(Level.WIJK):
            inside.setdefault(area.parent, []).append(area)
        wijken = [area for parent in municipalities for area in _with_unknown(parent, inside.get(parent.code, []))]
        return (region, *municipalities, *wijken)

    @cached_property
    def index(self) -> dict[str, int]:
        """The number of each area code."""
        return {area.code: number for number, area in enumerate(self.areas)}

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every period."""
        return periods_of(self.region)

    @property
    def shape(self) -> tuple[int, int]:
        """How many areas and periods there are."""
        return len(self.areas), len(self.periods)

    def at(self, level: Level) -> NDArray[np.intp]:
        """The numbers of the areas of a level."""
        return self._at[level]

    def down_to(self, levels: Collection[Level]) -> int:
        """How many areas there are from the region to the smallest of these levels: they have the first numbers."""
        return max((int(self.at(level)[-1]) + 1 for level in levels if len(self.at(level))), default=0)

    @cached_property
    def _at(self) -> dict[Level, NDArray[np.intp]]:
        levels = np.array([area.level.value for area in self.areas])
        return {level: np.flatnonzero(levels == level.value) for level in Level}

    def children(self, parent: str) -> NDArray[np.intp]:
        """The numbers of the wijken of a municipality, without the unknown one."""
        return np.array(self._inside.get(parent, []), dtype=np.intp)

    @cached_property
    def _inside(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, area in enumerate(self.areas):
            if area.level is Level.WIJK and area.code != unknown_wijk(area.parent):
                found.setdefault(area.parent, []).append(number)
        return found

    def of_types(self, types: tuple[PeriodType, ...]) -> NDArray[np.intp]:
        """The numbers of the periods of these types."""
        return np.array([number for number, period in enumerate(self.periods) if period.type in types], dtype=np.intp)

    def in_year(self, year: int) -> NDArray[np.intp]:
        """The numbers of the periods in a year."""
        return np.array([number for number, period in enumerate(self.periods) if period.year == year], dtype=np.intp)

    @cached_property
    def provisional(self) -> NDArray[np.bool_]:
        """Per period, whether the ladder of `catalogue.finality` calls it provisional."""
        last = self.region.last_quarter
        return np.array([stage_of(period, last) is Stage.PROVISIONAL for period in self.periods])


def _with_unknown(parent: Area, wijken: list[Area]) -> list[Area]:
    """The known wijken of a municipality and, last, the unknown one."""
    code = unknown_wijk(parent.code)
    known = [area for area in wijken if area.code != code]
    unknown = replace(parent, code=code, level=Level.WIJK, name=_UNKNOWN.nl, parent=parent.code, tile=(0, 0))
    return [*known, unknown]
