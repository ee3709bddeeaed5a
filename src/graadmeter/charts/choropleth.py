"""Draws a map with real borders: tints by class, names and figures where they fit, a key with the class bounds."""

from graadmeter.charts.area_map_shape import AreaMap, Classes, MapArea, classes
from graadmeter.charts.canvas import Canvas
from graadmeter.charts.numbers import DASH, on_axis
from graadmeter.charts.outlines import Outline
from graadmeter.charts.svg import rect, tag, text
from graadmeter.charts.text_width import text_width

_SIZE = 13.0
_KEY_WIDTH = 46.0


def draw_borders(area_map: AreaMap, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    if area_map.outlines is None:
        raise ValueError("a map with borders needs outlines")
    shapes = area_map.outlines.areas[canvas.name]
    width, height = area_map.outlines.sizes[canvas.name]
    tints = classes(area_map.areas)
    ordered = sorted(area_map.areas, key=lambda area: (area.chosen, area.code))
    parts = [_ground(area, shapes[area.code], tints, pattern) for area in ordered]
    parts += [_label(area_map, area, shapes[area.code], canvas, tints) for area in ordered]
    if canvas.narrow:
        return "".join(parts) + _key(area_map, tints, 0, height + 14, canvas), height + 56
    return "".join(parts) + _key(area_map, tints, width + 20, height - 44, canvas), height


def _ground(area: MapArea, shape: Outline, tints: Classes, pattern: str) -> str:
    edge = " gm-outline-area" if area.chosen else ""
    if area.datum.shown:
        return tag("path", d=shape.d, class_=f"gm-area gm-class--{tints.tint(area.datum.figure)}{edge}")
    return tag("path", d=shape.d, fill=f"url(#{pattern})", class_=f"gm-area{edge}")


def _label(area_map: AreaMap, area: MapArea, shape: Outline, canvas: Canvas, tints: Classes) -> str:
    style = f"gm-on-class--{tints.tint(area.datum.figure)}" if area.datum.shown else "gm-muted gm-halo"
    value = area.datum.short(area_map.lang) if area.datum.shown else DASH
    spot = shape.two_lines
    if text_width(area.name, _SIZE) <= spot.room * 2 - 4 and (area.chosen or not canvas.narrow):
        name = text(spot.x, spot.y - 3, area.name, size=_SIZE, class_=style, anchor="middle")
        return name + text(spot.x, spot.y + 13, value, size=_SIZE, class_=f"{style} gm-bold", anchor="middle")
    spot = shape.one_line
    if text_width(value, _SIZE, bold=True) <= spot.room * 2 + 2:
        return text(spot.x, spot.y + 5, value, size=_SIZE, class_=f"{style} gm-bold", anchor="middle")
    return ""


def _key(area_map: AreaMap, tints: Classes, left: float, top: float, canvas: Canvas) -> str:
    unit = area_map.areas[0].datum.unit
    count = len(tints.bounds) - 1
    step = min(_KEY_WIDTH, (canvas.width - left - 30) / max(count, 1))
    parts = []
    for index in range(count):
        tint = tints.tint((tints.bounds[index] + tints.bounds[index + 1]) / 2)
        parts.append(rect(left + 14 + index * step, top, step - 1, 14, class_=f"gm-class gm-class--{tint}"))
    for index, bound in enumerate(tints.bounds):
        label = on_axis(bound, unit, area_map.lang)
        parts.append(
            text(left + 14 + index * step, top + 31, label, size=canvas.small, class_="gm-muted", anchor="middle")
        )
    return "".join(parts)
