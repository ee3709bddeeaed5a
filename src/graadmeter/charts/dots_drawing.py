"""Draws a comparison of areas: names, intervals, points and values in rows, the reference as a line."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.dots_shape import NATION, DotPlot, DotRow
from graadmeter.charts.dots_words import axis_start
from graadmeter.charts.numbers import on_axis
from graadmeter.charts.scale import Scale, scale
from graadmeter.charts.svg import circle, line, rect, tag, text
from graadmeter.charts.text_width import shortened, text_width

_HEAD = 30
_FOOT = 30
_ALSO = 20
"""Under the axis, for the name of the nation."""
_AIR = 0.06
"""So much of the span is left beside the outermost figures of a narrow scale."""
_MOST_NAME = 118
"""On a phone a name gets at most so many pixels."""


def draw(plot: DotPlot, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    bottom = _HEAD + canvas.row * len(plot.rows)
    x = _scale(plot, canvas)
    parts = [_axis(plot, canvas, x, bottom)]
    for index, row in enumerate(plot.rows):
        y = _HEAD + canvas.row * (index + 0.5)
        parts.append(_row(plot, row, canvas, (x, y), pattern))
    return "".join(parts), bottom + _FOOT + (_ALSO if plot.nation is not None else 0)


def _scale(plot: DotPlot, canvas: Canvas) -> Scale:
    names = max(text_width(row.name, canvas.text, bold=row.chosen) for row in plot.rows)
    left = (min(names, _MOST_NAME) if canvas.narrow else names) + 18
    beside = [row for row in plot.rows if row.datum.shown or not canvas.narrow] or plot.rows
    values = max(text_width(_value(plot, row), canvas.text, bold=True) for row in beside)
    data = [datum for datum in (plot.reference, *(row.datum for row in plot.rows), *plot.others) if datum.shown]
    high = max((datum.bounds[1] for datum in data), default=1.0)
    ends = (axis_start(plot), high or 1.0, left, canvas.width - values - 14)
    return _close(scale(*ends, most=3), *ends) if canvas.narrow else scale(*ends, most=6)


def _close(whole: Scale, low: float, high: float, start: float, end: float) -> Scale:
    """The scale from the lowest figure to the highest, with those of its labels that lie between.

    Where there is little room, round ends would leave half of it empty, and bars no longer than their points are wide.
    """
    air = (high - low) * _AIR
    first, last = (low - air if low else low), high + air
    ticks = tuple(tick for tick in whole.ticks if first <= tick <= last)
    return Scale(first, last, start, end, ticks) if len(ticks) > 1 else whole


def _value(plot: DotPlot, row: DotRow) -> str:
    return (
        row.datum.text(plot.lang)
        if row.datum.shown and not row.datum.unit.value.startswith("per")
        else row.datum.short(plot.lang)
    )


def _axis(plot: DotPlot, canvas: Canvas, x: Scale, bottom: float) -> str:
    unit = plot.reference.unit
    parts = []
    for tick in x.ticks:
        label = on_axis(tick, unit, plot.lang)
        parts.append(line(x(tick), _HEAD - 4, x(tick), bottom, "gm-grid"))
        parts.append(text(x(tick), bottom + 20, label, size=canvas.small, class_="gm-muted", anchor="middle"))
    if plot.reference.shown:
        at = x(plot.reference.figure)
        label = f"{plot.reference_name} {_value(plot, DotRow(plot.reference_name, plot.reference))}"
        half = text_width(label, canvas.small, bold=True) / 2
        middle = min(max(at, half), canvas.width - half)
        parts.append(line(at, _HEAD - 8, at, bottom, "gm-reference"))
        parts.append(text(middle, _HEAD - 14, label, size=canvas.small, class_="gm-strong", anchor="middle"))
    if plot.nation is not None and plot.nation.shown:
        at = x(plot.nation.figure)
        label = f"{NATION.within(plot.lang)} {_value(plot, DotRow('', plot.nation))}"
        half = text_width(label, canvas.small) / 2
        middle = min(max(at, half), canvas.width - half)
        parts.append(line(at, _HEAD - 4, at, bottom + 6, "gm-also"))
        parts.append(text(middle, bottom + 40, label, size=canvas.small, class_="gm-muted", anchor="middle"))
    return "".join(parts)


def _row(plot: DotPlot, row: DotRow, canvas: Canvas, place: tuple[Scale, float], pattern: str) -> str:
    x, y = place
    bold = "gm-chosen-text" if row.chosen else "gm-text"
    name = shortened(row.name, canvas.text, x.start - 16) if canvas.narrow else row.name
    parts = [
        text(x.start - 14, y + 5, name, size=canvas.text, class_=bold, anchor="end"),
        line(x.start, y, x.end, y, "gm-grid"),
    ]
    if not row.datum.shown:
        parts.append(tag("rect", x=x.start, y=y - 7, width=x.end - x.start, height=14, fill=f"url(#{pattern})"))
        parts.append(_reason(plot, row, canvas, place))
        return "".join(parts)
    kind = _kind(plot, row)
    low, high = (x(bound) for bound in row.datum.bounds)
    if row.datum.has_interval:
        parts.append(rect(low, y - 3.5, high - low, 7, class_=f"gm-interval gm-interval--{kind}", radius=3.5))
    if row.alike is not None and row.alike.shown:
        parts.append(line(x(row.alike.figure), y - 9, x(row.alike.figure), y + 9, "gm-also"))
    shape = "dot" if row.against(plot.reference) else "open"
    role = "chosen" if row.chosen else ("focal" if shape == "dot" else "comparator")
    parts.append(circle(x(row.datum.figure), y, 6, f"gm-{shape} gm-{shape}--{role}"))
    parts.append(text(canvas.width, y + 5, _value(plot, row), size=canvas.text, class_=bold, anchor="end"))
    return "".join(parts)


def _reason(plot: DotPlot, row: DotRow, canvas: Canvas, place: tuple[Scale, float]) -> str:
    """Why a figure is not shown: beside the field, on a phone within it, so that the field keeps its room."""
    x, y = place
    words = _value(plot, row)
    if canvas.narrow:
        return text((x.start + x.end) / 2, y + 5, words, size=canvas.small, class_="gm-muted gm-halo", anchor="middle")
    return text(canvas.width, y + 5, words, size=canvas.small, class_="gm-muted", anchor="end")


def _kind(plot: DotPlot, row: DotRow) -> str:
    if row.chosen:
        return "chosen"
    return "differs" if row.against(plot.reference) else "chance"
