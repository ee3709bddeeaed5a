"""One session's good raw rows to its event tables. The person key is still the BSN here: see `pseudonymise`."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from graadmeter.domain import events
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.deliveries import TableCount
from graadmeter.domain.living_tables import WOONVORM_EVENT
from graadmeter.domain.products import Product
from graadmeter.domain.tables import Table
from graadmeter.engine.arrow import schema_of, shaped
from graadmeter.engine.port import Engine
from graadmeter.standardise import counts as told
from graadmeter.standardise import extract, kinds, messages, persons, refusals, signals
from graadmeter.standardise.benefits import with_benefits
from graadmeter.standardise.claims_extract import with_claims
from graadmeter.standardise.derived import derived
from graadmeter.standardise.facts import fact_events, told_persons
from graadmeter.standardise.inputs import complete, registered
from graadmeter.standardise.protocols import protocol_events

_QUERIES = (
    (events.TOEWIJZING, "toewijzing", messages.TOEWIJZING),
    (events.PRESTATIE, "prestatie", messages.PRESTATIE),
    (events.AFKEURING, "", refusals.AFKEURING),
    (events.AFGEWEZEN, "afgewezen_prestatie", refusals.AFGEWEZEN),
    (events.VOORZIENING, "voorziening", extract.VOORZIENING),
    (events.PERSOON, "", persons.PERSOON),
    (events.WOONSITUATIE, "", extract.WOONSITUATIE),
    (events.BEVOLKING, "bevolking", extract.BEVOLKING),
)
"""Event table, the raw table without whose rows it is empty, and the query."""

_RETURNED = ("retour", "retourregel", "declaratieantwoord", "afgewezen_prestatie")
_READ = ("toewijzing", "prestatie", "voorziening", "bevolking", *_RETURNED)


def standardise(
    engine: Engine,
    good: Mapping[str, pa.Table],
    *,
    session: str,
    gemeente: str,
    quarter: int,
    products: Sequence[Product],
    areas: Iterable[Area],
    counts: Iterable[TableCount] = (),
) -> dict[str, pa.Table]:
    """The event tables of one session, by name, in the shapes of `domain.events` and in no particular row order.

    Fact tables (`domain.fact_tables`) are among them when they have rows, those of how inhabitants live when all tell.

    `good` holds the typed raw tables (layout columns, `bestand`, `regel`); absent tables are empty. `gemeente` is the
    deliverer's GM code, `quarter` the index of the delivered quarter. `products` are tried as `kinds` says. `areas` are
    those of the workspace's vintage. `counts` are the receipt's; without them every row of `good` counts as used.
    """
    typed = with_claims(with_benefits(complete(good)))
    raw = {name: derived(typed[name]) for name in (*_READ, "start", "stop", "verzoek")}
    lists = {
        "product": kinds.product_table(tuple(products), gemeente),
        "categorie": kinds.category_table(),
        "wijk": _wijken(areas),
        "adres": typed["adres"],
        "feitpersoon": told_persons(typed),
    }
    read = {name: raw[name] for name in _READ}
    with registered(engine, read | lists):
        rows = {
            table.name: engine.query(sql) if not needs or len(raw[needs]) else _none(table)
            for table, needs, sql in _QUERIES
        }
        living = engine.query(extract.WOONVORM) if _tells_institutions(raw["bevolking"]) else None
    rows["start"], rows["stop"] = signals.starts(raw["start"]), signals.stops(raw["stop"])
    rows["verzoek"] = signals.requests(raw["verzoek"])
    rows["telling"] = told.unmapped(raw, rows, lists["wijk"])
    rows["levering"] = told.delivered(good, counts)
    same = {"sessie": session, "gemeente": gemeente, "kwartaal": quarter}
    made = {table.name: _with(rows[table.name], table, same) for table in events.EVENTS}
    if living is not None:
        made[WOONVORM_EVENT.name] = _with(living, WOONVORM_EVENT, same)
    made |= {fact.name: _with(rows, fact.event, same) for fact, rows in fact_events(engine, typed)}
    return made | dict(protocol_events(engine, typed, session=session, deliverer=gemeente, quarter=quarter))


def _tells_institutions(inhabitants: pa.Table) -> bool:
    """Whether every row does: who lives in an institution according to some rows only would be too few."""
    return bool(len(inhabitants)) and inhabitants["in_instelling"].null_count == 0


def _none(table: Table) -> pa.Table:
    return schema_of(table).empty_table().append_column("geldig", pa.array([], pa.bool_()))


def _wijken(areas: Iterable[Area]) -> pa.Table:
    rows = [(area.code, area.parent) for area in areas if area.level is Level.WIJK]
    return pa.table(
        {"wijk": pa.array([code for code, _ in rows], pa.string()), "gemeente": [parent for _, parent in rows]},
        schema=pa.schema([("wijk", pa.string()), ("gemeente", pa.string())]),
    )


def _with(rows: pa.Table, table: Table, same: Mapping[str, object]) -> pa.Table:
    """The columns of `table`; those the query did not give hold the session's own value."""
    schema = schema_of(table)
    for field in schema:
        if field.name not in rows.column_names:
            rows = rows.append_column(field.name, pa.repeat(pa.scalar(same[field.name], field.type), len(rows)))
    return shaped(rows, table)
