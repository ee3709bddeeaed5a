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
from graadmeter.domain.text import Lang, Text

__all__ = ["Bar", "Bars", "bars_figure"]

_MOST = Text("{way}: {names}, {value}", "{way}: {names}, {value}")
_EACH = Text("{way}: {names}, elk {value}", "{way}: {names}, {value} each")
_WAYS = {
    (True, False): Text("Het grootst", "Largest"),
    (False, False): Text("Het hoogst", "Highest"),
    (True, True): Text("Van wat er staat het grootst", "Largest of what is shown"),
    (False, True): Text("Van wat er staat het hoogst", "Highest of what is shown"),
}
_NOUGHT = Text("Overal nul", "Nought everywhere")
_NOUGHT_SHOWN = Text(
    "Wat er staat, is nul; de rest is niet te zien", "What is shown is nought; the rest cannot be seen"
)
_NOUGHT_ROUNDED = Text("Afgerond is alles nul", "All is nought after rounding")
_SINGLE = Text("{name}: {value}", "{name}: {value}")
_NONE = Text("Geen van deze cijfers kan worden getoond", "None of these figures can be shown")
_OVERLAP = Text(
    "Wie in meer rijen past, telt in elke rij mee; de rijen tellen dus op tot meer dan het totaal.",
    "Whoever fits several rows counts in each of them, so the rows add up to more than the total.",
)
_NAMED = 3
"""So many rows are named in the sentence when the rows have no order of their own."""
_REST = Text(". Daarna volgen nog {n} kleinere", ". Another {n} are smaller")
_REST_LOWER = Text(
    ". Daarna volgen nog {n} lagere; het laagst is {name}, {value}",
    ". Another {n} are lower; lowest is {name}, {value}",
)
_MORE = Text(". Daarbij nog {n} andere", ". And {n} others")
_NOUGHTS = Text(". De andere {n} zijn nul", ". The other {n} are nought")
_NOUGHTS_ROUNDED = Text(". De andere {n} zijn afgerond nul", ". The other {n} are nought after rounding")
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
    """What is largest; where rows are hidden, of those that are shown, since a hidden one may be larger."""
    shown = [row for row in bars.rows if row.datum.shown]
    if not shown:
        return _NONE.within(bars.lang)
    partly = len(shown) < len(bars.rows)
    highest = max(row.datum.figure for row in shown)
    top = [row for row in shown if row.datum.figure == highest]
    value = f"{top[0].datum.text(bars.lang)} {bars.counted}".rstrip()
    if len(bars.rows) == 1:
        return _SINGLE.fill(name=top[0].name, value=value).within(bars.lang)
    if highest == 0 and all(row.datum.figure == 0 for row in shown):
        if shown[0].datum.rounded:
            return _NOUGHT_ROUNDED.within(bars.lang)
        return (_NOUGHT_SHOWN if partly else _NOUGHT).within(bars.lang)
    names = listing([row.name for row in top], bars.lang)
    template = (_MOST, _EACH)[len(top) > 1].within(bars.lang)
    return template.format(way=_way(top[0].datum.unit, partly=partly).within(bars.lang), names=names, value=value)


def _way(unit: Unit, *, partly: bool) -> Text:
    """Largest for amounts and shares, highest for prices, days and indexes, which are no sizes."""
    size = unit.is_count or unit.is_share or unit is Unit.EURO
    return _WAYS[size, partly]


def _sentence(bars: Bars) -> str:
    shown = [row for row in bars.rows if row.datum.shown]
    hidden = [row.name for row in bars.rows if not row.datum.shown]
    some = [row for row in shown if row.datum.figure > 0] or shown
    named = shown if bars.ordered or len(shown) <= _NAMED + 1 else some[:_NAMED]
    words = "; ".join(f"{row.name}: {row.datum.text(bars.lang)}" for row in named)
    rest = _rest([row for row in shown if row not in named], named, bars.lang).within(bars.lang)
    missing = _MISSING.fill(names=listing(hidden, bars.lang)).within(bars.lang) if hidden else ""
    return f"{words[0].upper()}{words[1:]}{rest}.{missing}" if shown else missing.strip()


def _rest(others: list[Bar], named: list[Bar], lang: Lang) -> Text:
    """How many rows follow those named; they are called smaller only when they are, and lower below nought."""
    if not others:
        return Text("", "")
    if not any(row.datum.figure for row in others) and any(row.datum.figure for row in named):
        return (_NOUGHTS_ROUNDED if others[0].datum.rounded else _NOUGHTS).fill(n=len(others))
    smaller = max(row.datum.figure for row in others) < min(row.datum.figure for row in named)
    last = min(others, key=lambda row: (row.datum.figure, row.name))
    if smaller and last.datum.figure < 0:
        return _REST_LOWER.fill(n=len(others), name=last.name, value=last.datum.text(lang))
    return (_REST if smaller else _MORE).fill(n=len(others))


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
