"""The figure counted by the rule of another beside what that other publishes of the nation and of this size."""

from collections.abc import Iterator

from graadmeter.charts.bars import Bar, Bars, bars_figure
from graadmeter.charts.datum import Datum
from graadmeter.charts.figure import Figure
from graadmeter.domain.comparison import Comparator, Reason, Standing
from graadmeter.domain.indicators import Unit
from graadmeter.domain.rule_comparison import SCOPES
from graadmeter.domain.status import CellStatus
from graadmeter.domain.text import Text
from graadmeter.site.age_words import inhabitants_aged
from graadmeter.site.by_rule import Row
from graadmeter.site.figures.context import Context
from graadmeter.site.period_words import period_label

_SUBTITLE = Text(
    "Geteld volgens de regel {rule}: % van {whole}, {period}", "Counted by the rule {rule}: % of {whole}, {period}"
)
_AREA, _SHARE = Text("gebied", "area"), Text("aandeel", "share")
_AGAINST = Text("Tegen {name}: {standing}.", "Against {name}: {standing}.")
_SOURCE = Text("Bron van {name}: {source}.", "Source of {name}: {source}.")
_REFUSED = Text("{name}: {reason}.", "{name}: {reason}.")
_TOLD = (Reason.OTHER_RULE, Reason.OTHER_AGE, Reason.OTHER_PERIOD, Reason.OTHER_VINTAGE)
"""Reasons that a reader is told: there is a figure, and it was refused."""


def beside_others(context: Context) -> list[Figure]:
    """A figure per rule by which others publish something; none on other subjects, or when nobody was added."""
    told = context.published.by_rule
    if context.subject.definition.id != told.indicator:
        return []
    rows = ((end, told.compared(context.area.code, end)) for end in told.ends)
    return [bars_figure(_bars(context, end, row)) for end, row in rows if row is not None and _given(row)]


def _given(row: Row) -> list[Comparator]:
    return [scope for scope in SCOPES if row[f"{scope}_status"] == Reason.GIVEN]


def _bars(context: Context, rule: str, row: Row) -> Bars:
    names = context.published.rule_names
    subtitle = _SUBTITLE.fill(
        rule=names[rule].within(context.lang) if rule in names else rule,
        whole=inhabitants_aged(row["age"]).within(context.lang),
        period=period_label(row["period"], context.lang),
    )
    own = Bar(context.area.name, _share(row["value"]), chosen=True)
    others = [Bar(_name(context, scope), _share(row[f"{scope}_value"])) for scope in _given(row)]
    return Bars(
        id=f"naast-{rule}",
        subtitle=subtitle.within(context.lang),
        rows=(own, *others),
        rows_are=context.say(_AREA),
        value_name=context.say(_SHARE),
        lang=context.lang,
        ordered=True,
        remarks=tuple(_remarks(context, row)),
    )


def _remarks(context: Context, row: Row) -> Iterator[str]:
    """How the figures stand to each other, where they come from, and what was refused."""
    for scope in SCOPES:
        name, reason = _name(context, scope), Reason(row[f"{scope}_status"])
        if reason is Reason.GIVEN:
            standing = Standing(row[f"{scope}_class"]).label.within(context.lang)
            yield context.say(_AGAINST).format(name=name, standing=standing)
            yield context.say(_SOURCE).format(name=name, source=row[f"{scope}_source"])
        elif reason in _TOLD:
            words = context.say(_REFUSED).format(name=name, reason=context.say(reason.label))
            yield words[0].upper() + words[1:]


def _name(context: Context, scope: Comparator) -> str:
    return context.say(scope.label)


def _share(value: float) -> Datum:
    return Datum(Unit.PERCENT, value, CellStatus.VALUE if value else CellStatus.ZERO)
