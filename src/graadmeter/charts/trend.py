"""A development over time: one or more lines with their interval, provisional points, hidden periods and breaks."""

from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.figure import Figure
from graadmeter.charts.table import FigureTable, TableCell, figure_cell, margin_cell
from graadmeter.charts.trend_drawing import draw
from graadmeter.charts.trend_shape import Break, Point, Role, Series, Trend
from graadmeter.charts.trend_words import notes, sentence, title
from graadmeter.domain.text import Text

__all__ = ["Break", "Point", "Role", "Series", "Trend", "trend_figure"]

_PERIOD = Text("periode", "period")
_MARGIN = Text("marge (95 %)", "margin (95%)")


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
    rows = []
    for index, point in enumerate(main.points):
        cells = [TableCell(point.label), figure_cell(point.datum, lang)]
        if margins:
            cells.append(margin_cell(point.datum, lang))
        rows.append((*cells, *(figure_cell(series.points[index].datum, lang) for series in others)))
    return FigureTable(trend.subtitle, (*header, *(series.name for series in others)), tuple(rows))
