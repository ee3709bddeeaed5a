"""Runs the checks of the catalogue over one delivery. Read this first: the order of things is here."""

from collections.abc import Mapping

import pyarrow as pa

from graadmeter.check.context import CheckContext
from graadmeter.check.desk import Desk
from graadmeter.check.ledger import Ledger, set_files_aside
from graadmeter.check.opening import ledger_of
from graadmeter.check.plan import Plan, plan_of
from graadmeter.check.result import CheckResult
from graadmeter.check.rows import book_row_failures
from graadmeter.check.sets import book_set_failures
from graadmeter.check.summary import summary_of
from graadmeter.domain.checks import Check
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
    that earlier steps left standing.
    """
    askable = {code: check for code, check in checks.items() if context.knows(check)}
    plan = plan_of(layouts, askable, context.code_lists)
    ledgers = {table.layout.table: ledger_of(table, raw.get(table.layout.table)) for table in plan.tables}
    with Desk(engine, context, layouts, plan.named) as desk:
        _judge_files(desk, ledgers, plan)
        _judge_rows(desk, ledgers, plan)
        _judge_sets(desk, ledgers, plan)
    return summary_of(ledgers, checks, context)


def _judge_files(desk: Desk, ledgers: Mapping[str, Ledger], plan: Plan) -> None:
    for ledger in ledgers.values():
        desk.put_all(ledger)
    book_set_failures(desk, ledgers, plan.files)
    set_files_aside(ledgers.values())


def _judge_rows(desk: Desk, ledgers: Mapping[str, Ledger], plan: Plan) -> None:
    for table in plan.tables:
        ledger = ledgers[table.layout.table]
        book_row_failures(desk, ledger, table.rows)
        set_files_aside(ledgers.values())
        desk.put_used(ledger)


def _judge_sets(desk: Desk, ledgers: Mapping[str, Ledger], plan: Plan) -> None:
    for phase in plan.sets:
        before = {table: int(ledger.stopped.sum()) for table, ledger in ledgers.items()}
        book_set_failures(desk, ledgers, phase)
        set_files_aside(ledgers.values())
        for table, ledger in ledgers.items():
            if int(ledger.stopped.sum()) != before[table]:
                desk.put_used(ledger)
