"""The track of one row of a spine chart: the spread of all areas, the reference in the middle, the area's point."""

from dataclasses import dataclass

from graadmeter.charts.spine_shape import SpineRow
from graadmeter.charts.standing_marks import step, tone
from graadmeter.charts.svg import circle, line, path, rect, tag
from graadmeter.domain.comparison import Standing

_SMALL = (132.0, 16.0)
_EDGE = 9
"""Room for the point at either end."""
_HALF = 0.62
"""How high the band of the middle half is, against that of all areas."""


@dataclass(frozen=True, slots=True)
class Track:
    """Where a row is drawn: from `left` to `right` around the height `y`, with bands `tall` and a point of `size`."""

    left: float
    right: float
    y: float
    tall: float = 16.0
    size: float = 6.0

    @property
    def middle(self) -> float:
        """Where the reference lies."""
        return (self.left + self.right) / 2


def draw_track(row: SpineRow, track: Track) -> str:
    """The bands, the margin and the point of a row that `drawn` says can be drawn."""
    centre, spread, quartiles = row.reference.figure, row.spread, row.quartiles
    reach = max(abs(value - centre) for value in (*spread[:1], *spread[-1:], row.own.figure)) or 1.0
    half = (track.right - track.left) / 2 - _EDGE

    def x(value: float) -> float:
        return min(max(track.middle + half * (value - centre) / reach, track.left), track.right)

    parts = []
    if spread:
        parts.append(_band(track, x(spread[0]), x(spread[-1]), 1.0))
    if quartiles:
        parts.append(_band(track, x(quartiles[0]), x(quartiles[1]), _HALF))
    parts.append(line(track.middle, track.y - track.tall, track.middle, track.y + track.tall, "gm-reference"))
    look = tone(row.standing, row.polarity)
    if row.own.has_interval:
        low, high = row.own.bounds
        parts.append(line(x(low), track.y, x(high), track.y, f"gm-spine-margin gm-spine-margin--{look}"))
    parts.append(_point(row.standing, look, (x(row.own.figure), track.y), track.size))
    return "".join(parts)


def small_spine(name: str, row: SpineRow) -> str:
    """One row as a picture of its own, for beside a figure in a table; '' when there is nothing to draw."""
    if not row.drawn:
        return ""
    width, height = _SMALL
    track = Track(0, width, height / 2, tall=height / 2 - 1, size=4.4)
    return tag(
        "svg",
        draw_track(row, track),
        xmlns="http://www.w3.org/2000/svg",
        class_="gm-chart gm-chart--small",
        viewBox=f"0 0 {width:g} {height:g}",
        width=width,
        height=height,
        role="img",
        aria_label=name,
    )


def _band(track: Track, low: float, high: float, share: float) -> str:
    tall = track.tall * share
    kind = "all" if share == 1.0 else "half"
    return rect(low, track.y - tall / 2, max(high - low, 1.0), tall, class_=f"gm-spine-band gm-spine-band--{kind}")


def _point(standing: Standing | None, look: str, place: tuple[float, float], size: float) -> str:
    x, y = place
    style = f"gm-spine gm-spine--{look}"
    if standing is None:
        return path([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], style, closed=True)
    way = step(standing)
    if way == 0:
        return circle(x, y, size * 0.9, style)
    up = -size if way > 0 else size
    triangle = path([(x - size, y - up * 0.75), (x + size, y - up * 0.75), (x, y + up)], style, closed=True)
    return triangle + (circle(x, y, size + 3.4, f"gm-spine-ring gm-spine-ring--{look}") if abs(way) > 1 else "")
