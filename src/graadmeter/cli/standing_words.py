"""The sentences about a compared figure; every word follows from a fixed threshold, none is typed by hand."""

from collections.abc import Iterator, Mapping
from typing import Any

from graadmeter.cli.numbers import spoken
from graadmeter.domain.comparison import Direction, Judgement, Reason, Standing
from graadmeter.domain.text import Lang, Text

Row = Mapping[str, Any]

_INTERVAL = Text(
    ": {count} van {base}; marge {low} tot {high}",
    ": {count} of {base}; interval {low} to {high}",
)
_COUNT = Text("; marge {low} tot {high}", "; interval {low} to {high}")
_NO_INTERVAL = Text("; zonder marge: {why}", "; without interval: {why}")
_TREND = Text("In vijf jaar: {direction}{judgement}.", "Over five years: {direction}{judgement}.")
_NO_TREND = Text("In vijf jaar: niet te zeggen ({why}).", "Over five years: cannot be told ({why}).")
_SPREAD = Text(
    "Met de gewone verschillen tussen gemeenten meegerekend: {standing}.",
    "With the usual differences between municipalities taken into account: {standing}.",
)
_SHRUNK = Text(
    "Geschat met hulp van de andere wijken: {value} ({low} tot {high}); het eigen cijfer telt voor {weight} % mee.",
    "Estimated with the help of other neighbourhoods: {value} ({low} to {high}); the own figure counts for {weight} %.",
)
_EXPECTED = Text(
    "Bij de leeftijden van deze bevolking was {value} te verwachten (gewone marge {low} tot {high}): {standing}.",
    "With the ages of these inhabitants {value} was to be expected (usual range {low} to {high}): {standing}.",
)
_STANDARDISED = Text(
    "Met de leeftijden van de regio zou het {value} zijn ({low} tot {high}).",
    "With the ages of the region it would be {value} ({low} to {high}).",
)


def beside_words(row: Row, lang: Lang) -> str:
    """What stands behind the figure itself: its exact numbers and interval, or why there is none."""
    status = Reason(row["interval_status"])
    if status is not Reason.GIVEN:
        return _NO_INTERVAL.within(lang).format(why=status.label.within(lang))
    template = _COUNT if row["base"] is None else _INTERVAL
    return _filled(template, row, lang, count="count", base="base", low="low_95", high="high_95")


def further_words(row: Row, lang: Lang) -> Iterator[str]:
    """A sentence for each thing that could be worked out beside the comparisons."""
    if row["spread_status"] == Reason.GIVEN:
        yield _SPREAD.within(lang).format(standing=Standing(row["spread_class"]).label.within(lang))
    if row["expected_status"] == Reason.GIVEN:
        names = {"value": "expected_value", "low": "expected_low", "high": "expected_high"}
        yield _filled(_EXPECTED, row, lang, standing=Standing(row["expected_class"]).label.within(lang), **names)
    if row["standardised_status"] == Reason.GIVEN:
        names = {"value": "standardised_value", "low": "standardised_low", "high": "standardised_high"}
        yield _filled(_STANDARDISED, row, lang, **names)
    if row["shrunk_status"] == Reason.GIVEN:
        names = {"value": "shrunk_value", "low": "shrunk_low", "high": "shrunk_high"}
        yield _filled(_SHRUNK, row, lang, weight=spoken(round(100 * row["shrunk_own_weight"]), lang), **names)
    if row["interval_status"] == Reason.GIVEN:
        yield _trend(row, lang)


def _trend(row: Row, lang: Lang) -> str:
    status = Reason(row["trend_status"])
    if status is not Reason.GIVEN:
        return _NO_TREND.within(lang).format(why=status.label.within(lang))
    judgement = Judgement(row["trend_judgement"])
    judged = f", {judgement.label.within(lang)}" if judgement is not Judgement.NONE else ""
    return _TREND.within(lang).format(direction=Direction(row["trend"]).label.within(lang), judgement=judged)


def _filled(template: Text, row: Row, lang: Lang, **names: str) -> str:
    """The template with the figures of the named columns, rounded; a name that is no column stands for itself."""
    digits = 0 if row["base"] is None else 1
    words = {name: spoken(round(row[one], digits), lang) for name, one in names.items() if row.get(one) is not None}
    words |= {name: one for name, one in names.items() if one not in row}
    return template.within(lang).format(**words)
