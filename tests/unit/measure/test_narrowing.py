"""Rows that are put aside before counting are all that any kind of count can see, and fewer than there are."""

import random
from itertools import product

import pytest
from tests.unit.measure.test_same_figures import REGION, rows

from graadmeter.domain.indicators import AgeScope, Moment, Unit
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.lanes import Kind
from graadmeter.measure.moments import GIVEN, Window, ever_present, presence_of
from graadmeter.measure.portable import render

KINDS = [
    Kind(Unit.NUMBER, "traject", moment, age)
    for moment, age in product(Moment, AgeScope)
    if moment not in GIVEN and not moment.of_dates
]
BESIDE_ALWAYS = "(SELECT *, -1::BIGINT AS samen, -1::BIGINT AS samen_verblijf FROM traject)"
"""Everybody has help under another act, and residence, in every quarter."""


@pytest.fixture(scope="module", params=[True, False], ids=["in order", "in any order"])
def engine(request):
    with DuckDBEngine(threads=1, ordered=request.param) as opened:
        for name, table in model_tables(rows(random.Random(8))).items():  # noqa: S311 - no secret
            opened.register(name, table)
        yield opened


@pytest.mark.parametrize("last", range(REGION.first_quarter, REGION.last_quarter + 1, 3))
def test_what_a_kind_sees_is_put_aside(engine, last) -> None:
    window = Window(last - 1, last)
    where = render(ever_present(window, KINDS[0]), "duckdb")
    seen = " OR ".join(f"({render(presence_of(window, kind), 'duckdb')}) IS NOT NULL" for kind in KINDS)
    query = f"SELECT count(*) AS n, count(*) FILTER ({where}) AS kept, count(*) FILTER ({seen}) AS seen, "
    (found,) = engine.query(
        query + f"count(*) FILTER (({seen}) AND NOT ({where})) AS missed FROM {BESIDE_ALWAYS}"
    ).to_pylist()
    assert found["missed"] == 0
    assert 0 < found["seen"] <= found["kept"] < found["n"]
