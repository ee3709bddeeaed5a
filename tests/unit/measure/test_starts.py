"""Since when municipalities have an intervention: the newest delivery of each counts."""

from datetime import date

import pyarrow as pa

from graadmeter.domain.fact_tables import INTERVENTIE
from graadmeter.domain.periods import parse_period
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas
from graadmeter.measure.starts import starts

REGION = example_areas(("GM0141", "GM0147"), (), parse_period("2023KW01").first, parse_period("2025KW04").first)


def told(*rows: tuple) -> list[dict]:
    names = ("gemeente", "kwartaal", "interventie", "soort", "begindatum", "einddatum")
    given = [dict(zip(names, (row[0], parse_period(row[1]).first, *row[2:]), strict=True)) for row in rows]
    with DuckDBEngine() as engine:
        engine.register("interventie", pa.Table.from_pylist(given, schema=schema_of(INTERVENTIE.model)))
        return starts(engine, REGION).to_pylist()


def test_the_first_of_several_of_a_kind_is_the_start_and_the_last_to_end_the_end() -> None:
    begun = told(
        ("GM0141", "2025KW01", 1, "poh_jeugd", date(2022, 5, 1), date(2025, 2, 1)),
        ("GM0141", "2025KW01", 2, "poh_jeugd", date(2021, 3, 1), None),
        ("GM0141", "2025KW01", 3, "schoolteam", date(2020, 1, 1), date(2025, 3, 31)),
        ("GM0147", "2025KW02", 1, "poh_jeugd", date(2023, 1, 1), date(2026, 6, 1)),
    )
    assert [tuple(row.values()) for row in begun] == [
        ("poh_jeugd", "GM0141", date(2021, 3, 1), False),
        ("poh_jeugd", "GM0147", date(2023, 1, 1), False),
        ("schoolteam", "GM0141", date(2020, 1, 1), True),
    ]


def test_a_begin_that_was_corrected_and_an_end_that_was_taken_back_count_as_delivered_last() -> None:
    (one,) = told(
        ("GM0141", "2025KW02", 1, "poh_jeugd", date(2022, 7, 1), None),
        ("GM0141", "2025KW01", 1, "poh_jeugd", date(2022, 1, 1), date(2025, 1, 31)),
    )
    assert (one["begin"], one["ended"]) == (date(2022, 7, 1), False)
