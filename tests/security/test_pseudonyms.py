"""Attacks on what the store receives: after pseudonymisation nothing identifies a person directly."""

import logging
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from tests.support.raw_rows import KEY, assignment, claim, events_of, model_of, provision, request, start, stop

from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.events import EVENTS, IDENTIFIERS
from graadmeter.domain.model import MODEL
from graadmeter.domain.tables import Type
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.pseudonymise.apply import pseudonymise
from graadmeter.pseudonymise.guard import FORBIDDEN, assert_safe
from graadmeter.pseudonymise.keys import new_key
from graadmeter.store.records import write_session

BSNS = [f"{number:09d}" for number in range(1_000_000, 1_002_000) if eleven_test(f"{number:09d}")][:60]
BORN = date(2011, 11, 23)
POSTCODE = "7607AB"


def delivered() -> dict[str, list[dict[str, object]]]:
    """A session in which every free field that a provider fills holds the BSN as well."""
    who = [{"bsn": bsn, "toewijzingnummer": str(at), "geboortedatum": BORN} for at, bsn in enumerate(BSNS, 1)]
    return {
        "toewijzing": [assignment(**one, referentie=one["bsn"], postcode=POSTCODE) for one in who],
        "start": [start(**one) for one in who],
        "stop": [stop(date(2024, 3, 1), **one) for one in who],
        "verzoek": [request(**{k: one[k] for k in ("bsn", "geboortedatum")}, referentie=one["bsn"]) for one in who],
        "prestatie": [
            claim(
                one["bsn"], bsn=one["bsn"], toewijzingnummer=one["toewijzingnummer"], vorig_referentienummer=one["bsn"]
            )
            for one in who
        ],
        "voorziening": [
            provision(
                bsn=one["bsn"], voorziening_id=one["bsn"], huishouden=one["bsn"], geboortedatum=BORN, hulpvorm="01"
            )
            for one in who
        ],
    }


@pytest.fixture(scope="module")
def engine() -> Iterator[DuckDBEngine]:
    with DuckDBEngine(threads=1) as opened:
        yield opened


@pytest.fixture(scope="module")
def raw(engine: DuckDBEngine) -> dict[str, pa.Table]:
    return events_of(engine, **delivered())


@pytest.fixture(scope="module")
def safe(raw: dict[str, pa.Table]) -> dict[str, pa.Table]:
    return pseudonymise(raw, key=KEY)


def texts(tables: dict[str, pa.Table]) -> str:
    return "\n".join(str(value) for table in tables.values() for row in table.to_pylist() for value in row.values())


def test_the_attack_would_find_bsns_before_pseudonymisation(raw: dict[str, pa.Table]) -> None:
    found = texts(raw)
    assert all(bsn in found for bsn in BSNS)


def test_no_value_holds_a_bsn_birth_date_or_postcode(safe: dict[str, pa.Table]) -> None:
    found = texts(safe)
    assert not [bsn for bsn in BSNS if bsn in found]
    assert not [bsn for bsn in BSNS if re.search(rf"\b{int(bsn)}\b", found)]
    assert BORN.isoformat() not in found
    assert POSTCODE not in found


def test_no_stored_byte_holds_a_bsn(safe: dict[str, pa.Table], tmp_path: Path) -> None:
    write_session(tmp_path, "s", safe)
    stored = b"".join(path.read_bytes() for path in sorted(tmp_path.rglob("*.parquet")))
    assert len(stored) > 1000
    assert not [bsn for bsn in BSNS if bsn.encode() in stored]


def test_no_model_value_is_a_pseudonym_or_a_bsn(engine: DuckDBEngine, raw: dict[str, pa.Table]) -> None:
    found = model_of(engine, raw)
    values = "\n".join(str(value) for rows in found.values() for row in rows for value in row.values())
    assert KEY.id not in values
    assert not [bsn for bsn in BSNS if bsn in values]


def test_the_order_of_rows_does_not_follow_the_order_of_bsns(
    raw: dict[str, pa.Table], safe: dict[str, pa.Table]
) -> None:
    numbers = safe["toewijzing"]["toewijzingnummer"].to_pylist()
    assert sorted(numbers) == list(range(1, len(BSNS) + 1))
    assert numbers != sorted(numbers)
    shuffled = {name: rows.take(pa.array(reversed(range(len(rows))), pa.int64())) for name, rows in raw.items()}
    assert {name: rows.to_pylist() for name, rows in pseudonymise(shuffled, key=KEY).items()} == {
        name: rows.to_pylist() for name, rows in safe.items()
    }


def test_one_person_has_one_pseudonym_in_every_table(safe: dict[str, pa.Table]) -> None:
    people = [set(safe[name]["persoon"].to_pylist()) for name in ("toewijzing", "prestatie", "voorziening", "persoon")]
    assert len(people[0]) == len(BSNS)
    assert all(found == people[0] for found in people)


def test_references_still_link_requests_and_assignments(safe: dict[str, pa.Table]) -> None:
    assert set(safe["verzoek"]["referentie"].to_pylist()) == set(safe["toewijzing"]["referentie"].to_pylist())


def test_no_table_that_is_stored_has_a_column_named_or_typed_like_an_identifier() -> None:
    for table in (*EVENTS, *MODEL):
        for column in table.columns:
            assert not [part for part in FORBIDDEN if part in column.name], (table.name, column.name)
            if column.type is Type.DATE:
                assert "geboor" not in column.meaning + column.name
                assert "birth date" not in column.meaning


@pytest.mark.parametrize("column", sorted(IDENTIFIERS))
def test_the_guard_refuses_a_raw_id_in_any_identifier(safe: dict[str, pa.Table], column: str) -> None:
    name = next(name for name, rows in safe.items() if column in rows.column_names and len(rows))
    rows = safe[name]
    at = rows.schema.get_field_index(column)
    leaked = [*rows[column].to_pylist()[:-1], BSNS[0]]
    tampered = safe | {name: rows.set_column(at, rows.schema.field(at), pa.array(leaked, pa.string()))}
    with pytest.raises(DisclosureError):
        assert_safe(tampered, key_id=KEY.id)


def test_the_guard_refuses_a_column_too_many(safe: dict[str, pa.Table]) -> None:
    rows = safe["persoon"]
    with pytest.raises(DisclosureError):
        assert_safe({"persoon": rows.append_column("bsn", pa.array(BSNS, pa.string()))}, key_id=KEY.id)


def test_the_guard_refuses_an_unknown_table(safe: dict[str, pa.Table]) -> None:
    with pytest.raises(DisclosureError):
        assert_safe({"adressen": safe["persoon"]}, key_id=KEY.id)


def test_the_guard_refuses_pseudonyms_of_another_key(safe: dict[str, pa.Table]) -> None:
    with pytest.raises(DisclosureError):
        assert_safe(safe, key_id=new_key(b"x" * 32).id)


def test_raw_events_never_pass_the_guard(raw: dict[str, pa.Table]) -> None:
    with pytest.raises(DisclosureError) as refused:
        assert_safe(raw, key_id=KEY.id)
    assert not [bsn for bsn in BSNS if bsn in refused.value.text.nl + refused.value.text.en]


def test_neither_key_nor_bsn_reaches_a_log(raw: dict[str, pa.Table], caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        pseudonymise(raw, key=KEY)
    assert KEY.secret.hex() not in caplog.text
    assert not [bsn for bsn in BSNS if bsn in caplog.text]


def test_the_key_never_reaches_the_engine() -> None:
    class Listening(DuckDBEngine):
        heard: str = ""

        def query(self, sql: str) -> pa.Table:
            self.heard += sql
            return super().query(sql)

        def run(self, sql: str) -> None:
            self.heard += sql
            super().run(sql)

    with Listening(threads=1) as engine:
        model_of(engine, events_of(engine, **delivered()))
        assert "event_toewijzing" in engine.heard
        assert KEY.secret.hex() not in engine.heard
        assert repr(KEY.secret) not in engine.heard
        assert not [bsn for bsn in BSNS if bsn in engine.heard]
