"""Measures a handful of rows with both engines and looks figures up; the soundness tests speak through it."""

from collections.abc import Mapping
from typing import Any

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.periods import parse_period
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.reference.run import measure_plainly
from graadmeter.measure.run import measure

TOWNS = ("GM0141", "GM0153")
WIJKEN = (("GM0141", "WK014101"), ("GM0141", "WK014102"), ("GM0153", "WK015301"))


class Measured:
    """The cells of one indicator, agreed upon by both engines."""

    def __init__(
        self, indicator: str, rows: Mapping[str, Any], first: str = "2021KW01", last: str = "2022KW04"
    ) -> None:
        tables = model_tables({name: tuple(table) for name, table in rows.items()})
        region = example_areas(TOWNS, WIJKEN, parse_period(first).first, parse_period(last).first)
        chosen = {indicator: indicators()[indicator]}
        with DuckDBEngine(threads=1) as engine:
            for name, table in tables.items():
                engine.register(name, table)
            cells = measure(engine, chosen, region, edition="proef")
        assert cells.equals(measure_plainly(tables, chosen, region, edition="proef"))
        self.cells = cells.to_pylist()

    def __call__(self, area: str, period: str, unit: str = "personen", **members: str) -> float | None:
        """The value of one cell."""
        key = {**dict.fromkeys(DIMENSIONS, TOTAL), **members, "area": area, "period": period, "unit": unit}
        found = [cell for cell in self.cells if all(cell[name] == value for name, value in key.items())]
        assert len(found) == 1, key
        return found[0]["value"]

    def members(self, dimension: str, area: str, period: str, unit: str = "personen") -> dict[str, float]:
        """The values of all members of a breakdown."""
        return {
            cell[dimension]: cell["value"]
            for cell in self.cells
            if (cell["area"], cell["period"], cell["unit"]) == (area, period, unit) and cell[dimension] != TOTAL
        }
