"""How areas compare in the last year: municipalities with the region, wijken with their municipality, the map."""

from collections.abc import Sequence

from graadmeter.charts.area_map import AreaMap, MapArea, map_figure
from graadmeter.charts.bars import Bar, Bars, bars_figure
from graadmeter.charts.dots import DotPlot, DotRow, dots_figure
from graadmeter.charts.figure import Figure
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label
from graadmeter.site.ui_words import UNIT_WORDS, municipality_of

_MUNICIPALITY = Text("gemeente", "municipality")
_WIJK = Text("wijk", "neighbourhood")
_SUBTITLE = Text("{title}, {unit}, per {kind}, {period}", "{title}, {unit}, by {kind}, {period}")
_SIZE = Text(
    "Een aantal zegt vooral hoe groot de {kind} is: vergelijk gebieden niet op aantallen.",
    "A number mostly tells how large the {kind} is: do not compare areas on numbers.",
)


def municipalities(context: Context) -> Figure | None:
    """All municipalities against the region; as plain numbers when the indicator has no share."""
    region = context.published.region
    return _compared(context, "gemeenten", (region, region.name), context.published.municipalities, _MUNICIPALITY)


def wijken(context: Context) -> Figure | None:
    """The wijken of the chosen municipality against that municipality."""
    if context.chosen is None or Level.WIJK not in context.subject.definition.levels:
        return None
    reference = (context.chosen, municipality_of(context.chosen.name, context.lang))
    return _compared(context, "wijken", reference, context.published.wijken(context.chosen.code), _WIJK)


def area_map(context: Context) -> Figure | None:
    """The municipalities by place; only for shares, since numbers would draw the size of places."""
    if not context.subject.comparable or not context.subject.latest:
        return None
    areas = tuple(
        MapArea(
            area.code,
            area.name,
            area.tile,
            context.subject.datum(context.subject.main, area, context.subject.latest),
            chosen=area == context.chosen,
        )
        for area in context.published.municipalities
    )
    year = period_label(context.subject.latest, context.lang)
    return map_figure(AreaMap("kaart", _subtitle(context, _MUNICIPALITY), areas, year, context.lang, context.outlines))


def _compared(
    context: Context, name: str, reference: tuple[Area, str], areas: Sequence[Area], kind: Text
) -> Figure | None:
    subject = context.subject
    if not subject.latest or not areas:
        return None
    rows = [(area, subject.datum(subject.main, area, subject.latest)) for area in areas]
    year = period_label(subject.latest, context.lang)
    if subject.comparable:
        own = subject.datum(subject.main, reference[0], subject.latest)
        dots = tuple(DotRow(area.name, datum, area == context.chosen) for area, datum in rows)
        plot = DotPlot(name, _subtitle(context, kind), reference[1], own, dots, year, context.lang, kind)
        return dots_figure(plot)
    bars = Bars(
        name,
        _subtitle(context, kind),
        tuple(Bar(area.name, datum, area == context.chosen) for area, datum in rows),
        context.say(kind),
        year,
        context.lang,
        counted="" if subject.main.unit.value == "euro" else context.say(UNIT_WORDS[subject.main.unit.value]),
        remarks=(context.say(_SIZE).format(kind=context.say(kind)),),
    )
    return bars_figure(bars)


def _subtitle(context: Context, kind: Text) -> str:
    return context.say(_SUBTITLE).format(
        title=context.series_title(context.subject.main),
        unit=context.unit_words(context.subject.main),
        kind=context.say(kind),
        period=period_label(context.subject.latest, context.lang),
    )
