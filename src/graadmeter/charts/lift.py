"""Which two go together more often than by chance, and which less: a point per pair around the line of chance."""

from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.figure import Figure
from graadmeter.charts.lift_drawing import draw
from graadmeter.charts.lift_shape import Lift, Lifts
from graadmeter.charts.table import FigureTable, TableCell, figure_cell
from graadmeter.domain.text import Text

__all__ = ["Lift", "Lifts", "lift_figure"]

_MOST = Text("{Name} gaan {value} keer zo vaak samen als bij toeval", "{Name}: {value} times as often as by chance")
_LESS = Text("Geen twee soorten gaan vaker samen dan bij toeval", "No two kinds go together more often than by chance")
_NONE = Text("Geen van deze cijfers kan worden getoond", "None of these figures can be shown")
_ABOVE = Text("Vaker dan bij toeval: {rows}.", "More often than by chance: {rows}.")
_BELOW = Text(" Minder vaak dan bij toeval: {rows}.", " Less often than by chance: {rows}.")
_NEVER = Text(" Combinaties die bij niemand voorkomen: {n}.", " Pairs that occur with nobody: {n}.")
_HIDDEN = Text(
    " Afgeschermd: {n} van de {all} combinaties, omdat te weinig mensen beide hebben, of omdat een klein getal ermee "
    "uit te rekenen is.",
    " Hidden: {n} of the {all} pairs, since too few people have both, or since a small number could be worked out from "
    "them.",
)
_TIMES = Text("keer zo vaak als bij toeval, {period}", "times as often as by chance, {period}")
_CHANCE = Text(
    "Lijn bij 1: even vaak als bij toeval. De as telt in verdubbelingen: van 1 naar 2 is even ver als van 1 naar "
    "een half.",
    "Line at 1: as often as by chance. The axis counts in doublings: from 1 to 2 is as far as from 1 to a half.",
)
_MARGIN = Text(
    "Er is geen marge bij: hoe minder mensen beide hebben, hoe meer toeval er in het cijfer zit. Samengaan is "
    "geen oorzaak.",
    "There is no margin: the fewer people have both, the more chance there is in the figure. Going together "
    "is no cause.",
)
_ENDS = Text(
    "Het plaatje toont wat het meest en het minst samengaat, de tabel alles.",
    "The picture shows what goes together most and least, the table everything.",
)
_OPEN = Text("Open punt: voorlopig.", "Open point: provisional.")
_NAMED = 3


def lift_figure(lifts: Lifts) -> Figure:
    """The figure of pairs, the most telling first."""
    heading, words = _title(lifts), _sentence(lifts)
    wide, phone = pictures(lifts.id, heading, words, partial(draw, lifts)) if lifts.shown else ("", "")
    return Figure(lifts.id, heading, lifts.subtitle, words, _table(lifts), wide, phone, _notes(lifts))


def _title(lifts: Lifts) -> str:
    if not lifts.shown:
        return _NONE.within(lifts.lang)
    top = lifts.shown[0]
    if top.datum.figure <= 1:
        return _LESS.within(lifts.lang)
    return _MOST.within(lifts.lang).format(Name=top.name[0].upper() + top.name[1:], value=top.datum.text(lifts.lang))


def _sentence(lifts: Lifts) -> str:
    above = [row for row in lifts.shown if row.datum.figure > 1][:_NAMED]
    below = [row for row in reversed(lifts.shown) if row.datum.figure < 1][:_NAMED]
    words = ""
    for template, rows in ((_ABOVE, above), (_BELOW, below)):
        if rows:
            told = "; ".join(f"{row.name} {row.datum.text(lifts.lang)}" for row in rows)
            words += template.within(lifts.lang).format(rows=told)
    for template, n in ((_NEVER, lifts.never), (_HIDDEN, lifts.hidden)):
        words += template.within(lifts.lang).format(n=n, all=len(lifts.rows)) if n else ""
    return words.strip()


def _notes(lifts: Lifts) -> tuple[str, ...]:
    if not lifts.shown:
        return ()
    ends = [_ENDS] if lifts.between else []
    found = [*ends, _CHANCE, _MARGIN, *([_OPEN] if any(row.datum.provisional for row in lifts.shown) else [])]
    return tuple(note.within(lifts.lang) for note in found)


def _table(lifts: Lifts) -> FigureTable:
    header = (lifts.rows_are, _TIMES.within(lifts.lang).format(period=lifts.period))
    nought = [row for row in lifts.rows if row.datum.shown and row.datum.figure == 0]
    rows = tuple((TableCell(row.name), figure_cell(row.datum, lifts.lang)) for row in (*lifts.shown, *nought))
    return FigureTable(lifts.subtitle, header, rows)
