"""An indicator by its dimensions in the last year: bars, or pairs where persons and households stand side by side."""

from collections.abc import Iterator

from graadmeter.charts.bars import Bar, Bars, bars_figure
from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.charts.lift import Lift, Lifts, lift_figure
from graadmeter.charts.pairs import Pair, Pairs, pairs_figure
from graadmeter.domain.indicators import Unit
from graadmeter.domain.slices import COMPOSITION_DIMENSIONS, LAW_LETTERS, PERSON_DIMENSIONS
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label
from graadmeter.site.published import Series
from graadmeter.site.ui_words import UNIT_WORDS

_SUBTITLE = Text("{title} naar {dimension}, {unit}, {period}", "{title} by {dimension}, {unit}, {period}")
_PAIRS = Text(
    "{title} naar {dimension}, personen en huishoudens, {period}",
    "{title} by {dimension}, persons and households, {period}",
)
_ORDERED = (*PERSON_DIMENSIONS, "aantal_voorzieningen", "verstreken", "wachtklasse")
_DISJOINT = (*PERSON_DIMENSIONS, *COMPOSITION_DIMENSIONS, "kostensoort")
_PAIR = "paar"
_PROVIDER = "aanbieder"
_APART = (_PROVIDER, "stap")
"""Dimensions with a figure for each thing that a series stands for: each form of help, each time after a report."""
_TIMES = Text("keer zo vaak als bij toeval", "times as often as by chance")
_UNKNOWN = ("onbekend", "unknown")
_OF_GROUP = Text("in die groep", "in that group")
_LAWS = Text("Jeugdwet Participatiewet Wmo", "Youth Participation Wmo")


def breakdowns(context: Context) -> list[Figure]:
    """A figure for every dimension that the release has for this area."""
    return [figure for dimension, series in _dimensions(context) if (figure := _figure(context, dimension, series))]


def _dimensions(context: Context) -> Iterator[tuple[str, list[Series]]]:
    """The dimensions with their series; some with a figure for each thing that series stand for."""
    found: dict[tuple[str, tuple[tuple[str, str], ...]], list[Series]] = {}
    for series in context.subject.definition.series:
        for dimension in series.breakdowns:
            found.setdefault((dimension, told_apart(dimension, series)), []).append(series)
    for (dimension, _), together in found.items():
        yield dimension, together


def _figure(context: Context, dimension: str, series: list[Series]) -> Figure | None:
    year = context.subject.latest
    series = [one for one in series if context.subject.members(one, context.area, year, dimension)]
    if not series:
        return None
    households = [one for one in series if one.unit is Unit.HOUSEHOLDS]
    persons = [one for one in series if one.unit is Unit.PERSONS]
    if dimension == _PAIR:
        return _lifts(context, series[0])
    if households and persons:
        return _pairs(context, dimension, persons[0], households[0])
    return _bars(context, dimension, _leading(context, series, dimension))


def _lifts(context: Context, series: Series) -> Figure:
    """Pairs of provisions, whose figures say how much more often they go together than by chance."""
    subject, year = context.subject, context.subject.latest
    rows = [
        Lift(name, subject.datum(series, context.area, year, (_PAIR, code)))
        for code, name in _members(context, _PAIR, series)
    ]
    subtitle = _subtitle(context, _SUBTITLE, _PAIR, context.say(_TIMES))
    kept = tuple(row for row in rows if row.datum.status is not CellStatus.NOT_APPLICABLE)
    head, period = context.say(context.published.dimensions[_PAIR]), period_label(year, context.lang)
    return lift_figure(Lifts("vaak-samen", subtitle, kept, head, period, context.lang))


def _leading(context: Context, series: list[Series], dimension: str) -> Series:
    """Shares where they compare groups (sex, age) or make up a whole (referrers); else the numbers."""
    shares = [one for one in series if one.unit.is_share]
    counts = [one for one in series if not one.unit.is_share]
    parts = [one for one in shares if not context.subject.whole(one)]
    if parts:
        return parts[0]
    return (shares or counts)[0] if dimension in PERSON_DIMENSIONS else (counts or shares)[0]


def _bars(context: Context, dimension: str, series: Series) -> Figure | None:
    """None when no member has anything to say: where nobody is, there are no groups."""
    data = [
        (name, context.subject.datum(series, context.area, context.subject.latest, (dimension, code)))
        for code, name in _members(context, dimension, series)
    ]
    rows = tuple(Bar(name, datum) for name, datum in data if not _empty(name, datum))
    if not rows:
        return None
    return bars_figure(
        Bars(
            id_of(dimension, series),
            _subtitle(context, _SUBTITLE, dimension, _unit(context, dimension, series), series),
            rows,
            context.say(context.published.dimensions[dimension]),
            period_label(context.subject.latest, context.lang),
            context.lang,
            ordered=dimension in _ORDERED,
            overlapping=series.of is Unit.PERSONS and dimension not in (*_DISJOINT, _PROVIDER),
            counted=context.unit_words(series) if series.unit.is_count else "",
        )
    )


def _empty(name: str, datum: Datum) -> bool:
    """A row that says nothing: the figure does not exist, or nobody is in 'unknown'."""
    unknown = any(word in name for word in _UNKNOWN)
    return datum.status is CellStatus.NOT_APPLICABLE or (unknown and datum.shown and datum.figure == 0)


def _unit(context: Context, dimension: str, series: Series) -> str:
    words = context.unit_words(series)
    split = series.unit.is_share and dimension in PERSON_DIMENSIONS
    return f"{words} {context.say(_OF_GROUP)}" if split else words


def _pairs(context: Context, dimension: str, persons: Series, households: Series) -> Figure:
    subject, area, year = context.subject, context.area, context.subject.latest
    laws = dimension == "wettengroep"
    rows = tuple(
        Pair(
            name,
            subject.datum(persons, area, year, (dimension, code)),
            subject.datum(households, area, year, (dimension, code)),
            tuple(letter in code for letter in LAW_LETTERS.values()) if laws else (),
        )
        for code, name in _members(context, dimension, persons)
    )
    units = (context.say(UNIT_WORDS["personen"]), context.say(UNIT_WORDS["huishoudens"]))
    return pairs_figure(
        Pairs(
            f"naar-{dimension.replace('_', '-')}",
            _subtitle(context, _PAIRS, dimension, ""),
            rows,
            context.say(context.published.dimensions[dimension]),
            units,
            context.lang,
            tuple(context.say(_LAWS).split()) if laws else (),
        )
    )


def _members(context: Context, dimension: str, series: Series) -> list[tuple[str, str]]:
    codes = context.subject.members(series, context.area, context.subject.latest, dimension)
    return [(code, context.member(dimension, code)) for code in codes]


def id_of(dimension: str, series: Series) -> str:
    """The id of the figure of a dimension, of which some have one for each thing that a series stands for."""
    return "-".join(("naar", dimension.replace("_", "-"), *(code for _, code in told_apart(dimension, series))))


def of_providers(series: Series) -> str:
    """The id of the figure of providers of a series, of which there is one for each form of help."""
    return id_of(_PROVIDER, series)


def told_apart(dimension: str, series: Series) -> tuple[tuple[str, str], ...]:
    """What a figure is of, where there are several of the dimension."""
    return series.fixed if dimension in _APART else ()


def _subtitle(context: Context, template: Text, dimension: str, unit: str, series: Series | None = None) -> str:
    named = series is not None and told_apart(dimension, series)
    return context.say(template).format(
        title=context.series_title(series) if series is not None and named else context.title,
        dimension=context.say(context.published.dimensions[dimension]),
        unit=unit,
        period=period_label(context.subject.latest, context.lang),
    )
