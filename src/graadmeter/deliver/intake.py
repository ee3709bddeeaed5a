"""Takes in one content after another: decides how each is read, and keeps tables, findings and counts together."""

from collections import Counter
from collections.abc import Sequence

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.content import Content, HeldContent, where
from graadmeter.deliver.csv_table import read_table
from graadmeter.deliver.file_kind import HEAD, FileKind, file_kind
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.limits import Limits
from graadmeter.deliver.message_parser import MessageParser
from graadmeter.deliver.notice import RefusedError, Where
from graadmeter.deliver.notices.any_file import EMPTY, SPREADSHEET, TOO_LARGE, TOTAL_TOO_LARGE, UNKNOWN_KIND
from graadmeter.deliver.notices.archive import NESTED
from graadmeter.deliver.notices.message import NO_RECORDS
from graadmeter.deliver.raw import LineCount, RawDelivery
from graadmeter.deliver.raw_table import RawTable
from graadmeter.deliver.schemas import Schemas
from graadmeter.deliver.sheets.package import is_office
from graadmeter.deliver.sheets.read_book import read_book
from graadmeter.deliver.table_read import TableRead
from graadmeter.domain.column_maps import ColumnMap
from graadmeter.domain.findings import Severity

_MB = 1_000_000


class Intake:
    """The delivery under construction. A content that is refused leaves a finding and nothing else."""

    def __init__(self, limits: Limits, maps: Sequence[ColumnMap] = (), schemas: Schemas | None = None) -> None:
        self.limits = limits
        self._schemas = schemas
        self._maps = maps
        self.log = FindingLog(limits.findings)
        self._tables = {name: RawTable(layout) for name, layout in sorted(layouts().items())}
        self._parser = MessageParser(limits.stream_from)
        self._rows: Counter[tuple[str, str]] = Counter()
        self._rejected: Counter[tuple[str, str]] = Counter()
        self._total = 0

    def reserve(self, size: int) -> None:
        """Counts bytes about to be read; raises RefusedError when the delivery would become too large."""
        if self._total + size > self.limits.total_bytes:
            raise RefusedError(TOTAL_TOO_LARGE, limit=self.limits.total_bytes // _MB)
        self._total += size

    def take(self, content: Content) -> None:
        """Reads one message or table; whatever is wrong with it becomes a finding."""
        try:
            self._take(content)
        except RefusedError as refused:
            self.log.add(refused.notice, where(content), **refused.values)

    def finish(self) -> RawDelivery:
        """Everything taken in so far."""
        lines = [
            LineCount(file, table, rows + self._rejected[file, table], self._rejected[file, table])
            for (file, table), rows in sorted(self._rows.items())
        ]
        tables = {name: table.finish() for name, table in self._tables.items()}
        return RawDelivery(tables, self.log.findings(), tuple(lines))

    def _take(self, content: Content) -> None:
        if content.size < self.limits.stream_from:
            content = HeldContent(content.name, content.group, content.read())
        kind = file_kind(next(content.pieces(), b"")[:HEAD])
        if kind is FileKind.XML:
            self._take_message(content)
        elif kind is FileKind.TEXT:
            self._take_table(content)
        elif kind is FileKind.ZIP and is_office(content.read(), self.limits):
            self._take_book(content)
        else:
            refusal = {FileKind.EMPTY: EMPTY, FileKind.ZIP: NESTED, FileKind.SPREADSHEET: SPREADSHEET}
            raise RefusedError(refusal.get(kind, UNKNOWN_KIND))

    def _take_message(self, content: Content) -> None:
        self._refuse_large(content, self.limits.message_bytes)
        message = self._parser.read(content)
        if self._schemas and not self._fits(message.plan.label, content, self._schemas):
            return
        for table, rows in zip(message.plan.tables, message.rows, strict=True):
            name = table.layout.table
            if not rows and not table.layout.may_be_empty:
                self.log.add(NO_RECORDS, where(content), record=table.layout.record)
            self._tables[name].add_rows(rows, content.name)
            self._rows[content.group, name] += len(rows)

    def _fits(self, label: str, content: Content, schemas: Schemas) -> bool:
        """Whether the message is as its official schema says; every fault becomes a finding."""
        told = schemas.faults(label, content.read())
        for notice, values in told:
            self.log.add(notice, Where(content.name, content.group, column=str(values.get("element", ""))), **values)
        return all(notice.severity is not Severity.STOPS_FILE for notice, _ in told)

    def _take_table(self, content: Content) -> None:
        self._refuse_large(content, self.limits.table_bytes)
        self._add(read_table(content, self.log, self._maps, self.limits), content.name, content.group)

    def _take_book(self, content: Content) -> None:
        self._refuse_large(content, min(self.limits.table_bytes, self.limits.whole_bytes))
        for name, read in read_book(content, self.log, self.limits, self._maps):
            self._add(read, name, content.group)

    def _add(self, read: TableRead, name: str, group: str) -> None:
        for columns, numbers in read.blocks:
            self._tables[read.table].add_columns(columns, name, numbers)
            self._rows[group, read.table] += len(numbers)
        self._rejected[group, read.table] += read.rejected

    @staticmethod
    def _refuse_large(content: Content, limit: int) -> None:
        if content.size > limit:
            raise RefusedError(TOO_LARGE, megabytes=-(-content.size // _MB), limit=limit // _MB)
