"""Splits lines without quotation marks into columns: the common case, ten times as fast as line by line."""

from collections.abc import Collection

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from graadmeter.check.typed import whole
from graadmeter.deliver.csv_header import LONGEST_LINE, Header
from graadmeter.deliver.csv_records import Records

MANY = 10_000
"""Rows from which on words are worth their trouble."""
_REPEATED = 8
"""How often a text occurs at least, on average, in a column that is kept as words."""
_WORDS = pa.dictionary(pa.int32(), pa.string())
_NEWLINE = ord("\n")
_RARE_BLANKS = (b"\t", b"\x0b", b"\x0c", b"\x1c", b"\x1d", b"\x1e", b"\x1f")


def plain_records(piece: str, header: Header, first: int, worded: Collection[int] = ()) -> Records | None:
    """The rows in whole lines of text, the first of which has the number `first` (from 1).

    The columns at the places in `worded` are kept as words (see `check.words`). None when any line needs a closer look:
    quotation marks, too few or too many values, a blank or very long line.
    """
    if '"' in piece:
        return None
    data = piece.encode()
    ends = np.flatnonzero(np.frombuffer(data, dtype=np.uint8) == _NEWLINE)
    lines = len(ends) + (not piece.endswith("\n"))
    edges = np.concatenate(([-1], ends, [len(data)]))
    if np.diff(edges).max() > LONGEST_LINE:
        return None
    cells = _cells(data, header, worded)
    if cells is None or cells.num_rows != lines or _has_blank_row(cells):
        return None
    columns = [whole(cells[place]) for place in range(len(header.cells))]
    return Records(columns=columns, lines=range(first, first + lines), is_trimmed=_is_trimmed(data, header.separator))


def few_different(block: Records) -> frozenset[int]:
    """The places of columns with so few different texts that they are better kept as words; none in a small block."""
    rows = len(block.numbers)
    if rows < MANY:
        return frozenset()
    different = enumerate(pc.count_distinct(column).as_py() for column in block.columns)
    return frozenset(place for place, count in different if count * _REPEATED <= rows)


def _cells(data: bytes, header: Header, worded: Collection[int]) -> pa.Table | None:
    """All values as text, empty ones NULL; None when a line has another number of values than the header."""
    names = [str(place) for place in range(header.width)]
    odd = False

    def note(_: csv.InvalidRow) -> str:
        nonlocal odd
        odd = True
        return "skip"

    try:
        found = csv.read_csv(
            pa.BufferReader(data),
            csv.ReadOptions(column_names=names, use_threads=False, block_size=len(data) + 1),
            csv.ParseOptions(
                delimiter=header.separator, quote_char=False, ignore_empty_lines=False, invalid_row_handler=note
            ),
            csv.ConvertOptions(
                column_types={name: _WORDS if place in worded else pa.string() for place, name in enumerate(names)},
                null_values=[""],
                strings_can_be_null=True,
                check_utf8=False,
            ),
        )
    except pa.ArrowInvalid:
        return None
    return None if odd else found


def _has_blank_row(cells: pa.Table) -> bool:
    """Whether a line holds separators and nothing else."""
    blank = None
    for column in cells.columns:
        if not column.null_count:
            return False
        empty = pc.is_null(column)
        blank = empty if blank is None else pc.and_(blank, empty)
    return bool(pc.any(blank).as_py())


def _is_trimmed(data: bytes, separator: str) -> bool:
    """Whether no value can have white space around it; single bytes first, for these are found at once."""
    sign = separator.encode()
    if sign == b"\t" or not data.isascii() or any(byte in data for byte in _RARE_BLANKS):
        return False
    around = (b" " + sign, sign + b" ", b" \n", b"\n ")
    return b" " not in data or (not (data[:1] + data[-1:]).count(b" ") and not any(mark in data for mark in around))
