"""The compiled engine and the plain one count the same in every random region, for the catalogue and beyond it."""

from functools import cache

import pyarrow as pa
from hypothesis import given
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


@cache
def prepared(first: str, last: str):
    region = region_of(first, last)
    planned = plan(CATALOGUE.values())
    return region, planned, script(planned, region, "duckdb")


def difference(fast: pa.Table, plain: pa.Table) -> str:
    """The first rows that only one of the two has."""
    ours, theirs = ({tuple(row.items()) for row in table.to_pylist()} for table in (fast, plain))
    return f"only fast: {sorted(ours - theirs, key=str)[:2]}\nonly plain: {sorted(theirs - ours, key=str)[:2]}"


@given(troubled_regions())
def test_the_engines_agree(case) -> None:
    first, last, rows = case
    region, planned, texts = prepared(first, last)
    tables = model_tables(rows)
    with DuckDBEngine(threads=1) as engine:
        for name, table in tables.items():
            engine.register(name, table)
        fast = measure_planned(engine, planned, texts, region, edition="proef")
    plain = measure_plainly(tables, CATALOGUE, region, edition="proef")
    assert fast.equals(plain), difference(fast, plain)
