"""Loads the counting rules (one YAML file per rule in `rules/`) and the causes of differences (`causes/`)."""

from datetime import date
from functools import cache
from typing import Any

import yaml

from graadmeter.catalogue.units import read_yaml, text_of, unit_files
from graadmeter.domain.counting_rules import AgeRange, AreaRule, Cause, CauseText, Financing, RuleSet, Switches
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Text

_SETTINGS = {
    Cause.AGE: AgeRange,
    Cause.PERIOD: PeriodType,
    Cause.AREA: AreaRule,
    Cause.FINANCING: Financing,
}
"""The switches that take a word; the others take true or false."""


@cache
def rule_sets(own: tuple[tuple[str, str], ...] = ()) -> dict[str, RuleSet]:
    """Every counting rule by its id; `own` are file names and YAML texts of a region: they add rules or replace them.

    Raises CatalogueError when one is incomplete or makes no sense, or when two of the region's own have the same id.
    """
    loaded = {}
    for file in unit_files("rules", ".yaml"):
        one = _checked(file.name, read_yaml(file))
        if one.id != file.name.removesuffix(".yaml"):
            raise _wrong(file.name, f"id: {one.id}")
        loaded[one.id] = one
    added = {}
    for name, text in own:
        rule = _checked(name, _parsed(name, text))
        if rule.id in added:
            raise _wrong(name, f"id: {rule.id}")
        added[rule.id] = rule
    return loaded | added


@cache
def causes() -> dict[Cause, CauseText]:
    """Every cause in plain words, in published order; raises CatalogueError when one lacks its words."""
    found = {file.name.removesuffix(".yaml"): read_yaml(file) for file in unit_files("causes", ".yaml")}
    if set(found) != {*Cause}:
        raise _wrong("causes", ", ".join(sorted(set(found) ^ {*Cause})))
    return {cause: _cause(cause, found[cause]) for cause in Cause}


def _cause(cause: Cause, content: dict[str, Any]) -> CauseText:
    try:
        return CauseText(Cause(content["id"]), text_of(content["title"]), text_of(content["explanation"]))
    except (KeyError, TypeError, ValueError) as error:
        raise _wrong(f"{cause}.yaml", str(error)) from error


def _parsed(name: str, text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise _wrong(name, f"YAML, {line}") from error


def _checked(name: str, content: Any) -> RuleSet:
    try:
        return rule_of(content)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _wrong(name, str(error)) from error


def rule_of(content: dict[str, Any]) -> RuleSet:
    """The rule that a mapping describes; raises KeyError, TypeError or ValueError when it does not."""
    until = content["valid_until"]
    return RuleSet(
        id=str(content["id"]),
        version=content["version"],
        title=text_of(content["title"]),
        explanation=text_of(content["explanation"]),
        switches=_switches(content["switches"]),
        own=frozenset(Cause(name) for name in content["own"]),
        source=content["source"].strip(),
        valid_from=_day(content["valid_from"]),
        valid_until=_day(until) if until is not None else None,
    )


def _switches(content: dict[str, Any]) -> Switches:
    if set(content) != {*Cause}:
        raise ValueError(f"switches: {', '.join(sorted(set(content) ^ {*Cause}))}")
    words: dict[str, Any] = {cause.name.lower(): kind(content[cause]) for cause, kind in _SETTINGS.items()}
    for cause in (Cause.MERGING, Cause.CLOSING):
        if not isinstance(content[cause], bool):
            raise TypeError(f"'{content[cause]}' is not true or false")
        words[cause.name.lower()] = content[cause]
    return Switches(**words)


def _day(value: object) -> date:
    if not isinstance(value, date):
        raise TypeError(f"'{value}' is not a date")
    return value


def _wrong(name: str, why: str) -> CatalogueError:
    return CatalogueError(Text(f"Telregel {name} klopt niet: {why}.", f"Counting rule {name} is not valid: {why}."))
