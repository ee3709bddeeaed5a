"""What stands in the bytes of a file of a release but in nothing that a reader of the format gets to see.

Rows and values are looked at elsewhere. A file can hold more: bytes between the parts of a Parquet file, a value
that is in the list of a column and in no row, a name that stands twice in JSON, of which a program keeps one.
"""

import io
import json
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from graadmeter.domain.text import Text
from graadmeter.release.audit_text import audit_markdown
from graadmeter.release.formats import json_bytes, parquet_table
from graadmeter.release.places import AUDIT_JSON, AUDIT_TEXT

_MAGIC, _LENGTH = 4, 4
"""Bytes of the mark at both ends of a Parquet file, and of the length of its last part."""


def unread(path: str, files: Mapping[str, bytes]) -> Text | None:
    """What a file holds that nobody looked at; None when that is nothing."""
    if path.endswith(".parquet"):
        return _in_parquet(files[path])
    if path.endswith(".json") and json_bytes(json.loads(files[path])) != files[path]:
        return Text("er staat meer in dan een lezer van JSON ziet", "it holds more than a reader of JSON sees")
    if (
        path == AUDIT_TEXT
        and AUDIT_JSON in files
        and _lines(audit_markdown(json.loads(files[AUDIT_JSON]))) != _lines(files[path].decode())
    ):
        return Text(f"er staat iets anders in dan in {AUDIT_JSON}", f"it says something else than {AUDIT_JSON}")
    return None


def _lines(text: str) -> list[str]:
    """In an order of their own: JSON sorts its names and the text does not."""
    return sorted(text.splitlines())


def _in_parquet(content: bytes) -> Text | None:
    if _places(content) != len(content):
        return Text("er staan bytes tussen de kolommen", "there are bytes between the columns")
    table = parquet_table(content)
    for name in (name for name in table.column_names if pa.types.is_dictionary(table[name].type)):
        told = pc.unique(table[name].cast(table[name].type.value_type)).to_pylist()
        if any(set(part.dictionary.to_pylist()) - set(told) for part in table[name].chunks):
            return Text(
                f"kolom {name} noemt iets dat in geen rij staat", f"column {name} names something that is in no row"
            )
    return None


def _places(content: bytes) -> int:
    """How many bytes the parts of a Parquet file take that a reader reads."""
    written = pq.read_metadata(io.BytesIO(content))
    groups = [written.row_group(number) for number in range(written.num_row_groups)]
    columns: int = sum(
        group.column(place).total_compressed_size for group in groups for place in range(group.num_columns)
    )
    footer: int = written.serialized_size
    return _MAGIC + columns + footer + _LENGTH + _MAGIC
