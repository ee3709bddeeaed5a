"""Where the name of a target stands: at either end of its line, over or under it, where no line of figures runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from graadmeter.charts.text_width import text_width
from graadmeter.charts.trend_plot import Plot
from graadmeter.charts.trend_shape import Series

_OVER, _UNDER = -6, 16
"""From the line of the target to the foot of its name."""
_LOOSER = 5
"""How much further a name may stand from its target where it is free only there."""
_INSET = 2
_ASCENT, _DESCENT = 0.8, 0.25
"""How far letters reach from their foot, as part of their size."""
_FREE = 4
"""Pixels between a name and a line of figures with which both can be read."""


@dataclass(frozen=True, slots=True)
class NamePlace:
    """The foot of a name: its x at the side of `anchor` (SVG: None for the start, 'end'), and its y."""

    x: float
    y: float
    anchor: str | None


def name_place(value: float, words: str, size: float, plot: Plot, series: tuple[Series, ...]) -> NamePlace:
    """The first place that is free, or else the freest; at the left and away from the figures if it can be."""
    width = text_width(words, size, bold=True)
    nearest = min(_begins(series), key=lambda begin: abs(begin - value), default=0.0)
    near, loose = (_OVER, _UNDER), (_OVER - _LOOSER, _UNDER + _LOOSER)
    steps = (*near[::-1], *loose[::-1]) if nearest >= value else (*near, *loose)
    places = [
        place
        for y in (plot.y(value) + step for step in steps)
        for place in (NamePlace(plot.left + _INSET, y, None), NamePlace(plot.right - _INSET, y, "end"))
    ]
    room = [_room(place, width, size, plot, series) for place in places]
    return next(
        (place for place, free in zip(places, room, strict=True) if free >= _FREE), places[room.index(max(room))]
    )


def _begins(series: tuple[Series, ...]) -> list[float]:
    return [one.points[one.shown[0]].datum.figure for one in series if one.shown]


def _room(place: NamePlace, width: float, size: float, plot: Plot, series: tuple[Series, ...]) -> float:
    """How far the nearest line is over or under the name; 0 where one runs through it."""
    start = place.x - (width if place.anchor else 0)
    top, bottom = place.y - _ASCENT * size, place.y + _DESCENT * size
    heights = _heights(start, start + width, plot, series)
    return min((max(0.0, low - bottom, top - high) for low, high in heights), default=plot.bottom - plot.top)


def _heights(start: float, end: float, plot: Plot, series: tuple[Series, ...]) -> Iterator[tuple[float, float]]:
    """Between which heights each piece of a line runs that is over or under this stretch."""
    for one in series:
        course = [(plot.x[index], plot.y(one.points[index].datum.figure)) for index in one.shown]
        for (x1, y1), (x2, y2) in pairwise([*course, *course[-1:]]):
            left, right = max(start, x1), min(end, x2)
            if left <= right:
                slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
                ends = y1 + slope * (left - x1), y1 + slope * (right - x1)
                yield min(ends), max(ends)
