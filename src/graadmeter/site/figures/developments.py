"""How an indicator developed: per year, per quarter, and what came in and went out."""

from graadmeter.charts.figure import Figure
from graadmeter.charts.trend import Point, Role, Trend, trend_figure
from graadmeter.charts.trend import Series as Line
from graadmeter.domain.areas import Area
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label, period_phrase, period_tick
from graadmeter.site.published import Series

_FLOWS = ("begonnen", "beeindigd")
_PER_YEAR = Text("{title}, {unit}, per jaar", "{title}, {unit}, per year")
_PER_QUARTER = Text("{title}, {unit}, per kwartaal", "{title}, {unit}, per quarter")
_BEGUN = Text("het aantal begonnen trajecten", "the number of trajectories begun")
_FLOW = Text("Trajecten die begonnen en eindigden, per jaar", "Trajectories that began and ended, per year")


def per_year(context: Context) -> Figure | None:
    """The years of the leading series, with the region beside a municipality where the two compare."""
    return _development(context, PeriodType.YEAR, "jaar", _PER_YEAR)


def per_quarter(context: Context) -> Figure | None:
    """The quarters of the leading series."""
    return _development(context, PeriodType.QUARTER, "kwartaal", _PER_QUARTER)


def flow(context: Context) -> Figure | None:
    """Begun beside ended trajectories, for an indicator that has both."""
    both = [
        series
        for name in _FLOWS
        for series in context.subject.definition.series
        if series.fixed == (("stroom", name),) and not series.unit.is_share
    ]
    if len(both) != len(_FLOWS):
        return None
    periods = context.subject.periods(both[0], PeriodType.YEAR)
    names = context.published.codes["stroom"]
    lines = tuple(
        _line(context, series, context.area, periods, (context.say(names[dict(series.fixed)["stroom"]]), role))
        for series, role in zip(both, (Role.FOCAL, Role.COMPARATOR), strict=True)
    )
    noun = context.say(_BEGUN)
    return trend_figure(Trend("instroom-uitstroom", context.say(_FLOW), lines, context.lang, noun=noun))


def _development(context: Context, kind: PeriodType, name: str, subtitle: Text) -> Figure | None:
    main = context.subject.main
    periods = context.subject.periods(main, kind)
    if not periods:
        return None
    own_role = Role.CHOSEN if context.chosen else Role.FOCAL
    lines = [_line(context, main, context.area, periods, (context.area.name, own_role))]
    if context.chosen and main.unit.is_share:
        region = context.published.region
        lines.append(_line(context, main, region, periods, (region.name, Role.COMPARATOR)))
    words = context.say(subtitle).format(title=context.series_title(main), unit=context.unit_words(main))
    season = 4 if kind is PeriodType.QUARTER else 1
    return trend_figure(Trend(f"per-{name}", words, tuple(lines), context.lang, season=season))


def _line(context: Context, series: Series, area: Area, periods: list[str], look: tuple[str, Role]) -> Line:
    points = tuple(
        Point(
            label=period_label(code, context.lang),
            tick=period_tick(code),
            datum=context.subject.datum(series, area, code),
            phrase=period_phrase(code, context.lang),
        )
        for code in periods
    )
    return Line(*look, points)
