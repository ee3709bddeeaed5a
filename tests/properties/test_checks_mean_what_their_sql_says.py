"""Checks are judged column by column; on random rows that says exactly what the engine says of their SQL."""

import random
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest
import sqlglot
from sqlglot import exp

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.context import CheckContext
from graadmeter.check.desk import VOLUME, Desk
from graadmeter.check.examples import GEMEENTE, PRODUCTS, QUARTER, WIJKEN
from graadmeter.check.expressions import holds
from graadmeter.check.fields import as_mask, field_failures
from graadmeter.check.opening import ledger_of
from graadmeter.check.parameters import filled, values_of
from graadmeter.check.plan import PHASES, plan_of
from graadmeter.check.typed import typed
from graadmeter.domain.checks import Each
from graadmeter.engine.duckdb import DuckDBEngine

ROWS = 60
CONTEXT = CheckContext(GEMEENTE, QUARTER, products=PRODUCTS, code_lists=code_lists(), wijken=WIJKEN)
PLAN = plan_of(layouts(), checks(), code_lists())
PREDICATES = sorted(
    {(plan.layout.table, row.predicate) for plan in PLAN.tables for tier in PHASES for row in plan.rows[tier]}
)
WORDS = [
    "C",
    "D",
    "1",
    "3",
    "13",
    "20",
    "jw",
    "wmo",
    "jeugdwet",
    "ZIN",
    "PGB",
    "J",
    "N",
    "0141",
    "2025KW04",
    "01",
    "04",
]


@pytest.fixture(scope="module")
def engine():
    with DuckDBEngine(threads=1) as made:
        yield made


def column(kind: pa.DataType, literals: list[str], rng: random.Random) -> pa.Array:
    if pa.types.is_date(kind):
        pool = [date(2025, 9, 29) + timedelta(days=rng.randint(-40, 120)) for _ in range(8)] + [date(1900, 1, 1)]
    elif pa.types.is_integer(kind):
        pool = [0, 1, 2, 3, 18, 60, 96, 100]
    else:
        pool = [*literals, *rng.sample(WORDS, 4)]
    return pa.array([rng.choice([*pool, None]) for _ in range(ROWS)], kind)


@pytest.fixture(scope="module")
def desk(engine):
    ledgers = {plan.layout.table: ledger_of(plan, None) for plan in PLAN.tables}
    with Desk(engine, CONTEXT, ledgers) as made:
        yield made


def kind_of(desk: Desk, table: str, alias: str, name: str) -> pa.DataType:
    """The type of a column a predicate names, as the desk gives it."""
    return desk.volumes()[name].type if alias == VOLUME else desk.column(table, ("bestand",), alias, name).type


@pytest.mark.parametrize("seed", range(3))
def test_row_checks(engine, desk, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same rows every time
    values = values_of(CONTEXT)
    assert len(PREDICATES) > 150
    for table, predicate in PREDICATES:
        tree = sqlglot.parse_one(predicate)
        literals = [literal.this for literal in tree.find_all(exp.Literal) if literal.is_string]
        named = {(item.table, item.name) for item in tree.find_all(exp.Column)}
        data = {place: column(kind_of(desk, table, *place), literals, rng) for place in sorted(named)}
        fast = holds(predicate, lambda alias, name, data=data: data[alias, name], values)

        engine.register("flat", pa.table({f"{alias}__{name}": values for (alias, name), values in data.items()}))
        for item in list(tree.find_all(exp.Column)):
            item.replace(exp.column(f"{item.table}__{item.name}"))
        sql = filled(tree.sql(dialect="duckdb").replace("$", ":"), values, ())
        slow = engine.query(f"SELECT COALESCE({sql}, FALSE) AS wrong FROM flat")["wrong"].to_pylist()
        engine.unregister("flat")
        assert as_mask(fast).tolist() == slow, (table, predicate)


@pytest.mark.parametrize("seed", range(3))
def test_field_checks(engine, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same rows every time
    for plan in PLAN.tables:
        for check in (one for one in plan.fields if one.each is not Each.READABLE):
            name = check.field.name
            codes = sorted(set().union(*check.codes.values())) if check.codes else []
            pool = [
                *codes,
                *WORDS,
                "WK014110",
                "12345678",
                "009999991",
                "x" * 40,
                "7\n",
                "a\nb",
                "é" * 12,
                "١٢٣٤",
                None,
            ]
            text = {
                field.name: pa.array([rng.choice(pool) for _ in range(ROWS)], pa.string())
                for field in plan.layout.fields
            }
            text["domein"] = pa.array([rng.choice(["jw", "wmo"]) for _ in range(ROWS)])
            found = {item.field.name: mask for item, mask in field_failures([check], text, text)}
            fast = found.get(name, np.zeros(ROWS, dtype=bool)).tolist()

            parts = []
            for domain, known in check.codes.items() or [("", frozenset())]:
                listed = ", ".join(f"'{code}'" for code in sorted(known))
                sql = check.check.wrong.format(field=name, pattern=check.field.pattern, codes=listed)
                parts.append(f"({sql} AND r.domein = '{domain}')" if domain else f"({sql})")
            engine.register("flat", pa.table(text))
            slow = engine.query(f"SELECT COALESCE({' OR '.join(parts)}, FALSE) AS wrong FROM flat AS r")
            engine.unregister("flat")
            assert fast == slow["wrong"].to_pylist(), (plan.layout.table, name, check.each)


def test_readable_dates_and_numbers_are_those_the_engine_reads(engine) -> None:
    for plan in PLAN.tables:
        for check in (one for one in plan.fields if one.each is Each.READABLE):
            text = pa.array(["2025-01-31", "2025-02-30", "12", "-7", "twaalf", "", "2025-13-01"])
            sql = check.check.wrong.format(field="x", type=check.field.type.value)
            engine.register("flat", pa.table({"x": text}))
            slow = engine.query(f"SELECT COALESCE({sql}, FALSE) AS wrong FROM flat AS r")["wrong"].to_pylist()
            engine.unregister("flat")
            assert typed(text, check.field.type).is_null().to_pylist() == slow
