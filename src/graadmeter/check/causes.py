"""Findings grouped by cause, gravest first: what the reports on the terminal and in the spreadsheet are built from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graadmeter.check.result import CheckResult
from graadmeter.domain.findings import Finding, Severity
from graadmeter.domain.text import Text

_UNTITLED = Text("Bij het lezen van het bestand", "While reading the file")


@dataclass(frozen=True, slots=True)
class Cause:
    """Everything one check (or the reader) found."""

    code: str
    severity: Severity
    title: Text
    remedy: Text | None
    """What to do; None when the findings say so themselves."""
    times: int
    """How often it was found, in full."""
    findings: tuple[Finding, ...]
    """The ones that are written out."""


def causes_of(result: CheckResult) -> Iterator[Cause]:
    """One cause per code, gravest first, then by code."""
    known = {outcome.code: outcome for outcome in result.outcomes}
    counts = result.counts
    for (severity, code), group in groupby(result.findings, key=lambda finding: (finding.severity, finding.code)):
        found = tuple(group)
        outcome = known.get(code)
        yield Cause(
            code=code,
            severity=severity,
            title=outcome.title if outcome else _UNTITLED,
            remedy=outcome.remedy if outcome else None,
            times=counts.get(code, len(found)),
            findings=found,
        )
