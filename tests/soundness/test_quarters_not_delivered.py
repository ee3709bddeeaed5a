"""A quarter that a municipality did not deliver has no figures: neither what ran on from before, nor nothing begun."""

from collections.abc import Callable
from datetime import date

import pyarrow as pa
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.reference.run import measure_plainly
from graadmeter.measure.run import measure

LATE, IN_TIME = "GM0153", "GM0141"
QUARTERS = ("2024KW01", "2024KW02", "2024KW03", "2024KW04")
CHOSEN = {name: indicators()[name] for name in ("jeugdhulp", "trajecten")}
REGION = example_areas((IN_TIME, LATE), (), *(parse_period(code).first for code in (QUARTERS[0], QUARTERS[-1])))
Count = Callable[[dict[str, pa.Table]], pa.Table]


def by_engine(tables: dict[str, pa.Table]) -> pa.Table:
    with DuckDBEngine(threads=1) as engine:
        for name, rows in tables.items():
            engine.register(name, rows)
        return measure(engine, CHOSEN, REGION, edition="proef")


def plainly(tables: dict[str, pa.Table]) -> pa.Table:
    return measure_plainly(tables, CHOSEN, REGION, edition="proef")


def rows_of(delivered: dict[str, tuple[str, ...]], table: str) -> dict[str, list[dict[str, object]]]:
    """A young person in each town with help from before the year on, and the deliveries that are told of."""
    towns = list(enumerate((IN_TIME, LATE), start=1))
    told = [
        {"gemeente": town, "kwartaal": quarter, "tabel": table} for town, own in delivered.items() for quarter in own
    ]
    begin = date(2023, 5, 1)
    return {
        "persoon": [{"persoon": one, "geboren": date(2012, 1, 1)} for one, _ in towns],
        "traject": [
            {"traject": one, "persoon": one, "gemeente": town, "soort": "jeugdhulp", "hulpvorm": "02", "begin": begin}
            for one, town in towns
        ],
        **({"levering": told} if told else {}),
    }


def statuses(cells: pa.Table, area: str, period: str) -> set[str]:
    """Of the counts: for shares there are no inhabitants here."""
    rows = (row for row in cells.to_pylist() if (row["area"], row["period"]) == (area, period))
    return {str(row["status"]) for row in rows if row["unit"] in {"personen", "trajecten"}}


@pytest.mark.parametrize("count", [by_engine, plainly])
@pytest.mark.parametrize("table", ["toewijzing", "start", "voorziening", "ggm_beschikte_voorziening"])
def test_what_is_late_is_not_told_from_what_ran_on(count: Count, table: str) -> None:
    """Help that goes on was once counted as help in the quarter that nobody delivered, and none as begun or ended."""
    cells = count(model_tables(rows_of({IN_TIME: QUARTERS, LATE: QUARTERS[:3]}, table)))
    for area in (LATE, REGION.code):
        assert statuses(cells, area, "2024KW04") == {"not_delivered"}
        assert statuses(cells, area, "2024JJ00") == {"not_delivered"}
        assert "not_delivered" not in statuses(cells, area, "2024KW03")
    assert "not_delivered" not in statuses(cells, IN_TIME, "2024KW04") | statuses(cells, IN_TIME, "2024JJ00")


@pytest.mark.parametrize("count", [by_engine, plainly])
def test_rows_without_any_delivery_are_taken_to_be_whole(count: Count) -> None:
    """Worked examples of definitions tell of deliveries only where that is what they show."""
    cells = count(model_tables(rows_of({}, "")))
    found = {status for code in QUARTERS for area in (IN_TIME, LATE) for status in statuses(cells, area, code)}
    assert "not_delivered" not in found
