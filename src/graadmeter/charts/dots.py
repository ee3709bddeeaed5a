"""Areas compared with a reference: a row per area with its interval, a line for the reference. Not a league table."""

from dataclasses import replace
from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.datum import Datum
from graadmeter.charts.dots_drawing import draw
from graadmeter.charts.dots_shape import ALIKE, NATION, DotPlot, DotRow
from graadmeter.charts.dots_words import notes, sentence, title, verdict
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import DASH
from graadmeter.charts.table import FigureTable, TableCell, figure_cell, margin_cell
from graadmeter.domain.text import Lang, Text

__all__ = ["DotPlot", "DotRow", "by_value", "dots_figure", "dots_table"]

_MARGIN = Text("marge (95 %)", "margin (95%)")
_WAY = Text("richting in vijf jaar", "direction in five years")
_AGAINST = Text("vergeleken met {name}", "compared with {name}")


def dots_figure(plot: DotPlot) -> Figure:
    """The figure of a comparison, rows ordered by value with the hidden ones last."""
    ordered = replace(plot, rows=by_value(plot.rows))
    heading, words = title(ordered), sentence(ordered)
    wide, phone = pictures(ordered.id, heading, words, partial(draw, ordered))
    return Figure(plot.id, heading, plot.subtitle, words, dots_table(ordered), wide, phone, notes(ordered))


def by_value(rows: tuple[DotRow, ...]) -> tuple[DotRow, ...]:
    """The rows from the highest figure to the lowest, hidden ones last."""
    return tuple(sorted(rows, key=_order))


def _order(row: DotRow) -> tuple[bool, float, str]:
    return (not row.datum.shown, -row.datum.figure if row.datum.shown else 0.0, row.name)


def dots_table(plot: DotPlot) -> FigureTable:
    """The rows with their margin and what the release says of them; the reference and the nation last."""
    lang = plot.lang
    against = _AGAINST.fill(name=plot.reference_name).within(lang)
    header = [plot.rows_are.within(lang), plot.value_name, _MARGIN.within(lang), against]
    alike = any(row.alike is not None for row in plot.rows)
    ways = any(row.way for row in plot.rows)
    header += [ALIKE.within(lang)] * alike + [_WAY.within(lang)] * ways
    rows = [_row(plot, row) + _beside(plot, row, alike=alike, ways=ways) for row in plot.rows]
    for name, datum in ((plot.reference_name, plot.reference), (_nation(lang), plot.nation)):
        if datum is not None:
            cells = _row(plot, DotRow(name, datum))[:3]
            rows.append((*cells, *(TableCell(DASH),) * (len(header) - len(cells))))
    return FigureTable(plot.subtitle, tuple(header), tuple(rows))


def _nation(lang: Lang) -> str:
    return NATION.within(lang)


def _beside(plot: DotPlot, row: DotRow, *, alike: bool, ways: bool) -> tuple[TableCell, ...]:
    """The cells that only some releases have: the figure of municipalities of this size, and the direction."""
    size = figure_cell(row.alike, plot.lang) if row.alike is not None else TableCell(DASH)
    return (*((size,) if alike else ()), *((TableCell(row.way or DASH),) if ways else ()))


def _row(plot: DotPlot, row: DotRow) -> tuple[TableCell, ...]:
    figure: Datum = row.datum
    cells = (TableCell(row.name), figure_cell(figure, plot.lang), margin_cell(figure, plot.lang))
    marked = tuple(replace(cell, chosen=row.chosen) for cell in cells)
    return (*marked, TableCell(verdict(row, plot.reference, plot.lang), chosen=row.chosen))
