"""Reads one delivered table (CSV): bytes, lines, header, rows, values; each step has its own module."""

from dataclasses import dataclass
from difflib import get_close_matches

import pyarrow as pa

from graadmeter.deliver.content import Content, where
from graadmeter.deliver.csv_header import Header, find_header, plain_name
from graadmeter.deliver.csv_records import Records, records
from graadmeter.deliver.csv_text import UTF8, lines_of
from graadmeter.deliver.csv_values import iso_dates, odd_bsns, with_zeros
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices import table as notices
from graadmeter.deliver.raw_table import plain
from graadmeter.deliver.shown_name import shown_name
from graadmeter.domain.layouts import Field
from graadmeter.domain.tables import Type


@dataclass(frozen=True, slots=True)
class TableRead:
    """The rows of one file: blocks of (columns in the order of the layout, line numbers)."""

    table: str
    blocks: list[tuple[list[pa.Array], pa.Array]]
    rejected: int


def read_table(content: Content, log: FindingLog) -> TableRead:
    """Reads a table; rows that cannot be rows are rejected one by one, each with a finding.

    Raises RefusedError when it is no text, has no header, or lacks a required column.
    """
    lines, encoding = lines_of(content.read())
    if encoding != UTF8:
        log.add(notices.OTHER_ENCODING, where(content), encoding=encoding)
    header = find_header(lines)
    _judge(header, content, log)
    source = _Source(header, content, log)
    blocks = [source.block(block) for block in records(lines, header)]
    source.report_zeros()
    if not any(len(numbers) for _, numbers in blocks):
        log.add(notices.NO_ROWS, where(content))
    return TableRead(header.layout.table, blocks, source.rejected)


def _judge(header: Header, content: Content, log: FindingLog) -> None:
    """Findings on columns too many, too few and unknown; raises RefusedError when the table cannot be used."""
    table = header.layout.table
    named = [name for name in header.fields if name]
    stray = [cell for cell, name in zip(header.cells, header.fields, strict=True) if cell and not name]
    for number, cell in enumerate(stray, 1):
        near = _near(cell, [field.name for field in header.layout.fields])
        name = shown_name(cell, number)
        log.add(notices.UNKNOWN, where(content), name=name, table=table, near=near)
    missing = [field for field in header.layout.fields if field.name not in named]
    for field in missing:
        if not field.required:
            near = _near(field.name, stray)
            log.add(notices.ABSENT, where(content, column=field.name), name=field.name, near=near)
    trouble = [(notices.TWICE, name) for name in sorted(set(named)) if named.count(name) > 1]
    trouble += [(notices.MISSING, field.name) for field in missing if field.required]
    for notice, name in trouble[1:]:
        log.add(notice, where(content), name=name, near=_near(name, stray))
    if trouble:
        raise RefusedError(trouble[0][0], name=trouble[0][1], near=_near(trouble[0][1], stray))


def _near(name: str, known: list[str]) -> str:
    by_plain = {plain_name(other): other for other in known}
    near = get_close_matches(plain_name(name), list(by_plain), n=3, cutoff=0.6)
    return ", ".join(shown_name(by_plain[match], number) for number, match in enumerate(near, 1)) or "-"


class _Source:
    """Turns blocks of rows into columns, and reports what was repaired or rejected on the way."""

    def __init__(self, header: Header, content: Content, log: FindingLog) -> None:
        self._header, self._content, self._log = header, content, log
        self._zeros: dict[str, int] = {}
        self.rejected = 0

    def block(self, block: Records) -> tuple[list[pa.Array], pa.Array]:
        """The columns of a block in the order of the layout, and its line numbers."""
        self.rejected += len(block.rejected)
        for line, notice, values in block.rejected:
            self._log.add(notice, where(self._content, line), **values)
        cells = list(zip(*block.rows, strict=True))
        place = {name: position for position, name in enumerate(self._header.fields)}
        columns = []
        for field in self._header.layout.fields:
            if field.name in place and cells:
                texts = plain(pa.array(cells[place[field.name]], pa.string()))
                columns.append(self._repaired(texts, field, block.numbers))
            else:
                columns.append(pa.nulls(len(block.rows), pa.string()))
        return columns, pa.array(block.numbers, pa.int64())

    def report_zeros(self) -> None:
        """One finding per column in which leading zeros were put back."""
        for name, count in self._zeros.items():
            self._log.add(notices.ZERO_LOST, where(self._content, column=name), name=name, count=count)

    def _repaired(self, texts: pa.Array, field: Field, numbers: list[int]) -> pa.Array:
        if field.type is Type.DATE:
            return iso_dates(texts)
        if field.name == "bsn":
            return self._with_bsns(texts, numbers)
        texts, count = with_zeros(texts, field)
        if count:
            self._zeros[field.name] = self._zeros.get(field.name, 0) + count
        return texts

    def _with_bsns(self, texts: pa.Array, numbers: list[int]) -> pa.Array:
        restored: dict[int, str] = {}
        for position, bsn in odd_bsns(texts):
            notice = notices.BSN_MANGLED if bsn is None else notices.BSN_ZERO
            self._log.add(notice, where(self._content, numbers[position], "bsn"))
            if bsn is not None:
                restored[position] = bsn
        if not restored:
            return texts
        return pa.array([restored.get(at, text) for at, text in enumerate(texts.to_pylist())], pa.string())
