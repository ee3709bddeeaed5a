"""How an indicator developed: per year, per quarter, and what came in and went out."""

from dataclasses import replace

from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.charts.trend import Break, Goal, Point, Role, Trend, trend_figure
from graadmeter.charts.trend import Series as Line
from graadmeter.domain.areas import Area
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.finality import Stage
from graadmeter.domain.periods import PeriodType, parse_period
from graadmeter.domain.status import CellStatus
from graadmeter.domain.targets import Bound
from graadmeter.domain.text import Text
from graadmeter.site.estimates import Estimate
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.held_against import drawn
from graadmeter.site.period_words import period_label, period_phrase, period_tick
from graadmeter.site.published import Series
from graadmeter.site.subject import SEASONS

_FLOWS = ("begonnen", "beeindigd")
_SUBTITLES = {
    PeriodType.YEAR: Text("{title}, {unit}, per jaar", "{title}, {unit}, per year"),
    PeriodType.HALF_YEAR: Text("{title}, {unit}, per halfjaar", "{title}, {unit}, per half-year"),
    PeriodType.QUARTER: Text("{title}, {unit}, per kwartaal", "{title}, {unit}, per quarter"),
}
_LEAST = 3
"""Fewer quarters are no line: what a quarter was a year before is not among them."""
_ALL_HIDDEN = Text("Deze cijfers staan er niet: {words}", "These figures are not shown: {words}")
_FEW = Text(
    "Nog maar {n} {things} met een cijfer: te weinig voor een lijn",
    "Only {n} {things} with a figure: too few for a line",
)
_PERIOD = {1: Text("jaar", "year"), 2: Text("halfjaar", "half-year"), 4: Text("kwartaal", "quarter")}
_PERIODS = {1: Text("jaren", "years"), 2: Text("halfjaren", "half-years"), 4: Text("kwartalen", "quarters")}
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
    periods = context.subject.told(both[0], kind)
    if not periods:
        return None
    names = context.published.codes["stroom"]
    lines = tuple(
        _line(context, series, context.area, periods, (context.say(names[dict(series.fixed)["stroom"]]), role))
        for series, role in zip(both, (Role.FOCAL, Role.COMPARATOR), strict=True)
    )
    noun = context.say(_BEGUN)
    breaks = _breaks(context, periods)
    title = context.say(_FLOW)
    trend = Trend("instroom-uitstroom", title, lines, context.lang, breaks, noun=noun, season=SEASONS[kind])
    figure = _shown(trend)
    return figure if figure.wide else None


def _development(context: Context, kind: PeriodType) -> Figure | None:
    main = context.subject.main
    periods = context.subject.told(main, kind)
    if not periods:
        return None
    own_role = Role.CHOSEN if context.chosen else Role.FOCAL
    lines = [_line(context, main, context.area, periods, (context.area.name, own_role))]
    if context.chosen and main.unit.is_share:
        region = context.published.region
        lines.append(_line(context, main, region, periods, (region.name, Role.COMPARATOR)))
    words = context.say(_SUBTITLES[kind]).format(title=context.series_title(main), unit=context.unit_words(main))
    breaks = _breaks(context, periods)
    return _shown(
        Trend(
            f"per-{kind.value}",
            words,
            tuple(lines),
            context.lang,
            breaks,
            goals=_goals(context) if kind is context.subject.kind else (),
            season=SEASONS[kind],
        )
    )


def _goals(context: Context) -> tuple[Goal, ...]:
    """What the area wants this figure to become; of quarters beside years nothing, since the target is of the year."""
    return tuple(
        Goal(one.value, period_label(one.period.code, context.lang), one.bound is Bound.AT_MOST)
        for one in drawn(context)
    )


def _shown(trend: Trend) -> Figure:
    """The figure; too few points for a line give a sentence and a table instead of an empty picture."""
    figure, known = trend_figure(trend), len(trend.main.shown)
    if known >= (_LEAST if trend.season > 1 else 2):
        return figure
    if known == 0:
        heading = _ALL_HIDDEN.fill(words=trend.main.points[-1].datum.text(trend.lang))
    else:
        heading = _FEW.fill(n=known, things=(_PERIODS if known > 1 else _PERIOD)[trend.season].within(trend.lang))
    return replace(figure, title=heading.within(trend.lang), wide="", phone="", notes=())


def _breaks(context: Context, periods: list[str]) -> tuple[Break, ...]:
    """The breaks of the definition that fall within these periods."""
    order = [parse_period(code).first for code in periods]
    found = []
    for code, reason in context.subject.definition.breaks:
        start = parse_period(code).first
        before = next((at for at, first in enumerate(order) if first >= start), 0)
        found += [Break(before, context.say(reason))] if before else []
    return tuple(found)


def _line(context: Context, series: Series, area: Area, periods: list[str], look: tuple[str, Role]) -> Line:
    ticks = [period_tick(code) for code in periods]
    if not any(ticks):
        ticks = [period_label(code, context.lang) for code in periods]
    points = (_point(context, series, area, code, tick) for code, tick in zip(periods, ticks, strict=True))
    return Line(*look, tuple(points))


def _point(context: Context, series: Series, area: Area, code: str, tick: str) -> Point:
    datum = context.subject.datum(series, area, code)
    told = _estimate(context, series, area, code) if datum.shown else None
    return Point(
        label=period_label(code, context.lang),
        tick=tick,
        datum=datum,
        phrase=period_phrase(code, context.lang),
        further=datum.shown and context.published.stages.get(code) == Stage.FURTHER,
        estimate=Datum(series.unit, told.final, CellStatus.PROVISIONAL, told.low, told.high) if told else None,
        known=told.percent if told else 0,
    )


def _estimate(context: Context, series: Series, area: Area, code: str) -> Estimate | None:
    flow = dict(series.fixed).get("stroom", TOTAL)
    key = (context.subject.definition.id, series.unit.value, area.code, code, flow)
    told = context.published.estimates.get(key)
    return told if told is not None and told.open else None
