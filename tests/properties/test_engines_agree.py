"""The compiled engine and the plain one count the same in every random region, for the catalogue and beyond it."""

from functools import cache

import pyarrow as pa
import pytest
from hypothesis import given, settings
from tests.support.odd_indicators import odd_indicators
from tests.support.regions import region_of
from tests.support.upheavals import troubled_regions

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.plan import plan
from graadmeter.measure.reference.run import measure_plainly
from graadmeter.measure.run import measure_planned
from graadmeter.measure.script import script

CATALOGUE = {**indicators(), **odd_indicators()}
PARTS = 4
"""The catalogue is taken in parts, each with its share of the random regions: the plain engine takes its time."""


def part_of(number: int) -> dict:
    return {name: one for place, (name, one) in enumerate(CATALOGUE.items()) if place % PARTS == number}


@cache
def prepared(first: str, last: str, part: int):
    region = region_of(first, last)
    planned = plan(part_of(part).values())
    return region, planned, script(planned, region, "duckdb")


def difference(fast: pa.Table, plain: pa.Table) -> str:
    """The first rows that only one of the two has."""
    ours, theirs = ({tuple(row.items()) for row in table.to_pylist()} for table in (fast, plain))
    return f"only fast: {sorted(ours - theirs, key=str)[:2]}\nonly plain: {sorted(theirs - ours, key=str)[:2]}"


@pytest.mark.parametrize("part", range(PARTS))
@settings(max_examples=max(1, settings.default.max_examples // PARTS))
@given(case=troubled_regions())
def test_the_engines_agree(case, part) -> None:
    first, last, rows = case
    region, planned, texts = prepared(first, last, part)
    tables = model_tables(rows)
    with DuckDBEngine(threads=1) as engine:
        for name, table in tables.items():
            engine.register(name, table)
        fast = measure_planned(engine, planned, texts, region, edition="proef")
    plain = measure_plainly(tables, part_of(part), region, edition="proef")
    assert fast.equals(plain), difference(fast, plain)
