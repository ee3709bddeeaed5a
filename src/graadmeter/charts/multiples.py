"""Small multiples: a little development per area on one scale, so that shapes can be compared."""

from dataclasses import dataclass
from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.charts.multiples_drawing import draw
from graadmeter.charts.multiples_shape import Multiples, Panel
from graadmeter.charts.numbers import listing
from graadmeter.charts.table import FigureTable, TableCell, figure_cell
from graadmeter.charts.trend_words import moved
from graadmeter.domain.text import Text

__all__ = ["Multiples", "Panel", "multiples_figure"]

_ROSE = Text("gestegen in {names}", "risen in {names}")
_FELL = Text("gedaald in {names}", "fallen in {names}")
_BETWEEN = Text("Tussen {start} en {last} aantoonbaar {ways}", "Demonstrably {ways} between {start} and {last}")
_NOWHERE = Text(
    "Nergens een aantoonbare verandering tussen {start} en {last}",
    "No demonstrable change anywhere between {start} and {last}",
)
_NOWHERE_SEEN = Text(
    "Voor zover te zien nergens een aantoonbare verandering tussen {start} en {last}",
    "As far as can be seen no demonstrable change anywhere between {start} and {last}",
)
_UNTESTED = Text("Het verloop per {kind}, {start} tot en met {last}", "The course by {kind}, {start} to {last}")
_NAMED = 3
_MANY = Text("{n} {things}", "{n} {things}")
_LAST = Text("In {last}: {figures}.", "In {last}: {figures}.")
_HIDDEN = Text(" Niet getoond: {names}.", " Not shown: {names}.")
_SCALE = Text(
    "Alle vakken hebben dezelfde schaal, vanaf nul. Gestreepte lijn: {name}. Open punt: voorlopig.",
    "All panels have the same scale, from nought. Dashed line: {name}. Open point: provisional.",
)
_ALONE = Text(
    "Alle vakken hebben dezelfde schaal, vanaf nul. Open punt: voorlopig.",
    "All panels have the same scale, from nought. Open point: provisional.",
)
_OWN = Text(
    "Elk vak heeft zijn eigen schaal, vanaf nul: vergelijk de vorm, niet de hoogte. Open punt: voorlopig.",
    "Every panel has its own scale, from nought: compare shapes, not heights. Open point: provisional.",
)
_HATCHED = Text("Gearceerd: in geen enkele periode getoond.", "Hatched: not shown for any period.")


@dataclass(frozen=True, slots=True)
class _Moved:
    """Names of areas that demonstrably rose and fell, and whether any could be tested."""

    rose: list[str]
    fell: list[str]
    tested: bool
    all: bool
    """Whether every area could be tested."""


def multiples_figure(shape: Multiples) -> Figure:
    """The figure of developments side by side, in the given order of areas."""
    heading, words = _title(shape), _sentence(shape)
    wide, phone = pictures(shape.id, heading, words, partial(draw, shape))
    return Figure(shape.id, heading, shape.subtitle, words, _table(shape), wide, phone, _notes(shape))


def _moved(shape: Multiples) -> _Moved:
    ends = [(panel.name, panel.data[0], panel.data[-1]) for panel in shape.panels]
    known = [(name, first, last) for name, first, last in ends if first.has_interval and last.has_interval]
    ways = {name: moved(last, first) for name, first, last in known}
    return _Moved(
        [one for one in ways if ways[one] > 0],
        [one for one in ways if ways[one] < 0],
        bool(known),
        len(known) == len(ends),
    )


def _title(shape: Multiples) -> str:
    found, lang = _moved(shape), shape.lang
    words = {"start": shape.phrases[0], "last": shape.phrases[-1]}
    if not found.tested:
        return _UNTESTED.within(lang).format(kind=shape.panels_are, start=shape.labels[0], last=shape.labels[-1])
    ways = [
        template.within(lang).format(names=_names(names, shape))
        for template, names in ((_ROSE, found.rose), (_FELL, found.fell))
        if names
    ]
    if not ways:
        return (_NOWHERE if found.all else _NOWHERE_SEEN).within(lang).format(**words)
    return _BETWEEN.within(lang).format(ways=listing(ways, lang), **words)


def _names(names: list[str], shape: Multiples) -> str:
    if len(names) <= _NAMED:
        return listing(names, shape.lang)
    return _MANY.within(shape.lang).format(n=len(names), things=shape.things)


def _sentence(shape: Multiples) -> str:
    lang = shape.lang
    shown: list[tuple[str, Datum]] = [(panel.name, panel.data[-1]) for panel in shape.panels]
    figures = ", ".join(f"{name} {datum.text(lang)}" for name, datum in shown if datum.shown)
    hidden = [name for name, datum in shown if not datum.shown]
    words = _LAST.within(lang).format(last=shape.phrases[-1], figures=figures) if figures else ""
    return (words + (_HIDDEN.within(lang).format(names=listing(hidden, lang)) if hidden else "")).strip()


def _notes(shape: Multiples) -> tuple[str, ...]:
    empty = any(not any(datum.shown for datum in panel.data) for panel in shape.panels)
    scale = _OWN if shape.own_scale else _ALONE
    words = (_SCALE.fill(name=shape.reference.name) if shape.reference else scale).within(shape.lang)
    return (words, _HATCHED.within(shape.lang)) if empty else (words,)


def _table(shape: Multiples) -> FigureTable:
    rows = tuple(
        (TableCell(panel.name), *(figure_cell(datum, shape.lang) for datum in panel.data))
        for panel in (*shape.panels, *([shape.reference] if shape.reference else []))
    )
    return FigureTable(shape.subtitle, (shape.panels_are, *shape.labels), rows)
