"""What a release says of a figure by the rules of others, in lines: its share, and what others publish by that rule."""

from collections.abc import Iterator, Mapping
from typing import Any

from graadmeter.cli.numbers import spoken
from graadmeter.domain.comparison import Reason, Standing
from graadmeter.domain.periods import parse_period
from graadmeter.domain.rule_comparison import SCOPES
from graadmeter.domain.text import Lang, Text
from graadmeter.release.read import Release

Row = Mapping[str, Any]

_FIGURE = Text(
    "Volgens de regel {rule} ({age} jaar, {period}): {value} % ({count} van {base}).",
    "By the rule {rule} (aged {age}, {period}): {value} % ({count} of {base}).",
)
_GIVEN = Text("  {name}: {value} %, {standing} ({source}).", "  {name}: {value} %, {standing} ({source}).")
_NOT = Text("  {name}: {why}.", "  {name}: {why}.")


def by_rule_words(release: Release, indicator: str, area: str, lang: Lang) -> Iterator[str]:
    """Per rule the last year in which the nation is given, or else the last year; nothing on other subjects."""
    rows = [row for row in release.rule_comparison.to_pylist() if (row["indicator"], row["area"]) == (indicator, area)]
    names = {entry["id"]: entry["title"][lang] for entry in release.catalogue.get("rules", {}).get("sets", ())}
    for rule in sorted({row["rule"] for row in rows}):
        mine = [row for row in rows if row["rule"] == rule]
        given = [row for row in mine if row["nation_status"] == Reason.GIVEN]
        yield from _lines(max(given or mine, key=lambda row: int(row["year"])), names.get(rule, rule), lang)


def _lines(row: Row, rule: str, lang: Lang) -> Iterator[str]:
    yield _FIGURE.within(lang).format(
        rule=rule,
        age=row["age"],
        period=parse_period(row["period"]).label.within(lang),
        value=spoken(row["value"], lang),
        count=spoken(round(row["count"]), lang),
        base=spoken(row["inhabitants"], lang),
    )
    for scope in SCOPES:
        name, status = scope.label.within(lang), Reason(row[f"{scope}_status"])
        if status is Reason.GIVEN:
            told = {"value": spoken(row[f"{scope}_value"], lang), "source": row[f"{scope}_source"]}
            yield _GIVEN.within(lang).format(
                name=name, standing=Standing(row[f"{scope}_class"]).label.within(lang), **told
            )
        elif status is not Reason.OTHER_LEVEL:
            yield _NOT.within(lang).format(name=name, why=status.label.within(lang))
