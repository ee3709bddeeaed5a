"""The bytes of a comparison: a difference here is a change of contract with everyone who reads open data."""

import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from tests.support.comparing import TOWNS, WIJKEN, Figures

from graadmeter.domain.cells import DIMENSIONS
from graadmeter.release.formats import csv_bytes, parquet_bytes

EXPECTED = Path(__file__).parent / "release"


def figures() -> Figures:
    """A figure of every kind: five years, age groups, wijken, a share of trajectories, an amount, something hidden."""
    one = Figures()
    for year in range(2021, 2026):
        period = f"{year}JJ00"
        one.young("JZ99", period, 9 * 150, 9 * 1000)
        for at, code in enumerate(TOWNS):
            one.young(code, period, 120 + 10 * at + (15 * (year - 2021) if at == 2 else 0), 1000)
            one.people(code, period, 4000 + 37 * at, age="18+")
    period = "2025JJ00"
    for group, count, base in (("00-03", 150, 3000), ("12-17", 1200, 6000)):
        one.young("JZ99", period, count, base, leeftijdsgroep=group)
        one.young("GM0101", period, count // 10, base // 9, leeftijdsgroep=group)
    for at, code in enumerate(WIJKEN):
        one.young(code, period, None if at == 4 else 20 + 3 * at, 180)
    one.put("crisis", "procent", "GM0101", period, 10.0)
    one.put("crisis", "trajecten", "GM0101", period, 20)
    one.put("trajecten", "trajecten", "GM0101", period, 200, stroom="begonnen")
    one.put("uitgaven", "euro", "GM0101", period, 1234567.5)
    return one


def test_comparison_csv_and_schema() -> None:
    compared = figures().compared(TOWNS[:5]).compared
    assert csv_bytes(_narrow(compared.table)) == (EXPECTED / "comparison.csv").read_bytes()
    assert csv_bytes(compared.neighbours) == (EXPECTED / "neighbours.csv").read_bytes()
    schema = pq.read_schema(io.BytesIO(parquet_bytes(_narrow(compared.table))))
    told = [f"{field.name} {field.type}" for field in schema]
    assert told == json.loads((EXPECTED / "comparison_schema.json").read_bytes())


def _narrow(table: pa.Table) -> pa.Table:
    """The table without the dimensions in which nothing is broken down here; the golden cells have all of them."""
    return table.drop_columns([name for name in DIMENSIONS if name not in {"leeftijdsgroep", "stroom"}])


def test_the_order_of_cells_does_not_matter() -> None:
    turned = figures()
    turned.cells.reverse()
    turned.inhabitants.reverse()
    again, once = (one.compared(TOWNS[:5]).compared for one in (turned, figures()))
    assert again.table.equals(once.table)
    assert again.neighbours.equals(once.neighbours)
