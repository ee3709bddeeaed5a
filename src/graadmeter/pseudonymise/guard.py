"""The last look before anything is stored: no column or value may identify a person directly."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.events import EVENTS
from graadmeter.domain.fact_tables import ALL_IDENTIFIERS, FACT_EVENTS
from graadmeter.domain.text import Text
from graadmeter.engine.arrow import schema_of
from graadmeter.pseudonymise.pseudonyms import PATTERN

FORBIDDEN = (
    "bsn",
    "naam",
    "geboortedatum",
    "geboortedag",
    "postcode",
    "adres",
    "straat",
    "huisnummer",
    "telefoon",
    "mail",
)
"""Parts of column names that stand for a direct identifier."""


_FACTS = frozenset(table.name for table in FACT_EVENTS)
_PLAIN = r"^[A-Za-z0-9_+-]{1,20}$"
"""A code, a school year or an AGB code; a sentence or a name with its blank is none."""


def assert_safe(tables: Mapping[str, pa.Table], *, key_id: str) -> None:
    """Raises DisclosureError unless all tables are safe to store.

    That is: event and fact tables with exactly their columns and types, none named like an identifier, and in the
    columns of `ALL_IDENTIFIERS` nothing but pseudonyms of this key. A text of a fact table is short and holds no BSN.
    """
    shapes = {table.name: schema_of(table) for table in (*EVENTS, *FACT_EVENTS)}
    for name, rows in tables.items():
        if name not in shapes or not rows.schema.equals(shapes[name]):
            raise _refused(name, "*")
        for column in rows.column_names:
            _assert_column(name, column, rows[column], key_id)
            if name in _FACTS and column not in {*ALL_IDENTIFIERS, "sessie"}:
                _assert_plain(name, column, rows[column])


def _assert_column(table: str, column: str, values: pa.ChunkedArray, key_id: str) -> None:
    if any(part in column for part in FORBIDDEN):
        raise _refused(table, column)
    if column not in ALL_IDENTIFIERS:
        return
    distinct = pc.unique(values)
    fine = pc.and_(pc.match_substring_regex(distinct, f"^{PATTERN}$"), pc.starts_with(distinct, f"{key_id}-"))
    if not pc.all(fine, min_count=0).as_py():
        raise _refused(table, column)


def _assert_plain(table: str, column: str, values: pa.ChunkedArray) -> None:
    if not pa.types.is_string(values.type):
        return
    distinct = pc.unique(values)
    person = pc.match_substring_regex(distinct, "^[0-9]{9}$")
    fine = pc.and_(pc.match_substring_regex(distinct, _PLAIN), pc.invert(person))
    if not pc.all(fine, min_count=0).as_py():
        raise _refused(table, column)


def _refused(table: str, column: str) -> DisclosureError:
    return DisclosureError(
        Text(
            f"De tabel '{table}' (kolom {column}) bevat iets anders dan pseudoniemen; er is niets opgeslagen.",
            f"Table '{table}' (column {column}) holds something other than pseudonyms; nothing was stored.",
        )
    )
