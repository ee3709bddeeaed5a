"""Two amounts per row from nought, for rows that may be combinations of parts (UpSet-like)."""

from functools import partial

from graadmeter.charts.bars import DASHED
from graadmeter.charts.canvas import pictures
from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import DASH, listing
from graadmeter.charts.pairs_drawing import draw
from graadmeter.charts.pairs_shape import Pair, Pairs
from graadmeter.charts.table import FigureTable, TableCell, figure_cell
from graadmeter.domain.text import Lang, Text

__all__ = ["Pair", "Pairs", "pairs_figure"]

_MOST = Text("{top}: {value} {unit}, de grootste groep", "{top}: {value} {unit}, the largest group")
_NAMED = 3
_LARGEST = Text("Het meest bij {unit}: {rows}.", "Most {unit}: {rows}.")
_MISSING = Text(" Niet getoond bij {unit}: {rows}.", " Not shown for {unit}: {rows}.")
_NONE = Text("Geen van deze cijfers kan worden getoond", "None of these figures can be shown")
_MOST_SHOWN = Text(
    "{top}: {value} {unit}, van wat er staat de grootste groep", "{top}: {value} {unit}, the largest group shown"
)
_COMBINED_SHOWN = Text(
    "Van de combinaties die er staan komt {name} het meest voor: {value} {unit}",
    "The most frequent combination shown is {name}: {value} {unit}",
)
_COMBINED = Text(
    "Van de combinaties komt {name} het meest voor: {value} {unit}",
    "The most frequent combination is {name}: {value} {unit}",
)
_YES = Text("ja", "yes")
_DOTS = Text("Dichte stip: hoort bij de combinatie.", "Filled dot: part of the combination.")
_HATCHED = Text("Gearceerd: {words}.", "Hatched: {words}.")


def pairs_figure(pairs: Pairs) -> Figure:
    """The figure of paired amounts, rows in the given order."""
    heading, words = _title(pairs), _sentence(pairs)
    wide, phone = pictures(pairs.id, heading, words, partial(draw, pairs))
    return Figure(pairs.id, heading, pairs.subtitle, words, _table(pairs), wide, phone, _notes(pairs))


def _title(pairs: Pairs) -> str:
    combined = [row for row in pairs.rows if sum(row.members) > 1 and row.first.shown]
    shown = combined or [row for row in pairs.rows if row.first.shown]
    if not shown:
        return _NONE.within(pairs.lang)
    top = max(shown, key=lambda row: row.first.figure)
    partly = any(not row.first.shown for row in pairs.rows if sum(row.members) > 1 or not combined)
    whole = (_COMBINED, _COMBINED_SHOWN) if combined else (_MOST, _MOST_SHOWN)
    template = whole[partly]
    return template.fill(name=top.name, top=top.name, value=top.first.text(pairs.lang), unit=pairs.names[0]).within(
        pairs.lang
    )


def _sentence(pairs: Pairs) -> str:
    """The three largest rows in each of the two counts, and what is not shown."""
    counts = (
        (pairs.names[0], [(row.name, row.first) for row in pairs.rows]),
        (pairs.names[1], [(row.name, row.second) for row in pairs.rows]),
    )
    return " ".join(_of_count(unit, rows, pairs.lang) for unit, rows in counts)


def _of_count(unit: str, rows: list[tuple[str, Datum]], lang: Lang) -> str:
    shown = sorted((row for row in rows if row[1].shown), key=lambda row: -row[1].figure)
    hidden = [name for name, datum in rows if not datum.shown]
    largest = [f"{name} {datum.text(lang)}" for name, datum in shown[:_NAMED]]
    words = _LARGEST.fill(unit=unit, rows=listing(largest, lang)).within(lang) if shown else ""
    missing = _MISSING.fill(unit=unit, rows=listing(hidden, lang)).within(lang) if hidden else ""
    return f"{words}{missing}".strip()


def _notes(pairs: Pairs) -> tuple[str, ...]:
    data = [datum for row in pairs.rows for datum in (row.first, row.second)]
    hidden = sorted({datum.text(pairs.lang) for datum in data if not datum.shown})
    found = [_DOTS] if pairs.parts else []
    if any(datum.shown and datum.provisional for datum in data):
        found.append(DASHED)
    return tuple(note.within(pairs.lang) for note in (*found, *(_HATCHED.fill(words=words) for words in hidden)))


def _table(pairs: Pairs) -> FigureTable:
    rows = tuple(
        (
            TableCell(row.name),
            *(TableCell(_YES.within(pairs.lang) if member else DASH) for member in row.members),
            figure_cell(row.first, pairs.lang),
            figure_cell(row.second, pairs.lang),
        )
        for row in pairs.rows
    )
    return FigureTable(pairs.subtitle, (pairs.rows_are, *pairs.parts, *pairs.names), rows)
