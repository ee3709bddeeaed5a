"""Draws lifts: pairs in rows, a point each on an axis of doublings, the line of chance at 1."""

from math import ceil, floor, log2

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.lift_shape import Lift, Lifts
from graadmeter.charts.numbers import bare
from graadmeter.charts.placing import thinned
from graadmeter.charts.svg import circle, line, text
from graadmeter.charts.text_width import text_width, wrapped
from graadmeter.domain.text import Text

_LEFT_OUT = Text("… nog {n} ertussen", "… {n} more in between")
_HEAD, _FOOT, _LINE = 10, 28, 17
_MOST_NAME = 300
_ROOM = 14
_GAP = 8
"""Between two values of the axis."""


def draw(lifts: Lifts, canvas: Canvas, pattern: str) -> tuple[str, float]:  # noqa: ARG001  nothing hidden is drawn
    """The drawing and its height."""
    drawn_rows = [row for part in lifts.drawn for row in part]
    values = [row.datum.figure for row in drawn_rows]
    low, high = floor(min(0, log2(min(values)))), ceil(max(0, log2(max(values))))
    high += low == high
    names = max(text_width(row.name, canvas.text) for row in drawn_rows)
    left = _ROOM if canvas.narrow else min(names, _MOST_NAME) + 18
    widest = max(text_width(_value(row, lifts), canvas.text, bold=True) for row in drawn_rows)
    step = (canvas.width - widest - 14 - left) / (high - low)

    def x(value: float) -> float:
        return left + (log2(value) - low) * step

    rows, y = [], float(_HEAD)
    _, least = lifts.drawn
    for row in drawn_rows:
        if least and row is least[0]:
            rows.append(_between(lifts, canvas, left, y))
            y += canvas.row
        drawn, y = _row(lifts, row, canvas, (left, y, x(1), x(row.datum.figure)))
        rows.append(drawn)
    widths = [text_width(_label(2.0**power), canvas.small) for power in range(low, high + 1)]
    every = thinned(widths, step, _GAP)
    grid = [_tick(canvas, 2.0**power, (x(2.0**power), y), told=power % every == 0) for power in range(low, high + 1)]
    return "".join([*grid, *rows]), y + _FOOT


def _between(lifts: Lifts, canvas: Canvas, left: float, top: float) -> str:
    """Where pairs are left out, how many."""
    words = _LEFT_OUT.fill(n=lifts.between).within(lifts.lang)
    at, anchor = (0.0, None) if canvas.narrow else (left - 14, "end")
    return text(at, top + canvas.row / 2 + 5, words, size=canvas.small, class_="gm-muted gm-halo", anchor=anchor)


def _tick(canvas: Canvas, value: float, place: tuple[float, float], *, told: bool) -> str:
    """A line of the grid, and its value where there is room for it; 1 always has room."""
    x, bottom = place
    mark = line(x, _HEAD - 4, x, bottom, "gm-reference" if value == 1 else "gm-grid")
    label = text(x, bottom + 18, _label(value), size=canvas.small, class_="gm-muted", anchor="middle")
    return mark + (label if told else "")


def _label(value: float) -> str:
    return f"{value:g}" if value >= 1 else f"1/{1 / value:g}"


def _value(row: Lift, lifts: Lifts) -> str:
    return bare(row.datum.figure, row.datum.unit, lifts.lang)


def _row(lifts: Lifts, row: Lift, canvas: Canvas, place: tuple[float, float, float, float]) -> tuple[str, float]:
    """One pair, and where the next begins: the name before the field, on a phone above it."""
    left, top, one, at = place
    room = canvas.width if canvas.narrow else left - 14
    lines = wrapped(row.name, canvas.text, room)
    height = len(lines) * _LINE + (canvas.row if canvas.narrow else 12)
    middle = top + (len(lines) * _LINE + canvas.row / 2 if canvas.narrow else height / 2)
    first = top + 13 if canvas.narrow else middle + 5 - (len(lines) - 1) * _LINE / 2
    anchor, start = (None, 0.0) if canvas.narrow else ("end", left - 14)
    parts = [
        text(start, first + at_ * _LINE, words, size=canvas.text, class_="gm-text gm-halo", anchor=anchor)
        for at_, words in enumerate(lines)
    ]
    kind = "open" if row.datum.provisional else "dot"
    parts += [
        line(one, middle, at, middle, "gm-link"),
        circle(at, middle, 6, f"gm-{kind} gm-{kind}--focal"),
        text(canvas.width, middle + 5, _value(row, lifts), size=canvas.text, class_="gm-strong", anchor="end"),
    ]
    return "".join(parts), top + height
