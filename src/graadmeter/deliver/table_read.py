"""From a header and rows of cells to the raw table of one file; where the cells came from makes no difference here."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from graadmeter.deliver.content import Content, where
from graadmeter.deliver.csv_header import Header
from graadmeter.deliver.csv_records import Records
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.notices import table as notices
from graadmeter.deliver.table_columns import Columns, judge


@dataclass(frozen=True, slots=True)
class TableRead:
    """The rows of one file: blocks of (columns in the order of the layout, line numbers)."""

    table: str
    blocks: list[tuple[list[pa.Array], pa.Array]]
    rejected: int


def table_of(header: Header, blocks: Iterable[Records], content: Content, log: FindingLog) -> TableRead:
    """The raw table; rows that cannot be rows are rejected one by one, each with a finding.

    Raises RefusedError when a required column is missing or one is there twice.
    """
    judge(header, content, log)
    source = Columns(header, content, log)
    made = [source.block(block) for block in blocks]
    source.report_mended()
    if not any(len(numbers) for _, numbers in made) and not source.rejected:
        log.add(notices.NO_ROWS, where(content))
    return TableRead(header.layout.table, made, source.rejected)
