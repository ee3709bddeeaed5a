"""Claim lines that a claim answer (325) refused may be claimed anew: no check holds the old line against the new."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from tests.support.raw_rows import assignment, claim, events_of, refused_line, returned, start

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


CLAIMED = {"GM-TR389", "GM-TR416", "GM-TR314"}
Raw = list[dict[str, Any]]


def judged(engine: DuckDBEngine, before: dict[str, pa.Table] | None, **tables: Raw) -> CheckResult:
    raw = {name: _table(name, rows) for name, rows in tables.items()}
    context = CheckContext(
        gemeente="GM0141",
        quarter=parse_period("2024KW01"),
        products=base_products(),
        code_lists=code_lists(),
        earlier=before or {},
        fictitious=True,
    )
    return run_checks(engine, raw, layouts(), checks(), context)


def spoken(engine: DuckDBEngine, before: dict[str, pa.Table] | None = None, **tables: Raw) -> set[str]:
    """The checks that say something."""
    return {finding.code for finding in judged(engine, before, **tables).findings}


def told(engine: DuckDBEngine, before: dict[str, pa.Table] | None = None, **tables: Raw) -> set[str]:
    """The checks on claimed care that say something."""
    return spoken(engine, before, **tables) & CLAIMED


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


def test_a_refused_start_that_is_sent_again_raises_no_question(engine) -> None:
    both = [start(dagtekening=date(2024, 1, day), bericht_id=str(day)) for day in (11, 18)]
    assert TWICE in spoken(engine, toewijzing=[assignment()], start=both)
    refused = returned("306", date(2024, 1, 11), bericht_id="11", retourcodes="8848")
    assert TWICE not in spoken(engine, toewijzing=[assignment()], start=both, retour=[refused])
    for other in ({"aanbieder": "02020202"}, {"bericht": "308"}, {"bericht_id": "12"}, {"retourcodes": "0200"}):
        assert TWICE in spoken(engine, toewijzing=[assignment()], start=both, retour=[{**refused, **other}])


TWICE = "GM-TR074"


def test_rows_of_a_refused_message_are_read_and_counted_but_not_judged(engine) -> None:
    late = start(date(2024, 3, 5), bericht_id="8", dagtekening=date(2024, 1, 5))
    assert "GM-TR134" in spoken(engine, toewijzing=[assignment()], start=[late])
    record = returned("306", date(2024, 1, 5), bericht_id="8", retourcodes_client="0200", retourcodes="9019")
    result = judged(engine, None, toewijzing=[assignment()], start=[late], retourregel=[record])
    assert "GM-TR134" not in {finding.code for finding in result.findings}
    assert {count.table: count.used for count in result.tables}["start"] == 1


def test_what_was_refused_in_an_earlier_quarter_is_not_held_against_this_one(engine) -> None:
    sent = {"toewijzing": [assignment()], "start": [start(dagtekening=date(2024, 1, 11), bericht_id="11")]}
    refused = returned("306", date(2024, 1, 11), bericht_id="11", retourcodes="8848")
    again = {"start": [start(dagtekening=date(2024, 2, 1), bericht_id="12")]}
    for back, expected in ([], True), ([refused], False):
        events = events_of(engine, "2023KW04", **sent, retour=back)
        history = earlier.combine([earlier.of_session(events, parse_period("2023KW04").first)])
        assert ("GM-TR074-H" in spoken(engine, history, **again)) is expected


@pytest.mark.parametrize(("code", "expected"), [("8848", False), ("0200", True)])
def test_what_a_later_quarter_refused_is_not_held_against_this_one_either(engine, code, expected) -> None:
    day = date(2023, 9, 28)
    sent = events_of(engine, "2023KW03", toewijzing=[assignment()], start=[start(dagtekening=day, bericht_id="11")])
    back = events_of(engine, "2023KW04", retour=[returned("306", day, bericht_id="11", retourcodes=code)])
    quarters = [parse_period(period).first for period in ("2023KW03", "2023KW04")]
    parts = [earlier.of_session(events, kw) for events, kw in zip((sent, back), quarters, strict=True)]
    again = {"start": [start(dagtekening=date(2024, 2, 1), bericht_id="12")]}
    assert ("GM-TR074-H" in spoken(engine, earlier.combine(parts), **again)) is expected
