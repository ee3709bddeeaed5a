"""Raw rows for tests: complete, valid records in which a test names only what it is about."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.products import base_products
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.events import EVENTS, engine_name
from graadmeter.domain.fact_tables import FACT_EVENTS, FACT_MODEL
from graadmeter.domain.model import MODEL
from graadmeter.domain.periods import parse_period, quarter
from graadmeter.domain.products import Product
from graadmeter.domain.tables import Column, Table, Type
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.pseudonymise.apply import pseudonymise
from graadmeter.pseudonymise.keys import new_key
from graadmeter.standardise import model
from graadmeter.standardise.records import standardise

FIRST = parse_period("2024KW01").first
KEY = new_key(bytes(range(32)))
ANNA, BRAM = "000000012", "000000024"
BORN = date(2010, 5, 17)
AMBULANT, PLEEGZORG, OTS, VERVOER = "45A01", "43A03", "48A01", "42A01"
AREAS = (
    Area("JZ14", 2025, Level.REGION, "Twente"),
    Area("GM0141", 2025, Level.MUNICIPALITY, "Almelo", "JZ14"),
    Area("WK014110", 2025, Level.WIJK, "Binnenstad", "GM0141"),
    Area("WK014111", 2025, Level.WIJK, "De Riet", "GM0141"),
    Area("GM0153", 2025, Level.MUNICIPALITY, "Enschede", "JZ14"),
    Area("WK015300", 2025, Level.WIJK, "Centrum", "GM0153"),
)

_MESSAGE = {"domein": "jw", "gemeente": "0141", "aanbieder": "01010101", "bericht_id": "1", "bsn": ANNA}
_CLIENT = _MESSAGE | {"geboortedatum": BORN, "geslacht": "2"}
_PRODUCT = {"categorie": "45", "productcode": AMBULANT}


def assignment(**values: Any) -> dict[str, Any]:
    start = values.get("ingangsdatum", date(2024, 1, 1))
    return {
        **_CLIENT,
        **_PRODUCT,
        "toewijzingnummer": "1",
        "toewijzingsdatum": start,
        "toewijzingstijd": "12:00:00",
        "dagtekening": values.get("toewijzingsdatum", start),
        "ingangsdatum": start,
        **values,
    }


def start(begin: date = date(2024, 1, 10), **values: Any) -> dict[str, Any]:
    fixed = {"toewijzingnummer": "1", "begindatum": begin, "dagtekening": begin, "status_aanlevering": "1"}
    return {**_CLIENT, **_PRODUCT, **fixed, **values}


def stop(end: date, **values: Any) -> dict[str, Any]:
    fixed = {
        "toewijzingnummer": "1",
        "begindatum": date(2024, 1, 10),
        "einddatum": end,
        "dagtekening": end,
        "reden_beeindiging": "31",
        "status_aanlevering": "1",
    }
    return {**_CLIENT, **_PRODUCT, **fixed, **values}


def request(**values: Any) -> dict[str, Any]:
    fixed = {"referentie": "R1", "verwijzer_type": "02", "dagtekening": date(2023, 12, 1)}
    return {**_CLIENT, **_PRODUCT, **fixed, **values}


def claim(number: str, month: date = date(2024, 2, 1), cents: int = 10_000, **values: Any) -> dict[str, Any]:
    fixed = {
        "toewijzingnummer": "1",
        "referentienummer": number,
        "dagtekening": month,
        "declaratienummer": "D1",
        "periode_begin": month,
        "periode_eind": month,
        "volume": 60,
        "eenheid": "01",
        "bedrag": cents,
        "debet_credit": "D",
    }
    return {**_MESSAGE, **_PRODUCT, **fixed, **values}


def returned(message: str, sent: date, **values: Any) -> dict[str, Any]:
    """A return message about the message `returned` answers to, sent on `sent` by or to the usual provider."""
    told = {"bericht": message, "dagtekening": sent, "retour_id": "T1", "retour_dagtekening": sent}
    return {**_MESSAGE, **told, **values}


def claim_answer(sent: date, **values: Any) -> dict[str, Any]:
    """A claim answer (325) to the claim sent on `sent`."""
    told = {"declaratie_id": "1", "declaratie_verzonden": sent, "dagtekening": sent, "retourcodes_kop": "0200"}
    return {**_MESSAGE, **told, **values}


def refused_line(number: str, sent: date, **values: Any) -> dict[str, Any]:
    """A line of the claim sent on `sent` that the answer refuses."""
    told = {"referentienummer": number, "toewijzingnummer": "1", "bedrag": 10_000, "debet_credit": "D"}
    return {**claim_answer(sent), **told, "retourcodes": "9307", **values}


def provision(quarter: str = "2024KW01", **values: Any) -> dict[str, Any]:
    return {
        "gemeente": "0141",
        "kwartaal": quarter,
        "bsn": ANNA,
        "geboortedatum": BORN,
        "geslacht": "2",
        "wet": "jeugdwet",
        "voorziening_id": "V1",
        "leveringsvorm": "ZIN",
        "lokaal_team": "N",
        "begindatum": date(2024, 1, 10),
        "crisis": "N",
        "wijk": "WK014110",
        "huishouden": "H1",
        **values,
    }


def raw(**tables: Sequence[Mapping[str, Any]]) -> dict[str, pa.Table]:
    """Typed raw tables from rows; every row gets its place."""
    made = {}
    for name, rows in tables.items():
        columns = [Column(field.name, field.type, "", nullable=True) for field in layouts()[name].fields]
        place = (Column("bestand", Type.TEXT, ""), Column("regel", Type.BIGINT, ""))
        placed = [{"bestand": f"{name}.xml", "regel": at, **row} for at, row in enumerate(rows, 1)]
        made[name] = pa.Table.from_pylist(placed, schema=schema_of(Table(name, "", (*columns, *place))))
    return made


def events_of(
    engine: DuckDBEngine,
    period: str = "2024KW01",
    /,
    *,
    gemeente: str = "0141",
    products: Sequence[Product] | None = None,
    **tables: Sequence[Mapping[str, Any]],
) -> dict[str, pa.Table]:
    """The event tables of one session, not yet pseudonymised."""
    return standardise(
        engine,
        raw(**tables),
        session=f"{gemeente}-{period}-00000000",
        gemeente=f"GM{gemeente}",
        quarter=parse_period(period).first,
        products=base_products() if products is None else products,
        areas=AREAS,
    )


Model = dict[str, list[dict[str, Any]]]


def model_of(engine: DuckDBEngine, *sessions: Mapping[str, pa.Table], last: str = "2025KW04") -> Model:
    """The uniform model that follows from sessions of events, as rows per table."""
    safe = [pseudonymise(session, key=KEY) for session in sessions]
    for table in (*EVENTS, *FACT_EVENTS):
        found = [session[table.name] for session in safe if table.name in session]
        engine.register(engine_name(table), pa.concat_tables(found) if found else schema_of(table).empty_table())
    model.build(engine, last_quarter=parse_period(last).first)
    return {table.name: engine.query(f"FROM {table.name}").to_pylist() for table in (*MODEL, *FACT_MODEL)}


def modelled(period: str = "2024KW01", /, *, last: str = "2025KW04", **tables: Sequence[Mapping[str, Any]]) -> Model:
    """The uniform model of one session with these raw rows."""
    with DuckDBEngine(threads=1) as engine:
        return model_of(engine, events_of(engine, period, **tables), last=last)


def trajectories(*sessions: Mapping[str, Sequence[Mapping[str, Any]]], last: str = "2025KW04") -> list[dict[str, Any]]:
    """The trajectories that follow from the raw rows of successive quarters from 2024KW01 on."""
    with DuckDBEngine(threads=1) as engine:
        events = [events_of(engine, quarter(FIRST + at).code, **tables) for at, tables in enumerate(sessions)]
        return model_of(engine, *events, last=last)["traject"]
