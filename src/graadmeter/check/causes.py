"""Findings grouped by cause, gravest first: what the reports on the terminal and in the spreadsheet are built from."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graadmeter.check.corrections import CODE as CORRECTED
from graadmeter.check.corrections import TITLE as CORRECTION
from graadmeter.check.report_words import READING
from graadmeter.check.result import CheckResult
from graadmeter.domain.findings import Finding, Severity
from graadmeter.domain.text import Text

_TITLES = {CORRECTED: CORRECTION}
"""Of codes that are no check's and not the reader's."""


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
    known: str = ""
    """The day until which these are known and accepted; empty when they are not."""
    reason: str = ""
    """Why they are accepted."""


def causes_of(result: CheckResult) -> Iterator[Cause]:
    """One cause per code, gravest first, then by code; what is known and accepted comes last, by itself."""
    known = {outcome.code: outcome for outcome in result.outcomes}
    counts = result.counts
    written = Counter(finding.code for finding in result.findings)
    for (until, reason, severity, code), group in groupby(sorted(result.findings, key=_accepted), key=_cause):
        found = tuple(group)
        outcome = known.get(code)
        unwritten = 0 if until and written[code] > len(found) else counts.get(code, written[code]) - written[code]
        yield Cause(
            code=code,
            severity=severity,
            title=outcome.title if outcome else _TITLES.get(code, READING),
            remedy=outcome.remedy if outcome else None,
            times=len(found) + unwritten,
            findings=found,
            known=until,
            reason=reason,
        )


def _accepted(finding: Finding) -> tuple[str, str]:
    return finding.known_until, finding.known_reason


def _cause(finding: Finding) -> tuple[str, str, Severity, str]:
    return *_accepted(finding), finding.severity, finding.code
