"""What earlier accepted deliveries said, without persons: what the history checks compare a new delivery with."""

from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from graadmeter.domain.events import IDENTIFIERS, PRESTATIE, START, STOP, TOEWIJZING, VOORZIENING
from graadmeter.domain.tables import Table
from graadmeter.engine.arrow import schema_of
from graadmeter.store.records.sessions import session_folder

_DERIVED = {"soort", "vorm", "dyslexie", "einde_voor_18", "begin_voor_18"}
_TABLES = (TOEWIJZING, START, STOP, PRESTATIE, VOORZIENING)


def earlier_keys(warehouse: Path, sessions: Iterable[str]) -> dict[str, pa.Table]:
    """The tables `eerder_<raw table>` over the given sessions, in their order, with the raw tables' column names.

    Municipality (4 digits) and assignment number are text as in the raw tables, without leading zeros in the number. No
    column tells of a person; `sessie` and `volgnummer` say where a record was delivered.
    """
    known = list(sessions)
    return {f"eerder_{table.name}": _earlier(table, warehouse, known) for table in _TABLES}


def _earlier(table: Table, warehouse: Path, sessions: list[str]) -> pa.Table:
    columns = [name for name in table.names if name not in IDENTIFIERS and name not in _DERIVED]
    empty = schema_of(table).empty_table().select(columns)
    parts = [
        pq.ParquetFile(session_folder(warehouse, session) / f"{table.name}.parquet").read(columns=columns)
        for session in sessions
    ]
    rows = pa.concat_tables([empty, *parts])
    gemeente = pc.utf8_slice_codeunits(rows["gemeente"], 2)
    nummer = rows["toewijzingnummer"].cast(pa.string())
    rows = rows.set_column(rows.schema.get_field_index("gemeente"), "gemeente", gemeente)
    return rows.set_column(rows.schema.get_field_index("toewijzingnummer"), "toewijzingnummer", nummer)
