"""Claim lines that a claim answer (325) refused may be claimed anew: no check holds the old line against the new."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from tests.support.raw_rows import assignment, claim, events_of, refused_line

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.catalogue.products import base_products
from graadmeter.check import earlier
from graadmeter.check.context import CheckContext
from graadmeter.check.result import CheckResult
from graadmeter.check.run import run_checks
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine

MONTH, LATER = date(2024, 2, 1), date(2024, 3, 1)
FIRST = claim("1", MONTH)
ANEW = claim("2", MONTH, dagtekening=LATER, bericht_id="2", declaratienummer="D2")
REFUSED = {
    **refused_line("1", MONTH),
    "productcode": FIRST["productcode"],
    "periode_begin": MONTH,
    "periode_eind": MONTH,
}
OTHER = {**REFUSED, "productcode": "45A02"}


def told(engine: DuckDBEngine, before: dict[str, pa.Table] | None = None, **tables: list[dict[str, Any]]) -> set[str]:
    """The checks on claimed care that say something."""
    raw = {name: _table(name, rows) for name, rows in tables.items()}
    context = CheckContext(
        gemeente="GM0141",
        quarter=parse_period("2024KW01"),
        products=base_products(),
        code_lists=code_lists(),
        earlier=before or {},
    )
    wanted = {code: check for code, check in checks().items() if code in {"GM-TR389", "GM-TR416", "GM-TR314"}}
    result: CheckResult = run_checks(engine, raw, layouts(), wanted, context)
    return {finding.code for finding in result.findings if finding.code in wanted}


def _table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """Raw rows as they are read: all text."""
    columns = [field.name for field in layouts()[name].fields]
    texts = [{one: None if row.get(one) is None else str(row[one]) for one in columns} for row in rows]
    schema = pa.schema([(one, pa.string()) for one in columns])
    table = pa.Table.from_pylist(texts, schema=schema)
    files = [f"{name}-{row.get('declaratienummer', 'x')}.xml" for row in rows]
    return table.append_column("bestand", pa.array(files)).append_column("regel", pa.array(range(1, len(rows) + 1)))


@pytest.fixture
def engine():
    with DuckDBEngine(threads=1) as opened:
        yield opened


def test_without_an_answer_the_second_line_is_questioned(engine) -> None:
    assert told(engine, toewijzing=[assignment()], prestatie=[FIRST, ANEW]) == {"GM-TR389"}


def test_a_line_that_was_refused_may_be_claimed_anew(engine) -> None:
    assert told(engine, toewijzing=[assignment()], prestatie=[FIRST, ANEW], afgewezen_prestatie=[REFUSED]) == set()


def test_the_refusal_of_another_product_excuses_nothing(engine) -> None:
    assert told(engine, toewijzing=[assignment()], prestatie=[FIRST, ANEW], afgewezen_prestatie=[OTHER]) == {"GM-TR389"}


@pytest.mark.parametrize("now", [True, False], ids=["refused now", "refused before"])
def test_a_line_of_an_earlier_quarter_that_was_refused_may_be_claimed_anew(engine, now: bool) -> None:
    before = {"prestatie": [FIRST]} | ({} if now else {"afgewezen_prestatie": [REFUSED]})
    events = events_of(engine, "2023KW04", toewijzing=[assignment()], **before)
    history = earlier.combine([earlier.of_session(events, parse_period("2023KW04").first)])
    refused = [REFUSED] if now else []
    assert told(engine, history, toewijzing=[assignment()], prestatie=[ANEW], afgewezen_prestatie=refused) == set()
    unanswered = events_of(engine, "2023KW04", toewijzing=[assignment()], prestatie=[FIRST])
    history = earlier.combine([earlier.of_session(unanswered, parse_period("2023KW04").first)])
    assert told(engine, history, toewijzing=[assignment()], prestatie=[ANEW]) == {"GM-TR389"}
