"""Reads the `rules` of a policy: each with its source, its dates, its numbers, and the figures it is about."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graadmeter.catalogue.refusals import check_keys, member, names_in, refuse
from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.disclosure_rules import (
    RULE_NUMBERS,
    RULES_OF_DIMENSIONS,
    RULES_OF_MONEY,
    Contributor,
    Rule,
    RuleKind,
)
from graadmeter.domain.text import Text

_REQUIRED = ("rule", "source", "valid_from", "valid_until")
_WHERE = ("indicators", "levels", "access")
_KIND = Text("de regel", "rule")


def read_rules(unit: str, content: Any) -> tuple[Rule, ...]:
    """The rules in the list of one policy, called `unit`; raises CatalogueError, with near matches, for a wrong one."""
    if not isinstance(content, list) or not all(isinstance(one, Mapping) for one in content):
        raise refuse(unit, Text("'rules' vraagt een lijst van regels.", "'rules' needs a list of rules."))
    return tuple(_rule(f"{unit}, rule {number}", one) for number, one in enumerate(content, 1))


def _rule(unit: str, content: Mapping[str, Any]) -> Rule:
    kind = member(unit, _KIND, content.get("rule"), RuleKind)
    along = ("dimensions",) if kind in RULES_OF_DIMENSIONS else ()
    among = ("among",) if kind in RULES_OF_MONEY else ()
    check_keys(unit, content, (*_REQUIRED, *RULE_NUMBERS[kind], *among), (*_WHERE, *along))
    first, last = _day(unit, content["valid_from"]), content["valid_until"]
    rule = Rule(
        kind=kind,
        source=_words(unit, content["source"]),
        valid_from=first,
        valid_until=None if last is None else _day(unit, last),
        numbers={name: _number(unit, name, content[name], *span) for name, span in RULE_NUMBERS[kind].items()},
        among=_contributors(unit, content["among"]) if among else (),
        indicators=_names(unit, content, "indicators"),
        levels=tuple(Level(name) for name in _names(unit, content, "levels", tuple(level.value for level in Level))),
        dimensions=_names(unit, content, "dimensions", DIMENSIONS),
        access=_names(unit, content, "access"),
    )
    if rule.valid_until is not None and rule.valid_until < rule.valid_from:
        raise refuse(unit, Text("'valid_until' ligt voor 'valid_from'.", "'valid_until' lies before 'valid_from'."))
    return rule


def _contributors(unit: str, values: Any) -> tuple[Contributor, ...]:
    names = names_in(unit, Text("de bijdrager", "contributor"), values, [one.value for one in Contributor])
    if not names:
        raise refuse(unit, Text("'among' noemt geen bijdragers.", "'among' names no contributors."))
    return tuple(Contributor(name) for name in names)


def _names(unit: str, content: Mapping[str, Any], key: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The list under a key, empty when it is left out; a list that is there must name something."""
    if key not in content:
        return ()
    values = content[key]
    if not isinstance(values, list) or not values:
        raise refuse(unit, Text(f"'{key}' vraagt een lijst van namen.", f"'{key}' needs a list of names."))
    return names_in(unit, Text(f"in '{key}'", f"name in '{key}'"), values, known or [str(value) for value in values])


def _number(unit: str, name: str, value: object, least: int, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        text = Text(
            f"'{name}' is een heel getal van {least} tot en met {most}.",
            f"'{name}' is a whole number from {least} to {most}.",
        )
        raise refuse(unit, text)
    return value


def _day(unit: str, value: object) -> date:
    if not isinstance(value, date):
        raise refuse(unit, Text(f"'{value}' is geen datum.", f"'{value}' is not a date."))
    return value


def _words(unit: str, value: object) -> str:
    words = str(value or "").strip()
    if not words:
        raise refuse(unit, Text("de bron ('source') ontbreekt.", "the 'source' is missing."))
    return words
