"""Sums up the accounts of all tables: findings, what each check said, counts and the verdict."""

from collections.abc import Collection, Iterable, Mapping

from graadmeter.check.context import CheckContext
from graadmeter.check.known import accepts, day_of, known_of, marked
from graadmeter.check.ledger import STOPS, GoodRows, Ledger, refused_files
from graadmeter.check.messages import fields_of, findings_of
from graadmeter.check.result import CheckResult, Outcome, State
from graadmeter.check.verdict import verdict_of
from graadmeter.domain.checks import Check
from graadmeter.domain.deliveries import TableCount
from graadmeter.domain.findings import Finding, Severity

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def summary_of(
    ledgers: Mapping[str, Ledger], checks: Mapping[str, Check], context: CheckContext, known: Collection[str]
) -> CheckResult:
    """The result of a delivery whose checks have all run."""
    refused = refused_files(ledgers.values()) | {
        finding.file for finding in context.read_findings if finding.severity is Severity.STOPS_FILE
    }
    tables = tuple(_count(name, ledger, context.unread.get(name, 0)) for name, ledger in sorted(ledgers.items()))
    outcomes = tuple(_outcomes(ledgers, checks, known))
    findings = (*_read_findings(context), *_findings(ledgers.values(), context))
    asked = any(finding.severity is not Severity.INFORMATION and not finding.known_until for finding in findings)
    return CheckResult(
        findings=tuple(sorted(findings, key=_gravest_first)),
        outcomes=outcomes,
        good=GoodRows(ledgers),
        tables=tables,
        refused_files=tuple(sorted(refused)),
        verdict=verdict_of(tables, refused=bool(refused), found=asked, excused=_excused(ledgers, refused, context)),
    )


def _read_findings(context: CheckContext) -> Iterable[Finding]:
    day = day_of(context)
    for finding in context.read_findings:
        yield marked(finding, known_of(context, finding.code, "", (finding.column,)), day)


def _excused(ledgers: Mapping[str, Ledger], refused: Collection[str], context: CheckContext) -> int:
    """How many rows are set aside by known and accepted faults, and by nothing else."""
    if not context.terms.known:
        return 0
    return sum(_excused_rows(name, ledger, refused, context) for name, ledger in ledgers.items())


def _excused_rows(table: str, ledger: Ledger, refused: Collection[str], context: CheckContext) -> int:
    counted = ledger.in_files(refused)
    for hit in ledger.hits:
        known = known_of(context, hit.check.code, table, fields_of(hit))
        if hit.check.severity in STOPS and not accepts(known, hit.check.severity, day_of(context)):
            counted[hit.rows] = True
    return int((ledger.stopped & ~counted).sum())


def _findings(ledgers: Iterable[Ledger], context: CheckContext) -> Iterable[Finding]:
    for ledger in ledgers:
        written: dict[str, int] = {}
        for hit in ledger.hits:
            most = context.notes if hit.check.severity is Severity.INFORMATION else context.examples
            room = most - written.get(hit.check.code, 0)
            known = known_of(context, hit.check.code, ledger.layout.table, fields_of(hit))
            made = findings_of(ledger, hit, room) if room > 0 else ()
            found = [marked(finding, known, day_of(context)) for finding in made]
            written[hit.check.code] = written.get(hit.check.code, 0) + len(found)
            yield from found


def _gravest_first(finding: Finding) -> tuple[int, str, str, int, str, str]:
    return (
        _RANK[finding.severity],
        finding.code,
        finding.file,
        finding.row or 0,
        finding.column,
        finding.message.nl,
    )


def _count(table: str, ledger: Ledger, unread: int) -> TableCount:
    stopped = int(ledger.stopped.sum())
    return TableCount(table, ledger.rows + unread, ledger.rows - stopped, stopped + unread)


def _outcomes(ledgers: Mapping[str, Ledger], checks: Mapping[str, Check], known: Collection[str]) -> Iterable[Outcome]:
    for code, check in sorted(checks.items()):
        tables = sorted(ledgers) if check.each else [check.table, *sorted(check.also)]
        for table in tables:
            yield _outcome(code, check, ledgers[table], known=set(known) >= set(check.uses))


def _outcome(code: str, check: Check, ledger: Ledger, *, known: bool) -> Outcome:
    failed = sum(hit.times for hit in ledger.hits if hit.check.code == code)
    unknown = ledger.unknown[code] if known else ledger.rows
    return Outcome(
        code=code,
        table=ledger.layout.table,
        tier=check.tier,
        severity=check.severity,
        title=check.title,
        remedy=check.remedy,
        rows=ledger.rows,
        failed=failed,
        unknown=unknown,
        state=_state(failed, unknown, ledger.rows, known=known),
    )


def _state(failed: int, unknown: int, rows: int, *, known: bool) -> State:
    if failed:
        return State.FOUND
    if not known or (unknown and unknown >= rows):
        return State.UNKNOWN
    return State.FINE if rows else State.NO_ROWS
