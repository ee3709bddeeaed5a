"""Municipal mergers and recoded wijken lose and double nobody; nor does the way in which files are delivered."""

from datetime import date
from functools import cache
from typing import Any

from hypothesis import given, settings
from tests.support.raw_rows import AREAS, assignment, events_of, model_of, provision, start, stop
from tests.support.regions import TOWNS, WIJKEN, region_of, regions
from tests.support.upheavals import NEW, OLD, merged, recoded

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.periods import parse_period, quarter
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import model_tables
from graadmeter.measure.plan import plan
from graadmeter.measure.run import measure_planned
from graadmeter.measure.script import script

FEW = settings(max_examples=max(2, settings().max_examples // 4))
ENGINE = DuckDBEngine(threads=1)
Figures = dict[tuple[str, ...], float]


COUNTED = plan(indicators()[name] for name in ("jeugdhulp", "stapeling"))
FLOWS = plan(indicators()[name] for name in ("jeugdhulp", "trajecten"))


@cache
def texts_of(first: str, last: str):
    return script(COUNTED, region_of(first, last), "duckdb")


def persons(first: str, last: str, rows) -> Figures:
    """(indicator, area, period) -> persons, not broken down."""
    for name, table in model_tables(rows).items():
        ENGINE.register(name, table)
    region, texts = region_of(first, last), texts_of(first, last)
    cells = measure_planned(ENGINE, COUNTED, texts, region, edition="proef").to_pylist()
    return {
        (cell["indicator"], cell["area"], cell["period"]): cell["value"]
        for cell in cells
        if cell["unit"] == "personen" and all(cell[name] == TOTAL for name in DIMENSIONS)
    }


@FEW
@given(regions())
def test_mergers_and_recoded_wijken_lose_and_double_nobody(case) -> None:
    """After a merger the new municipality counts who was in either, once; a recoded wijk is unknown, not lost."""
    first, last, rows = case
    middle = (parse_period(first).first + parse_period(last).first) // 2
    before = persons(first, last, rows)
    after = persons(first, last, recoded(merged(rows, quarter(middle).first_day), parse_period(first).first))
    assert before.keys() == after.keys()
    for (indicator, area, code), value in before.items():
        now, period = after[indicator, area, code], parse_period(code)
        if area == "JZ99" or (area in TOWNS and period.last < middle):
            assert now == value, (indicator, area, code)
        elif area == NEW and period.first >= middle:
            assert now == before[indicator, "JZ99", code]
        elif area == WIJKEN[0][1] or (area == OLD and period.first >= middle):
            assert now == 0
        if area in TOWNS:
            assert sum(after[indicator, f"WK{area[2:]}{end}", code] for end in ("01", "02", "XX")) == now


REGION = Region(
    "Twente", "JZ14", 2025, AREAS, parse_period("2024KW01").first, parse_period("2024KW02").first, {}, fictitious=True
)
FLOW_TEXTS = script(FLOWS, REGION, "duckdb")
Rows = list[dict[str, Any]]


def people(shift: int = 0) -> dict[str, Rows]:
    """Three clients with care, one who only has an assignment that never started, and one who turns 18."""
    who = [
        {"bsn": f"1000000{shift + number:02d}", "toewijzingnummer": str(shift + number), "geboortedatum": born}
        for number, born in enumerate((date(2012, 5, 1), date(2012, 5, 1), date(2006, 2, 10), date(2015, 1, 1)), 1)
    ]
    return {
        "toewijzing": [assignment(**one) for one in who],
        "start": [start(**one) for one in who[:3]],
        "stop": [stop(date(2024, 4, 2), **who[1])],
        "voorziening": [
            provision(voorziening_id=f"V{one['bsn']}", huishouden=f"H{shift + at % 2}", verwijzer="02", **one)
            for at, one in enumerate(who[:3])
        ],
    }


def figures(*sessions: dict[str, Rows]) -> Figures:
    """Every cell, from raw rows of successive quarters; the other municipality delivers an assignment in each."""
    other = assignment(gemeente="0153", bsn="100000098", toewijzingnummer="98")
    quarters = [f"2024KW0{at}" for at, _ in enumerate(sessions, 1)]
    events = [events_of(ENGINE, quarter, **tables) for quarter, tables in zip(quarters, sessions, strict=True)]
    events += [events_of(ENGINE, quarter, gemeente="0153", toewijzing=[other]) for quarter in quarters]
    with DuckDBEngine(threads=1) as engine:
        model_of(engine, *events, last="2024KW02")
        cells = measure_planned(engine, FLOWS, FLOW_TEXTS, REGION, edition="proef").to_pylist()
    names = ("indicator", "area", "period", "unit", *DIMENSIONS)
    return {tuple(cell[name] for name in names): cell["value"] for cell in cells}


def in_two_files(rows: Rows) -> Rows:
    half = len(rows) // 2
    return [{**row, "bestand": f"deel-{at < half}.xml", "regel": at} for at, row in enumerate(rows)]


def test_how_files_are_delivered_changes_nothing_and_more_people_change_what_they_should() -> None:
    """Split in two files or quarters, in another order, with somebody who uses nothing; and then everybody twice."""
    rows = people()
    again = {"toewijzing": rows["toewijzing"][3:]}
    once = figures(rows, again)
    assert once["jeugdhulp", "GM0141", "2024KW01", "personen", *[TOTAL] * len(DIMENSIONS)] == 3
    assert once["jeugdhulp", REGION.code, "2024KW02", "personen", *[TOTAL] * len(DIMENSIONS)] == 2  # the third is 18
    nobody = {"gemeente": "0141", "kwartaal": "2024KW01", "bsn": "100000099", "wijk": "WK014110", "huishouden": "H9"}
    later = {"stop": rows["stop"], "toewijzing": rows["toewijzing"][2:], "start": rows["start"][2:]}
    sooner = {**rows, "stop": [], "toewijzing": rows["toewijzing"][:2], "start": rows["start"][:2]}
    otherwise = {name: in_two_files(table)[::-1] for name, table in sooner.items()}
    assert figures({**otherwise, "adres": [nobody]}, later) == once
    more = people(shift=50)
    twice = figures({name: [*table, *more[name]] for name, table in rows.items()}, again)
    assert twice.keys() == once.keys()
    for key, value in once.items():
        shares = key[3] in {"procent", "per_1000"}
        assert twice[key] == (value if shares or value is None else 2 * value), key
