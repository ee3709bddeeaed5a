"""What a map is made of."""

from bisect import bisect_right
from dataclasses import dataclass

from graadmeter.charts.datum import Datum
from graadmeter.charts.outlines import Outlines
from graadmeter.charts.scale import scale
from graadmeter.domain.text import Lang, Text

MUNICIPALITY = Text("gemeente", "municipality")

CLASSES = 5
"""Tints there are."""


@dataclass(frozen=True, slots=True)
class MapArea:
    """One area: code, name, place in the tile map (column, row) and figure."""

    code: str
    name: str
    tile: tuple[int, int]
    datum: Datum
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class AreaMap:
    """Figures of areas by place. With `outlines` real borders are drawn, otherwise a tile for each area."""

    id: str
    subtitle: str
    areas: tuple[MapArea, ...]
    value_name: str
    lang: Lang
    outlines: Outlines | None = None
    areas_are: Text = MUNICIPALITY
    """What an area is, in the singular."""


@dataclass(frozen=True, slots=True)
class Classes:
    """Round class bounds and the tint (1 light to 5 dark) of a value."""

    bounds: tuple[float, ...]

    def tint(self, value: float) -> int:
        """The tint of a value between the outer bounds."""
        count = len(self.bounds) - 1
        index = min(max(bisect_right(self.bounds, value) - 1, 0), count - 1)
        return 1 + (round(index * (CLASSES - 1) / (count - 1)) if count > 1 else CLASSES // 2)


def classes(areas: tuple[MapArea, ...]) -> Classes:
    """At most five classes with round bounds over the shown figures; one class when there are none."""
    values = [area.datum.figure for area in areas if area.datum.shown]
    if not values:
        return Classes((0.0, 1.0))
    for most in range(CLASSES, 0, -1):
        ticks = scale(min(values), max(values), 0, 1, most=most).ticks
        if len(ticks) - 1 <= CLASSES:
            return Classes(ticks)
    return Classes((min(values), max(values)))
