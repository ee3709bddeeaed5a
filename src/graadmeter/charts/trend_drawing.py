"""Draws a trend: grid, hidden periods, breaks, bands, lines, points and direct labels."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.numbers import NBSP, on_axis
from graadmeter.charts.placing import thinned
from graadmeter.charts.scale import Scale, scale
from graadmeter.charts.svg import line, text
from graadmeter.charts.text_width import text_width
from graadmeter.charts.trend_goals import goals
from graadmeter.charts.trend_labels import LABEL_GAP, end_labels, key, label_width
from graadmeter.charts.trend_line import band_of, line_of
from graadmeter.charts.trend_marks import breaks, estimates, hidden
from graadmeter.charts.trend_plot import Plot
from graadmeter.charts.trend_shape import Role, Trend
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang

_BOTTOM = 28
_TOP = 16
_LEGEND = 26
_WIDE_HEIGHT, _NARROW_HEIGHT = 250, 200


def draw(trend: Trend, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    plot = _plot(trend, canvas)
    order = sorted(trend.series, key=lambda series: series.role is not Role.COMPARATOR)
    parts = [
        _grid(trend, plot, canvas),
        hidden(trend, plot, canvas, pattern),
        breaks(trend, plot, canvas),
        *(band_of(series, plot.x, plot.y, trend.breaks) for series in order),
        *(line_of(series, plot.x, plot.y, trend.breaks) for series in order),
        goals(trend, plot, canvas),
        estimates(trend.main, plot),
        end_labels(trend, plot, canvas),
        key(trend, canvas) if canvas.narrow and len(trend.series) > 1 else "",
    ]
    return "".join(parts), plot.bottom + _BOTTOM


def _plot(trend: Trend, canvas: Canvas) -> Plot:
    tops = [point.datum.bounds[1] for series in trend.series for point in series.points if point.datum.shown]
    tops += [point.estimate.bounds[1] for point in trend.main.points if point.estimate is not None]
    tops += [goal.value for goal in trend.goals]
    highest = max(tops, default=1.0)
    lowest = min(
        (point.datum.bounds[0] for series in trend.series for point in series.points if point.datum.shown), default=0.0
    )
    top = _TOP + (_LEGEND if canvas.narrow and len(trend.series) > 1 else 0)
    bottom = top + (_NARROW_HEIGHT if canvas.narrow else _WIDE_HEIGHT)
    y = scale(min(lowest, 0.0), max(highest, 0.0) or float(lowest >= 0), bottom, top, most=4)
    ticks = _tick_texts(trend, y)
    left = max(text_width(tick, canvas.small) for tick in ticks) + 10 + 6
    right = canvas.width - max(label_width(series, canvas, trend.lang) for series in trend.series) - LABEL_GAP
    count = max(len(trend.main.points), 2)
    places = tuple(left + index * (right - left) / (count - 1) for index in range(len(trend.main.points)))
    return Plot(left, right, top, bottom, places, y)


def _tick_texts(trend: Trend, y: Scale) -> list[str]:
    unit = trend.main.points[0].datum.unit
    texts = [on_axis(tick, unit, trend.lang) for tick in y.ticks]
    if unit is Unit.PERCENT:
        texts[-1] += f"{NBSP}%" if trend.lang is Lang.NL else "%"
    if unit.is_money:
        texts[-1] = f"€{NBSP}{texts[-1]}"
    return texts


def _grid(trend: Trend, plot: Plot, canvas: Canvas) -> str:
    parts = []
    for tick, words in zip(plot.y.ticks, _tick_texts(trend, plot.y), strict=True):
        y = plot.y(tick)
        parts.append(line(plot.left - 6, y, plot.right, y, "gm-axis" if tick == 0 else "gm-grid"))
        parts.append(text(plot.left - 12, y + 4.5, words, size=canvas.small, class_="gm-muted", anchor="end"))
    labelled = [index for index, point in enumerate(trend.main.points) if point.tick]
    if labelled:
        distance = (plot.x[labelled[-1]] - plot.x[labelled[0]]) / max(len(labelled) - 1, 1)
        widths = [text_width(trend.main.points[index].tick, canvas.small) for index in labelled]
        for index in labelled[:: -thinned(widths, distance or 1.0, 10)]:
            tick_text = trend.main.points[index].tick
            x = min(plot.x[index], canvas.width - text_width(tick_text, canvas.small) / 2)
            parts.append(text(x, plot.bottom + 21, tick_text, size=canvas.small, class_="gm-muted", anchor="middle"))
            parts.append(line(plot.x[index], plot.bottom, plot.x[index], plot.bottom + 5, "gm-axis"))
    return "".join(parts)
