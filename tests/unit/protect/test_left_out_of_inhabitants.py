"""Everybody knows how many elderly live somewhere: who counts nearly all of them tells of the few who are left."""

from collections.abc import Mapping

import pyarrow as pa
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.run import measure
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

TOWNS = ("GM0141", "GM0147", "GM0153", "GM0158")
YEAR = 2024
INDICATORS = {"zelfstandig_wonend": indicators()["zelfstandig_wonend"]}
INSIDE = {"GM0141": (4, 60), "GM0147": (15, 70), "GM0153": (30, 90), "GM0158": (12, 80)}
"""Of 400 inhabitants of 72 and 500 of 80 in each municipality, who live in an institution."""


def region() -> Region:
    """Four municipalities without wijken, in one year."""
    return example_areas(TOWNS, (), YEAR * 4, YEAR * 4 + 3)


def request(inside: Mapping[str, tuple[int, int]] = INSIDE) -> Request:
    """What is asked for these numbers of people in institutions."""
    there = [
        {"gemeente": town, "wijk": f"WK{town[2:]}XX", "leeftijd": age, "geslacht": "v", "aantal": many, "in": held}
        for town, both in inside.items()
        for age, many, held in zip((72, 80), (400, 500), both, strict=True)
    ]
    rows = {
        "bevolking": [{**row, "jaar": YEAR} for row in there],
        "woonvorm": [{**row, "kwartaal": YEAR * 4, "in_instelling": row["in"]} for row in there],
    }
    with DuckDBEngine(threads=1) as engine:
        for name, table in model_tables(rows).items():
            engine.register(name, table)
        cells = measure(engine, INDICATORS, region(), edition="proef")
    return Request(cells, INDICATORS, policies(), region())


def told(cells: pa.Table, area: str, age: str) -> dict[str, float | None]:
    """What is shown, by unit."""
    rows = cells.to_pylist()
    return {row["unit"]: row["value"] for row in rows if (row["area"], row["leeftijdsgroep"]) == (area, age)}


def test_neither_the_count_nor_the_share_tells_of_four_in_an_institution() -> None:
    cells = protect(request()).cells
    assert told(cells, "GM0141", "70-74") == {"aantal": None, "procent": None}
    assert told(cells, "GM0141", "75+") == {"aantal": None, "procent": None}, "or the total gives it away"
    assert told(cells, "GM0141", "total") == {"aantal": 836, "procent": 92.9}
    hidden = [town for town in TOWNS if told(cells, town, "70-74")["aantal"] is None]
    assert len(hidden) > 1, "or the region gives it away"


def test_all_is_shown_where_enough_live_in_institutions_or_nobody_does() -> None:
    cells = protect(request({**INSIDE, "GM0141": (0, 60)})).cells
    assert None not in cells["value"].to_pylist()
    assert told(cells, "GM0141", "70-74") == {"aantal": 400, "procent": 100.0}


@pytest.mark.parametrize("unit", ["aantal", "procent"])
def test_the_attack_finds_it_when_the_engine_shows_either(unit: str) -> None:
    asked = request()
    cells, measured = protect(asked).cells, asked.measured.to_pylist()
    values, statuses = cells["value"].to_pylist(), cells["status"].to_pylist()
    for at, row in enumerate(measured):
        if (row["area"], row["unit"], row["leeftijdsgroep"]) == ("GM0141", unit, "70-74"):
            values[at], statuses[at] = round(row["value"], 1), "value"
    for name, column in (("value", values), ("status", statuses)):
        field = cells.schema.field(name)
        cells = cells.set_column(cells.column_names.index(name), field, pa.array(column, field.type))
    problems = [one.en for one in audit_release(cells, asked, claims=()).problems]
    assert any("GM0141" in one and ("too small to show" in one or "nearly everybody" in one) for one in problems)
