"""Draws a tile map: every municipality a tile of the same size, at its typed-in place."""

from graadmeter.charts.area_map_shape import AreaMap, Classes, MapArea, classes
from graadmeter.charts.canvas import Canvas
from graadmeter.charts.numbers import DASH
from graadmeter.charts.svg import rect, tag, text
from graadmeter.charts.text_width import shortened, text_width, wrapped

_GAP = 4
_WIDEST = 112
_LINE = 16
_SMALLEST = 12.8
"""Still 12 px where the phone drawing is shown at its smallest, 286 px wide."""


def draw_tiles(area_map: AreaMap, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    columns = [area.tile[0] for area in area_map.areas]
    rows = [area.tile[1] for area in area_map.areas]
    count = max(columns) - min(columns) + 1
    width = min(canvas.width / count, _WIDEST)
    height = 52.0 if canvas.narrow else 70.0
    tints = classes(area_map.areas)
    parts = []
    for area in sorted(area_map.areas, key=lambda area: (area.chosen, area.tile)):
        x, y = (area.tile[0] - min(columns)) * width + 1, (area.tile[1] - min(rows)) * height + 1
        box = (x, y, width - _GAP, height - _GAP)
        parts.append(_tile(area_map, area, canvas, box=box, tints=tints, pattern=pattern))
    return "".join(parts), (max(rows) - min(rows) + 1) * height


def _tile(
    area_map: AreaMap,
    area: MapArea,
    canvas: Canvas,
    *,
    box: tuple[float, float, float, float],
    tints: Classes,
    pattern: str,
) -> str:
    x, y, width, height = box
    middle = x + width / 2
    if area.datum.shown:
        tint = tints.tint(area.datum.figure)
        ground, style = rect(x, y, width, height, class_=f"gm-class gm-class--{tint}", radius=3), f"gm-on-class--{tint}"
        value = text(
            middle,
            y + height - 11,
            area.datum.short(area_map.lang),
            size=canvas.text,
            class_=f"{style} gm-bold",
            anchor="middle",
        )
    else:
        ground = tag("rect", x=x, y=y, width=width, height=height, rx=3, fill=f"url(#{pattern})", class_="gm-empty")
        words = area.datum.short(area_map.lang)
        style = "gm-muted gm-halo"
        fits = text_width(words, _SMALLEST) <= width - 4
        value = text(middle, y + height - 11, words if fits else DASH, size=_SMALLEST, class_=style, anchor="middle")
    frame = rect(x, y, width, height, class_="gm-outline", radius=3) if area.chosen else ""
    return ground + _name(area, canvas, box, style) + value + frame


def _name(area: MapArea, canvas: Canvas, box: tuple[float, float, float, float], style: str) -> str:
    x, y, width, height = box
    size = _SMALLEST if canvas.narrow else canvas.small
    lines = (shortened(area.name, size, width - 1),) if canvas.narrow else wrapped(area.name, size, width - 8)[:2]
    first = y + (height - 14) / 2 + 4 - (len(lines) - 1) * _LINE / 2 - (2 if canvas.narrow else 3)
    return "".join(
        text(x + width / 2, first + index * _LINE, line, size=size, class_=style, anchor="middle")
        for index, line in enumerate(lines)
    )
