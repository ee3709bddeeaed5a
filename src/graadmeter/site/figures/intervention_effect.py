"""Did care use change where an intervention began: what was seen beside what was expected without it."""

from collections.abc import Iterator
from functools import partial

from graadmeter.charts.canvas import pictures
from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import DASH, bare, listing
from graadmeter.charts.table import FigureTable, Kind, TableCell, figure_cell, margin_cell
from graadmeter.charts.trend import Point, Role, Trend
from graadmeter.charts.trend import Series as Line
from graadmeter.charts.trend_drawing import draw
from graadmeter.domain.indicators import Unit
from graadmeter.domain.interventions import Evidence, Reason
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.interventions import Row
from graadmeter.site.period_words import period_label, period_phrase, period_tick
from graadmeter.statistics.verdict import Verdict

_TITLES = {
    (Verdict.SHOWN, True): Text(
        "{kind}: er begon minder jeugdhulp dan anders te verwachten was",
        "{kind}: less youth help began than was to be expected otherwise",
    ),
    (Verdict.SHOWN, False): Text(
        "{kind}: er begon meer jeugdhulp dan anders te verwachten was",
        "{kind}: more youth help began than was to be expected otherwise",
    ),
    (Verdict.PLAUSIBLE, True): Text(
        "{kind}: waarschijnlijk begon er minder jeugdhulp", "{kind}: probably less youth help began"
    ),
    (Verdict.PLAUSIBLE, False): Text(
        "{kind}: waarschijnlijk begon er meer jeugdhulp", "{kind}: probably more youth help began"
    ),
}
_UNKNOWN = Text(
    "{kind}: niet vast te stellen of er minder jeugdhulp begon",
    "{kind}: whether less youth help began cannot be established",
)
_SUBTITLE = Text(
    "Begonnen trajecten jeugdhulp per 1.000 jeugdigen per kwartaal, gemiddelde van de gemeenten die begonnen: {towns}",
    "Youth help trajectories begun per 1,000 young people a quarter, mean of the municipalities that started: {towns}",
)
_SEEN, _EXPECTED = Text("gezien", "seen"), Text("verwacht", "expected")
_HEAD = (
    Text("periode", "period"),
    Text("gezien", "seen"),
    Text("verwacht zonder de interventie", "expected without the intervention"),
    Text("marge (80 %)", "margin (80%)"),
    Text("gemeenten begonnen", "municipalities started"),
)
_SENTENCE = Text(
    "Per kwartaal begonnen er {change} trajecten per 1.000 jeugdigen dan zonder de interventie te verwachten was.",
    "Each quarter {change} trajectories per 1,000 young people began than was to be expected without the intervention.",
)
_SAME = Text(
    "Er begonnen ongeveer evenveel trajecten als zonder de interventie te verwachten was.",
    "About as many trajectories began as was to be expected without the intervention.",
)
_RANGE = Text(
    " Door toeval kan dat alles zijn van {low} tot {high} (95 %).",
    " By chance it can be anything from {low} to {high} (95%).",
)
_ENDLESS = Text(
    " Hoeveel dat door toeval kan schelen, is met zo weinig gemeenten niet te zeggen.",
    " How much that can differ by chance cannot be told with so few municipalities.",
)
_LESS, _MORE = Text("{n} minder", "{n} fewer"), Text("{n} meer", "{n} more")
_AS_MANY = Text("evenveel", "as many")
_HOW = Text(
    "Verwacht: naar het verloop in {n} andere gemeenten ({towns}) en in de kwartalen ervoor. Band: marge van 80 %.",
    "Expected: by the course in {n} other municipalities ({towns}) and in the quarters before. Band: margin of 80%.",
)
_DETECTABLE = Text(
    "Een verschil van minder dan {n} per 1.000 jeugdigen per kwartaal valt met deze cijfers meestal niet op.",
    "A difference of less than {n} per 1,000 young people a quarter is mostly not noticed with these figures.",
)
_SECOND = Text("Een tweede rekenwijze komt op {n}.", "A second method comes to {n}.")
_SPLIT = Text(
    "Na verwijzing door de huisarts: {gp}; na een andere verwijzing: {others}. Wat daar bijkomt, is niet voorkomen "
    "maar verplaatst.",
    "After referral by the GP: {gp}; after another referral: {others}. What is added there was not prevented but "
    "moved.",
)
_EVIDENCE = Text(
    "Bewijskracht: {level}, want gemeenten kozen zelf of en wanneer zij begonnen.",
    "Evidence: {level}, since municipalities chose themselves whether and when to start.",
)
_LEFT_OUT = Text("Niet meegerekend: {towns}.", "Left out: {towns}.")
_ABOUT_NOTHING = 0.05
"""Less than this is written as nought."""


def effect_figure(context: Context, kind: str) -> Figure | None:
    """Seen and expected by quarter, with the word for the difference; None where no effect was estimated."""
    told = context.published.evaluations
    row = told.newest(kind, "effect_reason")
    if row["effect_reason"] != Reason.GIVEN:
        return None
    name = context.say(told.names.get(kind, Text(kind, kind)))
    found = next((one for one in Verdict if one.word.nl == row["verdict"]), Verdict.UNKNOWN)
    heading = context.say(_TITLES.get((found, row["effect"] < 0), _UNKNOWN)).format(kind=name[0].upper() + name[1:])
    towns = _names(context, row["treated"])
    subtitle = context.say(_SUBTITLE).format(towns=listing(towns, context.lang))
    words = _sentence(context, row)
    quarters = told.quarters(kind)
    trend = Trend(f"verandering-{kind}".replace("_", "-"), subtitle, _lines(context, quarters), context.lang)
    wide, phone = pictures(trend.id, heading, words, partial(draw, trend))
    table = FigureTable(subtitle, tuple(context.say(one) for one in _HEAD), tuple(_rows(context, quarters)))
    return Figure(trend.id, heading, subtitle, words, table, wide, phone, tuple(_notes(context, row, found)))


def change(context: Context, value: float) -> str:
    """So many fewer or more, in words: '0,8 minder'."""
    if abs(value) < _ABOUT_NOTHING:
        return context.say(_AS_MANY)
    return context.say(_LESS if value < 0 else _MORE).format(n=bare(abs(value), Unit.PER_1000, context.lang))


def left_out(context: Context, row: Row) -> str:
    """The municipalities that do not take part, each with the reason; '' when all do."""
    parts = []
    for entry in str(row["left_out"]).split():
        code, reason = entry.split(":")
        parts.append(f"{_name(context, code)} ({context.say(Reason(reason).label)})")
    return context.say(_LEFT_OUT).format(towns="; ".join(parts)) if parts else ""


def _sentence(context: Context, row: Row) -> str:
    if abs(row["effect"]) < _ABOUT_NOTHING:
        words = context.say(_SAME)
    else:
        words = context.say(_SENTENCE).format(change=change(context, row["effect"]))
    if row["low_95"] is None or row["high_95"] is None:
        return words + context.say(_ENDLESS)
    low, high = (change(context, row[name]) for name in ("low_95", "high_95"))
    return words + context.say(_RANGE).format(low=low, high=high)


def _notes(context: Context, row: Row, found: Verdict) -> Iterator[str]:
    others = _names(context, row["compared"])
    yield context.say(_HOW).format(n=len(others), towns=listing(others, context.lang))
    yield context.say(found.why)
    if row["detectable"] is not None:
        yield context.say(_DETECTABLE).format(n=bare(row["detectable"], Unit.PER_1000, context.lang))
    yield context.say(_SECOND).format(n=change(context, row["second"]))
    gp, elsewhere = (change(context, row[name]) for name in ("effect_gp", "effect_others"))
    yield context.say(_SPLIT).format(gp=gp, others=elsewhere)
    yield context.say(_EVIDENCE).format(level=context.say(Evidence(row["evidence"]).label))
    if row["left_out"]:
        yield left_out(context, row)


def _lines(context: Context, quarters: list[Row]) -> tuple[Line, ...]:
    return (
        Line(context.say(_SEEN), Role.CHOSEN, tuple(_point(context, row, _datum(row["observed"])) for row in quarters)),
        Line(
            context.say(_EXPECTED),
            Role.FOCAL,
            tuple(_point(context, row, _datum(row["expected"], row["low"], row["high"])) for row in quarters),
        ),
    )


def _point(context: Context, row: Row, datum: Datum) -> Point:
    code = row["period"]
    return Point(period_label(code, context.lang), period_tick(code), datum, period_phrase(code, context.lang))


def _datum(value: float, low: float | None = None, high: float | None = None) -> Datum:
    return Datum(Unit.PER_1000, value, CellStatus.VALUE, low, high)


def _rows(context: Context, quarters: list[Row]) -> Iterator[tuple[TableCell, ...]]:
    for row in quarters:
        expected = _datum(row["expected"], row["low"], row["high"])
        yield (
            TableCell(period_label(row["period"], context.lang)),
            figure_cell(_datum(row["observed"]), context.lang),
            figure_cell(expected, context.lang),
            margin_cell(expected, context.lang) if expected.has_interval else TableCell(DASH),
            TableCell(str(row["treated"]), Kind.NUMBER),
        )


def _names(context: Context, told: str) -> list[str]:
    return [_name(context, entry.split(":")[0]) for entry in told.split()]


def _name(context: Context, code: str) -> str:
    return next((area.name for area in context.published.areas if area.code == code), code)
