"""What checking a delivery yields: usable rows, findings, what each check said, and the verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa

from graadmeter.domain.deliveries import TableCount
from graadmeter.domain.findings import Finding, Severity, Tier, Verdict
from graadmeter.domain.text import Text


class State(StrEnum):
    """What one check said of one table."""

    FINE = "in orde"
    FOUND = "bevinding"
    UNKNOWN = "onbekend"
    """It could not be judged: something it builds on is wrong or not known."""
    NO_ROWS = "geen regels"

    @property
    def label(self) -> Text:
        """The state in both languages."""
        english = {
            State.FINE: "in order",
            State.FOUND: "finding",
            State.UNKNOWN: "unknown",
            State.NO_ROWS: "no rows",
        }
        return Text(self.value, english[self])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one check said of one table: kept as lineage and shown in the report."""

    code: str
    table: str
    tier: Tier
    severity: Severity
    title: Text
    remedy: Text
    rows: int
    """Rows of the table as delivered."""
    failed: int
    """Rows it found wrong (for a finding about the whole delivery: the number of such findings)."""
    unknown: int
    """Rows it could not judge."""
    state: State


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of all checks on one delivery."""

    findings: tuple[Finding, ...]
    """Gravest first; at most `examples` of one check, see `counts` for how many there are."""
    outcomes: tuple[Outcome, ...]
    """Every check on every table it holds for, by code and table."""
    good: Mapping[str, pa.Table]
    """Typed rows that may be used, by raw table: `bestand`, `regel` and the layout's fields."""
    tables: tuple[TableCount, ...]
    """Per raw table: read = used + rejected."""
    refused_files: tuple[str, ...]
    """Files and messages of which nothing is used, by name."""
    verdict: Verdict

    @property
    def counts(self) -> dict[str, int]:
        """How often each code was found, in full; codes of the reader count their findings."""
        total = {outcome.code: 0 for outcome in self.outcomes}
        for outcome in self.outcomes:
            total[outcome.code] += outcome.failed
        for finding in self.findings:
            if finding.code not in total:
                total[finding.code] = sum(other.code == finding.code for other in self.findings)
        return {code: count for code, count in sorted(total.items()) if count}

    @property
    def unknown(self) -> dict[str, int]:
        """Rows per code that the check could not judge."""
        total: dict[str, int] = {}
        for outcome in self.outcomes:
            if outcome.unknown:
                total[outcome.code] = total.get(outcome.code, 0) + outcome.unknown
        return total
