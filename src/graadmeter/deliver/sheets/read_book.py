"""Reads a workbook: every visible sheet that holds a delivered table; what was read and what was not is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from graadmeter.deliver.columns.match import for_file, header_by
from graadmeter.deliver.content import Content, HeldContent, where
from graadmeter.deliver.csv_header import LOOK_AHEAD, Header, sheet_header
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.limits import Limits
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices import sheet as notices
from graadmeter.deliver.notices.table import NO_HEADER
from graadmeter.deliver.sheets.book import Book, Sheet, open_book
from graadmeter.deliver.sheets.cells import SheetRow, rows_of
from graadmeter.deliver.sheets.records import Sieve
from graadmeter.deliver.shown_name import shown_name
from graadmeter.deliver.table_read import TableRead, table_of
from graadmeter.domain.column_maps import ColumnMap


@dataclass(frozen=True, slots=True)
class _Found:
    """A sheet that holds a table."""

    sheet: Sheet
    name: str
    header: Header
    rows: Iterator[SheetRow]


def read_book(
    content: Content, log: FindingLog, limits: Limits, maps: Sequence[ColumnMap] = ()
) -> list[tuple[str, TableRead]]:
    """(name, table) of every visible sheet with a delivered table; the name is the file's and the sheet's.

    Raises RefusedError when the file is no XLSX, could do harm, or has no such sheet.
    """
    book = open_book(content.read(), limits)
    found: list[_Found] = []
    passed: list[str] = []
    nearest = "voorziening"
    for ordinal, sheet in enumerate(book.sheets, 1):
        name = shown_name(sheet.name, ordinal)
        try:
            header, rows = _opened(book, sheet, for_file(maps, content.name))
        except RefusedError as refused:
            if refused.notice is not NO_HEADER:
                raise
            nearest = str(refused.values["table"])
            passed.append(name)
            continue
        if sheet.is_hidden:
            log.add(notices.HIDDEN_SHEET, where(content), name=name)
            passed.append(name)
        else:
            found.append(_Found(sheet, name, header, rows))
    whole = [one for one in found if _is_whole(one.header)]
    passed += [one.name for one in found if whole and one not in whole]
    found = whole or found
    if not found:
        raise RefusedError(notices.NO_TABLE, table=nearest)
    if len(found) > 1 or passed:
        read = ", ".join(one.name for one in found)
        log.add(notices.SHEETS, where(content), read=read, passed=", ".join(passed) or "-")
    return [_read(book, one, content, log, single=len(found) == 1) for one in found]


def _is_whole(header: Header) -> bool:
    """Whether all required columns are there; a list of codes beside the table may name some of its fields."""
    named = {*header.fields, *header.fixed}
    return all(field.name in named for field in header.layout.fields if field.required)


def _opened(book: Book, sheet: Sheet, maps: Sequence[ColumnMap]) -> tuple[Header, Iterator[SheetRow]]:
    """The header of a sheet and the rows below it; raises RefusedError when it has none."""
    rows = rows_of(book, sheet)
    first = list(islice(rows, LOOK_AHEAD))
    lines = [(row.number, _cells(row)) for row in first]
    header = next(
        (found for one in maps for number, cells in lines if (found := header_by(one, number, "", cells))), None
    ) or sheet_header(lines)
    return header, chain([row for row in first if row.number > header.line], rows)


def _cells(row: SheetRow) -> list[str]:
    return [row.texts.get(place, "") for place in range(1 + max(row.texts, default=-1))]


def _read(book: Book, one: _Found, content: Content, log: FindingLog, *, single: bool) -> tuple[str, TableRead]:
    name = content.name if single else f"{content.name}/{one.name}"
    place = HeldContent(name, content.group, b"")
    sieve = Sieve(book, one.sheet, one.header)
    table = table_of(one.header, sieve.records(one.rows), place, log)
    if sieve.formulas:
        log.add(notices.FORMULA, where(place), count=sieve.formulas)
    if sieve.hidden:
        log.add(notices.HIDDEN_ROWS, where(place), count=sieve.hidden)
    return name, table
