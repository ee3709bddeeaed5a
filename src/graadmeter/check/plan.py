"""Sorts checks by where and how they run: field checks, row checks per table, set checks in phases."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from graadmeter.check.parameters import names_in
from graadmeter.domain.checks import Check, Each
from graadmeter.domain.findings import Tier
from graadmeter.domain.layouts import Field, Layout
from graadmeter.domain.tables import Type

ORDER = ("toewijzing", "start", "stop", "verzoek", "declaratie", "prestatie", "voorziening", "bevolking")
"""Assignments first, since the rows of other tables are held against them."""

THIS_TABLE = ":deze"
"""What a set check that holds for several tables calls the one it is asked about."""

_PHASES = (Tier.RECORD, Tier.ACROSS_RECORDS, Tier.ACROSS_FILES, Tier.HISTORY)
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

    def names(self, alias: str) -> bool:
        """Whether the predicate looks at the neighbour `alias` (t or p)."""
        return re.search(rf"\b{alias}\.\w", self.predicate) is not None


@dataclass(frozen=True, slots=True)
class SetCheck:
    """One query about one table."""

    check: Check
    table: str
    sql: str


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What is checked of one table, row by row."""

    layout: Layout
    fields: tuple[FieldCheck, ...]
    rows: tuple[RowCheck, ...]
    """A check comes after the ones it needs."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All checks in the order they run."""

    tables: tuple[TablePlan, ...]
    files: tuple[SetCheck, ...]
    """Set checks on whole files, run on every row before any is set aside."""
    sets: tuple[tuple[SetCheck, ...], ...]
    """The other set checks, in phases: each phase sees only rows that earlier phases left in use."""

    @property
    def named(self) -> set[str]:
        """The tables and values that set checks name in their queries."""
        return {name for phase in (self.files, *self.sets) for query in phase for name in names_in(query.sql)}


def plan_of(
    layouts: Mapping[str, Layout], checks: Mapping[str, Check], code_lists: Mapping[str, Collection[str]]
) -> Plan:
    """The plan for these layouts and checks; raises KeyError when a check names a table or a code list that is not."""
    ranked = sorted(layouts.values(), key=lambda layout: _rank(layout.table))
    each = [check for check in checks.values() if check.each is not None]
    queries = [query for check in checks.values() if check.is_query for query in _queries(check)]
    return Plan(
        tables=tuple(
            TablePlan(layout, _field_checks(layout, each, code_lists), _row_checks(layout.table, checks.values()))
            for layout in ranked
        ),
        files=tuple(query for query in queries if query.check.tier is Tier.FILE),
        sets=tuple(tuple(query for query in queries if query.check.tier is tier) for tier in _PHASES),
    )


def _rank(table: str) -> tuple[int, str]:
    return (ORDER.index(table) if table in ORDER else len(ORDER), table)


def _field_checks(
    layout: Layout, each: Iterable[Check], code_lists: Mapping[str, Collection[str]]
) -> tuple[FieldCheck, ...]:
    chosen = []
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


def _queries(check: Check) -> Iterable[SetCheck]:
    for table in (check.table, *check.also):
        sql = check.wrong if table == check.table else check.also[table] or check.wrong
        yield SetCheck(check, table, sql.replace(THIS_TABLE, f":{table}"))


def _row_checks(table: str, checks: Iterable[Check]) -> tuple[RowCheck, ...]:
    found = {check.code: _row_check(table, check) for check in checks if check.is_row_check and _speaks(table, check)}
    needs = {code: [need for need in row.check.needs if need in found] for code, row in found.items()}
    order = TopologicalSorter(needs)
    return tuple(found[code] for code in order.static_order())


def _speaks(table: str, check: Check) -> bool:
    return check.table == table or table in check.also


def _row_check(table: str, check: Check) -> RowCheck:
    return RowCheck(check, check.wrong if check.table == table else check.also[table] or check.wrong)
