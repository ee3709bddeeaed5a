"""The column names and first rows of a table that no layout knows yet, from CSV or XLSX."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from graadmeter.deliver.csv_header import LOOK_AHEAD, SEPARATORS, cells_of
from graadmeter.deliver.csv_text import lines_of
from graadmeter.deliver.file_kind import HEAD, FileKind, file_kind
from graadmeter.deliver.limits import DEFAULT_LIMITS
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.any_file import UNKNOWN_KIND
from graadmeter.deliver.sheets.book import open_book
from graadmeter.deliver.sheets.cells import rows_of

_ROWS = 200


@dataclass(frozen=True, slots=True)
class Sample:
    """The beginning of a table."""

    names: Sequence[str]
    rows: Sequence[Sequence[str]]
    separator: str


def sample_of(file: Path) -> Sample:
    """The names and first rows in a file; raises RefusedError when it is no table."""
    data = file.read_bytes()
    kind = file_kind(data[:HEAD])
    if kind is FileKind.ZIP:
        book = open_book(data, DEFAULT_LIMITS)
        sheet = next((one for one in book.sheets if not one.is_hidden), book.sheets[0])
        rows = [row.texts for row in islice(rows_of(book, sheet), _ROWS)]
        return _sample([[row.get(at, "") for at in range(1 + max(row, default=-1))] for row in rows], "")
    if kind is not FileKind.TEXT:
        raise RefusedError(UNKNOWN_KIND)
    lines, _ = lines_of(data)
    separator = max(SEPARATORS, key=lambda sign: sum(line.count(sign) for line in lines[:LOOK_AHEAD]))
    return _sample([cells_of(line, separator) for line in lines[:_ROWS]], separator)


def _sample(rows: list[list[str]], separator: str) -> Sample:
    """The header is the first of the widest rows at the top."""
    top = rows[:LOOK_AHEAD]
    width = max((sum(bool(cell.strip()) for cell in row) for row in top), default=0)
    if not width:
        raise RefusedError(UNKNOWN_KIND)
    at = next(number for number, row in enumerate(top) if sum(bool(cell.strip()) for cell in row) == width)
    return Sample([cell.strip() for cell in rows[at]], rows[at + 1 :], separator)
