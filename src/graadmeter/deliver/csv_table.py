"""Reads one delivered table of text (CSV or fixed width): bytes, lines, header, rows; each step has its own module."""

from collections.abc import Sequence

from graadmeter.deliver.columns.fixed_width import fixed_header, fixed_records
from graadmeter.deliver.columns.match import for_file, mapped_header
from graadmeter.deliver.content import Content, where
from graadmeter.deliver.csv_blocks import blocks, every_line, first_lines
from graadmeter.deliver.csv_header import LOOK_AHEAD, Header, find_header
from graadmeter.deliver.csv_source import TextSource, source_of
from graadmeter.deliver.csv_text import UTF8
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.limits import DEFAULT_LIMITS, Limits
from graadmeter.deliver.notices import table as notices
from graadmeter.deliver.table_read import TableRead, table_of
from graadmeter.domain.column_maps import ColumnMap


def read_table(
    content: Content, log: FindingLog, maps: Sequence[ColumnMap] = (), limits: Limits = DEFAULT_LIMITS
) -> TableRead:
    """Reads a table, by the first confirmed map of `maps` that fits it, else by its own column names.

    A large one is read in pieces. Rows that cannot be rows are rejected one by one, each with a finding.
    Raises RefusedError when it is no text, has no header, or lacks a required column.
    """
    text, header = _opened(content, for_file(maps, content.name), limits)
    if text.encoding != UTF8:
        log.add(notices.OTHER_ENCODING, where(content), encoding=text.encoding)
    if header is None:
        header = find_header(first_lines(text.pieces(), LOOK_AHEAD))
    rows = fixed_records(every_line(text.pieces()), header) if header.slices else blocks(text.pieces(), header)
    return table_of(header, rows, content, log)


def _opened(content: Content, maps: Sequence[ColumnMap], limits: Limits) -> tuple[TextSource, Header | None]:
    """The text, and the header when a map gives one."""
    for one in maps:
        if one.encoding:
            text = source_of(content, limits, one.encoding)
            header = _by_map(text, one)
            if header is not None:
                return text, header
    text = source_of(content, limits)
    found = (_by_map(text, one) for one in maps if not one.encoding)
    return text, next((header for header in found if header is not None), None)


def _by_map(text: TextSource, one: ColumnMap) -> Header | None:
    lines = first_lines(text.pieces(), one.skip + LOOK_AHEAD)
    return fixed_header(lines, one) if one.is_fixed_width else mapped_header(lines, one)
