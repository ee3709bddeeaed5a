"""Draws a funnel: the area of chance around the reference, a point per area, names of those outside it."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.funnel_shape import Funnel, FunnelDot
from graadmeter.charts.numbers import bare, on_axis
from graadmeter.charts.scale import Scale, scale
from graadmeter.charts.svg import circle, line, path, text
from graadmeter.charts.text_width import text_width
from graadmeter.domain.indicators import Unit
from graadmeter.statistics.normal import CONFIDENCE_95, CONFIDENCE_998

_TOP, _FOOT = 32, 30
_WIDE_HEIGHT, _NARROW_HEIGHT = 260, 220

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a label."""


def draw(funnel: Funnel, canvas: Canvas, pattern: str) -> tuple[str, float]:  # noqa: ARG001  nothing hidden is drawn
    """The drawing and its height."""
    bottom = _TOP + (_NARROW_HEIGHT if canvas.narrow else _WIDE_HEIGHT)
    low, high = funnel.span
    y = scale(max(low, 0.0), high, bottom, _TOP, most=4)
    left = max(text_width(on_axis(tick, funnel.reference.unit, funnel.lang), canvas.small) for tick in y.ticks) + 14
    x = scale(0.0, funnel.widest * 1.06, left, canvas.width - 10, most=3 if canvas.narrow else 6)
    parts = [_grid(funnel, canvas, x, y), _band(funnel, x, y), _reference(funnel, canvas, x, y)]
    parts += [_dot(funnel, dot, x, y) for dot in funnel.dots]
    parts.append(_names(funnel, canvas, x, y))
    return "".join(parts), bottom + _FOOT


def _grid(funnel: Funnel, canvas: Canvas, x: Scale, y: Scale) -> str:
    parts = []
    for tick in y.ticks:
        label = on_axis(tick, funnel.reference.unit, funnel.lang)
        parts.append(line(x.start, y(tick), x.end, y(tick), "gm-grid"))
        parts.append(text(x.start - 8, y(tick) + 4.5, label, size=canvas.small, class_="gm-muted", anchor="end"))
    last = canvas.width
    for tick in x.ticks:
        label = bare(tick, Unit.PERSONS, funnel.lang)
        half = text_width(label, canvas.small) / 2
        middle = min(x(tick), last - half)
        parts.append(line(x(tick), y.start, x(tick), y.start + 5, "gm-axis"))
        parts.append(text(middle, y.start + 21, label, size=canvas.small, class_="gm-muted", anchor="middle"))
    return "".join(parts)


def _band(funnel: Funnel, x: Scale, y: Scale) -> str:
    """The 95 % limits as an area and the 99.8 % limits as dotted lines, both cut off at the field."""

    def place(base: float, value: float) -> tuple[float, float]:
        return x(min(base, x.high)), min(max(y(value), y.end), y.start)

    inner, outer = funnel.curve(CONFIDENCE_95), funnel.curve(CONFIDENCE_998)
    ground = [place(base, high) for base, _, high in inner] + [place(base, low) for base, low, _ in reversed(inner)]
    edges = [[place(base, low) for base, low, _ in outer], [place(base, high) for base, _, high in outer]]
    return path(ground, "gm-funnel", closed=True) + "".join(path(edge, "gm-funnel-edge") for edge in edges)


def _reference(funnel: Funnel, canvas: Canvas, x: Scale, y: Scale) -> str:
    at = y(funnel.reference.figure)
    unit = funnel.reference.unit
    value = (funnel.reference.short if unit is Unit.PER_1000 else funnel.reference.text)(funnel.lang)
    key = line(x.start, 10, x.start + 22, 10, "gm-reference")
    label = text(x.start + 30, 14.5, f"{funnel.reference_name} {value}", size=canvas.small, class_="gm-strong")
    return line(x.start, at, x.end, at, "gm-reference") + key + label


def _dot(funnel: Funnel, dot: FunnelDot, x: Scale, y: Scale) -> str:
    out = funnel.outside(dot, CONFIDENCE_95) != 0
    kind = "gm-dot gm-dot--focal" if out else "gm-open gm-open--comparator"
    return circle(x(dot.base), y(dot.datum.figure), 5.5, kind)


def _names(funnel: Funnel, canvas: Canvas, x: Scale, y: Scale) -> str:
    """The names of areas outside the limits; one that would touch a point or another name is left to the table."""
    taken = [_around(x(dot.base), y(dot.datum.figure)) for dot in funnel.dots]
    parts = []
    for dot in sorted(funnel.dots, key=lambda dot: -dot.base):
        if not funnel.outside(dot, CONFIDENCE_95):
            continue
        width = text_width(dot.name, canvas.small)
        middle, right = y(dot.datum.figure), x(dot.base) + 10
        starts = [start for start in (right, x(dot.base) - 10 - width) if x.start <= start <= canvas.width - width]
        boxes = [(start, middle - 9, start + width, middle + 9) for start in starts]
        free = next((box for box in boxes if not any(_touch(box, other) for other in taken)), None)
        if free is not None:
            taken.append(free)
            parts.append(text(free[0], middle + 4.5, dot.name, size=canvas.small, class_="gm-text gm-halo"))
    return "".join(parts)


def _around(x: float, y: float) -> Box:
    return (x - 7, y - 7, x + 7, y + 7)


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
