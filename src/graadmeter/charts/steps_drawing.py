"""Draws steps: whole figures as bars from nought, and between them a bar from the figure before to the one after."""

from collections.abc import Sequence
from dataclasses import dataclass

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.svg import line, rect, text
from graadmeter.charts.text_width import text_width, wrapped

_THICK = 17
_MOST_NAME = 230
_LINE = 18
_TOP = 7
_LEAST = 2.0
"""A step of a few people on a scale of thousands is still to be seen."""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: its name, where it begins and ends, and what stands beside it."""

    name: str
    span: tuple[float, float]
    label: str
    whole: bool = False


def draw(rows: Sequence[Row], canvas: Canvas, _pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    highest = max(max(row.span) for row in rows) or 1.0
    values = max(text_width(row.label, canvas.text, bold=row.whole) for row in rows) + 10
    left = 0.0 if canvas.narrow else min(max(text_width(row.name, canvas.text) for row in rows), _MOST_NAME) + 14
    scale = (canvas.width - left - values) / highest
    parts, y, above = [], float(_TOP), 0.0
    for row in rows:
        names = wrapped(row.name, canvas.text, canvas.width if canvas.narrow else left - 14)
        height = _height(names, canvas)
        middle = y + height - _THICK / 2 - 7 if canvas.narrow else y + height / 2
        parts.append(_names(names, canvas, (left, y, height), whole=row.whole))
        begin, end = (left + one * scale for one in row.span)
        if above and not row.whole:
            parts.append(line(begin, above, begin, middle - _THICK / 2, "gm-grid"))
        parts.append(_bar(row, canvas, (min(begin, end), middle, abs(end - begin))))
        above, y = middle + _THICK / 2, y + height
    axis = line(left, _TOP, left, y, "gm-axis")
    return "".join(parts) + ("" if canvas.narrow else axis), y + 6


def _height(names: Sequence[str], canvas: Canvas) -> float:
    if canvas.narrow:
        return len(names) * _LINE + _THICK + 13
    return max(canvas.row, len(names) * _LINE + 10)


def _names(names: Sequence[str], canvas: Canvas, place: tuple[float, float, float], *, whole: bool) -> str:
    left, top, height = place
    style = "gm-strong" if whole else "gm-text"
    first = top + 13 if canvas.narrow else top + height / 2 + 5 - (len(names) - 1) * _LINE / 2
    x, anchor = (0.0, None) if canvas.narrow else (left - 12, "end")
    return "".join(
        text(x, first + at * _LINE, name, size=canvas.text, class_=style, anchor=anchor)
        for at, name in enumerate(names)
    )


def _bar(row: Row, canvas: Canvas, place: tuple[float, float, float]) -> str:
    left, middle, length = place
    kind = "focal" if row.whole else "second" if row.span[1] >= row.span[0] else "dark"
    width = max(length, _LEAST)
    bar = rect(left, middle - _THICK / 2, width, _THICK, class_=f"gm-bar gm-bar--{kind}", radius=2)
    style = "gm-strong" if row.whole else "gm-text"
    return bar + text(left + width + 8, middle + 5, row.label, size=canvas.text, class_=style)
