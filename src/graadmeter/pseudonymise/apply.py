"""Event tables in, the same tables without a direct identifier out. After this nothing holds a BSN."""

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.events import EVENTS
from graadmeter.domain.fact_tables import ALL_IDENTIFIERS, FACT_EVENTS
from graadmeter.engine.arrow import shaped
from graadmeter.pseudonymise.guard import assert_safe
from graadmeter.pseudonymise.keys import PseudonymKey
from graadmeter.pseudonymise.pseudonyms import pseudonyms


def pseudonymise(events: Mapping[str, pa.Table], *, key: PseudonymKey) -> dict[str, pa.Table]:
    """The same event tables with a pseudonym in every column of `domain.fact_tables.ALL_IDENTIFIERS`.

    Rows are sorted on all columns afterwards, so that their order tells nothing of the ids. Raises DisclosureError when
    the guard finds any other column, type or value.
    """
    shapes = {table.name: table for table in (*EVENTS, *FACT_EVENTS)}
    result = {name: shaped(rows, shapes[name]) for name, rows in events.items()}
    for purpose in sorted(set(ALL_IDENTIFIERS.values())):
        _replace(result, purpose, key)
    result = {name: _sorted(rows) for name, rows in result.items()}
    assert_safe(result, key_id=key.id)
    return result


def _sorted(rows: pa.Table) -> pa.Table:
    """Sorted on all columns, pseudonyms first because they tell rows apart soonest."""
    columns = sorted(rows.column_names, key=lambda name: name not in ALL_IDENTIFIERS)
    return rows.sort_by([(name, "ascending") for name in columns])


def _replace(tables: dict[str, pa.Table], purpose: str, key: PseudonymKey) -> None:
    """Replaces the ids of one purpose in all tables, so that each distinct id is hashed once."""
    places = [
        (name, column)
        for name, rows in tables.items()
        for column in rows.column_names
        if ALL_IDENTIFIERS.get(column) == purpose
    ]
    if not places:
        return
    chunks = [chunk for name, column in places for chunk in tables[name][column].chunks]
    encoded = pa.chunked_array(chunks, pa.string()).combine_chunks().dictionary_encode()
    made = pseudonyms(encoded.dictionary.to_pylist(), purpose=purpose, key=key)
    values = pc.take(made, encoded.indices)
    start = 0
    for name, column in places:
        rows = tables[name]
        at = rows.schema.get_field_index(column)
        tables[name] = rows.set_column(at, rows.schema.field(at), values.slice(start, len(rows)))
        start += len(rows)
