"""A spine chart: one area on many subjects, each against the reference and among all areas. Not a league table."""

from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import DASH
from graadmeter.charts.spine_drawing import draw
from graadmeter.charts.spine_shape import MUNICIPALITIES, WIJKEN, Among, Spine, SpineRow
from graadmeter.charts.spine_words import notes, sentence, title
from graadmeter.charts.standing_marks import judged_words
from graadmeter.charts.table import FigureTable, TableCell, figure_cell, margin_cell
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text

__all__ = ["MUNICIPALITIES", "WIJKEN", "Among", "Spine", "SpineRow", "spine_figure"]

_SUBJECT = Text("cijfer", "figure")
_MARGIN = Text("marge (95 %)", "margin (95%)")
_AGAINST = Text("vergeleken met {name}", "compared with {name}")


def spine_figure(spine: Spine) -> Figure:
    """The figure of the rows that can be drawn; raises ValueError for a row whose figures are not shown."""
    heading, words = title(spine), sentence(spine)
    wide, phone = pictures(spine.id, heading, words, partial(draw, spine))
    return Figure(spine.id, heading, spine.subtitle, words, _table(spine), wide, phone, notes(spine))


def _table(spine: Spine) -> FigureTable:
    lang = spine.lang
    against = _AGAINST.fill(name=spine.reference_name)
    ends = (spine.among.lowest.within(lang), spine.among.highest.within(lang))
    header = (_SUBJECT.within(lang), spine.area_name, _MARGIN.within(lang), spine.reference_name, *ends)
    return FigureTable(spine.subtitle, (*header, against.within(lang)), tuple(_cells(spine, row) for row in spine.rows))


def _cells(spine: Spine, row: SpineRow) -> tuple[TableCell, ...]:
    lang = spine.lang
    ends = row.spread[:: len(row.spread) - 1] if len(row.spread) > 1 else ()
    spread = [figure_cell(Datum(row.own.unit, value, CellStatus.VALUE), lang) for value in ends]
    return (
        TableCell(f"{row.name}, {row.unit}"),
        figure_cell(row.own, lang),
        margin_cell(row.own, lang),
        figure_cell(row.reference, lang),
        *(spread or (TableCell(DASH), TableCell(DASH))),
        TableCell(judged_words(row.standing, row.polarity, lang)),
    )
