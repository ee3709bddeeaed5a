"""Runs the checks of the catalogue over one delivery. Read this first: the order of things is here."""

from collections.abc import Mapping

import pyarrow as pa

from graadmeter.check.context import CheckContext
from graadmeter.check.desk import Desk, known_names
from graadmeter.check.ledger import Ledger, set_files_aside
from graadmeter.check.opening import ledger_of
from graadmeter.check.plan import PHASES, Plan, remembered_plan
from graadmeter.check.refused import mark_returned
from graadmeter.check.result import CheckResult
from graadmeter.check.rows import book_row_failures
from graadmeter.check.sets import book_set_failures
from graadmeter.check.summary import summary_of
from graadmeter.domain.checks import Check
from graadmeter.domain.findings import Tier
from graadmeter.domain.layouts import Layout
from graadmeter.engine.port import Engine


def run_checks(
    engine: Engine,
    raw: Mapping[str, pa.Table],
    layouts: Mapping[str, Layout],
    checks: Mapping[str, Check],
    context: CheckContext,
) -> CheckResult:
    """Everything the checks say of a delivery, and the rows of it that may be used.

    `raw` holds text columns per raw table plus `bestand` and `regel`; absent tables count as empty. Field checks go
    first, then whole files, then row by row, then across rows, files and history; each step sees only values and rows
    that earlier steps left standing. Only rules in force on the last day of the quarter are asked (or on the day that
    the terms in `context` name).
    """
    day, catalogue = context.terms.rules_on or context.quarter.last_day, checks
    checks = {code: check for code, check in checks.items() if check.in_force(day)}
    known = known_names(context, raw)
    askable = (code for code, check in checks.items() if known.issuperset(check.uses))
    plan = remembered_plan(layouts, catalogue, askable, context.code_lists)
    ledgers = {table.layout.table: ledger_of(table, raw.get(table.layout.table)) for table in plan.tables}
    mark_returned(ledgers)
    with Desk(engine, context, ledgers) as desk:
        for tier in PHASES:
            _judge(desk, ledgers, plan, tier)
    return summary_of(ledgers, checks, context, known)


def _judge(desk: Desk, ledgers: Mapping[str, Ledger], plan: Plan, tier: Tier) -> None:
    """One tier over all tables; what it sets aside is gone for the next."""
    before = sum(int(ledger.stopped.sum()) for ledger in ledgers.values())
    for table in plan.tables:
        book_row_failures(desk, ledgers[table.layout.table], table.rows[tier])
    book_set_failures(desk, ledgers, plan.sets[tier])
    set_files_aside(ledgers.values())
    desk.rest()
    if sum(int(ledger.stopped.sum()) for ledger in ledgers.values()) != before:
        desk.refresh()
