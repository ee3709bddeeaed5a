"""Draws bars: beside their names on a wide ground, under their names on a phone; what is below nought to the left."""

from dataclasses import dataclass

from graadmeter.charts.bars_shape import Bar, Bars
from graadmeter.charts.canvas import Canvas
from graadmeter.charts.svg import line, rect, tag, text
from graadmeter.charts.text_width import text_width, wrapped

_THICK = 17
_MOST_NAME = 250
_LINE = 18
_TOP = 7
_HATCHED = 56
"""Width of the mark of a figure that is hidden."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where bars stand: the end of the names, the line of nought, pixels to one, and whether any goes to the left."""

    left: float
    nought: float
    per: float
    both: bool


def draw(bars: Bars, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    ground = _ground(bars, canvas)
    left = ground.left
    parts, y = [], float(_TOP)
    for row in bars.rows:
        names = wrapped(row.name, canvas.text, canvas.width if canvas.narrow else left - 14)
        height = _height(names, canvas)
        middle = y + height - _THICK / 2 - 7 if canvas.narrow else y + height / 2
        parts.append(_names(names, canvas, left, y, row))
        parts.append(_bar(bars, row, canvas, (ground, middle), pattern))
        if canvas.narrow and ground.both:
            parts.append(
                line(ground.nought, middle - _THICK / 2 - 3, ground.nought, middle + _THICK / 2 + 3, "gm-axis")
            )
        y += height
    axis = line(ground.nought, _TOP, ground.nought, y, "gm-axis")
    return "".join(parts) + ("" if canvas.narrow else axis), y + 6


def _ground(bars: Bars, canvas: Canvas) -> _Ground:
    """Room for figures at the right of bars, and at their left too where one is below nought."""
    shown = [row.datum.figure for row in bars.rows if row.datum.shown]
    highest, lowest = max((0.0, *shown)), min((0.0, *shown))
    values = max(text_width(row.datum.text(bars.lang), canvas.text, bold=True) for row in bars.rows) + 10
    left = 0.0 if canvas.narrow else min(max(text_width(row.name, canvas.text) for row in bars.rows), _MOST_NAME) + 14
    before = values if lowest < 0 else 0.0
    hatched = _HATCHED if lowest < 0 and len(shown) < len(bars.rows) else 0.0
    per = (canvas.width - left - hatched - values - before) / ((highest - lowest) or 1.0)
    return _Ground(left, left + before - lowest * per, per, lowest < 0)


def _height(names: tuple[str, ...], canvas: Canvas) -> float:
    if canvas.narrow:
        return len(names) * _LINE + _THICK + 13
    return max(canvas.row, len(names) * _LINE + 10)


def _names(names: tuple[str, ...], canvas: Canvas, left: float, top: float, row: Bar) -> str:
    style = "gm-chosen-text" if row.chosen else "gm-text"
    if canvas.narrow:
        return "".join(
            text(0, top + 13 + index * _LINE, name, size=canvas.text, class_=style) for index, name in enumerate(names)
        )
    first = top + _height(names, canvas) / 2 + 5 - (len(names) - 1) * _LINE / 2
    return "".join(
        text(left - 12, first + index * _LINE, name, size=canvas.text, class_=style, anchor="end")
        for index, name in enumerate(names)
    )


def _bar(bars: Bars, row: Bar, canvas: Canvas, place: tuple[_Ground, float], pattern: str) -> str:
    ground, middle = place
    left, top = ground.nought, middle - _THICK / 2
    label = row.datum.text(bars.lang)
    if not row.datum.shown:
        hatched = tag("rect", x=left, y=top, width=_HATCHED, height=_THICK, fill=f"url(#{pattern})")
        return hatched + text(left + _HATCHED + 8, middle + 5, label, size=canvas.small, class_="gm-muted")
    kind = "chosen" if row.chosen else "focal"
    mark = " gm-bar--provisional" if row.datum.provisional else ""
    length = max(abs(row.datum.figure) * ground.per, 1.5)
    below = row.datum.figure < 0
    start = left - length if below else left
    bar = rect(start, top, length, _THICK, class_=f"gm-bar gm-bar--{kind}{mark}", radius=2)
    style = "gm-chosen-text" if row.chosen else "gm-strong"
    at, anchor = (start - 8, "end") if below else (start + length + 8, None)
    return bar + text(at, middle + 5, label, size=canvas.text, class_=style, anchor=anchor)
