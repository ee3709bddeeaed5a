"""Tells which findings were known beforehand and are accepted until a day."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from graadmeter.check.context import CheckContext
from graadmeter.domain.findings import Finding, Severity
from graadmeter.domain.terms import Known
from graadmeter.domain.text import Text

_EXPIRED = Text(
    " Dit was bekend en geaccepteerd tot en met {until} ({reason}); die dag is voorbij.",
    " This was known and accepted up to {until} ({reason}); that day has passed.",
)


def day_of(context: CheckContext) -> date:
    """The day that agreements are held against."""
    return context.terms.today or context.quarter.last_day


def known_of(context: CheckContext, check: str, table: str, fields: Collection[str]) -> Known | None:
    """The agreement that covers findings about these fields, the longest lasting one; None when there is none."""
    covering = [one for one in context.terms.known if one.covers(check, context.gemeente, table, fields)]
    return max(covering, key=lambda one: one.until, default=None)


def accepts(known: Known | None, severity: Severity, day: date) -> bool:
    """Whether such findings do not count on `day`. A refused file is never accepted: nothing of it can be used."""
    return known is not None and day <= known.until and severity is not Severity.STOPS_FILE


def marked(finding: Finding, known: Known | None, day: date) -> Finding:
    """The finding, marked as known, or with the word that it no longer is accepted."""
    if known is None:
        return finding
    if accepts(known, finding.severity, day):
        return replace(finding, known_until=known.until.isoformat(), known_reason=known.reason)
    if day <= known.until:
        return finding
    told = _EXPIRED.fill(until=known.until.isoformat(), reason=known.reason)
    return replace(finding, message=Text(finding.message.nl + told.nl, finding.message.en + told.en))
