"""Draws one series of a trend: its band, its line and points; what is provisional is dotted and open."""

from collections.abc import Sequence

from graadmeter.charts.scale import Scale
from graadmeter.charts.svg import circle, path
from graadmeter.charts.trend_shape import Break, Role, Series

_ALL_POINTS = 12
"""Up to so many periods every point gets its dot."""
_ALONE = 8
"""Half the width of the band of a point that no line joins to another."""


def band_of(series: Series, x: Sequence[float], y: Scale, breaks: tuple[Break, ...]) -> str:
    """The interval of the series as an area; a series for comparison gets none."""
    if series.role is Role.COMPARATOR:
        return ""
    return "".join(_band(series, run, x, y) for run in _runs(series, {stop.before for stop in breaks}))


def line_of(series: Series, x: Sequence[float], y: Scale, breaks: tuple[Break, ...]) -> str:
    """The line with its points, broken at hidden periods and at breaks in the counting."""
    strokes = "".join(_strokes(series, run, x, y) for run in _runs(series, {stop.before for stop in breaks}))
    return strokes if series.role is Role.COMPARATOR else strokes + _dots(series, x, y)


def _runs(series: Series, stops: set[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in series.shown:
        if runs and runs[-1][-1] == index - 1 and index not in stops:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _band(series: Series, run: list[int], x: Sequence[float], y: Scale) -> str:
    known = [index for index in run if series.points[index].datum.has_interval]
    if not known:
        return ""
    above = [(x[index], y(series.points[index].datum.bounds[1])) for index in known]
    below = [(x[index], y(series.points[index].datum.bounds[0])) for index in known]
    if len(known) == 1:
        above, below = _widened(above[0]), _widened(below[0])
    return path([*above, *reversed(below)], f"gm-band gm-band--{series.role.value}", closed=True)


def _widened(end: tuple[float, float]) -> list[tuple[float, float]]:
    """An end of the band of a point by itself: a little wider than its dot."""
    return [(end[0] - _ALONE, end[1]), (end[0] + _ALONE, end[1])]


def _strokes(series: Series, run: list[int], x: Sequence[float], y: Scale) -> str:
    places = [(x[index], y(series.points[index].datum.figure)) for index in run]
    certain = next((at for at, index in enumerate(run) if series.points[index].datum.provisional), len(run))
    name = f"gm-line gm-line--{series.role.value}"
    final = path(places[:certain], name)
    if certain == len(run):
        return final
    return final + path(places[max(certain - 1, 0) :], f"{name} gm-line--provisional")


def _dots(series: Series, x: Sequence[float], y: Scale) -> str:
    few = len(series.points) <= _ALL_POINTS
    alone = {run[0] for run in _runs(series, set()) if len(run) == 1}
    parts = []
    for index in series.shown:
        datum = series.points[index].datum
        point = series.points[index]
        if few or datum.provisional or index == series.shown[-1] or index in alone:
            kind = "open" if datum.provisional or point.further else "dot"
            parts.append(circle(x[index], y(datum.figure), 4.5, f"gm-{kind} gm-{kind}--{series.role.value}"))
    return "".join(parts)
