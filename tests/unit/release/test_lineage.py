"""Lineage names, for every area, period and law, the sessions whose trajectories were active then."""

import pyarrow as pa
import pytest

from graadmeter.domain.model import HERKOMST, LEVERING, TRAJECT
from graadmeter.domain.periods import parse_period
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.release.lineage import lineage

Q3, Q4 = parse_period("2025KW03").first, parse_period("2025KW04").first


def table(shape, rows):
    schema = schema_of(shape)
    nullable = pa.schema([field.with_nullable(True) for field in schema])
    return pa.Table.from_pylist([{name: row.get(name) for name in schema.names} for row in rows], nullable)


@pytest.fixture
def found(region):
    trajecten = [
        {"traject": 1, "gemeente": "GM0141", "wet": "jeugdwet", "jeugd_van": Q3, "jeugd_tot": Q3},
        {"traject": 2, "gemeente": "GM0147", "wet": "wmo", "volw_van": Q3 - 8, "volw_tot": Q4},
        {"traject": 3, "gemeente": "GM0147", "wet": "jeugdwet"},
    ]
    herkomst = [{"traject": 1, "sessie": "a"}, {"traject": 2, "sessie": "b"}, {"traject": 3, "sessie": "never"}]
    levering = [
        {"sessie": "p", "gemeente": "GM0141", "kwartaal": Q3 - 2, "tabel": "bevolking", "gebruikt": 5, "afgekeurd": 0},
        {"sessie": "a", "gemeente": "GM0141", "kwartaal": Q3, "tabel": "start", "gebruikt": 5, "afgekeurd": 0},
    ]
    with DuckDBEngine(threads=1) as engine:
        engine.register("traject", table(TRAJECT, trajecten))
        engine.register("herkomst", table(HERKOMST, herkomst))
        engine.register("levering", table(LEVERING, levering))
        rows = lineage(engine, region)
    return {tuple(row.values()) for row in rows.to_pylist()}


def test_sessions_count_in_the_periods_of_their_trajectories(found) -> None:
    assert ("GM0141", "2025KW03", "jeugdwet", "a") in found
    assert ("GM0141", "2025KW04", "jeugdwet", "a") not in found
    assert ("GM0141", "2025HJ02", "jeugdwet", "a") in found
    assert {("GM0147", period, "wmo", "b") for period in ("2025KW03", "2025KW04", "2025HJ02")} <= found


def test_the_region_rests_on_all(found) -> None:
    assert {("JZ14", "2025KW03", "jeugdwet", "a"), ("JZ14", "2025KW03", "wmo", "b")} <= found


def test_population_counts_for_its_whole_year(found) -> None:
    assert ("GM0141", "2025KW04", "bevolking", "p") in found


def test_trajectories_that_were_never_active_leave_no_trace(found) -> None:
    assert not [row for row in found if row[3] == "never"]
