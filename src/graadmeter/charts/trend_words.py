"""The title, sentence and reading notes of a development, by rule from its values."""

from graadmeter.charts.datum import Datum
from graadmeter.charts.trend_shape import Point, Series, Trend
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang, Text

_ABOUT = 0.01
"""Money has no chance interval: less than 1 % difference counts as about the same."""
_RUN = 3
"""So many periods in a row without a demonstrable difference are called stable."""

_NOUNS = {
    Unit.PERCENT: Text("het aandeel", "the share"),
    Unit.PER_1000: Text("het aantal per 1.000 inwoners", "the number per 1,000 inhabitants"),
    Unit.EURO: Text("het bedrag", "the amount"),
}
_NUMBER = Text("het aantal", "the number")
_NONE = Text("Te weinig cijfers om een ontwikkeling te laten zien", "Too few figures to show a development")
_ALWAYS = Text("{Noun} is sinds {start} ongeveer gelijk gebleven", "{Noun} has stayed about the same since {start}")
_SINCE = Text("Sinds {start} blijft {noun} ongeveer gelijk", "Since {start} {noun} has stayed about the same")
_HIGHER = Text(
    "{Noun} is in {last} hoger dan in {start}: {new} tegen {old}",
    "{Noun} is higher in {last} than in {start}: {new} against {old}",
)
_LOWER = Text(
    "{Noun} is in {last} lager dan in {start}: {new} tegen {old}",
    "{Noun} is lower in {last} than in {start}: {new} against {old}",
)
_EQUAL = Text("{Noun} is in {last} ongeveer gelijk aan {start}", "{Noun} is about the same in {last} as in {start}")
_IN = Text("{value} in {period}", "{value} in {period}")
_PROVISIONAL = Text(" (voorlopig)", " (provisional)")
_BAND = Text(
    "Band: zo veel kan het cijfer door toeval schommelen (95 %).",
    "Band: how much the figure can vary by chance (95%).",
)
_OPEN = Text(
    "Open punt en stippellijn: voorlopig, kan nog veranderen door late aanlevering.",
    "Open point and dotted line: provisional, late deliveries may still change it.",
)
_HATCHED = Text("Gearceerd: {words}.", "Hatched: {words}.")
_BREAK = Text(
    "Verticale stippellijn: {reason}; vergelijk niet over deze lijn heen.",
    "Vertical dotted line: {reason}; do not compare across it.",
)


def moved(new: Datum, old: Datum) -> int:
    """1 risen, -1 fallen, 0 about the same: by interval, and for money by a difference of 1 % or more."""
    change = new.changed_from(old)
    if change is not None:
        return change
    difference = new.figure - old.figure
    if abs(difference) < _ABOUT * abs(old.figure):
        return 0
    return (difference > 0) - (difference < 0)


def comparable(trend: Trend) -> list[Point]:
    """The shown points of the main series since the last break in the counting."""
    start = max((stop.before for stop in trend.breaks), default=0)
    return [trend.main.points[index] for index in trend.main.shown if index >= start]


def title(trend: Trend) -> str:
    """What the line shows, true by rule: stable since when, or against which year it is higher or lower."""
    points = comparable(trend)
    if len(points) < 2:  # noqa: PLR2004  a development needs two
        return _NONE.within(trend.lang)
    last = points[-1]
    if trend.season > 1:
        return _seasonal(trend, points)
    stable = len(points) - 1
    while stable > 0 and moved(last.datum, points[stable - 1].datum) == 0:
        stable -= 1
    run = len(points) - stable
    if run >= _RUN:
        return _worded(_ALWAYS if stable == 0 else _SINCE, last, points[stable], trend)
    return _against(last, points[-2] if run == 1 else points[0], trend)


def sentence(trend: Trend) -> str:
    """The last figure of every series, the one before it (a year before, with seasons), and the first."""
    return " ".join(_of_series(series, trend.season, trend.lang) for series in trend.series)


def notes(trend: Trend) -> tuple[str, ...]:
    """How to read the picture: only what can be seen in it."""
    data = [point.datum for series in trend.series for point in series.points]
    found = []
    if any(point.datum.has_interval for point in trend.main.points):
        found.append(_BAND.within(trend.lang))
    if any(datum.shown and datum.provisional for datum in data):
        found.append(_OPEN.within(trend.lang))
    hidden = sorted({point.datum.text(trend.lang) for point in trend.main.points if not point.datum.shown})
    found += [_HATCHED.fill(words=words).within(trend.lang) for words in hidden]
    return (*found, *(_BREAK.fill(reason=stop.reason).within(trend.lang) for stop in trend.breaks))


def _seasonal(trend: Trend, points: list[Point]) -> str:
    """Against the same period a year before, since seasons return; without it there is nothing fair to compare."""
    places = [trend.main.points.index(point) for point in points]
    wanted = places[-1] - trend.season
    if wanted not in places:
        return _NONE.within(trend.lang)
    return _against(points[-1], trend.main.points[wanted], trend)


def _against(last: Point, other: Point, trend: Trend) -> str:
    template = {1: _HIGHER, -1: _LOWER, 0: _EQUAL}[moved(last.datum, other.datum)]
    return _worded(template, last, other, trend)


def _worded(template: Text, last: Point, start: Point, trend: Trend) -> str:
    lang = trend.lang
    noun = trend.noun or _NOUNS.get(last.datum.unit, _NUMBER).within(lang)
    words = template.within(lang)
    return words.format(
        noun=noun,
        Noun=noun[0].upper() + noun[1:],
        last=last.said,
        start=start.said,
        new=last.datum.text(lang),
        old=start.datum.text(lang),
    )


def _of_series(series: Series, season: int, lang: Lang) -> str:
    last = len(series.points) - 1
    wanted = dict.fromkeys((last, last - season, 0))
    parts = [_said(series.points[index], lang) for index in wanted if index >= 0]
    return f"{series.name[0].upper()}{series.name[1:]}: {'; '.join(parts)}."


def _said(point: Point, lang: Lang) -> str:
    mark = _PROVISIONAL.within(lang) if point.datum.provisional else ""
    return _IN.fill(value=point.datum.text(lang), period=point.said).within(lang) + mark
