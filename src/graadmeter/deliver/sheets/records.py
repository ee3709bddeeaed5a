"""Rows of a sheet as records: what cannot be a row is rejected alone, formulas and hidden rows are counted."""

from collections.abc import Iterable, Iterator

from graadmeter.deliver.csv_header import Header
from graadmeter.deliver.csv_records import BLOCK, Records
from graadmeter.deliver.notice import Notice
from graadmeter.deliver.notices.sheet import ERROR_CELL, MERGED, NO_RESULT
from graadmeter.deliver.notices.table import RAGGED
from graadmeter.deliver.sheets.book import Book, Sheet
from graadmeter.deliver.sheets.cells import SheetRow, Trouble
from graadmeter.deliver.sheets.merged import merged_rows

_NOTICES = {Trouble.ERROR: ERROR_CELL, Trouble.NO_RESULT: NO_RESULT}


class Sieve:
    """Sorts the rows below a header into records and rejections."""

    def __init__(self, book: Book, sheet: Sheet, header: Header) -> None:
        self._header = header
        self._is_merged = merged_rows(book, sheet)
        self.formulas = 0
        """Formulas whose stored result was used."""
        self.hidden = 0
        """Hidden rows that were read."""

    def records(self, rows: Iterable[SheetRow]) -> Iterator[Records]:
        """The records in blocks; every row that holds anything is one record or one rejection."""
        block = Records()
        width = len(self._header.cells)
        for row in rows:
            refusal = self._refusal(row)
            if refusal is None:
                block.add([row.texts.get(place, "") for place in range(width)], row.number)
            else:
                block.rejected.append((row.number, *refusal))
            self.formulas += row.formulas
            self.hidden += row.is_hidden
            if len(block.rows) >= BLOCK:
                yield block
                block = Records()
        yield block

    def _refusal(self, row: SheetRow) -> tuple[Notice, dict[str, object]] | None:
        """Why the row cannot be used; None when it can."""
        if self._is_merged(row.number):
            return MERGED, {}
        width = len(self._header.cells)
        for place, trouble in row.troubles.items():
            if place < width and self._header.fields[place]:
                return _NOTICES[trouble], {"name": self._header.fields[place]}
        last = max(row.texts, default=0)
        return (RAGGED, {"found": last + 1, "expected": width}) if last >= width else None
