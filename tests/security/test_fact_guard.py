"""What fact tables may hold: codes, dates, numbers and pseudonyms; never a BSN, a birth date or a sentence."""

from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from tests.support.raw_rows import ANNA, BORN, KEY, events_of

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.fact_tables import ALL_IDENTIFIERS, FACTS
from graadmeter.domain.facts import Keep
from graadmeter.domain.tables import Type
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.pseudonymise.apply import pseudonymise
from graadmeter.pseudonymise.guard import FORBIDDEN, assert_safe

SAME: dict[str, Any] = {"gemeente": "0141", "kwartaal": "2024KW01"}
PERSON: dict[str, Any] = {"bsn": ANNA, "geboortedatum": BORN, "geslacht": "2"}
ROWS: dict[str, dict[str, Any]] = {
    "wachttijd": {
        **PERSON,
        "aanmelding_id": "A1",
        "wet": "jeugdwet",
        "aanbieder": "01010101",
        "spoed": "N",
        "aanmelddatum": date(2024, 1, 3),
        **dict.fromkeys(("aanmelddatum_status", "intakedatum_status", "startdatum_status"), "gemeten"),
    },
    "ketenstap": {
        **PERSON,
        "zaak": "Z1",
        "eenheid": "kind",
        "gezin": "G1",
        "stap": "VT_MELDING",
        "organisatie": "VT",
        "datum": date(2024, 1, 3),
        "spoed": "J",
    },
    "uitkomst": {
        **PERSON,
        "meting_id": "M1",
        "wet": "jeugdwet",
        "meetdatum": date(2024, 2, 1),
        "moment": "einde",
        "informant": "ouder",
        "instrument": "nut",
        "score": 8,
    },
    "ervaring": {"respondent": "R1", "vragenlijst": "wmo", "vraag": "W01", "antwoord": "4", "wijk": "WK014110"},
    "onderwijs": {
        **PERSON,
        "leerling": ANNA,
        "schooljaar": "2023-2024",
        "ondersteuning": "geen",
        "verzuim": "geen",
    },
    "participatiewet": {**PERSON, "uitkering_id": "U1", "regeling": "bijstand", "begindatum": date(2024, 1, 1)},
    "pgb_besteding": {
        **PERSON,
        "wet": "jeugdwet",
        "regelnummer": "B1",
        "voorziening_id": ANNA,
        "periode_begin": date(2024, 1, 1),
        "periode_eind": date(2024, 1, 31),
        "bedrag": 12_300,
    },
    "interventie": {"interventie_id": "I1", "soort": "poh_jeugd", "begindatum": date(2024, 1, 1), "kosten": 100},
}


@pytest.fixture(scope="module")
def safe() -> dict[str, pa.Table]:
    with DuckDBEngine(threads=1) as engine:
        return pseudonymise(events_of(engine, **{name: [SAME | row] for name, row in ROWS.items()}), key=KEY)


def test_every_fact_table_is_attacked(safe: dict[str, pa.Table]) -> None:
    assert {fact.name for fact in FACTS} == set(ROWS)
    assert all(len(safe[name]) == 1 for name in ROWS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_no_value_is_a_bsn_birth_date_or_own_number(safe: dict[str, pa.Table], fact) -> None:
    (row,) = safe[fact.name].to_pylist()
    values = {str(value) for value in row.values()}
    assert not values & {ANNA, BORN.isoformat()}
    for one in fact.columns:
        if one.purpose and row[one.column.name] is not None:
            assert row[one.column.name].startswith(f"{KEY.id}-"), one.column.name


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
def test_no_column_keeps_a_birth_date_or_is_named_like_an_identifier(fact) -> None:
    for one in fact.columns:
        assert not [part for part in FORBIDDEN if part in one.column.name]
        if one.field == "geboortedatum":
            pytest.fail(f"{fact.name} keeps the birth date")
        if one.field in {"bsn", "leerling", "respondent"}:
            assert one.keep in {Keep.PERSON, Keep.KEY}


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
@pytest.mark.parametrize("leak", ["111222333", "Jan Jansen", "belt morgen terug", "x" * 21])
def test_the_guard_refuses_a_bsn_or_words_in_any_text(safe: dict[str, pa.Table], fact, leak: str) -> None:
    texts = [one.column.name for one in fact.columns if one.column.type is Type.TEXT]
    assert texts
    for column in texts:
        rows = safe[fact.name]
        at = rows.schema.get_field_index(column)
        tampered = rows.set_column(at, rows.schema.field(at), pa.array([leak], pa.string()))
        with pytest.raises(DisclosureError):
            assert_safe({fact.name: tampered}, key_id=KEY.id)


def test_own_numbers_of_two_municipalities_are_two_things() -> None:
    row = SAME | ROWS["onderwijs"]
    with DuckDBEngine(threads=1) as engine:
        here = pseudonymise(events_of(engine, onderwijs=[row]), key=KEY)["onderwijs"]
        there = pseudonymise(events_of(engine, gemeente="0153", onderwijs=[row | {"gemeente": "0153"}]), key=KEY)
    assert here["leerling"] != there["onderwijs"]["leerling"]
    assert here["persoon"] == there["onderwijs"]["persoon"]


def test_a_pupil_and_a_person_with_one_number_are_two_pseudonyms(safe: dict[str, pa.Table]) -> None:
    assert safe["onderwijs"]["leerling"] != safe["onderwijs"]["persoon"]
    assert ALL_IDENTIFIERS["leerling"] != ALL_IDENTIFIERS["persoon"]
