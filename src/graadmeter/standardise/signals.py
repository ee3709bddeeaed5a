"""Events from the messages that need no lookup: start (305), stop (307) and request (315)."""

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.returns import SENT_AS


def starts(rows: pa.Table) -> pa.Table:
    """Starts that name their assignment; the others cannot be linked and are counted (`counts.unmapped`)."""
    rows = _linked(_sent(rows, "start"))
    rows = rows.append_column("begin_voor_18", pc.less(rows["begindatum"], rows["achttien"]))
    return rows.append_column("begin_voor_23", pc.less(rows["begindatum"], rows["drieentwintig"]))


def stops(rows: pa.Table) -> pa.Table:
    """Stops that name their assignment."""
    rows = _linked(_sent(rows, "stop"))
    return rows.append_column("einde_voor_18", pc.less(rows["einddatum"], rows["achttien"]))


def requests(rows: pa.Table) -> pa.Table:
    """Requests, with the provider's reference made unique: domain, municipality, provider and reference."""
    rows = _sent(rows, "verzoek")
    rows = _of(rows, {"gemeente": rows["gm"], "verwijzer": rows["verwijzer_type"]})
    parts = (rows[name] for name in ("domein", "gemeente", "aanbieder", "referentie"))
    return _of(rows, {"referentie": pc.binary_join_element_wise(*parts, "|")})


def _linked(rows: pa.Table) -> pa.Table:
    rows = rows.filter(pc.is_valid(rows["nummer"]))
    return _of(rows, {"gemeente": rows["gm"], "toewijzingnummer": rows["nummer"]})


def _sent(rows: pa.Table, table: str) -> pa.Table:
    """With the message each row came in, as `refusals.message_key` writes it."""
    names = (rows["domein"], rows["gm"], rows["aanbieder"], SENT_AS[table], rows["bericht_id"])
    return _of(rows, {"bericht": pc.binary_join_element_wise(*names, rows["dagtekening"].cast(pa.string()), "|")})


def _of(rows: pa.Table, columns: dict[str, pa.ChunkedArray]) -> pa.Table:
    kept = rows.drop_columns([name for name in columns if name in rows.column_names])
    for name, values in columns.items():
        kept = kept.append_column(name, values)
    return kept
