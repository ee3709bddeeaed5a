"""The uniform model as a whole: shapes, numbers, order, provenance."""

from datetime import date

from tests.support.raw_rows import (
    ANNA,
    BRAM,
    assignment,
    claim,
    events_of,
    model_of,
    modelled,
    provision,
    request,
    start,
    stop,
)

from graadmeter.domain.events import EVENTS, engine_name
from graadmeter.domain.fact_tables import FACT_EVENTS, FACT_MODEL
from graadmeter.domain.model import MODEL
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.standardise import model

TABLES = {
    "toewijzing": [assignment(referentie="R1"), assignment(toewijzingnummer="2", bsn=BRAM)],
    "start": [start(), start(toewijzingnummer="2", bsn=BRAM)],
    "stop": [stop(date(2024, 3, 1))],
    "verzoek": [request()],
    "prestatie": [claim("1"), claim("2", bsn=BRAM)],
    "voorziening": [provision(toewijzingnummer="1"), provision(bsn=BRAM, voorziening_id="V2", huishouden=None)],
}


def test_without_events_every_table_is_there_and_empty() -> None:
    with DuckDBEngine(threads=1) as engine:
        for table in (*EVENTS, *FACT_EVENTS):
            engine.register(engine_name(table), schema_of(table).empty_table())
        model.build(engine, last_quarter=8096)
        for table in (*MODEL, *FACT_MODEL):
            assert engine.query(f"FROM {table.name}").num_rows == 0


def test_the_tables_have_the_columns_and_types_of_the_vocabulary() -> None:
    with DuckDBEngine(threads=1) as engine:
        model_of(engine, events_of(engine, **TABLES))
        for table in (*MODEL, *FACT_MODEL):
            found = engine.query(f"FROM {table.name}").schema
            assert [(field.name, field.type) for field in found] == [(f.name, f.type) for f in schema_of(table)]


def test_columns_that_may_not_be_empty_are_not() -> None:
    found = modelled(**TABLES)
    for table in (*MODEL, *FACT_MODEL):
        for column in table.columns:
            if not column.nullable:
                assert all(row[column.name] is not None for row in found[table.name]), (table.name, column.name)


def test_only_the_model_and_the_names_in_it_stay_behind() -> None:
    with DuckDBEngine(threads=1) as engine:
        model_of(engine, events_of(engine, **TABLES))
        tables = engine.query(
            "SELECT table_name AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
        )
        kept = {table.name for table in (*MODEL, *FACT_MODEL)}
        assert set(tables["name"].to_pylist()) - kept == {"m_persoonsnummer", "m_huishoudnummer"}
        assert kept <= set(tables["name"].to_pylist())
        names = model.names_of(engine)
        people = engine.query("SELECT persoon FROM persoon ORDER BY 1")
    kinds = [row for row in names.to_pylist() if row["soort"] == "persoon"]
    assert sorted(row["nummer"] for row in kinds) == people["persoon"].to_pylist()
    assert [row["sleutel"] for row in sorted(kinds, key=lambda row: row["nummer"])] == sorted(
        row["sleutel"] for row in kinds
    )


def test_the_order_of_delivered_rows_changes_nothing() -> None:
    backwards = {name: list(reversed(rows)) for name, rows in TABLES.items()}
    assert modelled(**TABLES) == modelled(**backwards)


def test_numbers_are_dense_and_the_same_everywhere() -> None:
    found = modelled(**TABLES)
    assert [person["persoon"] for person in found["persoon"]] == [1, 2]
    assert [one["traject"] for one in found["traject"]] == list(range(1, len(found["traject"]) + 1))
    assert {line["persoon"] for line in found["declaratieregel"]} == {1, 2}
    assert sorted(home["huishouden"] or 0 for home in found["woonsituatie"]) == [0, 1]


def test_a_person_known_from_claims_alone_has_no_sex_or_birth_year() -> None:
    (person,) = modelled(prestatie=[claim("1")])["persoon"]
    assert person == {"persoon": 1, "geslacht": "o", "geboortejaar": None, "kw_laatste_jeugd": None, "kw_18": None}


def test_provenance_names_the_sessions_that_a_trajectory_rests_on() -> None:
    with DuckDBEngine(threads=1) as engine:
        found = model_of(
            engine,
            events_of(engine, "2024KW01", toewijzing=[assignment(referentie="R1")], verzoek=[request()]),
            events_of(engine, "2024KW02", start=[start()], prestatie=[claim("1")]),
            events_of(engine, "2024KW03", stop=[stop(date(2024, 8, 1))]),
            events_of(engine, "2024KW04", voorziening=[provision(bsn=BRAM, hulpvorm="01")]),
        )
    sessions = {one["traject"]: [] for one in found["traject"]}
    for row in found["herkomst"]:
        sessions[row["traject"]].append(row["sessie"][5:13])
    by_length = sorted(sessions.values(), key=len)
    assert by_length == [["2024KW04"], ["2024KW01", "2024KW02", "2024KW03"]]


def test_the_kind_of_care_fills_its_own_column() -> None:
    found = modelled(
        toewijzing=[
            assignment(productcode="43A03", categorie="43"),
            assignment(toewijzingnummer="2", productcode="48A01", categorie="48"),
            assignment(domein="wmo", productcode=None, categorie="01"),
            assignment(toewijzingnummer="4", productcode="50A01", categorie="50"),
        ],
        start=[start(), start(toewijzingnummer="2"), start(domein="wmo"), start(toewijzingnummer="4")],
        voorziening=[provision(wet="participatiewet")],
    )["traject"]
    columns = ("soort", "hulpvorm", "maatregel", "wmo_vorm", "voorziening", "verblijf")
    assert sorted(tuple(str(one[name]) for name in columns) for one in found) == [
        ("bescherming", "None", "11", "None", "11", "False"),
        ("bijstand", "None", "None", "None", "bijstand", "False"),
        ("jeugdhulp", "11", "None", "None", "11", "True"),
        ("jeugdhulp", "None", "None", "None", "onbekend", "False"),
        ("wmo", "None", "None", "huishouden", "huishouden", "False"),
    ]


def test_dyslexia_care_is_marked_when_any_merged_part_is() -> None:
    with DuckDBEngine(threads=1) as engine:
        events = events_of(
            engine,
            toewijzing=[assignment(), assignment(toewijzingnummer="2")],
            start=[start(), start(date(2024, 2, 1), toewijzingnummer="2")],
        )
        marks = [number == 2 for number in events["toewijzing"]["toewijzingnummer"].to_pylist()]
        at = events["toewijzing"].schema.get_field_index("dyslexie")
        field = events["toewijzing"].schema.field(at)
        events["toewijzing"] = events["toewijzing"].set_column(at, field, [marks])
        (found,) = model_of(engine, events)["traject"]
    assert found["dyslexie"] is True


def test_a_population_delivered_again_counts_as_last_delivered() -> None:
    row = {"gemeente": "0141", "wijk": "WK014110", "peildatum": date(2024, 1, 1), "leeftijd": 7, "geslacht": "m"}
    with DuckDBEngine(threads=1) as engine:
        found = model_of(
            engine,
            events_of(engine, "2024KW01", bevolking=[{**row, "aantal": 5}]),
            events_of(engine, "2024KW02", bevolking=[{**row, "aantal": 6}]),
        )
    assert [one["aantal"] for one in found["bevolking"]] == [6]


def test_two_voorziening_rows_of_one_person_share_a_person() -> None:
    found = modelled(voorziening=[provision(hulpvorm="01"), provision(bsn=ANNA, voorziening_id="V2", hulpvorm="03")])
    assert {one["persoon"] for one in found["traject"]} == {1}
