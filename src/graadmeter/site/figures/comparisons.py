"""How areas compare in the last year: municipalities with the region, wijken with their municipality, the map."""

from collections.abc import Sequence
from dataclasses import replace

from graadmeter.charts.area_map import AreaMap, MapArea, map_figure
from graadmeter.charts.bars import Bar, Bars, bars_figure
from graadmeter.charts.crowd import crowd_figure
from graadmeter.charts.datum import Datum
from graadmeter.charts.dots import DotPlot, DotRow, dots_figure
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import listing
from graadmeter.charts.outlines import Outlines
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.comparison import Comparator
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.many import many, near
from graadmeter.site.merged import wijken_and_groups
from graadmeter.site.period_words import period_label, period_phrase
from graadmeter.site.published import TOGETHER, Series
from graadmeter.site.standings import Said
from graadmeter.site.ui_words import municipality_of

_MUNICIPALITY = Text("gemeente", "municipality")
_WIJK = Text("wijk", "neighbourhood")
_SUBTITLE = Text("{title}, {unit}, per {kind}, {period}", "{title}, {unit}, by {kind}, {period}")
_REGION_ONLY = Text(
    "Dit cijfer bestaat alleen voor heel {region}, niet per gemeente.",
    "This figure exists for all of {region} only, not by municipality.",
)
_FEWEST = 2
"""Fewer figures are no comparison."""
_NONE_SHOWN = Text(
    "Van geen enkele {kind} staat dit cijfer er over {period}: {reasons}.",
    "This figure is not given for any {kind} for {period}: {reasons}.",
)
_ONE_SHOWN = Text(
    "Over {period} staat dit cijfer er van maar één {kind}: {name}, {value}. De andere: {reasons}.",
    "For {period} this figure is given for one {kind} only: {name}, {value}. The others: {reasons}.",
)
_NO_MARGIN = Text(
    "Voor dit soort cijfer is geen marge bepaald: of een {kind} echt verschilt, is niet te zeggen.",
    "No margin is given for this kind of figure: whether a {kind} really differs cannot be told.",
)
_OWN_TEN = Text(
    "Elke {kind} heeft haar eigen tien grootste: vergelijk die niet met elkaar.",
    "Every {kind} has its own ten largest: do not compare these with each other.",
)
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
    areas = wijken_and_groups(context.subject, context.chosen.code, context.lang)
    return _compared(context, "wijken", reference, areas, _WIJK)


def area_map(context: Context) -> Figure | None:
    """The municipalities by place; only for shares, since numbers would draw the size of places."""
    if not context.subject.comparable or not context.subject.latest:
        return None
    drawn = context.borders.towns if context.borders else None
    if many(context.published.municipalities) and (context.chosen is not None or not _every(context, drawn)):
        return None
    if len(_shown(context, context.published.municipalities)) < 2:  # noqa: PLR2004  a map compares two at least
        return None
    areas = tuple(
        MapArea(
            area.code,
            area.name,
            area.tile,
            context.subject.now(area),
            chosen=area == context.chosen,
        )
        for area in context.published.municipalities
    )
    year = period_label(context.subject.latest, context.lang)
    return map_figure(AreaMap("kaart", _subtitle(context, _MUNICIPALITY), areas, year, context.lang, drawn))


def _every(context: Context, drawn: Outlines | None) -> bool:
    """Whether the borders of every municipality are known; so many tiles could not be read."""
    return drawn is not None and all(area.code in drawn.areas["wide"] for area in context.published.municipalities)


def wijk_map(context: Context) -> Figure | None:
    """The wijken of the chosen municipality by place, where the borders of all of them are known."""
    subject, chosen = context.subject, context.chosen
    if (
        chosen is None
        or context.borders is None
        or Level.WIJK not in subject.definition.levels
        or not subject.comparable
    ):
        return None
    wijken = context.published.wijken(chosen.code)
    drawn = context.borders.of_wijken([wijk.code for wijk in wijken])
    if drawn is None or len(_shown(context, wijken)) < _FEWEST:
        return None
    areas = tuple(MapArea(wijk.code, wijk.name, wijk.tile, subject.now(wijk)) for wijk in wijken)
    year = period_label(subject.latest, context.lang)
    return map_figure(AreaMap("kaart-wijken", _subtitle(context, _WIJK), areas, year, context.lang, drawn, _WIJK))


def _compared(
    context: Context, name: str, reference: tuple[Area, str], areas: Sequence[Area], kind: Text
) -> Figure | None:
    subject = context.subject
    level = Level.WIJK if kind is _WIJK else Level.MUNICIPALITY
    if not subject.latest or not areas or not _given(context, level):
        return None
    rows = [(area, subject.now(area)) for area in areas]
    if sum(datum.shown for _, datum in rows) < _FEWEST:
        return None
    if subject.comparable:
        return _beside(context, name, reference, rows, kind)
    return _sizes(context, name, rows, kind)


Rows = Sequence[tuple[Area, Datum]]


def _beside(context: Context, name: str, reference: tuple[Area, str], rows: Rows, kind: Text) -> Figure:
    """A row for each area; of very many how they spread, with all of them in the table of the region's page only."""
    subject, year = context.subject, period_label(context.subject.latest, context.lang)
    dots = _dots(context, reference[0], rows)
    nation = _of_others(context, reference[0], Comparator.NATION)
    own = subject.now(reference[0])
    plot = DotPlot(name, _subtitle(context, kind), reference[1], own, dots, year, context.lang, kind, nation)
    if not many(rows):
        return dots_figure(plot)
    names = [area.name for area in near(context.published, context.chosen)]
    return crowd_figure(plot, names, whole=context.chosen is None or kind is _WIJK)


def _dots(context: Context, reference: Area, rows: Rows) -> tuple[DotRow, ...]:
    """The areas against the reference, the chosen one marked; all but the mark is worked out once."""
    known, key = context.subject.beside, f"{context.lang}/{reference.code}"
    if key not in known:
        known[key] = [(area, _dot(context, area, datum, reference)) for area, datum in rows]
    return tuple(replace(row, chosen=True) if area == context.chosen else row for area, row in known[key])


def _sizes(context: Context, name: str, rows: Rows, kind: Text) -> Figure | None:
    """Numbers, which tell how large areas are; of very many on the region's page only, as a table."""
    if many(rows) and context.chosen is not None and kind is _MUNICIPALITY:
        return None
    subject = context.subject
    bars = Bars(
        name,
        _subtitle(context, kind),
        tuple(Bar(area.name, datum, area == context.chosen) for area, datum in rows),
        context.say(kind),
        period_label(subject.latest, context.lang),
        context.lang,
        counted=context.unit_words(subject.main) if subject.main.unit.is_count else "",
        remarks=(context.say(_remark(subject.main)).format(kind=context.say(kind)),),
    )
    figure = bars_figure(bars)
    return replace(figure, wide="", phone="") if many(rows) else figure


def _remark(series: Series) -> Text:
    """Why areas are not to be compared on this series."""
    if TOGETHER in dict(series.fixed).values():
        return _OWN_TEN
    return _SIZE if series.unit.is_count or series.unit is Unit.EURO else _NO_MARGIN


def _given(context: Context, level: Level) -> bool:
    """Whether the indicator is counted at a level, has been delivered, and has a figure as a whole."""
    subject = context.subject
    return level in subject.definition.levels and subject.delivered and not subject.in_parts


def _shown(context: Context, areas: Sequence[Area]) -> list[Area]:
    return [area for area in areas if context.subject.now(area).shown]


def without_figure(context: Context) -> str:
    """Why there is no comparison of municipalities, or of the wijken of the chosen one: hardly any is shown; or ''."""
    subject, region, lang = context.subject, context.published.region.name, context.lang
    if not subject.delivered or subject.in_parts:
        return ""
    level = Level.WIJK if context.chosen else Level.MUNICIPALITY
    if level not in subject.definition.levels:
        return "" if context.chosen else context.say(_REGION_ONLY).format(region=region)
    areas = context.published.wijken(context.chosen.code) if context.chosen else context.published.municipalities
    data = [(area, subject.now(area)) for area in areas]
    shown = [(area, datum) for area, datum in data if datum.shown]
    if len(data) < _FEWEST or len(shown) >= _FEWEST:
        return ""
    reasons = listing(sorted({datum.text(lang) for _, datum in data if not datum.shown}), lang)
    words = {"period": period_phrase(subject.latest, lang), "reasons": reasons}
    words["kind"] = context.say(_WIJK if context.chosen else _MUNICIPALITY)
    if not shown:
        return context.say(_NONE_SHOWN).format(**words)
    return context.say(_ONE_SHOWN).format(**words, name=shown[0][0].name, value=shown[0][1].text(lang))


def _dot(context: Context, area: Area, datum: Datum, reference: Area) -> DotRow:
    """A row with what the release says of it against its reference: the region, or a wijk's municipality."""
    said = _said(context, area)
    which = Comparator.MUNICIPALITY if reference.level is Level.MUNICIPALITY else Comparator.REGION
    standing = said.against[which].standing if said else None
    return DotRow(
        area.name,
        datum,
        standing=standing,
        untested=said is not None and standing is None,
        alike=_of_others(context, area, Comparator.SIZE_CLASS),
        way=context.say(said.trend.label) if said and said.trend else "",
    )


def _of_others(context: Context, area: Area, name: Comparator) -> Datum | None:
    said = _said(context, area)
    value = said.against[name].value if said else None
    return Datum(context.subject.main.unit, value, CellStatus.VALUE) if value is not None else None


def _said(context: Context, area: Area) -> Said | None:
    subject = context.subject
    at = (subject.latest, subject.slice(subject.main))
    return context.published.standings.get(subject.definition.id, subject.main.unit, area.code, at)


def _subtitle(context: Context, kind: Text) -> str:
    return context.say(_SUBTITLE).format(
        title=context.series_title(context.subject.main),
        unit=context.unit_words(context.subject.main),
        kind=context.say(kind),
        period=period_label(context.subject.latest, context.lang),
    )
