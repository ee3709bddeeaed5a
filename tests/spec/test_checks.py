"""Every check of the catalogue finds what its faulty rows show, is silent on its fine rows, and names no person."""

import re
from pathlib import Path

import pytest

import graadmeter.catalogue.checks as folder
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.examples import run_example
from graadmeter.check.messages import placeholders
from graadmeter.domain.checks import PERSONAL, Check, Example
from graadmeter.domain.findings import Finding
from graadmeter.engine.duckdb import DuckDBEngine

FILES = [path for path in Path(folder.__file__).parent.rglob("*.py") if not path.name.startswith("_")]
CHECKS = list(checks().values())


@pytest.fixture(scope="module")
def engine():
    with DuckDBEngine(threads=1) as made:
        yield made


@pytest.fixture(scope="module")
def found(engine):
    """The findings of a check on one of its examples; for a field check those on fields the example gives."""
    seen: dict[int, list[Finding]] = {}

    def look(check: Check, example: Example) -> list[Finding]:
        given = {name for row in example.rows for name in row}
        if id(example) not in seen:
            seen[id(example)] = [
                finding
                for finding in run_example(engine, check, example).findings
                if finding.code == check.code and (check.each is None or finding.column in given)
            ]
        return seen[id(example)]

    return look


def tables_of(check: Check) -> set[str]:
    return {check.table, *check.also} if check.table else set()


def test_as_many_checks_as_files() -> None:
    assert len(FILES) >= 100
    assert len(checks()) == len(FILES)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
class TestEveryCheck:
    def test_has_fine_and_faulty_rows_for_every_table_it_holds_for(self, check: Check) -> None:
        for kind, examples in (("fine", check.fine), ("faulty", check.faulty)):
            assert examples, f"{check.code} has no {kind} rows"
            shown = {example.table or check.table for example in examples}
            assert tables_of(check) <= shown, f"{check.code} has no {kind} rows for {tables_of(check) - shown}"

    def test_is_silent_on_fine_rows(self, check: Check, found) -> None:
        for example in check.fine:
            assert found(check, example) == [], example

    def test_finds_faulty_rows(self, check: Check, found) -> None:
        for example in check.faulty:
            assert found(check, example) != [], example

    def test_speaks_of_fields_that_exist(self, check: Check) -> None:
        shapes = layouts()
        known = {field.name for table in (tables_of(check) or shapes) for field in shapes[table].fields}
        assert set(check.fields) <= known
        assert check.fields or not check.is_row_check

    def test_message_is_complete_and_names_no_person(self, check: Check) -> None:
        shapes = layouts()
        for text in (check.title, check.message, check.remedy):
            assert text.nl.strip(), check.code
            assert text.en.strip(), check.code
        assert check.source
        names = placeholders(check.message)
        assert not names & PERSONAL, "a message may never hold a personal value"
        general = {"label", "value"} if check.each else {"detail"}
        for table in tables_of(check) or shapes:
            fields = {field.name for field in shapes[table].fields}
            assert names <= fields | general, f"{table}: {names - fields - general}"
        assert not placeholders(check.title) | placeholders(check.remedy), "only the message has placeholders"

    def test_findings_hold_no_bsn_or_birth_date(self, check: Check, found) -> None:
        for example in check.faulty:
            personal = {row[name] for row in example.rows for name in ("bsn", "geboortedatum") if row.get(name)}
            for finding in found(check, example):
                told = f"{finding.message.nl} {finding.message.en} {finding.case} {sorted(finding.values.values())}"
                assert not {value for value in personal if value in told}, finding
                assert "{" not in told, finding

    def test_is_filed_under_its_code(self, check: Check) -> None:
        assert re.fullmatch(r"GM-[A-Z0-9-]+", check.code)
