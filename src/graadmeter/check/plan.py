"""Sorts checks by where and how they run: field checks, row checks per table, set checks in phases."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from graphlib import TopologicalSorter
from typing import Any

from graadmeter.domain.checks import Check, Each
from graadmeter.domain.findings import Tier
from graadmeter.domain.layouts import Field, Layout
from graadmeter.domain.tables import Type

PHASES = (Tier.FILE, Tier.RECORD, Tier.ACROSS_RECORDS, Tier.ACROSS_FILES, Tier.HISTORY)
"""The order in which tiers are judged, after the fields; each sees what earlier ones left in use."""

_DOMAIN_LISTS = {"XX588": {"jw": "JZ588", "wmo": "WMO588"}}
"""Code lists that differ per domain."""


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """One field check on one field."""

    check: Check
    field: Field
    each: Each
    codes: Mapping[str, frozenset[str]]
    """Valid codes per domain; the domain '' holds for all."""


@dataclass(frozen=True, slots=True)
class RowCheck:
    """One predicate on one table."""

    check: Check
    predicate: str


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What is checked of one table."""

    layout: Layout
    fields: tuple[FieldCheck, ...]
    rows: Mapping[Tier, tuple[RowCheck, ...]]
    """Per tier; a check comes after the ones it needs."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All checks in the order they run."""

    tables: tuple[TablePlan, ...]
    sets: Mapping[Tier, tuple[Check, ...]]
    """Set checks per tier."""


def plan_of(
    layouts: Mapping[str, Layout], checks: Mapping[str, Check], code_lists: Mapping[str, Collection[str]]
) -> Plan:
    """The plan for these layouts and checks; raises KeyError when a field names a code list that is not there."""
    ordered = [checks[code] for code in _needed_first(checks)]
    return Plan(
        tables=tuple(
            TablePlan(layout, _field_checks(layout, ordered, code_lists), _row_checks(layout.table, ordered))
            for layout in layouts.values()
        ),
        sets={tier: tuple(check for check in ordered if check.is_query and check.tier is tier) for tier in PHASES},
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """A value that is known by being the very same one, for remembering what was made of it."""

    value: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def remembered_plan(
    layouts: Mapping[str, Layout],
    checks: Mapping[str, Check],
    asked: Iterable[str],
    code_lists: Mapping[str, Collection[str]],
) -> Plan:
    """`plan_of` for the checks with these codes; made once per process for the catalogue's own values."""
    return _made(_Same(layouts), _Same(checks), tuple(asked), _Same(code_lists))


@lru_cache(maxsize=8)
def _made(layouts: _Same, checks: _Same, asked: tuple[str, ...], code_lists: _Same) -> Plan:
    return plan_of(layouts.value, {code: checks.value[code] for code in asked}, code_lists.value)


def _needed_first(checks: Mapping[str, Check]) -> Iterable[str]:
    needs = {code: [need for need in check.needs if need in checks] for code, check in sorted(checks.items())}
    return TopologicalSorter(needs).static_order()


def _field_checks(
    layout: Layout, checks: Iterable[Check], code_lists: Mapping[str, Collection[str]]
) -> tuple[FieldCheck, ...]:
    chosen = []
    each = [check for check in checks if check.each is not None]
    for field in layout.fields:
        for kind in Each:
            of_kind = [check for check in each if check.each is kind and field.name in (check.fields or (field.name,))]
            if of_kind and _holds(kind, field):
                check = max(of_kind, key=lambda check: bool(check.fields))
                chosen.append(FieldCheck(check, field, kind, _codes(kind, field, code_lists)))
    return tuple(chosen)


def _holds(kind: Each, field: Field) -> bool:
    return {
        Each.REQUIRED: field.required,
        Each.READABLE: field.type is not Type.TEXT,
        Each.REQUIRED_CODE: bool(field.codes) and field.required,
        Each.OPTIONAL_CODE: bool(field.codes) and not field.required,
        Each.PATTERN: bool(field.pattern),
    }[kind]


def _codes(kind: Each, field: Field, code_lists: Mapping[str, Collection[str]]) -> dict[str, frozenset[str]]:
    if kind not in {Each.REQUIRED_CODE, Each.OPTIONAL_CODE}:
        return {}
    lists = _DOMAIN_LISTS.get(field.codes, {"": field.codes})
    return {domain: frozenset(code_lists[name]) for domain, name in lists.items()}


def _row_checks(table: str, checks: Iterable[Check]) -> dict[Tier, tuple[RowCheck, ...]]:
    found = [_row_check(table, check) for check in checks if check.is_row_check and _speaks(table, check)]
    return {tier: tuple(row for row in found if row.check.tier is tier) for tier in PHASES}


def _speaks(table: str, check: Check) -> bool:
    return check.table == table or table in check.also


def _row_check(table: str, check: Check) -> RowCheck:
    return RowCheck(check, check.wrong if check.table == table else check.also[table] or check.wrong)
