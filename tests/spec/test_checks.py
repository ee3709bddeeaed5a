"""Every check of the catalogue finds what its faulty rows show, is silent on its fine rows, and names no person."""

import re
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

import graadmeter.catalogue.checks as folder
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.context import CheckContext
from graadmeter.check.desk import VOLUME
from graadmeter.check.earlier_tables import EARLIER
from graadmeter.check.examples import GEMEENTE, QUARTER, run_example
from graadmeter.check.messages import placeholders
from graadmeter.check.neighbours.registry import FIRST, NEIGHBOURS
from graadmeter.check.parameters import filled, values_of
from graadmeter.check.volumes import SHAPE
from graadmeter.domain.checks import PERSONAL, Check, Example
from graadmeter.domain.findings import Finding
from graadmeter.engine.duckdb import DuckDBEngine

FILES = [path for path in Path(folder.__file__).parent.rglob("*.py") if not path.name.startswith("_")]
CHECKS = list(checks().values())
PARAMETERS = values_of(CheckContext(GEMEENTE, QUARTER))
TABLES = {*layouts(), *(mark + name for mark in ("eerder_", "alle_") for name in EARLIER)}


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
    assert len(FILES) >= 185
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
        general = {"label", "value", "codes"} if check.each else {"detail"}
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

    def test_asks_for_what_exists(self, check: Check) -> None:
        known = {f"eerder_{name}" for name in EARLIER} | {"wijken", "aanbieders"} | set(layouts())
        assert set(check.uses) <= known
        assert set(check.needs) <= set(checks())
        assert set(check.also) <= set(layouts())

    def test_looks_at_neighbours_that_exist(self, check: Check) -> None:
        for predicate in (check.wrong, *filter(None, check.also.values())) if check.is_row_check else ():
            for column in sqlglot.parse_one(predicate).find_all(exp.Column):
                if column.table == VOLUME:
                    assert column.name in SHAPE.names
                elif column.table == FIRST or column.name == "volg":
                    assert check.key, f"{column.sql()} needs a key"
                elif column.table != "r":
                    assert column.name in NEIGHBOURS[column.table].columns, column.sql()

    @pytest.mark.parametrize("dialect", ["postgres", "spark"])
    def test_is_portable_sql(self, check: Check, dialect: str) -> None:
        for text in () if check.each else (check.wrong, *filter(None, check.also.values())):
            sql = filled(text, PARAMETERS, TABLES) if check.is_query else text
            made = sqlglot.transpile(sql, read="duckdb", write=dialect, unsupported_level=sqlglot.ErrorLevel.RAISE)
            assert len(made) == 1
