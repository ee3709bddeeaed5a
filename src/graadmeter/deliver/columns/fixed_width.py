"""Reads text in fixed positions by a confirmed map; a line that is too short or too long is rejected alone."""

from collections.abc import Iterable, Iterator
from itertools import islice

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.csv_header import LOOK_AHEAD, Header
from graadmeter.deliver.csv_records import BLOCK, Records
from graadmeter.deliver.notices.sheet import LINE_LENGTH
from graadmeter.domain.column_maps import ColumnMap

_LOOSE = 200
"""Blanks that may follow the last position; exports often pad their lines."""


def fixed_header(lines: list[str], one: ColumnMap) -> Header | None:
    """The header by this map when the first records have its width; else None."""
    first = [line for line in lines[one.skip : one.skip + LOOK_AHEAD] if line.strip()]
    header = _header(one)
    fitting = [line for line in first if _fits(line, header)]
    return header if first and 2 * len(fitting) >= len(first) else None


def _header(one: ColumnMap) -> Header:
    return Header(
        layout=layouts()[one.table],
        line=one.skip - 1,
        separator="",
        cells=tuple(column.field for column in one.columns),
        fields=tuple(column.field for column in one.columns),
        width=one.width,
        fixed=one.fixed,
        values={column.field: column.values for column in one.columns if column.values},
        slices=tuple((column.first - 1, column.last) for column in one.columns),
    )


def fixed_records(lines: Iterable[str], header: Header) -> Iterator[Records]:
    """The rows in blocks. Every line that is not blank is one row or one rejection."""
    block = Records()
    for number, line in enumerate(islice(lines, header.line + 1, None), header.line + 2):
        if not line.strip():
            continue
        if _fits(line, header):
            block.add([line[start:end] for start, end in header.slices], number)
        else:
            block.rejected.append((number, LINE_LENGTH, {"found": len(line), "expected": header.width}))
        if len(block.rows) >= BLOCK:
            yield block
            block = Records()
    yield block


def _fits(line: str, header: Header) -> bool:
    """Whether all required columns are there and nothing but blanks stands beyond the last position.

    Exports cut blanks off the end of a line or add some; only optional columns may be missing by that.
    """
    columns = zip(header.fields, header.slices, strict=True)
    least = max((end for name, (_, end) in columns if header.layout.field(name).required), default=0)
    return least <= len(line) <= header.width + _LOOSE and not line[header.width :].strip()
