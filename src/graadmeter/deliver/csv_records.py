"""Splits the lines below the header into rows; a line that cannot be a row is rejected alone, with its number."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from graadmeter.deliver.csv_header import LONGEST_LINE, Header
from graadmeter.deliver.notice import Notice
from graadmeter.deliver.notices.table import OPEN_QUOTE, RAGGED

BLOCK = 50_000
"""Rows per block."""
LONGEST_QUOTE = 50
"""Lines one quoted value may run over; a quote left open swallows nothing beyond them."""


@dataclass(slots=True)
class Records:
    """Rows of equal width with the line each starts on, and the lines that were rejected.

    The values stand in `rows`, or already in `columns`, one for each named column; `lines` then says where they stood.
    """

    rows: list[list[str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    rejected: list[tuple[int, Notice, dict[str, object]]] = field(default_factory=list)
    columns: list[pa.Array] = field(default_factory=list)
    lines: range = range(0)
    is_trimmed: bool = False
    """Whether no value has white space around it and empty ones are NULL."""

    @property
    def numbers(self) -> Sequence[int]:
        """The line each row starts on."""
        return self.lines if self.columns else self.starts

    def add(self, values: list[str], number: int) -> None:
        """One row more, that starts on line `number`."""
        self.rows.append(values)
        self.starts.append(number)

    def line_numbers(self) -> pa.Array:
        """The same as whole numbers in Arrow; a range never becomes Python numbers, which cost 0.1 s per million."""
        lines = self.lines
        return pa.array(np.arange(lines.start, lines.stop) if self.columns else self.starts, pa.int64())

    def column(self, place: int) -> pa.Array:
        """The texts of one column."""
        return self.columns[place] if self.columns else pa.array([row[place] for row in self.rows], pa.string())


def records(lines: list[str], header: Header, first: int, until: int) -> tuple[Records, int]:
    """The rows that begin in the first `until` lines, and how many lines these took; line 0 has the number `first`.

    A row may end in a later line.
    """
    block = Records()
    at, blank = 0, header.separator + " \t"
    while at < until:
        line = lines[at]
        taken = 1
        if len(line) > LONGEST_LINE:
            found = line.count(header.separator) + 1
            block.rejected.append((at + first, RAGGED, {"found": found, "expected": len(header.cells)}))
        elif '"' in line:
            taken = _quoted(lines, at, header, block, first)
        elif line.strip(blank):
            _add(line.split(header.separator), at + first, header, block)
        at += taken
    return block, at


def _quoted(lines: list[str], at: int, header: Header, block: Records, first: int) -> int:
    """Takes a row with quotation marks, which may run over more lines; returns how many lines it took."""
    cells = _parse(lines[at], header.separator)
    if cells is not None:
        _add(cells, at + first, header, block)
        return 1
    for last in range(at + 1, min(at + LONGEST_QUOTE, len(lines))):
        if '"' in lines[last]:
            cells = _parse("\n".join(lines[at : last + 1]), header.separator)
            if cells is not None and _fits(cells, header):
                _add(cells, at + first, header, block)
                return last + 1 - at
    block.rejected.append((at + first, OPEN_QUOTE, {}))
    return 1


def _parse(text: str, separator: str) -> list[str] | None:
    """The values of one row; None when a quotation mark is left open or stands where it may not."""
    lines = [line + "\n" for line in text.split("\n")]
    reader = csv.reader(lines, delimiter=separator, strict=True)
    try:
        cells = next(reader, [])
    except csv.Error:
        return None
    return cells if reader.line_num == len(lines) else None


def _fits(cells: list[str], header: Header) -> bool:
    """Whether there is a value for each named column and nothing beyond the last."""
    return len(cells) >= len(header.cells) and not any(map(str.strip, cells[header.width :]))


def _add(cells: list[str], number: int, header: Header, block: Records) -> None:
    if len(cells) == header.width or _fits(cells, header):
        block.add(cells[: len(header.cells)], number)
    else:
        block.rejected.append((number, RAGGED, {"found": len(cells), "expected": len(header.cells)}))
