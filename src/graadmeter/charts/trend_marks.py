"""Draws what breaks a trend: hidden periods (hatched, with the reason) and changes in the counting."""

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.svg import line, path, tag, text
from graadmeter.charts.text_width import text_width
from graadmeter.charts.trend_plot import Plot
from graadmeter.charts.trend_shape import Series, Trend

_LINE = 18
"""From one line of words to the next."""


def hidden(trend: Trend, plot: Plot, canvas: Canvas, pattern: str) -> str:
    """The hidden periods of the main series; neighbours share one hatched area."""
    parts = []
    for first, last in _runs(trend.main):
        left, right = _span(plot, first, last)
        parts.append(
            tag("rect", x=left, y=plot.top, width=right - left, height=plot.bottom - plot.top, fill=f"url(#{pattern})")
        )
    for middle, _, words in _reasons(trend, plot, canvas):
        parts.append(
            text(middle, plot.bottom - 10, words, size=canvas.small, class_="gm-muted gm-halo", anchor="middle")
        )
    return "".join(parts)


def _span(plot: Plot, first: int, last: int) -> tuple[float, float]:
    """From where to where the area of these hidden periods reaches."""
    return max(plot.x[first] - plot.step / 2, plot.left - 4), min(plot.x[last] + plot.step / 2, plot.right + 4)


def _reasons(trend: Trend, plot: Plot, canvas: Canvas) -> list[tuple[float, float, str]]:
    """The middle, half the width and the words of each reason under a hatched area; none over another."""
    found, taken = [], 0.0
    for first, last in _runs(trend.main):
        left, right = _span(plot, first, last)
        words = trend.main.points[first].datum.text(trend.lang)
        half = text_width(words, canvas.small) / 2
        middle = min(max((left + right) / 2, plot.left + half), max(plot.right - half, plot.left + half))
        if middle - half >= taken:
            found.append((middle, half, words))
            taken = middle + half + 8
    return found


def _runs(series: Series) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, point in enumerate(series.points):
        if point.datum.shown:
            continue
        if runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def breaks(trend: Trend, plot: Plot, canvas: Canvas) -> str:
    """The changes in the counting, each a dotted upright with its reason, above the words of a hidden period."""
    parts, below = [], _reasons(trend, plot, canvas)
    for stop in trend.breaks:
        x = (plot.x[stop.before - 1] + plot.x[stop.before]) / 2
        width = text_width(stop.reason, canvas.small)
        after = x + 6 + width <= plot.right
        start = x + 6 if after else x - 6 - width
        over = any(start < middle + half and middle - half < start + width for middle, half, _ in below)
        parts.append(line(x, plot.top, x, plot.bottom, "gm-break"))
        parts.append(
            text(
                x + 6 if after else x - 6,
                plot.bottom - (8 + _LINE if over else 8),
                stop.reason,
                size=canvas.small,
                class_="gm-muted gm-halo",
                anchor=None if after else "end",
            )
        )
    return "".join(parts)


def estimates(series: Series, plot: Plot) -> str:
    """The estimated final figures: a diamond with its band as a dashed upright, beside the figure itself."""
    parts = []
    for index in series.estimates:
        told = series.points[index].estimate
        if told is None:
            continue
        x, y = plot.x[index], plot.y(told.figure)
        low, high = (plot.y(bound) for bound in told.bounds)
        parts.append(line(x, low, x, high, "gm-estimate-band"))
        parts += [line(x - 4, end, x + 4, end, "gm-estimate-end") for end in (low, high)]
        parts.append(path([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], "gm-estimate", closed=True))
    return "".join(parts)
