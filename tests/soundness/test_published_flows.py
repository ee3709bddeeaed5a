"""Stock and flow on every cell of ours, and the flows that CBS published reproduced from their parts."""

import csv
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from tests.support.regions import TOWNS, region_of, regions

from graadmeter.catalogue.load_indicators import read_indicator
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.model import TRAJECT
from graadmeter.domain.periods import parse_period, periods_between, quarter_of
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.run import measure

FEW = settings(max_examples=max(3, settings().max_examples // 3))
FLOWS = {"actief": "active", "begonnen": "begun", "beeindigd": "ended"}
PUBLISHED = Path(__file__).parents[2] / "../shared/data/published/jeugdbescherming_stand_stroom_nl.csv"
MEASURES = {
    "ondertoezichtstelling": "11",
    "voorlopige ondertoezichtstelling": "12",
    "voogdij": "21",
    "voorlopige en tijdelijke voogdij": "22",
}
ROUNDED = 5
"""CBS publishes multiples of five: every published number is at most half of it away from the true one."""


def flows(name: str, where: str, breakdowns: list[str], moments: dict[str, str] | None = None) -> Indicator:
    """Trajectories of any age at these moments (one for each flow), with breakdowns."""
    text = {"nl": "proef", "en": "trial"}
    chosen = moments or FLOWS
    content = {
        "id": name, "version": 1, "theme": "proef", "polarity": 0, "caveats": [], "source": "proef",
        "counts": {
            flow: {"of": "trajecten", "table": "traject", "where": where, "age": "all", "moment": moment}
            for flow, moment in chosen.items()
        },
        "measures": [
            {"unit": "trajecten", "count": flow, "breakdowns": breakdowns}
            | ({"fixed": {"stroom": flow}} if flow in FLOWS else {})
            for flow in chosen
        ],
        "levels": ["regio", "gemeente"], "breakdown_levels": ["regio", "gemeente"], "policy": "tmsd-10", "additive": [],
        "periods": ["kwartaal", "halfjaar", "jaar"],
        "example": {"first": "2021KW01", "last": "2021KW01", "rows": {}, "expect": []},
        **dict.fromkeys(("title", "counts_what", "says_not", "definition", "sentence"), text),
    }  # fmt: skip
    return read_indicator(name, content)


def cells_by_flow(tables, region, *chosen: Indicator) -> dict[tuple[str, ...], dict[str, dict[str, float]]]:
    """(indicator, area, members) -> period -> flow -> value."""
    with DuckDBEngine(threads=1) as engine:
        for name, table in tables.items():
            engine.register(name, table)
        cells = measure(engine, {one.id: one for one in chosen}, region, edition="proef").to_pylist()
    found: dict[tuple[str, ...], dict[str, dict[str, float]]] = {}
    for cell in cells:
        members = tuple(cell[name] for name in DIMENSIONS if name != "stroom")
        found.setdefault((cell["indicator"], cell["area"], *members), {}).setdefault(cell["period"], {})[
            cell["stroom"]
        ] = cell["value"]
    return found


@FEW
@given(regions())
def test_stock_and_flow_hold_on_every_cell(case) -> None:
    """For every area, member and type of period; of any age, so that nobody leaves by a birthday."""
    first, last, rows = case
    spread = ["hulpvorm", "maatregel"]
    chosen = [
        flows("stromen", "traject >= 0", spread),
        flows("begin", "traject >= 0", spread, {"stand": "at_start"}),
        flows("eind", "traject >= 0", spread, {"stand": "at_end"}),
    ]
    found = cells_by_flow(model_tables(rows), region_of(first, last), *chosen)
    periods = list(periods_between(parse_period(first).first, parse_period(last).first))
    cells = [key[1:] for key in found if key[0] == "stromen"]
    assert {key[0] for key in cells} == {*TOWNS, "JZ99"}
    for cell in cells:
        ends = {}
        for period in periods:
            # A member 'unknown' has cells only where it occurs.
            begin, end = (found.get((name, *cell), {}).get(period.code, {}).get(TOTAL, 0) for name in ("begin", "eind"))
            flow = dict.fromkeys(FLOWS, 0) | found["stromen", *cell].get(period.code, {})
            assert begin + flow["begonnen"] == flow["actief"], (cell, period.code)
            assert begin + flow["begonnen"] - flow["beeindigd"] == end, (cell, period.code)
            assert begin == ends.get((period.type, period.first), begin), (cell, period.code)
            ends[period.type, period.last + 1] = end


def trajectories(year: int, parts: list[tuple[str, int, int, int]]) -> pa.Table:
    """Trajectories of protection: per measure so many at the begin, so many begun and so many ended in the year."""
    columns: dict[str, list[np.ndarray]] = {"maatregel": [], "begin": [], "einde": []}
    before, within, ended = (np.datetime64(day) for day in (date(year - 1, 6, 1), date(year, 5, 1), date(year, 9, 1)))
    for measure_code, begin, inflow, outflow in parts:
        columns["maatregel"].append(np.full(begin + inflow, measure_code))
        columns["begin"].append(np.repeat([before, within], [begin, inflow]))
        columns["einde"].append(np.repeat([ended, np.datetime64("NaT")], [outflow, begin + inflow - outflow]))
    made = {name: np.concatenate(values) for name, values in columns.items()}
    length, open_end = len(made["begin"]), np.isnat(made["einde"])
    starts = np.where(made["begin"] == before, quarter_of(date(year - 1, 6, 1)), quarter_of(date(year, 5, 1)))
    known = {
        "maatregel": pa.array(made["maatregel"]),
        "kw_begin": pa.array(starts),
        "kw_einde": pa.array(np.full(length, quarter_of(date(year, 9, 1))), mask=open_end),
        "begin": pa.array(made["begin"].astype("datetime64[D]")),
        "einde": pa.array(made["einde"].astype("datetime64[D]"), mask=open_end),
        "traject": pa.array(np.arange(length)),
    }
    fixed = {"persoon": 1, "gemeente": "GM0141", "wet": "jeugdwet", "soort": "bescherming"}
    schema = schema_of(TRAJECT)
    return pa.table(
        {
            field.name: known[field.name].cast(field.type)
            if field.name in known
            else pa.repeat(pa.scalar(fixed[field.name], field.type), length)
            if field.name in fixed
            else pa.nulls(length, field.type)
            for field in schema
        }
    )


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published CBS figures lie outside this repository")
@pytest.mark.parametrize("year", [2019, 2022])
def test_published_flows_of_youth_protection_follow_from_their_parts(year) -> None:
    """Every stock within the rounding of the numbers it follows from; the total is published besides."""
    rows = [
        row
        for row in csv.DictReader(PUBLISHED.read_text(encoding="utf-8").splitlines())
        if row["periode"].startswith(str(year))
    ]
    published = {
        row["maatregel"]: {name: int(row[name]) for name in ("beginstand", "instroom", "uitstroom", "eindstand")}
        for row in rows
    }
    parts = [
        (code, published[name]["beginstand"], published[name]["instroom"], published[name]["uitstroom"])
        for name, code in MEASURES.items()
    ]
    tables = model_tables({"persoon": [{"persoon": 1, "geboren": date(year - 8, 5, 1)}]})
    tables["traject"] = trajectories(year, parts)
    region = example_areas(("GM0141",), (), year * 4, year * 4 + 3)
    chosen = [flows(name, f"maatregel = '{code}'", []) for name, code in MEASURES.items()]
    found = cells_by_flow(tables, region, *chosen, flows("jeugdbescherming totaal", "soort = 'bescherming'", []))
    by_measure = {key[0]: periods[f"{year}JJ00"] for key, periods in found.items() if key[1] == region.code}
    for name, told in published.items():
        ours, parts_in = by_measure[name], 1 if name in MEASURES else len(MEASURES)
        stocks = {
            "beginstand": ours["actief"] - ours["begonnen"],
            "instroom": ours["begonnen"],
            "uitstroom": ours["beeindigd"],
        }
        for what, value in stocks.items():
            assert abs(value - told[what]) <= (0 if parts_in == 1 else ROUNDED / 2 * (parts_in + 1)), (name, what)
        end = ours["actief"] - ours["beeindigd"]
        assert abs(end - told["eindstand"]) <= ROUNDED / 2 * (3 * parts_in + 1), name
