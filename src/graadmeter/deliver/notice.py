"""What the reader can say about a file before any check has run: one `Notice` per kind of trouble."""

from collections.abc import Mapping
from dataclasses import dataclass

from graadmeter.domain.findings import Finding, Severity, Tier
from graadmeter.domain.text import Text

TIER = Tier.FILE
"""Everything the reader finds is about the file as such."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One kind of trouble: its code (`DL-...`), what it does to the file, what is wrong and what to do."""

    code: str
    severity: Severity
    message: Text
    """May hold `{placeholders}` for sizes, counts and names of columns; never for anything a row holds."""
    remedy: Text

    def finding(self, where: "Where", values: Mapping[str, object]) -> Finding:
        """The finding for one place, its message complete: what is wrong, then what to do."""
        text = Text(f"{self.message.nl} {self.remedy.nl}", f"{self.message.en} {self.remedy.en}").fill(**values)
        shown = {name: str(value) for name, value in values.items()}
        return Finding(self.code, self.severity, where.file, text, row=where.row, column=where.column, values=shown)


@dataclass(frozen=True, slots=True)
class Where:
    """The place a notice is about."""

    file: str
    """As tables and findings call it."""
    group: str = ""
    """The received file, when `file` is a member of it."""
    row: int | None = None
    column: str = ""


class RefusedError(Exception):
    """Raised where one file or member cannot be read; the reader turns it into a finding and goes on."""

    def __init__(self, notice: Notice, **values: object) -> None:
        """`values` fill the placeholders of the notice."""
        super().__init__(notice.code)
        self.notice = notice
        self.values = values
