"""Draws a trend: grid, hidden periods, breaks, bands, lines, points and direct labels."""

from dataclasses import dataclass

from graadmeter.charts.canvas import Canvas
from graadmeter.charts.numbers import NBSP, on_axis
from graadmeter.charts.placing import spread, thinned
from graadmeter.charts.scale import Scale, scale
from graadmeter.charts.svg import circle, line, tag, text
from graadmeter.charts.text_width import text_width
from graadmeter.charts.trend_line import band_of, line_of
from graadmeter.charts.trend_shape import Role, Series, Trend
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text

_PROVISIONAL = Text("voorlopig", "provisional")
_BOTTOM = 28
_TOP = 16
_LEGEND = 26
_LABEL_GAP = 14
_WIDE_HEIGHT, _NARROW_HEIGHT = 250, 200


@dataclass(frozen=True, slots=True)
class Plot:
    """The inner field: its edges in pixels, the places of the periods and the scale of the values."""

    left: float
    right: float
    top: float
    bottom: float
    x: tuple[float, ...]
    y: Scale

    @property
    def step(self) -> float:
        """The distance between two periods."""
        return (self.right - self.left) / max(len(self.x) - 1, 1)


def draw(trend: Trend, canvas: Canvas, pattern: str) -> tuple[str, float]:
    """The drawing and its height."""
    plot = _plot(trend, canvas)
    order = sorted(trend.series, key=lambda series: series.role is not Role.COMPARATOR)
    parts = [
        _grid(trend, plot, canvas),
        _hidden(trend, plot, canvas, pattern),
        _breaks(trend, plot, canvas),
        *(band_of(series, plot.x, plot.y, trend.breaks) for series in order),
        *(line_of(series, plot.x, plot.y, trend.breaks) for series in order),
        _end_labels(trend, plot, canvas),
        _legend(trend, canvas) if canvas.narrow and len(trend.series) > 1 else "",
    ]
    return "".join(parts), plot.bottom + _BOTTOM


def _plot(trend: Trend, canvas: Canvas) -> Plot:
    highest = max(
        (point.datum.bounds[1] for series in trend.series for point in series.points if point.datum.shown), default=1.0
    )
    top = _TOP + (_LEGEND if canvas.narrow and len(trend.series) > 1 else 0)
    bottom = top + (_NARROW_HEIGHT if canvas.narrow else _WIDE_HEIGHT)
    y = scale(0.0, highest or 1.0, bottom, top, most=4)
    ticks = _tick_texts(trend, y)
    left = max(text_width(tick, canvas.small) for tick in ticks) + 10 + 6
    lines = [words for series in trend.series for words in _label(series, canvas, trend.lang)]
    labels = max((text_width(words, canvas.text, bold=True) for words in lines), default=0.0)
    right = canvas.width - labels - _LABEL_GAP
    count = max(len(trend.main.points), 2)
    places = tuple(left + index * (right - left) / (count - 1) for index in range(len(trend.main.points)))
    return Plot(left, right, top, bottom, places, y)


def _tick_texts(trend: Trend, y: Scale) -> list[str]:
    unit = trend.main.points[0].datum.unit
    texts = [on_axis(tick, unit, trend.lang) for tick in y.ticks]
    if unit is Unit.PERCENT:
        texts[-1] += f"{NBSP}%" if trend.lang is Lang.NL else "%"
    if unit is Unit.EURO:
        texts[-1] = f"€{NBSP}{texts[-1]}"
    return texts


def _grid(trend: Trend, plot: Plot, canvas: Canvas) -> str:
    parts = []
    for tick, label in zip(plot.y.ticks, _tick_texts(trend, plot.y), strict=True):
        y = plot.y(tick)
        parts.append(line(plot.left - 6, y, plot.right, y, "gm-axis" if tick == 0 else "gm-grid"))
        parts.append(text(plot.left - 12, y + 4.5, label, size=canvas.small, class_="gm-muted", anchor="end"))
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


def _hidden(trend: Trend, plot: Plot, canvas: Canvas, pattern: str) -> str:
    parts, taken = [], 0.0
    for first, last in _runs(trend.main):
        left = max(plot.x[first] - plot.step / 2, plot.left - 4)
        right = min(plot.x[last] + plot.step / 2, plot.right + 4)
        parts.append(
            tag("rect", x=left, y=plot.top, width=right - left, height=plot.bottom - plot.top, fill=f"url(#{pattern})")
        )
        words = trend.main.points[first].datum.text(trend.lang)
        half = text_width(words, canvas.small) / 2
        middle = min(max((left + right) / 2, plot.left + half), max(plot.right - half, plot.left + half))
        if middle - half >= taken:
            parts.append(
                text(middle, plot.bottom - 10, words, size=canvas.small, class_="gm-muted gm-halo", anchor="middle")
            )
            taken = middle + half + 8
    return "".join(parts)


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


def _breaks(trend: Trend, plot: Plot, canvas: Canvas) -> str:
    parts = []
    for stop in trend.breaks:
        x = (plot.x[stop.before - 1] + plot.x[stop.before]) / 2
        width = text_width(stop.reason, canvas.small)
        after = x + 6 + width <= plot.right
        parts.append(line(x, plot.top, x, plot.bottom, "gm-break"))
        parts.append(
            text(
                x + 6 if after else x - 6,
                plot.bottom - 8,
                stop.reason,
                size=canvas.small,
                class_="gm-muted gm-halo",
                anchor=None if after else "end",
            )
        )
    return "".join(parts)


def _label(series: Series, canvas: Canvas, lang: Lang) -> list[str]:
    """The lines of the label at the end of a series."""
    if not series.shown:
        return [] if canvas.narrow else [series.name]
    last = series.points[series.shown[-1]].datum
    value = last.text(lang)
    if last.unit is Unit.PER_1000:
        value = last.short(lang)
    lines = [value] if canvas.narrow else [f"{series.name} {value}"]
    return [*lines, _PROVISIONAL.within(lang)] if last.provisional else lines


def _end_labels(trend: Trend, plot: Plot, canvas: Canvas) -> str:
    shown = [series for series in trend.series if series.shown]
    blocks = [_label(series, canvas, trend.lang) for series in shown]
    height = 17 * max((len(block) for block in blocks), default=1) + 3
    wanted = [plot.y(series.points[series.shown[-1]].datum.figure) for series in shown]
    places = spread(wanted, height, plot.top, plot.bottom - height + 17)
    parts = []
    for series, block, place in zip(shown, blocks, places, strict=True):
        x = plot.right + _LABEL_GAP
        parts.append(text(x, place + 5, block[0], size=canvas.text, class_=f"gm-label gm-label--{series.role.value}"))
        parts += [text(x, place + 22, extra, size=canvas.small, class_="gm-muted") for extra in block[1:]]
    return "".join(parts)


def _legend(trend: Trend, canvas: Canvas) -> str:
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
