"""Which unprotected figures `graadmeter measure` puts on the screen."""

import pyarrow as pa

from graadmeter.cli.commands import measure
from graadmeter.domain.cells import DIMENSIONS, PUBLISHED, TOTAL
from graadmeter.engine.arrow import schema_of


def _cells(*rows: dict[str, object]) -> pa.Table:
    """PUBLISHED rows of one indicator, with what is not said the same everywhere."""
    same = {"indicator": "cohort", "unit": "procent", "area_vintage": 2025, "value": 50.0, "status": "value"}
    every = dict.fromkeys(DIMENSIONS, TOTAL)
    schema = schema_of(PUBLISHED)
    return pa.Table.from_pylist(
        [
            {**same, **every, "definition_version": 1, "edition": "", "level": "regio", "area": "JZ14", **row}
            for row in rows
        ],
        schema=schema,
    )


def _kept(cells: pa.Table) -> list[tuple[str, str, str]]:
    rows = measure._latest(cells).to_pylist()
    return [(row["area"], row["period"], row["verstreken"]) for row in rows]


TOWN = {"area": "GM0141", "level": "gemeente"}
YEAR = {"period": "2025JJ00", "period_type": "jaar"}
QUARTERS = [{"period": f"2025KW0{number}", "period_type": "kwartaal"} for number in (3, 4)]


def test_totals_of_the_newest_year_where_there_are_any() -> None:
    parts = {**YEAR, **TOWN, "verstreken": "01"}
    old = {"period": "2024JJ00", "period_type": "jaar"}
    cells = _cells(YEAR, {**YEAR, **TOWN}, parts, old, QUARTERS[1], {**YEAR, "level": "wijk", "area": "WK014110"})
    assert _kept(cells) == [("JZ14", "2025JJ00", TOTAL), ("GM0141", "2025JJ00", TOTAL)]


def test_of_what_has_only_parts_those_of_the_region_in_the_newest_quarter() -> None:
    after = [{**quarter, **place, "verstreken": "02"} for quarter in QUARTERS for place in ({}, TOWN)]
    assert _kept(_cells(*after)) == [("JZ14", "2025KW04", "02")]
    assert _kept(_cells()) == []
