"""The deliverer's report for the terminal: what became of the delivery; per cause how often, where and what to do."""

from collections.abc import Iterator

from graadmeter.check.causes import Cause, causes_of
from graadmeter.check.report_words import KNOWN, TRUST, UNTIL
from graadmeter.check.result import CheckResult, State
from graadmeter.check.trust import Trust, graded, percent
from graadmeter.domain.findings import Finding, Severity, Verdict
from graadmeter.domain.text import Lang, Text

_EXAMPLES, _WHOLE_FILE = 3, 20
"""Findings written out per cause; more where a file is refused, so that all of it can be mended at once."""
_LONGEST_TITLE = 100

_VERDICT = Text("De levering is {verdict}.", "The delivery is {verdict}.")
_ROWS = Text(
    "  {table:<12} {read:>9} regels gelezen, {used:>9} gebruikt, {rejected:>7} niet gebruikt",
    "  {table:<12} {read:>9} rows read, {used:>9} used, {rejected:>7} not used",
)
_REFUSED = Text(
    "{count} bestanden of berichten zijn in hun geheel niet gebruikt.",
    "{count} files or messages are not used at all.",
)
_TIMES = Text("{times} keer", "{times} times")
_ONCE = Text("1 keer", "once")
_DO = Text("Wat te doen: {remedy}", "What to do: {remedy}")
_MORE = Text("... en nog {count}", "... and {count} more")
_UNKNOWN = Text(
    "{count} controles konden niet worden beantwoord, omdat iets waar zij op bouwen ontbreekt of fout is.",
    "{count} checks could not be answered, because something they build on is missing or wrong.",
)
_NOTHING = Text("Er zijn geen bevindingen.", "There are no findings.")
_ROW = Text("regel {row}", "row {row}")
_FIELD = Text("veld {column}", "field {column}")


def lines(result: CheckResult, lang: Lang) -> list[str]:
    """The lines of the report, without colour or markup, gravest cause first. Holds no personal values."""
    return list(_lines(result, lang))


def _lines(result: CheckResult, lang: Lang) -> Iterator[str]:
    yield _VERDICT.fill(verdict=result.verdict.label.within(lang)).within(lang)
    for count in result.tables:
        if count.read:
            row = _ROWS.fill(table=count.table, read=count.read, used=count.used, rejected=count.rejected)
            yield row.within(lang)
    if result.refused_files and result.verdict is not Verdict.REFUSED:
        yield _REFUSED.fill(count=len(result.refused_files)).within(lang)
    for cause in causes_of(result):
        yield ""
        yield from _cause(cause, lang)
    if not result.findings:
        yield _NOTHING.within(lang)
    yield from _grades(result, lang)
    unknown = len({outcome.code for outcome in result.outcomes if outcome.state is State.UNKNOWN})
    if unknown:
        yield ""
        yield _UNKNOWN.fill(count=unknown).within(lang)


def _grades(result: CheckResult, lang: Lang) -> Iterator[str]:
    doubtful = [one for one in graded(result) if one.trust in {Trust.CAUTION, Trust.NONE}]
    if doubtful:
        yield ""
        yield f"{TRUST.within(lang)}:"
    for one in doubtful:
        yield f"  {one.figure.within(lang)}: {one.trust.label.within(lang)} ({percent(one.share)})"


def _cause(cause: Cause, lang: Lang) -> Iterator[str]:
    times = _ONCE if cause.times == 1 else _TIMES.fill(times=cause.times)
    severity = cause.severity.label.within(lang).upper()
    if cause.known:
        severity = KNOWN.within(lang).upper()
    yield f"{severity}: {cause.title.within(lang)}, {times.within(lang)} ({cause.code})"
    if cause.known:
        yield "  " + UNTIL.fill(until=cause.known, reason=cause.reason).within(lang)
    elif cause.remedy is not None:
        yield "  " + _DO.fill(remedy=cause.remedy.within(lang)).within(lang)
    most = _WHOLE_FILE if cause.severity is Severity.STOPS_FILE else _EXAMPLES
    for finding in cause.findings[:most]:
        yield f"  - {_place(finding, lang)}{finding.message.within(lang)}"
    more = cause.times - min(len(cause.findings), most)
    if more > 0:
        yield "  " + _MORE.fill(count=more).within(lang)


def _place(finding: Finding, lang: Lang) -> str:
    parts = [finding.file]
    if finding.row is not None:
        parts.append(_ROW.fill(row=finding.row).within(lang))
    if finding.column and finding.row is not None:
        parts.append(_FIELD.fill(column=finding.column).within(lang))
    if finding.case:
        parts.append(finding.case)
    told = ", ".join(part for part in parts if part)
    return f"{told}: " if told else ""
