"""Amounts or shares as bars from nought, with name and value at each bar."""

from dataclasses import replace
from functools import partial

from graadmeter.charts.bars_drawing import draw
from graadmeter.charts.bars_shape import Bar, Bars
from graadmeter.charts.canvas import pictures
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import listing
from graadmeter.charts.table import FigureTable, TableCell, figure_cell
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text

__all__ = ["Bar", "Bars", "bars_figure"]

_MOST = Text("Het grootst: {name}, {value}", "Largest: {name}, {value}")
_HIGHEST = Text("Het hoogst: {name}, {value}", "Highest: {name}, {value}")
"""Prices, days and indexes are no sizes."""
_TIED = Text("Het grootst: {names}, elk {value}", "Largest: {names}, {value} each")
_TIED_HIGHEST = Text("Het hoogst: {names}, elk {value}", "Highest: {names}, {value} each")
_SINGLE = Text("{name}: {value}", "{name}: {value}")
_NONE = Text("Geen van deze cijfers kan worden getoond", "None of these figures can be shown")
_OVERLAP = Text(
    "Wie in meer rijen past, telt in elke rij mee; de rijen tellen dus op tot meer dan het totaal.",
    "Whoever fits several rows counts in each of them, so the rows add up to more than the total.",
)
_NAMED = 3
"""So many rows are named in the sentence when the rows have no order of their own."""
_REST = Text(". Daarna volgen nog {n} kleinere", ". Another {n} are smaller")
_MISSING = Text(" Niet getoond: {names}.", " Not shown: {names}.")
DASHED = Text(
    "Stippelrand: voorlopig, kan nog veranderen door late aanlevering.",
    "Dotted edge: provisional, late deliveries may still change it.",
)
_HIDDEN = Text("Gearceerd: {words}.", "Hatched: {words}.")


def bars_figure(bars: Bars) -> Figure:
    """The figure of a breakdown: largest first, unless the rows have an order of their own; hidden ones last."""
    rows = bars.rows if bars.ordered else tuple(sorted(bars.rows, key=_order))
    bars = replace(bars, rows=rows)
    heading, words = _title(bars), _sentence(bars)
    wide, phone = pictures(bars.id, heading, words, partial(draw, bars))
    return Figure(bars.id, heading, bars.subtitle, words, _table(bars), wide, phone, _notes(bars))


def _order(row: Bar) -> tuple[bool, float, str]:
    return (not row.datum.shown, -row.datum.figure if row.datum.shown else 0.0, row.name)


def _title(bars: Bars) -> str:
    shown = [row for row in bars.rows if row.datum.shown]
    if not shown:
        return _NONE.within(bars.lang)
    highest = max(row.datum.figure for row in shown)
    top = [row for row in shown if row.datum.figure == highest]
    value = f"{top[0].datum.text(bars.lang)} {bars.counted}".rstrip()
    if len(bars.rows) == 1:
        return _SINGLE.fill(name=top[0].name, value=value).within(bars.lang)
    size = top[0].datum.unit.is_count or top[0].datum.unit.is_share or top[0].datum.unit is Unit.EURO
    if len(top) == 1:
        return (_MOST if size else _HIGHEST).fill(name=top[0].name, value=value).within(bars.lang)
    return (
        (_TIED if size else _TIED_HIGHEST)
        .fill(names=listing([row.name for row in top], bars.lang), value=value)
        .within(bars.lang)
    )


def _sentence(bars: Bars) -> str:
    shown = [row for row in bars.rows if row.datum.shown]
    hidden = [row.name for row in bars.rows if not row.datum.shown]
    named = shown if bars.ordered or len(shown) <= _NAMED + 1 else shown[:_NAMED]
    words = "; ".join(f"{row.name}: {row.datum.text(bars.lang)}" for row in named)
    rest = _REST.fill(n=len(shown) - len(named)).within(bars.lang) if len(named) < len(shown) else ""
    missing = _MISSING.fill(names=listing(hidden, bars.lang)).within(bars.lang) if hidden else ""
    return f"{words[0].upper()}{words[1:]}{rest}.{missing}" if shown else missing.strip()


def _notes(bars: Bars) -> tuple[str, ...]:
    hidden = sorted({row.datum.text(bars.lang) for row in bars.rows if not row.datum.shown})
    found = [_HIDDEN.fill(words=words).within(bars.lang) for words in hidden]
    overlap = [_OVERLAP.within(bars.lang)] if bars.overlapping else []
    dashed = [DASHED.within(bars.lang)] if any(row.datum.shown and row.datum.provisional for row in bars.rows) else []
    return (*bars.remarks, *overlap, *dashed, *found)


def _table(bars: Bars) -> FigureTable:
    rows = tuple(
        (TableCell(row.name, chosen=row.chosen), replace(figure_cell(row.datum, bars.lang), chosen=row.chosen))
        for row in bars.rows
    )
    return FigureTable(bars.subtitle, (bars.rows_are, bars.value_name), rows)
