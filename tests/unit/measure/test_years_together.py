"""Years that were counted at different times, put together, are what counting everything now gives."""

import random
from dataclasses import replace

import pyarrow as pa
import pytest
from tests.support.odd_indicators import odd_indicators
from tests.unit.measure.test_same_figures import REGION, rows

from graadmeter.domain.periods import parse_period
from graadmeter.domain.slices import UNKNOWN
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.keys import Texts
from graadmeter.measure.places import Places
from graadmeter.measure.renewal.combining import by_year, together
from graadmeter.measure.run import measure, measure_by_indicator
from graadmeter.measure.tables import periods_of

EARLIER = replace(REGION, last_quarter=parse_period("2020KW04").first)
"""The same region before anything of 2021 was delivered: its last quarters were provisional then."""
CHOSEN = {name: odd_indicators()[name] for name in ("saldo", "wachtdagen")}


@pytest.fixture(scope="module")
def engine():
    with DuckDBEngine(threads=1) as opened:
        drawn = rows(random.Random(6))  # noqa: S311 - no secret
        drawn["traject"] = [{**row, "productcode": "45A01"} for row in drawn["traject"]]
        for name, table in model_tables(drawn).items():
            opened.register(name, table)
        yield opened


def of_years(engine: DuckDBEngine, region) -> list[dict[int, pa.Table]]:
    found = measure_by_indicator(engine, CHOSEN, region, edition="toen", complete=True, compact=True)
    return [by_year(cells, {period.code for period in periods_of(region)}) for cells in found]


def test_years_of_two_editions_are_those_of_one(engine) -> None:
    whole = measure(engine, CHOSEN, REGION, edition="nu")
    found = []
    for indicator, before, now in zip(
        CHOSEN.values(), of_years(engine, EARLIER), of_years(engine, REGION), strict=True
    ):
        assert (list(before), list(now)) == ([2020], [2020, 2021])
        found.append(together([before[2020], now[2021]], Places(REGION), "nu", indicator, Texts()))
        assert {code[:4] for code in now[2021]["period"].to_pylist()} == {"2021"}
    assert pa.concat_tables(found).equals(whole)
    complete = sum(part.num_rows for years in of_years(engine, REGION) for part in years.values())
    assert complete > whole.num_rows
    assert UNKNOWN in whole["hulpvorm"].to_pylist()
    assert UNKNOWN not in whole["productgroep"].to_pylist()
