"""Draws small multiples: a grid of panels, each with its name, last figure, line and the reference as a dashed line."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.datum import Datum
from graadmeter.charts.multiples_shape import Multiples, Panel
from graadmeter.charts.svg import circle, line, path, tag, text
from graadmeter.charts.text_width import shortened
from graadmeter.domain.indicators import Unit

_WIDE_COLUMNS, _NARROW_COLUMNS = 4, 2
_GAP = 18
_HEAD, _FIELD, _FOOT = 42, 56, 16

Place = tuple[float, float, float]
"""Left edge, top and width of a panel."""


def draw(shape: Multiples, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    columns = _NARROW_COLUMNS if canvas.narrow else _WIDE_COLUMNS
    width = (canvas.width - _GAP * (columns - 1)) / columns
    height = _HEAD + _FIELD + _FOOT
    every = _highest(*shape.panels, *([shape.reference] if shape.reference else []))
    parts = []
    for index, panel in enumerate(shape.panels):
        left, top = (index % columns) * (width + _GAP), (index // columns) * height
        highest = _highest(panel) if shape.own_scale else every
        parts.append(_panel(shape, panel, canvas, (left, top, width), (highest, pattern)))
    return "".join(parts), height * -(-len(shape.panels) // columns)


def _highest(*panels: Panel) -> float:
    return max((datum.figure for panel in panels for datum in panel.data if datum.shown), default=1.0) or 1.0


def _panel(shape: Multiples, panel: Panel, canvas: Canvas, place: Place, scale: tuple[float, str]) -> str:
    left, top, width = place
    last = panel.data[-1]
    floor = top + _HEAD + _FIELD
    name = shortened(panel.name, canvas.small * 1.07, width)
    parts = [
        text(left, top + 16, name, size=canvas.small, class_="gm-strong"),
        text(left, top + 33, _value(last, shape), size=canvas.small, class_="gm-text" if last.shown else "gm-muted"),
        line(left, floor, left + width, floor, "gm-axis"),
    ]
    if not any(datum.shown for datum in panel.data):
        hatched = tag("rect", x=left, y=floor - _FIELD, width=width, height=_FIELD, fill=f"url(#{scale[1]})")
        return "".join([*parts, hatched])
    field = (left + 6, floor, width - 12)
    beside = shape.reference.data if shape.reference else ()
    parts += [_line(run, "comparator") for run in _runs(beside, field, scale[0])]
    runs = _runs(panel.data, field, scale[0])
    parts += [_line(run, "focal") for run in runs]
    parts += [circle(*run[0], 3, "gm-dot gm-dot--focal") for run in runs if len(run) == 1]
    if last.shown:
        kind = "open" if last.provisional else "dot"
        parts.append(circle(*runs[-1][-1], 4, f"gm-{kind} gm-{kind}--focal"))
    return "".join(parts)


def _line(run: list[tuple[float, float]], role: str) -> str:
    return path(run, f"gm-line gm-line--{role}")


def _value(last: Datum, shape: Multiples) -> str:
    return last.short(shape.lang) if last.unit is Unit.PER_1000 else last.text(shape.lang)


def _runs(data: tuple[Datum, ...], field: Place, highest: float) -> list[list[tuple[float, float]]]:
    """The shown figures as points, broken where one is not shown."""
    left, floor, width = field
    step = width / max(len(data) - 1, 1)
    runs: list[list[tuple[float, float]]] = []
    joined = False
    for index, datum in enumerate(data):
        if datum.shown:
            point = (left + index * step, floor - max(datum.figure, 0.0) / highest * _FIELD)
            if joined:
                runs[-1].append(point)
            else:
                runs.append([point])
        joined = datum.shown
    return runs
