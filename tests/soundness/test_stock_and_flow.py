"""Identities that hold on any data: stock and flow, parts and totals, and what a change in the data must do."""

from itertools import pairwise

from hypothesis import given, settings
from tests.support.regions import TOWNS, region_of, regions

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.periods import parse_period, periods_between
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.run import measure

FEW = settings(max_examples=max(3, settings().max_examples // 3))
CHOSEN = {name: indicators()[name] for name in ("jeugdhulp", "stapeling", "trajecten", "verwijzers")}


def measured(first: str, last: str, rows) -> list[dict]:
    with DuckDBEngine(threads=1) as engine:
        for name, table in model_tables(rows).items():
            engine.register(name, table)
        return measure(engine, CHOSEN, region_of(first, last), edition="proef").to_pylist()


def looked_up(cells: list[dict]) -> dict[tuple, float]:
    return {
        (cell["indicator"], cell["unit"], cell["area"], cell["period"], *(cell[name] for name in DIMENSIONS)): cell[
            "value"
        ]
        for cell in cells
    }


def key(indicator: str, unit: str, area: str, period: str, **members: str) -> tuple:
    return (indicator, unit, area, period, *(members.get(name, TOTAL) for name in DIMENSIONS))


@FEW
@given(regions())
def test_wijken_add_up_and_flows_add_up_over_the_year(case) -> None:
    first, last, rows = case
    found = looked_up(measured(first, last, rows))
    window = list(periods_between(parse_period(first).first, parse_period(last).first))
    for town in TOWNS:
        wijken = [f"WK{town[2:]}{end}" for end in ("01", "02", "XX")]
        for period in (item.code for item in window):
            for indicator, unit in (("jeugdhulp", "personen"), ("stapeling", "personen"), ("stapeling", "huishoudens")):
                parts = sum(found[key(indicator, unit, wijk, period)] for wijk in wijken)
                assert parts == found[key(indicator, unit, town, period)]
        for year in (item for item in window if len(item.quarters) == 4):
            for flow in ("begonnen", "beeindigd"):
                spread = [item.code for item in window if len(item.quarters) == 1 and item.first in year.quarters]
                quarters = [found[key("trajecten", "trajecten", town, code, stroom=flow)] for code in spread]
                assert sum(quarters) == found[key("trajecten", "trajecten", town, year.code, stroom=flow)]


@FEW
@given(regions())
def test_declared_parts_add_up_to_their_total(case) -> None:
    first, last, rows = case
    cells = measured(first, last, rows)
    found = looked_up(cells)
    sums: dict[tuple, float] = {}
    for cell in cells:
        indicator = CHOSEN[cell["indicator"]]
        fixed = {name for measure in indicator.measures for name in measure.fixed}
        broken = [name for name in DIMENSIONS if cell[name] != TOTAL and name not in fixed]
        counted = [m for m in indicator.measures if m.unit == cell["unit"] and not m.unit.is_share]
        if broken and counted and broken[0] in counted[0].additive:
            members = {name: cell[name] for name in fixed}
            whole = key(cell["indicator"], cell["unit"], cell["area"], cell["period"], **members)
            sums[*whole, broken[0]] = sums.get((*whole, broken[0]), 0.0) + cell["value"]
    assert sums
    for (*whole, _), parts in sums.items():
        assert parts == found[tuple(whole)]


@FEW
@given(regions())
def test_active_is_what_was_there_and_what_began(case) -> None:
    """begin + inflow = active, for trajectories of which nobody turns 18 on the way."""
    first, last, rows = case
    grown = {row["persoon"] for row in rows["persoon"] if row["geboren"].year < 2005}
    rows = {**rows, "traject": [row for row in rows["traject"] if row["persoon"] not in grown]}
    found = looked_up(measured(first, last, rows))
    codes = [
        item.code
        for item in periods_between(parse_period(first).first, parse_period(last).first)
        if len(item.quarters) == 1
    ]
    for town in (*TOWNS, "JZ99"):
        flows = {
            code: {
                flow: found[key("trajecten", "trajecten", town, code, stroom=flow)]
                for flow in ("actief", "begonnen", "beeindigd")
            }
            for code in codes
        }
        for before, after in pairwise(codes):
            still_there = flows[before]["actief"] - flows[before]["beeindigd"]
            assert flows[after]["actief"] == still_there + flows[after]["begonnen"]


@FEW
@given(regions())
def test_doubling_everyone_doubles_every_count(case) -> None:
    first, last, rows = case
    shift = 1000
    again = {
        name: [
            {
                **row,
                **{
                    column: row[column] + shift
                    for column in ("persoon", "traject", "huishouden")
                    if row.get(column) is not None
                },
            }
            for row in table
        ]
        for name, table in rows.items()
        if name in {"persoon", "traject", "woonsituatie"}
    }
    doubled = {**rows, **{name: [*rows[name], *table] for name, table in again.items()}}
    once, twice = looked_up(measured(first, last, rows)), looked_up(measured(first, last, doubled))
    assert once.keys() == twice.keys()
    for name, value in once.items():
        if name[1] not in {"procent", "per_1000"}:
            assert twice[name] == 2 * value


@FEW
@given(regions())
def test_somebody_who_uses_nothing_changes_nothing(case) -> None:
    first, last, rows = case
    nobody = {"persoon": 999, "geboren": rows["persoon"][0]["geboren"], "geslacht": "v"}
    home = {
        "persoon": 999,
        "gemeente": TOWNS[0],
        "kwartaal": parse_period(first).first,
        "wijk": "WK014101",
        "huishouden": 77,
    }
    more = {**rows, "persoon": [*rows["persoon"], nobody], "woonsituatie": [*rows["woonsituatie"], home]}
    assert measured(first, last, more) == measured(first, last, rows)
