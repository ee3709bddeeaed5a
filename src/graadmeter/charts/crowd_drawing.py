"""Draws how very many areas spread: columns of how many have a figure, the reference, and the chosen area."""

from collections import Counter
from collections.abc import Set as AbstractSet

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.dots_shape import NATION, DotPlot, DotRow
from graadmeter.charts.dots_words import axis_start
from graadmeter.charts.numbers import on_axis
from graadmeter.charts.scale import Scale, scale
from graadmeter.charts.svg import circle, line, rect, text
from graadmeter.charts.text_width import text_width

_HEAD = 46
_TALL = 150.0
_FOOT = 34
_ALSO = 20
_EDGE = 12.0
_COLUMNS = {True: 20, False: 40}
"""How many columns there are on a phone and on a wide screen."""
_MOST_EACH = 24.0
"""One area is at most so many pixels high."""


def draw(plot: DotPlot, near: AbstractSet[str], canvas: Canvas, pattern: str) -> tuple[str, float]:  # noqa: ARG001  every drawer takes the pattern
    """The drawing and its height; the same height however many areas there are."""
    shown = [row for row in plot.rows if row.datum.shown]
    bottom = _HEAD + _TALL
    x = _scale(plot, shown, canvas)
    parts = [_axis(plot, canvas, x, bottom), _columns(plot, shown, canvas, (x, bottom))]
    parts += [
        line(x(row.datum.figure), bottom + 3, x(row.datum.figure), bottom + 10, "gm-peer")
        for row in shown
        if row.name in near
    ]
    if plot.reference.shown:
        parts.append(_upright(plot.reference_name, plot.reference.text(plot.lang), x(plot.reference.figure), canvas))
    parts += [_chosen(plot, row, canvas, (x, bottom)) for row in shown if row.chosen]
    if plot.nation is not None and plot.nation.shown:
        parts.append(_nation(plot, canvas, x(plot.nation.figure), bottom))
    return "".join(parts), bottom + _FOOT + (_ALSO if plot.nation is not None else 0)


def _scale(plot: DotPlot, shown: list[DotRow], canvas: Canvas) -> Scale:
    values = [row.datum.figure for row in shown] + [
        datum.figure for datum in (plot.reference, plot.nation) if datum is not None and datum.shown
    ]
    low = min(values, default=0.0) if axis_start(plot) > 0 else 0.0
    return scale(low, max(values, default=1.0) or 1.0, _EDGE, canvas.width - _EDGE, most=4 if canvas.narrow else 8)


def _axis(plot: DotPlot, canvas: Canvas, x: Scale, bottom: float) -> str:
    parts = [line(x.start, bottom, x.end, bottom, "gm-axis")]
    for tick in x.ticks:
        label = on_axis(tick, plot.reference.unit, plot.lang)
        half = text_width(label, canvas.small) / 2
        middle = min(max(x(tick), half), canvas.width - half)
        parts.append(line(x(tick), _HEAD, x(tick), bottom, "gm-grid"))
        parts.append(text(middle, bottom + 26, label, size=canvas.small, class_="gm-muted", anchor="middle"))
    return "".join(parts)


def _columns(plot: DotPlot, shown: list[DotRow], canvas: Canvas, place: tuple[Scale, float]) -> str:
    """Columns from the axis up: those within chance, on them those that differ demonstrably."""
    x, bottom = place
    count = _COLUMNS[canvas.narrow]
    wide = (x.end - x.start) / count
    chance, differs = Counter[int](), Counter[int]()
    for row in shown:
        at = min(int((x(row.datum.figure) - x.start) / wide), count - 1)
        (differs if row.against(plot.reference) else chance)[at] += 1
    highest = max((chance[at] + differs[at] for at in range(count)), default=1) or 1
    each = min(_MOST_EACH, _TALL / highest)
    parts = []
    for at in sorted({*chance, *differs}):
        left, low = x.start + wide * at + 1, chance[at] * each
        if chance[at]:
            parts.append(rect(left, bottom - low, wide - 2, low, class_="gm-bar gm-bar--second"))
        if differs[at]:
            tall = differs[at] * each
            parts.append(rect(left, bottom - low - tall, wide - 2, tall, class_="gm-bar gm-bar--dark"))
    return "".join(parts)


def _upright(name: str, value: str, at: float, canvas: Canvas) -> str:
    """The reference: a line through the columns with its name on top."""
    label = f"{name} {value}"
    return line(at, _HEAD - 24, at, _HEAD + _TALL, "gm-reference") + text(
        _within(at, label, canvas), 14, label, size=canvas.small, class_="gm-strong", anchor="middle"
    )


def _chosen(plot: DotPlot, row: DotRow, canvas: Canvas, place: tuple[Scale, float]) -> str:
    x, bottom = place
    at = x(row.datum.figure)
    label = f"{row.name} {row.datum.text(plot.lang)}"
    shape = "dot" if row.against(plot.reference) else "open"
    return (
        line(at, _HEAD - 4, at, bottom, "gm-line gm-line--chosen")
        + circle(at, bottom, 6, f"gm-{shape} gm-{shape}--chosen")
        + text(
            _within(at, label, canvas),
            _HEAD - 10,
            label,
            size=canvas.small,
            class_="gm-chosen-text gm-halo",
            anchor="middle",
        )
    )


def _nation(plot: DotPlot, canvas: Canvas, at: float, bottom: float) -> str:
    label = f"{NATION.within(plot.lang)} {plot.nation.text(plot.lang) if plot.nation else ''}"
    return line(at, _HEAD, at, bottom + 12, "gm-also") + text(
        _within(at, label, canvas), bottom + 46, label, size=canvas.small, class_="gm-muted", anchor="middle"
    )


def _within(at: float, label: str, canvas: Canvas) -> float:
    """Where the middle of a label must be so that it does not run off."""
    half = text_width(label, canvas.small, bold=True) / 2
    return min(max(at, half), canvas.width - half)
