"""A figure of an earlier year, or of one member, beside those of the nation and of municipalities of this size."""

from collections.abc import Iterator

from graadmeter.charts.bars import Bar, Bars, bars_figure
from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.domain.comparison import Comparator
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label
from graadmeter.site.published import Series
from graadmeter.site.standings import Beside, Said

_SUBTITLE = Text("{what}, {unit}, {period}", "{what}, {unit}, {period}")
_AREA, _FIGURE = Text("gebied", "area"), Text("cijfer", "figure")
_AGAINST = Text("Tegen {name}: {standing}.", "Against {name}: {standing}.")
_SOURCE = Text(
    "Geteld als hier en afgerond gepubliceerd: {source}.", "Counted as it is here and published rounded: {source}."
)
_SCOPES = (Comparator.SIZE_CLASS, Comparator.NATION)


def alike_elsewhere(context: Context) -> list[Figure]:
    """Per series the last year with a figure of the nation, and the last with one of municipalities of this size.

    What stands beside the latest figure of the leading series is told elsewhere on the page.
    """
    subject = context.subject
    every = context.published.standings.beside(subject.definition.id, context.area.code)
    chosen: dict[tuple[object, ...], Beside] = {}
    for scope in _SCOPES:
        for one in every:
            if scope in one.scopes:
                chosen.setdefault((one.unit, one.slice, scope), one)
    told = (subject.main.unit, subject.latest, subject.slice(subject.main))
    wanted = [one for one in dict.fromkeys(chosen.values()) if (one.unit, one.period, one.slice) != told]
    figures = []
    for number, one in enumerate(sorted(wanted, key=lambda one: one.period, reverse=True), 1):
        series = _series(context, one)
        if series is not None:
            figures.append(bars_figure(_bars(context, series, one, number)))
    return figures


def _series(context: Context, one: Beside) -> Series | None:
    """The series that the figure is of, or a member of."""
    fits = (found for found in context.subject.definition.series if found.unit is one.unit)
    return next((found for found in fits if len(_member(found, one)) <= 1), None)


def _member(series: Series, one: Beside) -> tuple[tuple[str, str], ...]:
    return tuple(part for part in one.slice if part not in series.fixed)


def _bars(context: Context, series: Series, one: Beside, number: int) -> Bars:
    member = _member(series, one)
    said = context.published.standings.get(
        context.subject.definition.id, one.unit, context.area.code, (one.period, one.slice)
    )
    what = context.member(*member[0]) if member else context.series_title(series)
    subtitle = context.say(_SUBTITLE).format(
        what=what[0].upper() + what[1:],
        unit=context.unit_words(series),
        period=period_label(one.period, context.lang),
    )
    own = Bar(context.area.name, context.subject.datum(series, context.area, one.period, *member), chosen=True)
    return Bars(
        id=f"naast-anderen-{number}",
        subtitle=subtitle,
        rows=(own, *_others(context, one, said)),
        rows_are=context.say(_AREA),
        value_name=context.say(_FIGURE),
        lang=context.lang,
        ordered=True,
        remarks=tuple(_remarks(context, one, said)),
    )


def _others(context: Context, one: Beside, said: Said | None) -> Iterator[Bar]:
    names = {Comparator.REGION: context.published.region.name} | {name: _name(context, name) for name in _SCOPES}
    for scope, name in names.items():
        value = said.against[scope].value if said else None
        if value is not None:
            yield Bar(name, Datum(one.unit, value, CellStatus.VALUE if value else CellStatus.ZERO))


def _remarks(context: Context, one: Beside, said: Said | None) -> Iterator[str]:
    for scope in _SCOPES:
        standing = said.against[scope].standing if said else None
        if standing is not None:
            words = {"name": _name(context, scope), "standing": context.say(standing.label)}
            yield context.say(_AGAINST).format(**words)
    yield context.say(_SOURCE).format(source=one.source)


def _name(context: Context, scope: Comparator) -> str:
    return context.say(scope.label)
