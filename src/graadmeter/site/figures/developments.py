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
from graadmeter.site.subject import SEASONS

_FLOWS = ("begonnen", "beeindigd")
_SUBTITLES = {
    PeriodType.YEAR: Text("{title}, {unit}, per jaar", "{title}, {unit}, per year"),
    PeriodType.HALF_YEAR: Text("{title}, {unit}, per halfjaar", "{title}, {unit}, per half-year"),
    PeriodType.QUARTER: Text("{title}, {unit}, per kwartaal", "{title}, {unit}, per quarter"),
}
_BEGUN = Text("het aantal begonnen trajecten", "the number of trajectories begun")
_FLOW = Text("Trajecten die begonnen en eindigden", "Trajectories that began and ended")


def over_time(context: Context) -> Figure | None:
    """The years of the leading series, with the region beside a municipality where the two compare."""
    return _development(context, context.subject.kind)


def per_quarter(context: Context) -> Figure | None:
    """The quarters of the leading series, where these are not what `over_time` shows."""
    return None if context.subject.kind is PeriodType.QUARTER else _development(context, PeriodType.QUARTER)


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
    kind = context.subject.kind
    periods = context.subject.periods(both[0], kind)
    names = context.published.codes["stroom"]
    lines = tuple(
        _line(context, series, context.area, periods, (context.say(names[dict(series.fixed)["stroom"]]), role))
        for series, role in zip(both, (Role.FOCAL, Role.COMPARATOR), strict=True)
    )
    noun = context.say(_BEGUN)
    return trend_figure(
        Trend("instroom-uitstroom", context.say(_FLOW), lines, context.lang, noun=noun, season=SEASONS[kind])
    )


def _development(context: Context, kind: PeriodType) -> Figure | None:
    main = context.subject.main
    periods = context.subject.periods(main, kind)
    if not periods:
        return None
    own_role = Role.CHOSEN if context.chosen else Role.FOCAL
    lines = [_line(context, main, context.area, periods, (context.area.name, own_role))]
    if context.chosen and main.unit.is_share:
        region = context.published.region
        lines.append(_line(context, main, region, periods, (region.name, Role.COMPARATOR)))
    words = context.say(_SUBTITLES[kind]).format(title=context.series_title(main), unit=context.unit_words(main))
    return trend_figure(Trend(f"per-{kind.value}", words, tuple(lines), context.lang, season=SEASONS[kind]))


def _line(context: Context, series: Series, area: Area, periods: list[str], look: tuple[str, Role]) -> Line:
    ticks = [period_tick(code) for code in periods]
    if not any(ticks):
        ticks = [period_label(code, context.lang) for code in periods]
    points = tuple(
        Point(
            label=period_label(code, context.lang),
            tick=tick,
            datum=context.subject.datum(series, area, code),
            phrase=period_phrase(code, context.lang),
        )
        for code, tick in zip(periods, ticks, strict=True)
    )
    return Line(*look, points)
