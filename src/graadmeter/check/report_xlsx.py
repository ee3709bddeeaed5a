"""The deliverer's report as a spreadsheet: a summary, then one sheet per severity in the order a person mends by."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graadmeter.check import report_words as words
from graadmeter.check.causes import Cause, causes_of
from graadmeter.check.result import CheckResult, Outcome, State
from graadmeter.check.unanswered import needed_for
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.findings import Severity
from graadmeter.domain.formulas import guarded
from graadmeter.domain.text import Lang, Text

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The same for every report, so that equal findings make equal bytes."""
_SUMMARY = Text("Samenvatting", "Summary")
_SHEETS = {
    Severity.STOPS_FILE: Text("Bestand geweigerd", "File refused"),
    Severity.STOPS_ROW: Text("Regel niet gebruikt", "Row not used"),
    Severity.QUESTION: Text("Vraag", "Question"),
    Severity.INFORMATION: Text("Ter informatie", "Information"),
}
_COLUMNS = (
    (words.CASE, 16),
    (words.MONTH, 10),
    (words.WHAT, 80),
    (words.FIELD, 18),
    (words.ROW, 8),
    (words.DO, 60),
    (words.FILE, 34),
    (words.CHECK, 14),
)
_CAUSES = ((words.SEVERITY, 20), (words.CAUSE, 60), (words.TIMES, 9), (words.DO, 80), (words.CHECK, 14))
_UNKNOWN = ((words.CHECK, 14), (words.WHAT, 60), (words.TABLE, 16), (words.ROWS_UNKNOWN, 16), (words.NEEDS, 60))
_TABLES = (words.TABLE, words.READ, words.USED, words.NOT_USED)
_HEAD = (
    (words.DELIVERY, "session"),
    (words.DELIVERER, "deliverer"),
    (words.QUARTER, "period"),
    (words.RECEIVED, "received_at"),
    (words.RULES, "rule_set"),
)
_RESULT = Text("Uitkomst", "Verdict")


def build(result: CheckResult, manifest: Manifest, lang: Lang) -> bytes:
    """The XLSX file; the same findings and manifest give the same bytes. Texts are never formulas."""
    target = BytesIO()
    with Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": manifest.session, "created": _CREATED})
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF2"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        causes = list(causes_of(result))
        summary = book.add_worksheet(_SUMMARY.within(lang))
        row = _outcome(summary, result, manifest, lang, bold)
        _causes(summary, row, causes, lang, bold)
        for severity, title in _SHEETS.items():
            chosen = [cause for cause in causes if cause.severity is severity and not cause.known]
            if chosen:
                _findings(book.add_worksheet(title.within(lang)), chosen, lang, bold, wrapped)
        known = [cause for cause in causes if cause.known]
        if known:
            _findings(book.add_worksheet(words.KNOWN.within(lang)), known, lang, bold, wrapped)
        unknown = [outcome for outcome in result.outcomes if outcome.state is State.UNKNOWN]
        if unknown:
            _unanswered(book.add_worksheet(words.UNKNOWN.within(lang)), unknown, lang, bold, wrapped)
    return target.getvalue()


def _outcome(sheet: Worksheet, result: CheckResult, manifest: Manifest, lang: Lang, bold: Format) -> int:
    head = [(title, str(getattr(manifest, name))) for title, name in _HEAD]
    rows: list[tuple[object, ...]] = [(title.within(lang), value) for title, value in head]
    rows.append((_RESULT.within(lang), result.verdict.label.within(lang)))
    row = _rows(sheet, 0, rows)
    row = _header(sheet, row + 1, [title.within(lang) for title in _TABLES], bold)
    return _rows(sheet, row, [(count.table, count.read, count.used, count.rejected) for count in result.tables])


def _causes(sheet: Worksheet, row: int, causes: Sequence[Cause], lang: Lang, bold: Format) -> None:
    for column, (_, width) in enumerate(_CAUSES):
        sheet.set_column(column, column, width)
    row = _header(sheet, row + 1, [title.within(lang) for title, _ in _CAUSES], bold)
    _rows(sheet, row, [_cause_row(cause, lang) for cause in causes])


def _cause_row(cause: Cause, lang: Lang) -> tuple[object, ...]:
    severity = words.KNOWN if cause.known else cause.severity.label
    remedy = _remedy(cause, lang)
    return severity.within(lang), cause.title.within(lang), cause.times, remedy, cause.code


def _remedy(cause: Cause, lang: Lang) -> str:
    if cause.known:
        return words.UNTIL.fill(until=cause.known, reason=cause.reason).within(lang)
    return cause.remedy.within(lang) if cause.remedy else ""


def _findings(sheet: Worksheet, causes: Sequence[Cause], lang: Lang, bold: Format, wrapped: Format) -> None:
    for column, (_, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width, wrapped)
    sheet.freeze_panes(1, 0)
    row = _header(sheet, 0, [title.within(lang) for title, _ in _COLUMNS], bold)
    first = row
    for cause in causes:
        row = _rows(sheet, row, _finding_rows(cause, lang))
    sheet.autofilter(first - 1, 0, max(row - 1, first), len(_COLUMNS) - 1)


def _unanswered(sheet: Worksheet, outcomes: Sequence[Outcome], lang: Lang, bold: Format, wrapped: Format) -> None:
    for column, (_, width) in enumerate(_UNKNOWN):
        sheet.set_column(column, column, width, wrapped)
    sheet.freeze_panes(1, 0)
    row = _header(sheet, 0, [title.within(lang) for title, _ in _UNKNOWN], bold)
    _rows(sheet, row, [_unknown_row(one, lang) for one in outcomes])


def _unknown_row(one: Outcome, lang: Lang) -> tuple[object, ...]:
    return one.code, one.title.within(lang), one.table, one.unknown, needed_for(one).within(lang)


def _finding_rows(cause: Cause, lang: Lang) -> Iterable[tuple[object, ...]]:
    remedy = _remedy(cause, lang)
    for finding in cause.findings:
        message = finding.message.within(lang)
        place = finding.row if finding.row is not None else ""
        yield finding.case, finding.month, message, finding.column, place, remedy, finding.file, cause.code
    if cause.times > len(cause.findings):
        cut = words.CUT.fill(times=cause.times, shown=len(cause.findings)).within(lang)
        yield "", "", cut, "", "", remedy, "", cause.code


def _header(sheet: Worksheet, row: int, titles: Sequence[str], bold: Format) -> int:
    for column, title in enumerate(titles):
        sheet.write_string(row, column, title, bold)
    return row + 1


def _rows(sheet: Worksheet, row: int, rows: Iterable[tuple[object, ...]]) -> int:
    for values in rows:
        for column, value in enumerate(values):
            if isinstance(value, int):
                sheet.write_number(row, column, value)
            elif value:
                sheet.write_string(row, column, guarded(str(value)))
        row += 1
    return row
