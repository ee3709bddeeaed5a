"""Reads one delivered table of text (CSV or fixed width): bytes, lines, header, rows; each step has its own module."""

from collections.abc import Sequence

from graadmeter.deliver.columns.fixed_width import fixed_header, fixed_records
from graadmeter.deliver.columns.match import for_file, mapped_header
from graadmeter.deliver.content import Content, where
from graadmeter.deliver.csv_header import Header, find_header
from graadmeter.deliver.csv_records import records
from graadmeter.deliver.csv_text import UTF8, lines_of
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.notices import table as notices
from graadmeter.deliver.table_read import TableRead, table_of
from graadmeter.domain.column_maps import ColumnMap


def read_table(content: Content, log: FindingLog, maps: Sequence[ColumnMap] = ()) -> TableRead:
    """Reads a table, by the first confirmed map of `maps` that fits it, else by its own column names.

    Rows that cannot be rows are rejected one by one, each with a finding. Raises RefusedError when it is no text, has
    no header, or lacks a required column.
    """
    data = content.read()
    lines, encoding, header = _opened(data, for_file(maps, content.name))
    if encoding != UTF8:
        log.add(notices.OTHER_ENCODING, where(content), encoding=encoding)
    if header is None:
        header = find_header(lines)
    rows = fixed_records(lines, header) if header.slices else records(lines, header)
    return table_of(header, rows, content, log)


def _opened(data: bytes, maps: Sequence[ColumnMap]) -> tuple[list[str], str, Header | None]:
    """The lines, their encoding, and the header when a map gives one."""
    for one in maps:
        if one.encoding:
            lines, encoding = lines_of(data, one.encoding)
            header = _by_map(lines, one)
            if header is not None:
                return lines, encoding, header
    lines, encoding = lines_of(data)
    found = (_by_map(lines, one) for one in maps if not one.encoding)
    return lines, encoding, next((header for header in found if header is not None), None)


def _by_map(lines: list[str], one: ColumnMap) -> Header | None:
    return fixed_header(lines, one) if one.is_fixed_width else mapped_header(lines, one)
