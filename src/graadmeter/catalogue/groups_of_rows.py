"""Loads the groups: breakdowns whose members are predicates on rows, one YAML file per dimension in `groups/`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from graadmeter.catalogue.dimensions import dimension_members
from graadmeter.catalogue.predicates import check_predicate
from graadmeter.catalogue.refusals import check_keys, refuse, unknown
from graadmeter.catalogue.units import read_yaml, unit_files
from graadmeter.domain.indicators import Group
from graadmeter.domain.sources import COUNTABLE
from graadmeter.domain.text import Text

_WAITED = "waited"


@cache
def groups_of(table: str) -> tuple[Group, ...]:
    """The groups that every definition may use of a model table, by dimension and in the order of their files."""
    return tuple(group for file, content in _contents() for group in _of_table(file, content, table))


@cache
def _contents() -> tuple[tuple[str, dict[str, Any]], ...]:
    found = tuple((file.name, read_yaml(file)) for file in unit_files("groups", ".yaml"))
    for name, content in found:
        check_keys(name, content, ("dimension", "source", "tables"))
        for table in content["tables"]:
            if table not in COUNTABLE:
                raise unknown(name, Text("de tabel", "table"), table, COUNTABLE)
    return found


def _of_table(file: str, content: Mapping[str, Any], table: str) -> tuple[Group, ...]:
    members = content["tables"].get(table)
    return () if members is None else read_groups(file, {content["dimension"]: members}, table)


def read_groups(unit: str, content: Mapping[str, Any], table: str) -> tuple[Group, ...]:
    """The groups in a mapping dimension -> member -> predicate; raises CatalogueError for what does not exist."""
    known = dimension_members()
    found = []
    for dimension, members in content.items():
        if dimension not in known:
            raise unknown(unit, Text("de dimensie", "dimension"), dimension, known)
        for code, rule in members.items():
            if str(code) not in known[dimension]:
                raise unknown(unit, Text(f"de code van {dimension}", f"code of {dimension}"), code, known[dimension])
            found.append(_group(unit, str(dimension), str(code), rule, table))
    return tuple(found)


def _days(unit: str, member: str, value: Any) -> tuple[int, int | None]:
    """At least, and less than, so many days."""
    match value:
        case [int() as least, int() | None as most]:
            return least, most
        case _:
            text = Text(
                f"{member}: schrijf {_WAITED} als [minstens, minder dan] zoveel dagen: [28, 70], of [182, null].",
                f"{member}: write {_WAITED} as [at least, less than] so many days: [28, 70], or [182, null].",
            )
            raise refuse(unit, text)


def _group(unit: str, dimension: str, member: str, rule: Any, table: str) -> Group:
    if isinstance(rule, dict):
        check_keys(unit, rule, (_WAITED,))
        return Group(dimension, member, waited=_days(unit, member, rule[_WAITED]))
    if not isinstance(rule, str):
        raise refuse(unit, Text(f"{member}: schrijf een voorwaarde.", f"{member}: write a predicate."))
    check_predicate(unit, rule, table)
    return Group(dimension, member, rule)
