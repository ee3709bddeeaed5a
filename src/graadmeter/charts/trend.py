"""A development over time: one or more lines with their interval, provisional points, hidden periods and breaks."""

from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import DASH, written
from graadmeter.charts.table import FigureTable, Kind, TableCell, figure_cell, margin_cell
from graadmeter.charts.trend_drawing import draw
from graadmeter.charts.trend_goals import goal_words
from graadmeter.charts.trend_shape import Break, Goal, Point, Role, Series, Trend
from graadmeter.charts.trend_words import notes, sentence, title
from graadmeter.domain.text import Lang, Text

__all__ = ["Break", "Goal", "Point", "Role", "Series", "Trend", "trend_figure"]

_PERIOD = Text("periode", "period")
_MARGIN = Text("marge (95 %)", "margin (95%)")
_ESTIMATE = Text("schatting van het eindcijfer (95 %)", "estimate of the final figure (95%)")
_FURTHER = Text("{label} (nader voorlopig)", "{label} (further provisional)")


def trend_figure(trend: Trend) -> Figure:
    """The figure of a development. The first series is the subject of its title and sentence."""
    heading, words = title(trend), sentence(trend)
    wide, phone = pictures(trend.id, heading, words, partial(draw, trend))
    return Figure(trend.id, heading, trend.subtitle, words, _table(trend), wide, phone, notes(trend))


def _table(trend: Trend) -> FigureTable:
    main, *others = trend.series
    lang = trend.lang
    margins = any(point.datum.has_interval for point in main.points)
    header = [_PERIOD.within(lang), main.name, *([_MARGIN.within(lang)] if margins else [])]
    header += [_ESTIMATE.within(lang)] if main.estimates else []
    header += [goal_words(goal, trend) for goal in trend.goals]
    rows = []
    for index, point in enumerate(main.points):
        label = _FURTHER.fill(label=point.label).within(lang) if point.further else point.label
        cells = [TableCell(label), figure_cell(point.datum, lang)]
        if margins:
            cells.append(margin_cell(point.datum, lang))
        if main.estimates:
            cells.append(_estimate_cell(point, lang))
        cells += [_goal_cell(goal, point, lang) for goal in trend.goals]
        rows.append((*cells, *(figure_cell(series.points[index].datum, lang) for series in others)))
    return FigureTable(trend.subtitle, (*header, *(series.name for series in others)), tuple(rows))


def _goal_cell(goal: Goal, point: Point, lang: Lang) -> TableCell:
    return TableCell(written(goal.value, point.datum.unit, lang), Kind.NUMBER, value=goal.value)


def _estimate_cell(point: Point, lang: Lang) -> TableCell:
    if point.estimate is None:
        return TableCell(DASH)
    margin = margin_cell(point.estimate, lang).text
    return TableCell(f"{point.estimate.text(lang)} ({margin})", Kind.MARGIN)
