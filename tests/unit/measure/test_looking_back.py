"""Methods that look at what was before a period: quarter after quarter, what is renewed is what a full count gives."""

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.periods import parse_period, quarter_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.example import example_areas, model_tables
from graadmeter.measure.renewal.bases import rests_of
from graadmeter.measure.renewal.prints import prints, seen_by
from graadmeter.measure.renewal.run import measure_again, measured_again, needed
from graadmeter.measure.run import measure
from graadmeter.store.measured import read_measured, write_measured

CHOSEN = {
    name: indicators()[name]
    for name in ("cohortuitstroom", "terugkeer_keten", "uitgaven_verklaard", "wachttijd_binnen_norm")
}
TOWNS = ("GM0141", "GM0153")
FIRST, LAST = parse_period("2020KW01").first, parse_period("2021KW04").first
OPENS = date(2019, 3, 1)
_STEPS = ("VT_MELDING", "GI_EINDE", "GI_EINDE", "RB_UITSPRAAK")
_TOLD = {"traject": "begin", "wachttijd": "intakedatum", "ketenstap": "datum"}
_ENDS = ("einde", "startdatum", "afgemeld")


def drawn(chance: random.Random) -> dict[str, list[dict]]:
    """Two towns with sixty persons; waits that last for years, children who come back, products that come and go."""

    def day(after: date = OPENS, most: int = 1000) -> date:
        return after + timedelta(days=chance.randrange(most))

    def who() -> dict:
        return {"persoon": chance.randrange(60), "gemeente": chance.choice(TOWNS)}

    def waited(begin: date) -> dict:
        ends = {"startdatum": day(begin, 500), "afgemeld": day(begin, 500) if chance.random() < 0.2 else None}
        return {**who(), "wet": "jeugdwet", "hulpvorm": chance.choice(("02", "11")), "intakedatum": begin, **ends}

    def helped(begin: date) -> dict:
        return {**who(), "soort": "jeugdhulp", "hulpvorm": "02", "begin": begin, "einde": day(begin, 900)}

    steps = [{**who(), "zaak": at, "stap": chance.choice(_STEPS), "datum": day()} for at in range(200)]
    claims = [
        {**who(), "productcode": f"45A{chance.randrange(4):02d}", "kw": chance.randrange(FIRST, LAST + 1), "volume": 3}
        | {"bedrag_cent": chance.randrange(10_000)}
        for _ in range(200)
    ]
    towns = [(town, number) for town in TOWNS for number in range(FIRST, LAST + 1)]
    tables = ("wachttijd", "ketenstap", "prestatie")
    return {
        "persoon": [{"persoon": number, "geboren": date(2008, 3, 1)} for number in range(60)],
        "wachttijd": [{**waited(day()), "aanmelding": at} for at in range(60)],
        "traject": [{**helped(day()), "traject": at} for at in range(80)],
        "ketenstap": steps,
        "declaratieregel": claims,
        "levering": [
            {"sessie": f"{town}{number}{name}", "gemeente": town, "kwartaal": number, "tabel": name}
            for town, number in towns
            for name in tables
        ],
    }


def told(rows: dict[str, list[dict]], last: int) -> dict[str, list[dict]]:
    """The rows as they were known when the quarter ended: what came later is not there, or has not ended."""

    def known(name: str, row: dict) -> bool:
        begin = row.get(_TOLD.get(name, ""))
        return row.get("kw", row.get("kwartaal", FIRST)) <= last and (begin is None or quarter_of(begin) <= last)

    def then(row: dict) -> dict:
        return {name: None if name in _ENDS and value and quarter_of(value) > last else value
                for name, value in row.items()}  # fmt: skip

    return {name: [then(row) for row in own if known(name, row)] for name, own in rows.items()}


def counted_again(rows: dict[str, list[dict]], last: int, warehouse: Path) -> dict[str, set[str]]:
    """The periods of each indicator that had to be counted, when all is now what a full count comes to."""
    region = example_areas(TOWNS, (), FIRST, last)
    with DuckDBEngine(threads=1) as engine:
        for name, table in model_tables(rows).items():
            engine.register(name, table)
        found = prints(engine, CHOSEN, region, keys=None, made_by="proef")
        _, known = read_measured(warehouse)
        parts = list(measure_again(engine, CHOSEN, region, edition="nu", known=known, prints=found))
        whole = measure(engine, CHOSEN, region, edition="nu")
    write_measured(warehouse, [(part.indicator, part.cells) for part in parts], found)
    kept, _ = read_measured(warehouse)
    assert pa.concat_tables(measured_again(kept, CHOSEN, region, edition="nu")).equals(whole)
    not_nought = whole.filter(pc.not_equal(whole["value"], 0))
    assert last < LAST or set(not_nought["indicator"].to_pylist()) == set(CHOSEN), "every indicator tells something"
    return {
        part.indicator: {code for cells in part.cells.values() for code in cells.column("period").to_pylist()}
        for part in parts
    }


def test_a_quarter_more_and_a_correction_of_long_ago(tmp_path: Path) -> None:
    rows = drawn(random.Random(4))  # noqa: S311 - no secret
    assert set(counted_again(told(rows, LAST - 1), LAST - 1, tmp_path)) == set(CHOSEN)
    fourth = counted_again(told(rows, LAST), LAST, tmp_path)
    assert (fourth["cohortuitstroom"], fourth["uitgaven_verklaard"]) == ({"2021KW04"}, {"2021JJ00"})
    corrected = told(rows, LAST)
    corrected["ketenstap"] = corrected["ketenstap"][5:]
    corrected["declaratieregel"] = [{**row, "volume": 4} for row in corrected["declaratieregel"] if row["kw"] < LAST]
    assert set(counted_again(corrected, LAST, tmp_path)) == {"terugkeer_keten", "uitgaven_verklaard"}


@pytest.mark.parametrize(
    ("name", "code", "seen"),
    [
        ("jeugdhulp", "2021KW03", ["2021KW03"]),
        ("wachttijd_binnen_norm", "2021KW01", ["2020JJ00", "2021KW01"]),
        ("wachttijd_binnen_norm", "2021HJ02", ["2020JJ00", "2021JJ00"]),
        ("uitgaven_verklaard", "2021JJ00", ["2020JJ00", "2021JJ00"]),
        ("terugkeer_keten", "2020JJ00", ["2018JJ00", "2019JJ00", "2020JJ00"]),
        ("cohortuitstroom", "2021KW04", ["2018JJ00", "2019JJ00", "2020JJ00", "2021JJ00"]),
        ("cohortuitstroom", "2021KW02", ["2018JJ00", "2019JJ00", "2020JJ00", "2021HJ01"]),
    ],
)
def test_what_the_figures_of_a_period_look_at(name: str, code: str, seen: list[str]) -> None:
    region = example_areas(TOWNS, (), parse_period("2018KW02").first, LAST)
    found = seen_by(rests_of(indicators()[name]), parse_period(code), region)
    assert [period.code for period in found] == seen


@pytest.mark.parametrize(
    ("name", "codes", "first", "asked"),
    [
        ("jeugdhulp", "2021JJ00 2021KW03", "2021KW01", "2021KW03"),
        ("wachttijd_binnen_norm", "2021KW03", "2020KW03", "2021KW03"),
        ("wachttijd_binnen_norm", "2019KW01", "2018KW02", "2019KW01"),
        ("uitgaven_verklaard", "2021JJ00", "2020KW01", "2020KW04"),
        ("terugkeer_keten", "2021JJ00", "2018KW02", "2021KW04"),
    ],
)
def test_the_quarters_that_are_read_and_the_first_period_that_is_asked(name, codes, first, asked) -> None:
    region = example_areas(TOWNS, (), parse_period("2018KW02").first, LAST)
    found = needed(rests_of(indicators()[name]), [parse_period(code) for code in codes.split()], region)
    assert (found.first_quarter, found.counted_before) == (parse_period(first).first, parse_period(asked).first)
    assert found.last_quarter == LAST


def test_all_before_is_asked_when_answers_of_all_before_are_put_beside() -> None:
    region = example_areas(TOWNS, (), FIRST, LAST)
    everything = replace(rests_of(indicators()["terugkeer_keten"]), beside=True)
    assert needed(everything, [parse_period("2021JJ00")], region) == region


def test_a_region_that_begins_later_changes_what_looks_back_at_its_first_year() -> None:
    def printed(first: str):
        chosen = {name: indicators()[name] for name in ("jeugdhulp", "uitgaven_verklaard")}
        with DuckDBEngine(threads=1) as engine:
            for name, table in model_tables({}).items():
                engine.register(name, table)
            region = example_areas(TOWNS, (), parse_period(first).first, LAST)
            return prints(engine, chosen, region, keys=None, made_by="proef")

    before, now = printed("2019KW01"), printed("2019KW02")
    other = {code for codes, earlier in zip(now.values(), before.values(), strict=True)
             for code, text in codes.items() if earlier[code] != text}  # fmt: skip
    assert other == {"2020JJ00"}
    assert "2020JJ00" in now["jeugdhulp"]
    assert before["jeugdhulp"]["2020JJ00"] == now["jeugdhulp"]["2020JJ00"]


def test_periods_before_are_asked_only_where_figures_are_put_beside_them() -> None:
    beside = {name for name, one in indicators().items() if rests_of(one).beside}
    assert beside == {"uitgaven_verklaard"}
