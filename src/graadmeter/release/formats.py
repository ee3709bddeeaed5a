"""Bytes of the published formats: the same rows always give the same bytes."""

import io
import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from graadmeter.domain.formulas import guarded

_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_WHOLE = 2**53
"""Up to here a double holds every whole number."""


def parquet_bytes(table: pa.Table) -> bytes:
    """Parquet 2.6, zstd, dictionary-encoded, in one row group per 131,072 rows."""
    sink = io.BytesIO()
    pq.write_table(
        table,
        sink,
        version="2.6",
        compression="zstd",
        compression_level=9,
        row_group_size=131_072,
        write_statistics=True,
    )
    return sink.getvalue()


def parquet_table(content: bytes, columns: Sequence[str] | None = None, coded: Sequence[str] = ()) -> pa.Table:
    """The table in the bytes of a Parquet file, or only some of its columns; `coded` come as dictionaries.

    `pq.read_table` gives the same, but of bytes in memory it leaves threads behind: a program that ends within half a
    second of it was seen to abort (7 of 12 times with pyarrow 26; read so, 0 of 24).
    """
    file = pq.ParquetFile(pa.BufferReader(content), read_dictionary=list(coded))
    return file.read(columns=None if columns is None else list(columns))


def csv_bytes(table: pa.Table) -> bytes:
    """UTF-8 CSV after RFC 4180 with a header, ',' between values and LF after each line; numbers in plain notation.

    A text that a spreadsheet would take for a formula gets an apostrophe (docs/security.md, property 9).
    """
    lines = pc.binary_join_element_wise(*(_fields(column) for column in table.columns), ",").to_pylist()
    return "".join(f"{line}\n" for line in (",".join(table.column_names), *lines)).encode()


def _fields(column: pa.ChunkedArray) -> pa.Array:
    """The column as CSV fields. Each distinct value is written once, which is what makes long columns quick."""
    encoded = column.combine_chunks().dictionary_encode()
    fields = pa.array([_field(value) for value in encoded.dictionary.to_pylist()], pa.string())
    return fields.take(encoded.indices).fill_null("")


def _field(value: object) -> str:
    text = cell_text(value)
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def cell_text(value: object) -> str:
    """A value as a reader of the CSV file gets it, without the quotes around it."""
    return plain_number(value) or "" if isinstance(value, float) else guarded(str(value))


def json_bytes(value: Any) -> bytes:
    """Indented UTF-8 JSON with sorted keys and a line end."""
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def plain_number(value: float | None) -> str | None:
    """Digits without exponent and without a needless fraction: 1200, 12.5; None stays None."""
    if value is None:
        return None
    if value == int(value) and abs(value) <= _WHOLE:
        return str(int(value))
    return format(Decimal(repr(value)), "f")
