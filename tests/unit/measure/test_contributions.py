"""The largest contributors to amounts, against a plain count over the claimed lines."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

import pyarrow as pa
import pytest
from tests.unit.protect.twente import model, region

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.contributions import CONTRIBUTIONS
from graadmeter.domain.disclosure_rules import Contributor
from graadmeter.domain.holdings import Ownership
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.contributions import contributions
from graadmeter.measure.example import model_tables
from graadmeter.measure.run import measure

PLACE = region(2, 2, 2024 * 4, 2024 * 4 + 3)
CHOSEN = {name: indicators()[name] for name in ("uitgaven", "effectieve_prijs", "uitgaven_verklaard")}
OWNED = (
    Ownership("06000001", "Groot", date(2024, 7, 1)),
    Ownership("06000002", "Groot", date(2020, 1, 1)),
    Ownership("06000003", "Groot", date(2020, 1, 1), date(2024, 6, 30)),
)


@pytest.fixture(scope="module")
def tables() -> dict[str, pa.Table]:
    return model(PLACE, 5, size=0.03, adults=0.05)


@pytest.fixture(scope="module")
def found(tables: dict[str, pa.Table]) -> list[dict[str, object]]:
    return asked(tables, list(Contributor)).to_pylist()


def asked(tables: dict[str, pa.Table], kinds: list[Contributor]) -> pa.Table:
    with DuckDBEngine() as engine:
        for name, table in {**model_tables({}), **tables}.items():
            engine.register(name, table)
        return contributions(engine, CHOSEN, PLACE, kinds, OWNED)


def holding(agb: str, day: date) -> str:
    owner = [one.holding for one in OWNED if one.provider == agb and one.valid_from <= day <= (one.valid_until or day)]
    return owner[0] if owner else agb


WHO: dict[str, Callable[[dict[str, object], date], object]] = {
    "aanbieder": lambda line, _: line["aanbieder"],
    "concern": lambda line, day: holding(str(line["aanbieder"]), day),
    "client": lambda line, _: line["persoon"],
}
PERIODS = {
    "2024KW01": ({8096}, date(2024, 3, 31)),
    "2024HJ02": ({8098, 8099}, date(2024, 12, 31)),
    "2024JJ00": ({8096, 8097, 8098, 8099}, date(2024, 12, 31)),
}


@pytest.mark.parametrize("contributor", list(WHO))
def test_the_parts_are_those_of_a_plain_count(
    tables: dict[str, pa.Table], found: list[dict[str, object]], contributor: str
) -> None:
    lines = tables["declaratieregel"].to_pylist()
    for area in ("JZ14", "GM0141"):
        for code, (quarters, day) in PERIODS.items():
            sums: dict[object, int] = defaultdict(int)
            for line in lines:
                if line["kw"] in quarters and (area == "JZ14" or line["gemeente"] == area):
                    sums[WHO[contributor](line, day)] += line["bedrag_cent"]
            sizes = [*sorted((abs(amount) for amount in sums.values()), reverse=True), 0, 0, 0]
            row = total_of(found, area, code, contributor)
            assert row["amount"] == sum(sums.values())
            assert row["whole"] == sum(sizes)
            assert [row["first"], row["second"], row["third"]] == sizes[:3]
            if contributor != "client":
                assert abs(sums[row["leader"]]) == row["first"]


def total_of(found: list[dict[str, object]], area: str, period: str, who: str) -> dict[str, object]:
    wanted = ("uitgaven", "total", area, period, who)
    keys = ("indicator", "member", "area", "period", "contributor")
    (row,) = [row for row in found if tuple(row[key] for key in keys) == wanted]
    return row


def test_parts_of_members_add_up_to_what_is_measured(
    tables: dict[str, pa.Table], found: list[dict[str, object]]
) -> None:
    with DuckDBEngine() as engine:
        for name, table in {**model_tables({}), **tables}.items():
            engine.register(name, table)
        cells = measure(engine, {"uitgaven": CHOSEN["uitgaven"]}, PLACE, edition="proef").to_pylist()
    amounts = {(c["kostensoort"], c["area"], c["period"]): c["value"] for c in cells if c["indicator"] == "uitgaven"}
    rows = [row for row in found if row["indicator"] == "uitgaven"]
    assert {row["member"] for row in rows} >= {"total", "jeugdhulp", "vervoer"}
    assert all(row["amount"] == round(100 * amounts[row["member"], row["area"], row["period"]]) for row in rows)
    told = {(row["member"], row["area"], row["period"]) for row in rows}
    assert all(not value for key, value in amounts.items() if key not in told)


def test_nobody_is_asked_for_what_no_rule_looks_at(tables: dict[str, pa.Table]) -> None:
    nothing = asked(tables, [])
    assert nothing.num_rows == 0
    assert tuple(nothing.column_names) == CONTRIBUTIONS.names
