"""Names the lines of a trend: at their ends, and on a phone with a key above the field."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.placing import spread
from graadmeter.charts.svg import circle, line, text
from graadmeter.charts.text_width import text_width
from graadmeter.charts.trend_plot import Plot
from graadmeter.charts.trend_shape import Role, Series, Trend
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text

_PROVISIONAL = Text("voorlopig", "provisional")
LABEL_GAP = 14
"""Between the last point and its label."""


def label(series: Series, canvas: Canvas, lang: Lang) -> list[str]:
    """The text at the end of a series: its value, on a wide ground with its name, and what a reader must know of it.

    That is its period where the newest is not shown, as the text stands beside that one; and that it is provisional.
    """
    if not series.shown:
        return [] if canvas.narrow else [series.name]
    point = series.points[series.shown[-1]]
    last = point.datum
    value = last.text(lang)
    if last.unit is Unit.PER_1000:
        value = last.short(lang)
    lines = [value] if canvas.narrow else [f"{series.name} {value}"]
    beside = [] if point is series.points[-1] else [point.label]
    beside += [_PROVISIONAL.within(lang)] if last.provisional else []
    if canvas.narrow:
        return [*lines, *beside]
    return [*lines, ", ".join(beside)] if beside else lines


def label_width(series: Series, canvas: Canvas, lang: Lang) -> float:
    """The room, in pixels, that the text at the end of a series takes."""
    first, *rest = label(series, canvas, lang) or [""]
    return max(text_width(first, canvas.text, bold=True), *(text_width(words, canvas.small) for words in rest), 0.0)


def end_labels(trend: Trend, plot: Plot, canvas: Canvas) -> str:
    """The labels at the ends of the lines, moved apart where they would overlap."""
    shown = [series for series in trend.series if series.shown]
    blocks = [label(series, canvas, trend.lang) for series in shown]
    height = 17 * max((len(block) for block in blocks), default=1) + 3
    wanted = [plot.y(series.points[series.shown[-1]].datum.figure) for series in shown]
    places = spread(wanted, height, plot.top, plot.bottom - height + 17)
    parts = []
    for series, block, place in zip(shown, blocks, places, strict=True):
        x = plot.right + LABEL_GAP
        parts.append(text(x, place + 5, block[0], size=canvas.text, class_=f"gm-label gm-label--{series.role.value}"))
        for at, extra in enumerate(block[1:], start=1):
            parts.append(text(x, place + 5 + 17 * at, extra, size=canvas.small, class_="gm-muted"))
    return "".join(parts)


def key(trend: Trend, canvas: Canvas) -> str:
    """The key for a phone, where names do not fit at the ends."""
    parts, x = [], 0.0
    for series in trend.series:
        parts.append(line(x, 10, x + 20, 10, f"gm-line gm-line--{series.role.value}"))
        parts.append(
            circle(x + 10, 10, 3.5, f"gm-dot gm-dot--{series.role.value}") if series.role is not Role.COMPARATOR else ""
        )
        parts.append(
            text(x + 26, 14.5, series.name, size=canvas.small, class_=f"gm-label gm-label--{series.role.value}")
        )
        x += 26 + text_width(series.name, canvas.small, bold=True) + 18
    return "".join(parts)
