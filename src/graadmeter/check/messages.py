"""Turns what a check found into findings a deliverer can read, without a value that tells who it is about."""

import re
from collections.abc import Iterator

from graadmeter.check.ledger import Hit, Ledger, about_files
from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.checks import PERSONAL, Check
from graadmeter.domain.findings import Finding
from graadmeter.domain.text import Text

_PLACEHOLDER = re.compile(r"{(\w+)}")
_DIGITS = re.compile(r"\d{8,}")
_HIDDEN = "(verborgen)"
_LONGEST = 40
_MONTHS = ("begindatum", "ingangsdatum", "periode_begin", "toewijzing_ingangsdatum", "peildatum")
"""Fields that tell which month a row speaks of; a table has at most one that comes first."""
_CASES = ("toewijzingnummer", "voorziening_id", "referentie", "declaratienummer", "wijk")
"""Fields by which the deliverer finds a record again, best first."""
_NUMBERS = frozenset(
    {"toewijzingnummer", "aanbieder", "declaratienummer", "referentienummer", "vorig_referentienummer", "bericht_id"}
)
"""Fields whose values may look like a BSN without being one."""


def placeholders(text: Text) -> set[str]:
    """The names in braces in a message, in either language."""
    return set(_PLACEHOLDER.findall(text.nl)) | set(_PLACEHOLDER.findall(text.en))


def findings_of(ledger: Ledger, hit: Hit, most: int) -> Iterator[Finding]:
    """At most `most` findings for one hit: per row, per file, or about the delivery."""
    check = hit.check
    if not len(hit.rows):
        yield from (_about_delivery(check, detail) for detail in hit.details[:most])
    elif about_files(check):
        yield from _per_file(ledger, hit, most)
    else:
        for place, row in enumerate(hit.rows[:most].tolist()):
            yield _about_row(ledger, hit, row, hit.details[place] if hit.details else None)


def _about_delivery(check: Check, detail: str | None) -> Finding:
    values = {"detail": detail or ""}
    column = check.fields[0] if check.fields else ""
    return Finding(check.code, check.severity, "", check.message.fill(**values), column=column, values=values)


def _per_file(ledger: Ledger, hit: Hit, most: int) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, row in enumerate(hit.rows.tolist()):
        file = ledger.places["bestand"][row].as_py()
        if file not in seen and len(seen) < most:
            seen.add(file)
            values = _values(ledger, hit, row, hit.details[place] if hit.details else None)
            column = hit.column or (hit.check.fields[0] if hit.check.fields else "")
            message = _message(ledger, hit, values)
            yield Finding(hit.check.code, hit.check.severity, file, message, column=column, values=values)


def _about_row(ledger: Ledger, hit: Hit, row: int, detail: str | None) -> Finding:
    values = _values(ledger, hit, row, detail)
    fields = [name for name in hit.check.fields if name in ledger.text]
    return Finding(
        hit.check.code,
        hit.check.severity,
        ledger.places["bestand"][row].as_py(),
        _message(ledger, hit, values),
        row=ledger.places["regel"][row].as_py(),
        column=hit.column or (fields[0] if fields else ""),
        month=_month(ledger, row),
        values=values,
        case=_case(ledger, row),
    )


def _message(ledger: Ledger, hit: Hit, values: dict[str, str]) -> Text:
    label = ledger.layout.field(hit.column).label if hit.column else Text("", "")
    message = hit.check.message
    return Text(
        message.nl.format(**values, label=label.nl),
        message.en.format(**values, label=label.en),
    )


def _values(ledger: Ledger, hit: Hit, row: int, detail: str | None) -> dict[str, str]:
    shown = {"detail": detail or ""}
    for name in sorted(placeholders(hit.check.message) - {"label", "detail"}):
        field = hit.column if name == "value" else name
        shown[name] = _harmless(ledger, field, row)
    return {name: value for name, value in shown.items() if name in placeholders(hit.check.message)}


def _harmless(ledger: Ledger, field: str, row: int) -> str:
    """The text as delivered, or a mark when it is, or looks like, something that tells who the row is about."""
    value = ledger.text[field][row].as_py() if field in ledger.text else None
    if value is None:
        return "(leeg)"
    if field in PERSONAL or _is_personal(ledger, value, row):
        return _HIDDEN
    if field not in _NUMBERS and any(eleven_test(found.rjust(9, "0")) for found in _DIGITS.findall(value)):
        return _HIDDEN
    plain = "".join(char if char.isprintable() else "?" for char in value)
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"


def _is_personal(ledger: Ledger, value: str, row: int) -> bool:
    """Whether the value equals a BSN or birth date of the same row, as when columns have shifted."""
    names = ("bsn", "geboortedatum")
    return any(name in ledger.text and ledger.text[name][row].as_py() == value for name in names)


def _month(ledger: Ledger, row: int) -> str:
    for name in _MONTHS:
        if name in ledger.values and (day := ledger.values[name][row].as_py()) is not None:
            return f"{day:%Y-%m}"
    return ""


def _case(ledger: Ledger, row: int) -> str:
    for name in _CASES:
        if name in ledger.values and ledger.values[name][row].as_py() is not None:
            return _harmless(ledger, name, row)
    return ""
