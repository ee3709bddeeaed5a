"""Gathers the rows of one raw table and turns them into Arrow, in blocks so that Python objects do not pile up."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.layouts import Layout

BLOCK = 50_000
"""Rows per block."""


def raw_schema(layout: Layout) -> pa.Schema:
    """The columns of a raw table: the layout's fields as text, then `bestand` and `regel`."""
    fields = [pa.field(field.name, pa.string()) for field in layout.fields]
    return pa.schema([*fields, pa.field("bestand", pa.string()), pa.field("regel", pa.int64())])


def plain(texts: pa.Array) -> pa.Array:
    """The texts without white space around them; empty ones become NULL."""
    trimmed = pc.utf8_trim_whitespace(texts)
    return pc.if_else(pc.equal(trimmed, ""), pa.scalar(None, pa.string()), trimmed)


class RawTable:
    """One raw table under construction."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self._schema = raw_schema(layout)
        self._blocks: list[pa.RecordBatch] = []
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
        files = pa.repeat(pa.scalar(file, pa.string()), len(numbers))
        self._blocks.append(pa.record_batch([*columns, files, numbers], schema=self._schema))

    def finish(self) -> pa.Table:
        """Everything that was added, in that order."""
        self._flush()
        return pa.Table.from_batches(self._blocks, self._schema)

    def _flush(self) -> None:
        if not self._rows:
            return
        width = len(self.layout.fields)
        columns = [plain(pa.array(column, pa.string())) for column in list(zip(*self._rows, strict=True))[:width]]
        arrays = [*columns, pa.array(self._files, pa.string()), pa.array(self._numbers, pa.int64())]
        self._blocks.append(pa.record_batch(arrays, schema=self._schema))
        self._rows, self._files, self._numbers = [], [], []
