"""The title, sentence and reading notes of a development, by rule from its values."""

from graadmeter.charts.datum import Datum
from graadmeter.charts.numbers import NBSP
from graadmeter.charts.trend_goals import goal_notes
from graadmeter.charts.trend_shape import Point, Series, Trend
from graadmeter.domain.indicators import Unit
from graadmeter.domain.status import CellStatus
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
_FURTHER = Text(
    "Nader voorlopig: bijna alles is binnen, correcties kunnen het cijfer nog veranderen.",
    "Further provisional: nearly everything is in, corrections may still change the figure.",
)
_CARRIED = Text(
    "Nog niet bijgewerkt: het cijfer van een eerdere uitgave, omdat de verandering te klein is om te tonen.",
    "Not updated yet: the figure of an earlier release, since the change is too small to show.",
)
_NO_MARGIN = Text(
    "Voor dit soort cijfer is geen marge bepaald: of een verschil toeval is, is niet te zeggen.",
    "No margin is given for this kind of figure: whether a difference is chance cannot be told.",
)
_DIAMOND = Text(
    "Ruit met gestreepte lijn: schatting van het eindcijfer met haar marge (95 %). Een schatting is geen cijfer.",
    "Diamond with a dashed line: estimate of the final figure with its margin (95%). An estimate is no figure.",
)
_ESTIMATED = Text(
    " Geschat eindcijfer van {period}: {value} (tussen {low} en {high}); zo vroeg is doorgaans {percent} bekend.",
    " Estimated final figure of {period}: {value} (between {low} and {high}); this early {percent} is usually known.",
)
_NOT_A_YEAR = Text(
    "{new} in {last}; met een jaar eerder is niet te vergelijken",
    "{new} in {last}; it cannot be compared with a year before",
)
_SO_FAR = Text("Tot nu toe {new} in {last}, tegen {old} in {start}", "So far {new} in {last}, against {old} in {start}")
"""A provisional figure that is lower may still rise: late deliveries make it too low."""
_FROM_TO = Text("{new} in {last}, {old} in {start}", "{new} in {last}, {old} in {start}")
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
    if _without_margin(tuple(points)):
        return _against(last, points[-2], trend)
    stable = len(points) - 1
    while stable > 0 and moved(last.datum, points[stable - 1].datum) == 0:
        stable -= 1
    run = len(points) - stable
    if run >= _RUN:
        return _worded(_ALWAYS if stable == 0 else _SINCE, last, points[stable], trend)
    return _against(last, points[-2] if run == 1 else points[0], trend)


def sentence(trend: Trend) -> str:
    """The last figure of every series, the one before it (a year before, with seasons), and the first."""
    words = " ".join(_of_series(series, trend.season, trend.lang) for series in trend.series)
    return words + "".join(_estimated(trend.main.points[index], trend.lang) for index in trend.main.estimates)


def _estimated(point: Point, lang: Lang) -> str:
    if point.estimate is None:
        return ""
    unit = point.estimate.unit
    low, high = (Datum(unit, bound, CellStatus.PROVISIONAL).text(lang) for bound in point.estimate.bounds)
    words = {"period": point.said, "value": point.estimate.text(lang), "low": low, "high": high}
    return _ESTIMATED.within(lang).format(**words, percent=f"{point.known}{NBSP if lang is Lang.NL else ''}%")


def notes(trend: Trend) -> tuple[str, ...]:
    """How to read the picture: only what can be seen in it."""
    data = [point.datum for series in trend.series for point in series.points]
    found = []
    if any(point.datum.has_interval for point in trend.main.points):
        found.append(_BAND.within(trend.lang))
    if any(datum.shown and datum.provisional for datum in data):
        found.append(_OPEN.within(trend.lang))
    if any(datum.status is CellStatus.CARRIED for datum in data):
        found.append(_CARRIED.within(trend.lang))
    if any(point.further for point in trend.main.points):
        found.append(_FURTHER.within(trend.lang))
    if trend.main.estimates:
        found.append(_DIAMOND.within(trend.lang))
    found += goal_notes(trend)
    if _without_margin(trend.main.points):
        found.append(_NO_MARGIN.within(trend.lang))
    hidden = sorted({point.datum.text(trend.lang) for point in trend.main.points if not point.datum.shown})
    found += [_HATCHED.fill(words=words).within(trend.lang) for words in hidden]
    return (*found, *(_BREAK.fill(reason=stop.reason).within(trend.lang) for stop in trend.breaks))


def _seasonal(trend: Trend, points: list[Point]) -> str:
    """Against the same period a year before, since seasons return; without it there is nothing fair to compare."""
    places = [trend.main.points.index(point) for point in points]
    wanted = places[-1] - trend.season
    if wanted not in places:
        last = points[-1]
        words = _NOT_A_YEAR.within(trend.lang).format(new=last.datum.text(trend.lang), last=last.said)
        return words[0].upper() + words[1:]
    return _against(points[-1], trend.main.points[wanted], trend)


def _without_margin(points: tuple[Point, ...]) -> bool:
    """Whether the figures have no interval because nobody gives one: all but sums of money, which are complete."""
    shown = [point.datum for point in points if point.datum.shown]
    return bool(shown) and shown[0].unit is not Unit.EURO and not any(datum.has_interval for datum in shown)


def _against(last: Point, other: Point, trend: Trend) -> str:
    if last.datum.provisional and moved(last.datum, other.datum) < 0:
        return _worded(_SO_FAR, last, other, trend)
    if _without_margin((last, other)):
        return _worded(_FROM_TO, last, other, trend)
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
