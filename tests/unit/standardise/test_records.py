"""From raw rows to events: shapes, mapping of codes, persons, and what is counted because it could not be mapped."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from tests.support.raw_rows import (
    ANNA,
    AREAS,
    BORN,
    BRAM,
    VERVOER,
    assignment,
    claim,
    events_of,
    provision,
    request,
    start,
    stop,
)

from graadmeter.catalogue.products import base_products
from graadmeter.domain.deliveries import TableCount
from graadmeter.domain.events import EVENTS
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.standardise.records import standardise


@pytest.fixture
def engine() -> Iterator[DuckDBEngine]:
    with DuckDBEngine(threads=1) as opened:
        yield opened


def rows(events: dict[str, pa.Table], name: str) -> list[dict[str, Any]]:
    return events[name].to_pylist()


def test_every_event_table_has_its_shape_even_when_nothing_was_delivered(engine: DuckDBEngine) -> None:
    events = events_of(engine)
    assert list(events) == [table.name for table in EVENTS]
    for table in EVENTS:
        assert events[table.name].schema.equals(schema_of(table))
        assert events[table.name].num_rows == 0


def test_events_carry_session_municipality_and_mapped_codes(engine: DuckDBEngine) -> None:
    events = events_of(engine, toewijzing=[assignment(referentie="R1", geslacht="1", einddatum=date(2028, 5, 17))])
    (found,) = rows(events, "toewijzing")
    assert found["sessie"] == "0141-2024KW01-00000000"
    assert (found["gemeente"], found["toewijzingnummer"], found["persoon"]) == ("GM0141", 1, ANNA)
    assert (found["soort"], found["vorm"], found["dyslexie"]) == ("jeugdhulp", "02", False)
    assert found["referentie"] == "jw|GM0141|01010101|R1"
    assert found["einde_voor_18"] is False
    (person,) = rows(events, "persoon")
    assert (person["geslacht"], person["geboortejaar"], person["kwartaal"]) == ("m", 2010, 8096)


@pytest.mark.parametrize(
    ("product", "kind", "form"),
    [
        ({"productcode": "48A01", "categorie": "48"}, "bescherming", "11"),
        ({"productcode": VERVOER, "categorie": "42"}, "vervoer", None),
        ({"productcode": "45A01", "categorie": "42"}, "vervoer", None),
        ({"productcode": "00X00", "categorie": "45"}, "jeugdhulp", None),
        ({"productcode": "00X00", "categorie": "47"}, "reclassering", None),
        ({"productcode": None, "categorie": "36"}, "jeugdhulp", "12"),
        ({"productcode": None, "categorie": None}, "jeugdhulp", None),
        ({"domein": "wmo", "productcode": "00X00", "categorie": "01"}, "wmo", "huishouden"),
        ({"domein": "wmo", "productcode": None, "categorie": None}, "wmo", None),
    ],
)
def test_a_code_that_is_not_in_the_catalogue_keeps_what_its_category_tells(
    engine: DuckDBEngine, product: dict[str, object], kind: str, form: str | None
) -> None:
    events = events_of(engine, toewijzing=[assignment(**product)], prestatie=[claim("1", **product)])
    for name in ("toewijzing", "prestatie"):
        (found,) = rows(events, name)
        assert (found["soort"], found["vorm"]) == (kind, form)


def test_a_provision_without_a_product_has_the_form_that_was_told(engine: DuckDBEngine) -> None:
    events = events_of(
        engine,
        voorziening=[
            provision(hulpvorm="01"),
            provision(voorziening_id="V2", productcode="45A01", hulpvorm="11"),
            provision(voorziening_id="V3", wet="participatiewet"),
            provision(voorziening_id="V4", wet="wmo"),
        ],
    )
    assert sorted((row["soort"], row["vorm"]) for row in rows(events, "voorziening") if row["vorm"]) == [
        ("jeugdhulp", "01"),
        ("jeugdhulp", "02"),
    ]
    assert {row["soort"] for row in rows(events, "voorziening")} == {"jeugdhulp", "bijstand", "wmo"}


def test_an_extract_row_with_an_assignment_keeps_no_own_number(engine: DuckDBEngine) -> None:
    events = events_of(engine, voorziening=[provision(toewijzingnummer="7"), provision(voorziening_id="V2")])
    assert {(row["toewijzingnummer"], row["voorziening_id"]) for row in rows(events, "voorziening")} == {
        (7, None),
        (None, "GM0141|V2"),
    }


def test_records_keep_the_order_in_which_the_session_holds_them(engine: DuckDBEngine) -> None:
    records = [
        start(toewijzingnummer="1", bestand="JW305_000002.xml", regel=1),
        start(toewijzingnummer="2", bestand="JW305_000001.xml", regel=2),
        start(toewijzingnummer="3", bestand="JW305_000001.xml", regel=1),
    ]
    found = rows(events_of(engine, start=records), "start")
    assert {row["toewijzingnummer"]: row["volgnummer"] for row in found} == {1: 3, 2: 2, 3: 1}


def test_where_records_differ_the_latest_assignment_tells_the_birth_date(engine: DuckDBEngine) -> None:
    early = assignment(geboortedatum=date(2009, 1, 1), dagtekening=date(2024, 1, 2))
    late = assignment(geboortedatum=date(2008, 1, 1), dagtekening=date(2024, 1, 3))
    extract = provision(geboortedatum=date(2011, 1, 1))
    (person,) = rows(events_of(engine, toewijzing=[late, early], voorziening=[extract]), "persoon")
    assert person["geboortejaar"] == 2008


def test_what_could_not_be_mapped_is_counted(engine: DuckDBEngine) -> None:
    events = events_of(
        engine,
        toewijzing=[assignment(productcode="00X00"), assignment(productcode="50A01", categorie="50")],
        start=[start(toewijzingnummer=None)],
        stop=[stop(date(2024, 3, 1), bsn="999999999")],
        prestatie=[claim("1", productcode="00X00"), claim("2", date(2010, 1, 1))],
        voorziening=[provision(wijk=None), provision(wijk="WK014199", bsn=BRAM), provision(wet="participatiewet")],
        bevolking=[
            {
                "gemeente": "0141",
                "wijk": "WK0141ZZ",
                "peildatum": date(2024, 1, 1),
                "leeftijd": 1,
                "geslacht": "m",
                "aantal": 2,
            }
        ],
    )
    counted = {(row["onderwerp"], row["sleutel"]): row["aantal"] for row in rows(events, "telling")}
    assert counted == {
        ("product_onbekend", "00X00"): 2,
        ("product_zonder_vorm", "50A01"): 1,
        ("product_buiten_geldigheid", "45A01"): 1,
        ("zonder_toewijzingnummer", "start"): 1,
        ("bsn_onbekend", "stop"): 1,
        ("wijk_onbekend", "leeg"): 1,
        ("wijk_onbekend", "WK014199"): 1,
        ("wijk_onbekend", "WK0141ZZ"): 1,
    }


def test_deliveries_are_counted_from_the_receipt_or_else_from_the_rows(engine: DuckDBEngine) -> None:
    given: dict[str, Any] = {
        "session": "S",
        "gemeente": "GM0141",
        "quarter": 8096,
        "products": base_products(),
        "areas": AREAS,
    }
    good = {"start": pa.table({"gemeente": ["0141"] * 3})}
    told = standardise(engine, {}, **given, counts=[TableCount("start", 5, 3, 2)])
    assert rows(told, "levering") == [
        {"sessie": "S", "gemeente": "GM0141", "kwartaal": 8096, "tabel": "start", "gebruikt": 3, "afgekeurd": 2}
    ]
    (own,) = rows(standardise(engine, good, **given), "levering")
    assert (own["tabel"], own["gebruikt"], own["afgekeurd"]) == ("start", 3, 0)


def test_nothing_stays_behind_in_the_engine(engine: DuckDBEngine) -> None:
    events_of(engine, toewijzing=[assignment()], verzoek=[request()])
    left = engine.query("SELECT table_name AS name FROM information_schema.tables")
    assert left["name"].to_pylist() == []


def test_a_birth_date_is_no_value_of_any_event(engine: DuckDBEngine) -> None:
    born = date(1999, 7, 23)
    events = events_of(
        engine,
        toewijzing=[assignment(geboortedatum=born)],
        start=[start(geboortedatum=born)],
        voorziening=[provision(geboortedatum=born)],
    )
    values = {value for table in events.values() for row in table.to_pylist() for value in row.values()}
    assert born not in values
    assert BORN not in values
    assert date(2017, 7, 23) not in values
