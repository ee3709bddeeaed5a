"""Counting rules give the same figures on DuckDB, on a real PostgreSQL server and on a cluster."""

import pytest

from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.model import BEVOLKING
from graadmeter.domain.periods import parse_period
from graadmeter.domain.rule_tables import REGELADRES, REGELTRAJECT
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.engine.postgresql import PostgreSQLEngine
from graadmeter.engine.spark import SparkEngine
from graadmeter.measure.example import arrow, example_areas
from graadmeter.measure.rules.figures import RuleFigures
from graadmeter.measure.rules.run import count_rules

KW1 = parse_period("2024KW01").first
REGION = example_areas(("GM0141", "GM0153"), (), KW1, KW1 + 3)
RULES = [rule.switches for rule in rule_sets().values()]
WANTED = RULES


def trajectory(number: int, person: int, town: str = "GM0141", **other) -> dict:
    spans = {"jeugd_van": KW1, "jeugd_tot": KW1 + 3, "jong_van": KW1, "jong_tot": KW1 + 3}
    kinds = {"in_natura": True, "samen": True, "los": True, "kw_gesloten": None}
    return {"regeltraject": number, "persoon": person, "gemeente": town, **spans, **kinds, **other}


TABLES = {
    "regeltraject": arrow(
        REGELTRAJECT,
        [
            trajectory(1, 1),
            trajectory(2, 2, jeugd_van=None, jeugd_tot=None),
            trajectory(3, 3, in_natura=False),
            trajectory(4, 4, "GM0153", jong_tot=KW1 + 1, jeugd_tot=KW1 + 1),
            trajectory(5, 5, kw_gesloten=KW1),
            trajectory(6, 6, los=False),
            trajectory(7, 6, samen=False),
            trajectory(8, 6, samen=False),
            trajectory(9, 7, "GM9999"),
        ],
    ),
    "regeladres": arrow(
        REGELADRES,
        [
            {"persoon": person, "gemeente": "GM0141", "kwartaal": KW1 + 3, "woongemeente": town}
            for person, town in ((1, "GM0153"), (6, "GM9999"))
        ]
        + [{"persoon": 7, "gemeente": "GM9999", "kwartaal": KW1, "woongemeente": "GM0141"}],
    ),
    "bevolking": arrow(
        BEVOLKING,
        [
            {"gemeente": "GM0141", "wijk": "WK014101", "jaar": 2024, "leeftijd": age, "geslacht": "m", "aantal": 10}
            for age in (0, 17, 18, 22, 23)
        ],
    ),
}


def counted(engine: Engine) -> RuleFigures:
    for name, table in TABLES.items():
        engine.register(name, table)
    return count_rules(engine, WANTED, REGION)


@pytest.fixture(scope="module")
def expected() -> RuleFigures:
    with DuckDBEngine(threads=1) as engine:
        found = counted(engine)
    assert len(found.counted) > 40
    assert found.young == {(area, 2024, age): 10 for area in ("GM0141", "JZ99") for age in (0, 17, 18, 22)}
    return found


def test_postgresql_counts_the_same(expected, postgresql) -> None:
    with PostgreSQLEngine(postgresql) as engine:
        assert counted(engine) == expected


def test_a_cluster_counts_the_same(expected, sail, tmp_path) -> None:
    with SparkEngine(sail, scratch=str(tmp_path)) as engine:
        assert counted(engine) == expected
