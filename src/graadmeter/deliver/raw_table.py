"""Gathers the rows of one raw table and turns them into Arrow, in blocks so that Python objects do not pile up."""

from collections.abc import Callable, Sequence

import pyarrow as pa

from graadmeter.check.typed import CLEAN, trimmed
from graadmeter.check.words import changed, is_worded, same_words
from graadmeter.deliver import csv_plain
from graadmeter.domain.layouts import Layout

BLOCK = 50_000
"""Rows per block."""
_BYTE, _TWO_BYTES = 2**7, 2**15


def raw_schema(layout: Layout) -> pa.Schema:
    """The columns of a raw table: the layout's fields as text, then `bestand` and `regel`."""
    fields = [pa.field(field.name, pa.string()) for field in layout.fields]
    return pa.schema([*fields, pa.field("bestand", pa.string()), pa.field("regel", pa.int64())])


def plain(texts: pa.Array) -> pa.Array:
    """The texts without white space around them; empty ones become NULL."""
    return changed(texts, trimmed)


def repeated(text: str | None, rows: int) -> pa.Array:
    """One text for many rows; for very many as a word."""
    if rows < csv_plain.MANY:
        return pa.repeat(pa.scalar(text, pa.string()), rows)
    return pa.repeat(pa.scalar(text, pa.string()), 1).dictionary_encode().take(pa.repeat(pa.scalar(0), rows))


class RawTable:
    """One raw table under construction. Columns of large tables with few different texts are kept as words."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._schema = raw_schema(layout)
        self._blocks: list[list[pa.Array]] = []
        self._rows: list[list[str | None]] = []
        self._files: list[str] = []
        self._numbers: list[int] = []

    def add_rows(self, rows: list[list[str | None]], file: str) -> None:
        """Rows of one message, numbered from 1; values after the layout's fields are ignored."""
        self._rows += rows
        self._files += [file] * len(rows)
        self._numbers += range(1, len(rows) + 1)
        if len(self._rows) >= BLOCK:
            self._flush()

    def add_columns(self, columns: Sequence[pa.Array], file: str, numbers: pa.Array) -> None:
        """Whole columns of one file, `plain` and in the order of the layout, with the number of each row."""
        self._flush()
        self._blocks.append([*columns, repeated(file, len(numbers)), numbers])

    def finish(self) -> pa.Table:
        """Everything that was added, in that order; nothing is left here."""
        self._flush()
        columns, fields = [], []
        for field in reversed(self._schema):
            column = joined([block.pop() for block in self._blocks], field.type)
            columns.append(column)
            fields.append(field.with_type(column.type).with_metadata(CLEAN))
        return pa.Table.from_arrays(columns[::-1], schema=pa.schema(fields[::-1]))

    def _flush(self) -> None:
        if not self._rows:
            return
        width = len(self.layout.fields)
        columns = [plain(pa.array(column, pa.string())) for column in list(zip(*self._rows, strict=True))[:width]]
        self._blocks.append([*columns, pa.array(self._files, pa.string()), pa.array(self._numbers, pa.int64())])
        self._rows, self._files, self._numbers = [], [], []


def joined(parts: Sequence[pa.Array], kind: pa.DataType) -> pa.Array:
    """The parts of a column as one array; as words when one of them is."""
    if not any(map(is_worded, parts)):
        return parts[0] if len(parts) == 1 else pa.chunked_array(parts, kind).combine_chunks()
    numbers, words = same_words(parts)
    return pa.DictionaryArray.from_arrays(pa.chunked_array(map(_narrow(len(words)), numbers)).combine_chunks(), words)


def _narrow(words: int) -> Callable[[pa.Array], pa.Array]:
    """Makes word numbers as small as so many words allow."""
    kind = pa.int8() if words <= _BYTE else pa.int16() if words <= _TWO_BYTES else pa.int32()
    return lambda numbers: numbers.cast(kind)
