"""What is known of one delivery: who, which quarter, which bytes, under which rules, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import parse_period


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """One received file, untouched."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """Identity of a delivery session; written once, when the bytes are safe."""

    session: str
    """`<gemeente>-<quarter>-<first 8 hex of the content hash>`, such as 0141-2025KW04-1f3a9c02."""
    deliverer: str
    """GM code."""
    period: str
    """CBS code of the quarter the delivery speaks of."""
    received_at: str
    """ISO 8601, UTC."""
    files: tuple[DeliveredFile, ...]
    rule_set: str
    software: str
    number: int = 1
    """The how-manieth delivery for this municipality and quarter. A clock can go back; this cannot."""
    source: str = ""
    """Where in the workspace it lay, such as `inbox/0141-2025KW04`; '' when it was handed over from elsewhere."""

    @property
    def quarter(self) -> int:
        """The index of the quarter the delivery speaks of."""
        return parse_period(self.period).first

    @property
    def received_on(self) -> date:
        """The day of receipt, in UTC."""
        return datetime.fromisoformat(self.received_at).date()


@dataclass(frozen=True, slots=True)
class TableCount:
    """Rows of one raw table: read = used + rejected, always."""

    table: str
    read: int
    used: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the deliverer gets back as proof."""

    session: str
    verdict: Verdict
    tables: tuple[TableCount, ...]
    findings: int
    sha256: str
    """Hash over the manifest's file hashes."""
    rule_set: str
    received_at: str
    files: tuple[DeliveredFile, ...] = ()
    """The received files with their hashes, so that the receipt proves what was handed in without any other paper."""
    software: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How often each check found something, in full, by code."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A delivery that counts, with what is public of its outcome."""

    manifest: Manifest
    receipt: Receipt
    codes: tuple[str, ...]
    """Codes of the checks that found something, sorted."""
