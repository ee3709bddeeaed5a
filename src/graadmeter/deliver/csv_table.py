"""Reads one delivered table of text (CSV or fixed width): bytes, lines, header, rows; each step has its own module."""

from collections.abc import Sequence

from graadmeter.deliver.columns.fixed_width import fixed_header, fixed_records
from graadmeter.deliver.columns.match import for_file, mapped_header
from graadmeter.deliver.content import Content, where
from graadmeter.deliver.csv_blocks import blocks, first_lines
from graadmeter.deliver.csv_header import LOOK_AHEAD, Header, find_header
from graadmeter.deliver.csv_text import UTF8, text_of
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.notices import table as notices
from graadmeter.deliver.table_read import TableRead, table_of
from graadmeter.domain.column_maps import ColumnMap


def read_table(content: Content, log: FindingLog, maps: Sequence[ColumnMap] = ()) -> TableRead:
    """Reads a table, by the first confirmed map of `maps` that fits it, else by its own column names.

    Rows that cannot be rows are rejected one by one, each with a finding. Raises RefusedError when it is no text, has
    no header, or lacks a required column.
    """
    text, encoding, header = _opened(content.read(), for_file(maps, content.name))
    if encoding != UTF8:
        log.add(notices.OTHER_ENCODING, where(content), encoding=encoding)
    if header is None:
        header = find_header(first_lines(text, LOOK_AHEAD))
    rows = fixed_records(text.removesuffix("\n").split("\n"), header) if header.slices else blocks(text, header)
    return table_of(header, rows, content, log)


def _opened(data: bytes, maps: Sequence[ColumnMap]) -> tuple[str, str, Header | None]:
    """The text, its encoding, and the header when a map gives one."""
    for one in maps:
        if one.encoding:
            text, encoding = text_of(data, one.encoding)
            header = _by_map(text, one)
            if header is not None:
                return text, encoding, header
    text, encoding = text_of(data)
    found = (_by_map(text, one) for one in maps if not one.encoding)
    return text, encoding, next((header for header in found if header is not None), None)


def _by_map(text: str, one: ColumnMap) -> Header | None:
    lines = first_lines(text, one.skip + LOOK_AHEAD)
    return fixed_header(lines, one) if one.is_fixed_width else mapped_header(lines, one)
