"""What an intervention saved: the naive sum, labelled so, beside what a comparison with others says."""

from collections.abc import Iterator

from graadmeter.charts.figure import Figure
from graadmeter.charts.numbers import DASH, bare, written
from graadmeter.charts.table import FigureTable, Kind, TableCell
from graadmeter.domain.indicators import Unit
from graadmeter.domain.interventions import Evidence, Reason
from graadmeter.domain.text import Text
from graadmeter.site.figures.context import Context
from graadmeter.site.figures.intervention_effect import change, left_out
from graadmeter.site.interventions import Row
from graadmeter.site.period_words import period_label
from graadmeter.statistics.verdict import Verdict

_TITLE = Text("{kind}, {year}: {naive}; {controlled}", "{kind}, {year}: {naive}; {controlled}")
_NAIVE_TOLD = Text("naïef gerekend {value} bespaard", "{value} saved by the naive sum")
_NAIVE_COST = Text("naïef gerekend {value} extra gekost", "{value} of extra cost by the naive sum")
_NAIVE_AVOIDED = Text("naïef gerekend {value} aan hulp voorkomen", "{value} of help avoided by the naive sum")
_NAIVE_NOT = Text("de naïeve som is niet te maken", "the naive sum cannot be made")
_SAVED = Text("vergeleken met andere gemeenten {value} bespaard", "{value} saved, compared with other municipalities")
_LOST = Text(
    "vergeleken met andere gemeenten {value} extra gekost", "{value} of extra cost, compared with other municipalities"
)
_UNCLEAR = Text(
    "vergeleken met andere gemeenten is een besparing niet vast te stellen",
    "compared with other municipalities a saving cannot be established",
)
_SUBTITLE = Text(
    "Besparing in {year}, de naïeve som naast de vergelijking met andere gemeenten",
    "Saving in {year}, the naive sum beside the comparison with other municipalities",
)
_NAIVE = Text(
    "Naïef: {fewer} jeugdigen werden gezien en niet doorverwezen; maal {price} per traject is dat {avoided}. Zo telt "
    "ook mee wie zonder de interventie evenmin hulp had gekregen.",
    "Naive: {fewer} young people were seen and not referred on; times {price} a trajectory that is {avoided}. This "
    "counts those who would not have had help without the intervention either.",
)
_NO_NAIVE = Text("De naïeve som is niet te maken: {why}.", "The naive sum cannot be made: {why}.")
_CONTROLLED = Text(
    " Vergeleken met andere gemeenten: {saving}, na aftrek van {cost} aan kosten; het kan alles zijn van {low} tot "
    "{high} (80 %).",
    " Compared with other municipalities: {saving}, less {cost} of cost; it can be anything from {low} to "
    "{high} (80%).",
)
_NO_CONTROLLED = Text(
    " Wat het vergeleken met andere gemeenten bespaarde, is niet te zeggen: {why}.",
    " What it saved compared with other municipalities cannot be told: {why}.",
)
_CHANCE = Text(
    "De kans dat het meer opbracht dan het kostte, is {chance} %.",
    "The chance that it yielded more than it cost is {chance}%.",
)
_UNFOUND = Text(
    "Of er een effect was, is niet vast te stellen. Dan is dit bedrag een schatting waar niemand op kan rekenen.",
    "Whether there was an effect cannot be established. So this amount is an estimate that nobody can rely on.",
)
_EVEN = Text(
    "Kosten en opbrengst zijn gelijk bij {change} trajecten per 1.000 jeugdigen per kwartaal.",
    "Cost and yield are equal at {change} trajectories per 1,000 young people a quarter.",
)
_HORIZON = Text(
    "Alleen wat hulp kost in het jaar waarin zij begint, telt mee.",
    "Only what help costs in the year in which it begins counts.",
)
_HEAD = (Text("wat", "what"), Text("naïef", "naive"), Text("vergeleken met andere gemeenten", "compared with others"))
_SAVING = "saving"
_ROWS = {
    "fewer": Text("trajecten minder", "fewer trajectories"),
    "avoided": Text("voorkomen hulp", "help avoided"),
    "cost": Text("kosten van de interventie", "cost of the intervention"),
    _SAVING: Text("bespaard", "saved"),
    "evidence": Text("bewijskracht", "evidence"),
}


def saving_figure(context: Context, kind: str) -> Figure:
    """The two answers side by side, or why one cannot be given: a table, since a picture would make them look alike."""
    told = context.published.evaluations
    row = told.newest(kind, "saving_reason", "naive_reason", "effect_reason")
    year = period_label(row["period"], context.lang)
    name = context.say(told.names.get(kind, Text(kind, kind)))
    title = context.say(_TITLE).format(
        kind=name[0].upper() + name[1:],
        year=year,
        naive=_naive_title(context, row),
        controlled=_other_title(context, row),
    )
    subtitle = context.say(_SUBTITLE).format(year=year)
    table = FigureTable(subtitle, tuple(context.say(one) for one in _HEAD), tuple(_rows(context, row)))
    words = _naive_sentence(context, row) + _other_sentence(context, row)
    id_ = f"besparing-{kind}".replace("_", "-")
    return Figure(id_, title, subtitle, words, table, "", "", tuple(_notes(context, row)))


def _euros(context: Context, value: float) -> str:
    return written(value, Unit.EURO, context.lang)


def _why(context: Context, reason: str) -> str:
    return context.say(Reason(reason).label)


def _naive_title(context: Context, row: Row) -> str:
    if row["naive_reason"] != Reason.GIVEN:
        return context.say(_NAIVE_NOT)
    saving = row["naive_saving"]
    if saving is None:
        return context.say(_NAIVE_AVOIDED).format(value=_euros(context, row["naive_avoided"]))
    return context.say(_NAIVE_TOLD if saving >= 0 else _NAIVE_COST).format(value=_euros(context, abs(saving)))


def _other_title(context: Context, row: Row) -> str:
    if row["saving_reason"] != Reason.GIVEN or not _found(row) or row["saving_low"] <= 0 <= row["saving_high"]:
        return context.say(_UNCLEAR)
    return context.say(_SAVED if row["saving_low"] > 0 else _LOST).format(value=_euros(context, abs(row["saving"])))


def _found(row: Row) -> bool:
    """Whether there is a word for the effect: an estimate that is not, is no saving to put in a heading."""
    return str(row["verdict"]) != Verdict.UNKNOWN.word.nl


def _naive_sentence(context: Context, row: Row) -> str:
    if row["naive_reason"] != Reason.GIVEN:
        return context.say(_NO_NAIVE).format(why=_why(context, row["naive_reason"]))
    price, avoided = (_euros(context, row[name]) for name in ("price", "naive_avoided"))
    fewer = bare(row["naive_fewer"], Unit.PERSONS, context.lang)
    return context.say(_NAIVE).format(fewer=fewer, price=price, avoided=avoided)


def _other_sentence(context: Context, row: Row) -> str:
    if row["saving_reason"] != Reason.GIVEN:
        return context.say(_NO_CONTROLLED).format(why=_why(context, row["saving_reason"]))
    names = ("saving", "cost", "saving_low", "saving_high")
    saving, cost, low, high = (_euros(context, row[name]) for name in names)
    return context.say(_CONTROLLED).format(saving=saving, cost=cost, low=low, high=high)


def _notes(context: Context, row: Row) -> Iterator[str]:
    if row["saving_reason"] == Reason.GIVEN:
        if _found(row):
            yield context.say(_CHANCE).format(chance=bare(row["chance"], Unit.PERSONS, context.lang))
        else:
            yield context.say(_UNFOUND)
        if row["break_even"] is not None:
            yield context.say(_EVEN).format(change=change(context, row["break_even"]))
    elif row["left_out"]:
        yield left_out(context, row)
    yield context.say(_HORIZON)


def _rows(context: Context, row: Row) -> Iterator[tuple[TableCell, ...]]:
    """What is told in either column; the reason why something is not stands once, beside what was saved."""
    for name, head in _ROWS.items():
        cells = _naive_cell(context, row, name), _other_cell(context, row, name)
        if name == _SAVING or any(cell != TableCell(DASH) for cell in cells):
            yield TableCell(context.say(head)), *cells


def _naive_cell(context: Context, row: Row, name: str) -> TableCell:
    if row["naive_reason"] != Reason.GIVEN:
        return TableCell(_why(context, row["naive_reason"]), Kind.HIDDEN) if name == _SAVING else TableCell(DASH)
    if name == "evidence":
        return TableCell(context.say(Evidence.LOW.label))
    if name == "fewer":
        return TableCell(bare(row["naive_fewer"], Unit.PERSONS, context.lang), Kind.NUMBER)
    if name == "cost":
        known = row["naive_saving"] is not None
        return _amount(context, row["naive_avoided"] - row["naive_saving"]) if known else TableCell(DASH)
    return _amount(context, row[f"naive_{name}"])


def _other_cell(context: Context, row: Row, name: str) -> TableCell:
    if name == "fewer":
        return _fewer(context, row) if row["effect_reason"] == Reason.GIVEN else TableCell(DASH)
    if row["saving_reason"] != Reason.GIVEN:
        return TableCell(_why(context, row["saving_reason"]), Kind.HIDDEN) if name == _SAVING else TableCell(DASH)
    if name == "evidence":
        return TableCell(context.say(Evidence.MEDIUM.label))
    if name == "avoided":
        return _amount(context, row["saving"] + row["cost"])
    if name == "cost":
        return _amount(context, row["cost"])
    low, high = (_euros(context, row[end]) for end in ("saving_low", "saving_high"))
    return TableCell(f"{_euros(context, row['saving'])} ({low} {DASH} {high})", Kind.NUMBER)


def _fewer(context: Context, row: Row) -> TableCell:
    """Starts less in the year, with the 80 % interval."""
    number = bare(row["fewer"], Unit.PERSONS, context.lang)
    if row["fewer_low"] is None or row["fewer_high"] is None:
        return TableCell(number, Kind.NUMBER)
    low, high = (bare(row[end], Unit.PERSONS, context.lang) for end in ("fewer_low", "fewer_high"))
    return TableCell(f"{number} ({low} {DASH} {high})", Kind.NUMBER)


def _amount(context: Context, value: float | None) -> TableCell:
    if value is None:
        return TableCell(_why(context, Reason.NO_COST), Kind.HIDDEN)
    return TableCell(_euros(context, value), Kind.NUMBER, value=value)
