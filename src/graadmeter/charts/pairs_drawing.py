"""Draws paired amounts: two panels beside the names on a wide ground, two bars under each name on a phone."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.datum import Datum
from graadmeter.charts.pairs_shape import Pair, Pairs
from graadmeter.charts.svg import circle, line, rect, tag, text
from graadmeter.charts.text_width import text_width, wrapped

_THICK = 16
_LINE = 17
_MARK = 24
_HEAD = 30
_PANEL_GAP = 28
_MOST_NAME = 210


def draw(pairs: Pairs, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    return (_narrow if canvas.narrow else _wide)(pairs, canvas, pattern)


def _highest(pairs: Pairs) -> float:
    data = [datum for row in pairs.rows for datum in (row.first, row.second) if datum.shown]
    return max((datum.figure for datum in data), default=0.0) or 1.0


def _widest(pairs: Pairs, canvas: Canvas) -> float:
    data = [datum for row in pairs.rows for datum in (row.first, row.second)]
    return max(text_width(datum.text(pairs.lang), canvas.text, bold=True) for datum in data) + 10


def _wide(pairs: Pairs, canvas: Canvas, pattern: str) -> tuple[str, float]:
    marks = len(pairs.parts) * _MARK + (10 if pairs.parts else 0)
    names = min(max(text_width(row.name, canvas.text) for row in pairs.rows), _MOST_NAME)
    left = marks + names + 14
    panel = (canvas.width - left - _PANEL_GAP) / 2
    starts = (left, left + panel + _PANEL_GAP)
    factor = (panel - _widest(pairs, canvas)) / _highest(pairs)
    parts = [
        text(start, _HEAD - 12, name, size=canvas.small, class_="gm-strong")
        for start, name in zip(starts, pairs.names, strict=True)
    ]
    y = float(_HEAD)
    for row in pairs.rows:
        lines = wrapped(row.name, canvas.text, names + 2)
        height = max(canvas.row + 3, len(lines) * _LINE + 10)
        middle = y + height / 2
        parts.append(_marks(row, middle))
        first = middle + 5 - (len(lines) - 1) * _LINE / 2
        parts += [text(marks, first + at * _LINE, words, size=canvas.text) for at, words in enumerate(lines)]
        for which, (start, datum) in enumerate(zip(starts, (row.first, row.second), strict=True)):
            parts.append(_bar(pairs, datum, canvas, (start, middle, factor), which=which, pattern=pattern))
        y += height
    parts += [line(start, _HEAD - 2, start, y, "gm-axis") for start in starts]
    return "".join(parts), y + 4


def _narrow(pairs: Pairs, canvas: Canvas, pattern: str) -> tuple[str, float]:
    names = max(text_width(f" {name}", canvas.small) for name in pairs.names)
    factor = (canvas.width - _widest(pairs, canvas) - names - 4) / _highest(pairs)
    marks = len(pairs.parts) * _MARK + (8 if pairs.parts else 0)
    parts, y = [], 2.0
    for row in pairs.rows:
        lines = wrapped(row.name, canvas.text, canvas.width - marks)
        parts.append(_marks(row, y + 10))
        parts += [text(marks, y + 15 + at * _LINE, words, size=canvas.text) for at, words in enumerate(lines)]
        y += len(lines) * _LINE + 8
        for which, (datum, name) in enumerate(zip((row.first, row.second), pairs.names, strict=True)):
            parts.append(
                _bar(pairs, datum, canvas, (0.0, y + _THICK / 2, factor), which=which, pattern=pattern, name=name)
            )
            y += _THICK + 5
        y += 9
    return "".join(parts), y


def _marks(row: Pair, middle: float) -> str:
    inside = [at * _MARK + 9 for at, member in enumerate(row.members) if member]
    parts = [line(inside[0], middle, inside[-1], middle, "gm-link")] if len(inside) > 1 else []
    for at, member in enumerate(row.members):
        parts.append(circle(at * _MARK + 9, middle, 6, "gm-dot gm-dot--focal" if member else "gm-off"))
    return "".join(parts)


def _bar(
    pairs: Pairs,
    datum: Datum,
    canvas: Canvas,
    place: tuple[float, float, float],
    *,
    which: int,
    pattern: str,
    name: str = "",
) -> str:
    left, middle, factor = place
    top, words = middle - _THICK / 2, datum.text(pairs.lang)
    label = (f"{words} {name}" if datum.shown else f"{name} {words}").strip()
    if not datum.shown:
        hatched = tag("rect", x=left, y=top, width=44, height=_THICK, fill=f"url(#{pattern})")
        return hatched + text(left + 52, middle + 5, label, size=canvas.small, class_="gm-muted")
    length = max(datum.figure * factor, 1.5)
    kind = ("focal", "second")[which]
    mark = " gm-bar--provisional" if datum.provisional else ""
    bar = rect(left, top, length, _THICK, class_=f"gm-bar gm-bar--{kind}{mark}", radius=2)
    return bar + text(left + length + 7, middle + 5, label, size=canvas.small, class_="gm-text")
