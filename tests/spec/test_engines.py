"""The whole catalogue gives identical cells on DuckDB, on a real PostgreSQL server and on a cluster.

On the cluster every statement costs a tenth of a second before it begins: `make test` takes every kind of measure
along there, `make test-deep` every indicator.
"""

import os
from dataclasses import replace

import pyarrow as pa
import pytest
from tests.support.all_examples import region_of_all
from tests.support.few import few

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.engine.postgresql import PostgreSQLEngine
from graadmeter.engine.spark import SparkEngine
from graadmeter.measure.run import measure, measure_by_indicator


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    return region_of_all(tmp_path_factory.mktemp("all"))


@pytest.fixture(scope="module")
def expected(everything) -> pa.Table:
    with DuckDBEngine(threads=1) as engine:
        return cells(engine, everything)


def cells(engine: Engine, everything, chosen=None) -> pa.Table:
    tables, region = everything
    for name, table in tables.items():
        engine.register(name, table)
    return measure(engine, chosen or indicators(), region, edition="proef")


def difference(ours: pa.Table, theirs: pa.Table) -> str:
    """The first rows that only one of the two has."""
    one, other = ({tuple(row.items()) for row in table.to_pylist()} for table in (ours, theirs))
    return f"only DuckDB: {sorted(one - other, key=str)[:2]}\nonly here: {sorted(other - one, key=str)[:2]}"


def test_every_example_is_in_it(everything, expected) -> None:
    counted = {row["indicator"] for row in expected.filter(pa.compute.field("value") > 0).to_pylist()}
    assert counted == set(indicators())


def test_postgresql_gives_identical_cells(everything, expected, postgresql) -> None:
    with PostgreSQLEngine(postgresql) as engine:
        found = cells(engine, everything)
    assert found.equals(expected), difference(expected, found)


def test_rows_that_were_put_apart_give_the_same_cells(everything, postgresql) -> None:
    tables, region = everything
    chosen = {name: indicators()[name] for name in ("herhaald_beroep", "jeugdhulp", "stapeling", "uitgaven")}
    later = replace(region, first_quarter=region.last_quarter - 3)
    found = []
    for opened, narrow in ((DuckDBEngine(threads=1), False), (PostgreSQLEngine(postgresql), True)):
        with opened as engine:
            for name, table in tables.items():
                engine.register(name, table)
            parts = measure_by_indicator(engine, chosen, later, edition="proef", narrow=narrow)
            found.append(pa.concat_tables(parts))
    assert found[0].num_rows
    assert found[1].equals(found[0]), difference(*found)


def test_a_cluster_gives_identical_cells(everything, expected, sail, tmp_path) -> None:
    chosen = indicators() if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else few()
    with SparkEngine(sail, scratch=str(tmp_path)) as engine:
        found = cells(engine, everything, chosen)
    ours = expected.filter(pa.compute.is_in(expected["indicator"], pa.array(list(chosen))))
    assert found.equals(ours), difference(ours, found)
    assert not list(tmp_path.iterdir())
