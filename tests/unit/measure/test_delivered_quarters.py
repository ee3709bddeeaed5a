"""In which quarters each municipality delivered a table: asked of the engine and plainly, and laid out per area."""

import pyarrow as pa
import pytest

from graadmeter.domain.indicators import Count, Unit
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.asking import ask_query
from graadmeter.measure.delivered import delivered_quarters
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.lanes import Lane
from graadmeter.measure.methods.interface import Ask, Form
from graadmeter.measure.places import Places
from graadmeter.measure.reference.asking import answer
from graadmeter.measure.reference.region import facts

ONE, OTHER = "GM0141", "GM0153"
FIRST = parse_period("2024KW01").first
REGION = example_areas((ONE, OTHER), (), FIRST, FIRST + 2)
PLACES = Places(REGION)
TABLES = model_tables(
    {
        "levering": [
            {"gemeente": ONE, "kwartaal": FIRST, "tabel": "wachttijd"},
            {"gemeente": ONE, "kwartaal": FIRST, "tabel": "wachttijd", "sessie": "again"},
            {"gemeente": OTHER, "kwartaal": FIRST, "tabel": "wachttijd"},
            {"gemeente": OTHER, "kwartaal": FIRST + 1, "tabel": "wachttijd", "gebruikt": 0},
            {"gemeente": OTHER, "kwartaal": FIRST + 2, "tabel": "wachttijd"},
            {"gemeente": OTHER, "kwartaal": FIRST - 1, "tabel": "wachttijd"},
            {"gemeente": "VT05", "kwartaal": FIRST + 1, "tabel": "vt_melding"},
        ],
        "woonvorm": [{"gemeente": OTHER, "wijk": "WK015301", "kwartaal": FIRST, "leeftijd": 70, "geslacht": "m"}],
    }
)
EXPECTED = {
    "wachttijd": ([True, False, False], [True, False, False], [True, False, True]),
    "woonvorm": ([False] * 3, [False] * 3, [True, False, False]),
    "vt_melding": ([False, True, False],) * 3,
    "traject": ([True] * 3,) * 3,
    "declaratieregel": ([False] * 3,) * 3,
}


def by_engine(ask: Ask) -> pa.Table:
    with DuckDBEngine(threads=1) as engine:
        for name, rows in TABLES.items():
            engine.register(name, rows)
        return engine.query(ask_query(0, ask, REGION.code).sql(engine.dialect))


def plainly(ask: Ask) -> pa.Table:
    return answer(facts(TABLES, REGION), ask)


@pytest.mark.parametrize("answered", [by_engine, plainly])
@pytest.mark.parametrize("table", EXPECTED)
def test_where_and_when_a_table_was_delivered(answered, table: str) -> None:
    told = answered(Ask(Lane(Count(Unit.NUMBER, table)), Form.DELIVERED))
    assert told.column_names == ["area", "kwartaal"]
    found = delivered_quarters(PLACES, told, table)
    areas = [PLACES.index[code] for code in (REGION.code, ONE, OTHER)]
    assert tuple(found[areas].tolist()) == EXPECTED[table]
