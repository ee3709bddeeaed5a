"""Shares by the size of the area, with the limits of chance around the reference: small areas may differ more."""

from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.datum import Datum
from graadmeter.charts.dots_words import AXIS
from graadmeter.charts.figure import Figure
from graadmeter.charts.funnel_drawing import draw
from graadmeter.charts.funnel_shape import Funnel, FunnelDot
from graadmeter.charts.numbers import DASH, bare, listing
from graadmeter.charts.scale import scale
from graadmeter.charts.table import FigureTable, Kind, TableCell, figure_cell
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.statistics.normal import CONFIDENCE_95, CONFIDENCE_998

__all__ = ["Funnel", "FunnelDot", "funnel_figure"]

_ALL = Text(
    "Voor hun grootte wijkt geen van de {n} meer af dan het toeval geeft",
    "For their size none of the {n} differs more than chance gives",
)
_SOME = Text("Ook gezien de grootte wijkt af: {names}", "Differing even for their size: {names}")
_MANY = Text("Ook gezien de grootte wijken {k} van de {n} af", "Even for their size {k} of the {n} differ")
_NAMED = 3
_WITHIN = Text(
    "Rond {name} ({value}) kan een gebied met {least} mensen door toeval tussen {low} en {high} uitkomen, een met "
    "{most} tussen {low_most} en {high_most}.",
    "Around {name} ({value}) an area of {least} people can come out between {low} and {high} by chance, one of {most} "
    "between {low_most} and {high_most}.",
)
_CLEARLY = Text(" Ver erbuiten (99,8 %): {names}.", " Far outside (99.8%): {names}.")
_HIDDEN = Text(" Niet getoond: {names}.", " Not shown: {names}.")
_BAND = Text(
    "Vlak: zo ver kan een gebied van die grootte door toeval afwijken (95 %); stippellijn: 99,8 %. Dicht punt: "
    "erbuiten. Van links naar rechts: {base}.",
    "Area: how far an area of that size can differ by chance (95%); dotted line: 99.8%. Filled point: outside. From "
    "left to right: {base}.",
)
_LIMITS = Text("grenzen van het toeval (95 %)", "limits of chance (95%)")
_PLACE = Text("ligt", "lies")
_WORDS = {
    2: Text("ver erboven", "far above"),
    1: Text("erboven", "above"),
    0: Text("erbinnen", "within"),
    -1: Text("eronder", "below"),
    -2: Text("ver eronder", "far below"),
}


def funnel_figure(funnel: Funnel) -> Figure:
    """The figure of a funnel; the largest area first in its table."""
    heading, words = _title(funnel), _sentence(funnel)
    wide, phone = pictures(funnel.id, heading, words, partial(draw, funnel))
    notes = [_BAND.within(funnel.lang).format(base=funnel.base_name)]
    low, high = funnel.span
    if scale(max(low, 0.0), high, 0.0, 1.0, most=4).low > 0:
        notes.append(AXIS.within(funnel.lang))
    return Figure(funnel.id, heading, funnel.subtitle, words, _table(funnel), wide, phone, tuple(notes))


def _title(funnel: Funnel) -> str:
    names = [dot.name for dot in funnel.dots if funnel.outside(dot, CONFIDENCE_95)]
    n, lang = len(funnel.dots), funnel.lang
    if not names:
        return _ALL.within(lang).format(n=n)
    if len(names) > _NAMED:
        return _MANY.within(lang).format(k=len(names), n=n)
    return _SOME.within(lang).format(names=listing(sorted(names), lang))


def _sentence(funnel: Funnel) -> str:
    lang, sizes = funnel.lang, [dot.base for dot in funnel.dots]
    ends = [
        _written(funnel, bound) for size in (min(sizes), max(sizes)) for bound in funnel.limits(size, CONFIDENCE_95)
    ]
    least, most = (bare(size, Unit.PERSONS, lang) for size in (min(sizes), max(sizes)))
    words = _WITHIN.within(lang).format(
        name=funnel.reference_name, value=funnel.reference.text(lang), least=least, most=most,
        low=ends[0], high=ends[1], low_most=ends[2], high_most=ends[3],
    )  # fmt: skip
    far = [dot.name for dot in funnel.dots if funnel.outside(dot, CONFIDENCE_998)]
    words += _CLEARLY.within(lang).format(names=listing(far, lang)) if far else ""
    return words + (_HIDDEN.within(lang).format(names=listing(list(funnel.hidden), lang)) if funnel.hidden else "")


def _written(funnel: Funnel, bound: float) -> str:
    return Datum(funnel.reference.unit, bound, CellStatus.VALUE).text(funnel.lang)


def _table(funnel: Funnel) -> FigureTable:
    lang = funnel.lang
    base = funnel.base_name.removeprefix("de ").removeprefix("the ")
    header = (funnel.dots_are, base, funnel.value_name, _LIMITS.within(lang), _PLACE.within(lang))
    ordered = sorted(funnel.dots, key=lambda dot: (-dot.base, dot.name))
    return FigureTable(funnel.subtitle, header, tuple(_row(funnel, dot) for dot in ordered))


def _row(funnel: Funnel, dot: FunnelDot) -> tuple[TableCell, ...]:
    lang, unit = funnel.lang, funnel.reference.unit
    low, high = (bare(bound, unit, lang) for bound in funnel.limits(dot.base, CONFIDENCE_95))
    way = funnel.outside(dot, CONFIDENCE_95) + funnel.outside(dot, CONFIDENCE_998)
    return (
        TableCell(dot.name),
        TableCell(bare(dot.base, Unit.PERSONS, lang), Kind.MARGIN),
        figure_cell(dot.datum, lang),
        TableCell(f"{low} {DASH} {high}", Kind.MARGIN),
        TableCell(_WORDS[way].within(lang)),
    )
