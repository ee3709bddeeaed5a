"""The query texts: the same plan for three engines, without a function that one of them lacks."""

from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp
from tests.support.odd_indicators import odd_indicators

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.measure.example import example_areas, example_region
from graadmeter.measure.plan import plan
from graadmeter.measure.script import Script, script

SNAPSHOTS = Path(__file__).parent / "snapshots"
DIALECTS = ("duckdb", "postgres", "spark")
PORTABLE = (
    exp.And, exp.Or, exp.Case, exp.If, exp.Cast, exp.Coalesce, exp.Count, exp.Sum, exp.Max, exp.Min, exp.Least,
    exp.Greatest, exp.BitwiseOrAgg, exp.RowNumber, exp.BitwiseLeftShift, exp.Extract, exp.DateDiff, exp.Substring,
    exp.TsOrDsToDate,
)  # fmt: skip
"""Functions that DuckDB, PostgreSQL 15 and Spark all have, under the names SQLGlot gives them there (it reads
DATEDIFF of Spark as one of two `TsOrDsToDate`)."""


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


def region():
    return example_region(indicators()["jeugdhulp"].example)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_only_portable_functions_are_used(dialect) -> None:
    catalogue = {**indicators(), **odd_indicators()}
    for text in texts(script(plan(catalogue.values()), region(), dialect)):
        tree = sqlglot.parse_one(text, dialect=dialect)
        foreign = {type(node).__name__ for node in tree.find_all(exp.Func) if not isinstance(node, PORTABLE)}
        assert not foreign, text[:400]


def small_plan(dialect: str) -> str:
    chosen = [indicators()[name] for name in ("dyslexie", "herhaald_beroep")]
    return ";\n\n".join(texts(script(plan(chosen), region(), dialect))) + ";\n"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_text_of_a_small_plan_is_as_it_was(dialect) -> None:
    """After a wanted change `python -m tests.unit.measure.test_portable` writes the texts anew; read the change."""
    assert small_plan(dialect) == (SNAPSHOTS / f"{dialect}.sql").read_text(encoding="utf-8")


def test_no_query_is_asked_per_period_area_or_indicator() -> None:
    planned = plan(indicators().values())
    long = [texts(script(planned, example_areas(("GM0141",), (), 8000, last), "duckdb")) for last in (8000, 8039)]
    assert len(long[0]) == len(long[1])
    sheets = [script(planned, example_areas(("GM0141",), (), 8000, last), "duckdb").sheets for last in (8000, 8039)]
    assert [len(text) for text in sheets[0]] == [len(text) for text in sheets[1]]


if __name__ == "__main__":
    for name in DIALECTS:
        (SNAPSHOTS / f"{name}.sql").write_text(small_plan(name), encoding="utf-8")
