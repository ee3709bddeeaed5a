"""The query texts: the same plan for three engines, without a function that one of them lacks."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from tests.support.odd_indicators import odd_indicators

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.measure.example import example_areas, example_region
from graadmeter.measure.plan import Plan, plan
from graadmeter.measure.script import Script, script

SNAPSHOTS = Path(__file__).parent / "snapshots"
DIALECTS = ("duckdb", "postgres", "spark")
KEYWORDS = {"AND", "DISTINCT", "FROM", "IN", "JOIN", "NOT", "ON", "OR", "OVER", "THEN", "WHEN", "WHERE"}
PORTABLE = {
    "BIT_OR", "CAST", "COALESCE", "COUNT", "EXTRACT", "GREATEST", "LEAST", "MAX", "MIN", "ROW_NUMBER", "SUBSTRING",
    "SUM",
}  # fmt: skip
"""Functions that DuckDB, PostgreSQL 15 and Spark all have under one name."""
OWN_NAMES = {"duckdb": {"DATE_DIFF"}, "postgres": set(), "spark": {"DATEDIFF", "SHIFTLEFT"}}
"""What one of them calls a count of days (a minus sign in PostgreSQL) and a shift (an operator elsewhere)."""


def texts(found: Script) -> list[str]:
    return [
        *(make.create for make in found.makes),
        *found.sheets,
        *found.compositions.values(),
        *found.rankings.values(),
        found.population,
        found.delivered,
        *found.spreads,
    ]


def called(queries: Iterable[str]) -> set[str]:
    """Functions: the words before a bracket. That each engine can read the texts, tests/spec/test_engines.py shows."""
    without_texts = (re.sub(r"'(?:[^']|'')*'", "''", text) for text in queries)
    return {name.upper() for text in without_texts for name in re.findall(r"\b(\w+)\s*\(", text)} - KEYWORDS


def region():
    return example_region(indicators()["jeugdhulp"].example)


@cache
def whole_plan() -> Plan:
    return plan({**indicators(), **odd_indicators()}.values())


@pytest.mark.parametrize("dialect", DIALECTS)
def test_only_portable_functions_are_used(dialect) -> None:
    assert called(texts(script(whole_plan(), region(), dialect))) == PORTABLE | OWN_NAMES[dialect]


def small_plan(dialect: str) -> str:
    chosen = [indicators()[name] for name in ("dyslexie", "herhaald_beroep")]
    return ";\n\n".join(texts(script(plan(chosen), region(), dialect))) + ";\n"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_text_of_a_small_plan_is_as_it_was(dialect) -> None:
    """After a wanted change `python -m tests.unit.measure.test_portable` writes the texts anew; read the change."""
    assert small_plan(dialect) == (SNAPSHOTS / f"{dialect}.sql").read_text(encoding="utf-8")


def test_no_query_is_asked_per_period_area_or_indicator() -> None:
    one, forty = (script(whole_plan(), example_areas(("GM0141",), (), 8000, last), "duckdb") for last in (8000, 8039))
    assert len(texts(one)) == len(texts(forty))
    assert [len(text) for text in one.sheets] == [len(text) for text in forty.sheets]


if __name__ == "__main__":
    for name in DIALECTS:
        (SNAPSHOTS / f"{name}.sql").write_text(small_plan(name), encoding="utf-8")
