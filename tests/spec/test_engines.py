"""The whole catalogue gives identical cells on DuckDB, on a real PostgreSQL server and on a cluster.

On the cluster every statement costs a tenth of a second before it begins: `make test` takes every kind of measure
along there, `make test-deep` every indicator.
"""

import os

import pyarrow as pa
import pytest
from tests.support.all_examples import region_of_all
from tests.support.few import few

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.engine.postgresql import PostgreSQLEngine
from graadmeter.engine.spark import SparkEngine
from graadmeter.measure.run import measure


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


def test_a_cluster_gives_identical_cells(everything, expected, sail, tmp_path) -> None:
    chosen = indicators() if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else few()
    with SparkEngine(sail, scratch=str(tmp_path)) as engine:
        found = cells(engine, everything, chosen)
    ours = expected.filter(pa.compute.is_in(expected["indicator"], pa.array(list(chosen))))
    assert found.equals(ours), difference(ours, found)
    assert not list(tmp_path.iterdir())
