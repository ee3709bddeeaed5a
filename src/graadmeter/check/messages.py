"""Turns what a check found into findings a deliverer can read, without a value that tells who it is about."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice

import pyarrow as pa

from graadmeter.check.ledger import Hit, Ledger, Positions, about_files
from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.checks import PERSONAL, Check
from graadmeter.domain.findings import Finding
from graadmeter.domain.text import Text

_PLACEHOLDER = re.compile(r"{(\w+)}")
_DIGITS = re.compile(r"\d{8,}")
_EMPTY, _HIDDEN = "(leeg)", "(verborgen)"
_LONGEST = 40
_MOST_CODES = 20
_MONTHS = ("begindatum", "ingangsdatum", "periode_begin", "toewijzing_ingangsdatum", "peildatum")
"""Fields that tell which month a row speaks of; a table has at most one that comes first."""
_CASES = ("toewijzingnummer", "voorziening_id", "referentie", "declaratienummer", "wijk")
"""Fields by which the deliverer finds a record again, best first."""
_NUMBERS = frozenset(
    {"toewijzingnummer", "aanbieder", "declaratienummer", "referentienummer", "vorig_referentienummer", "bericht_id"}
)
"""Fields whose values may look like a BSN without being one."""
_IDENTIFYING = ("bsn", "geboortedatum")

Cells = dict[str, list[str | None]]
"""Per field the texts of some rows, as delivered."""


@cache
def placeholders(text: Text) -> frozenset[str]:
    """The names in braces in a message, in either language."""
    return frozenset(_PLACEHOLDER.findall(text.nl)) | frozenset(_PLACEHOLDER.findall(text.en))


def listed(codes: Mapping[str, frozenset[str]]) -> str:
    """The valid codes in words: `D, C`, per domain where lists differ, the first twenty of a long list."""
    parts = []
    for domain, known in sorted(codes.items()):
        told = ", ".join(sorted(known)[:_MOST_CODES]) + (" …" if len(known) > _MOST_CODES else "")
        parts.append(f"{told} ({domain})" if domain else told)
    return "; ".join(parts)


def column_of(hit: Hit) -> str:
    """The field the findings of a hit are about: that of a field check, else the check's most telling one."""
    return hit.column or next(iter(hit.check.fields), "")


def fields_of(hit: Hit) -> tuple[str, ...]:
    """Every field the findings of a hit are about, the most telling one first."""
    return (hit.column,) if hit.column else hit.check.fields


def findings_of(ledger: Ledger, hit: Hit, most: int) -> Iterator[Finding]:
    """At most `most` findings for one hit: per row, per file, or about the delivery."""
    if not len(hit.rows):
        return (_about_delivery(hit.check, detail) for detail in hit.details[:most])
    if about_files(hit.check):
        return islice(_per_file(ledger, hit), most)
    return _about_rows(ledger, hit, most)


def _about_delivery(check: Check, detail: str | None) -> Finding:
    values = {"detail": detail or ""}
    column = check.fields[0] if check.fields else ""
    return Finding(check.code, check.severity, "", check.message.fill(**values), column=column, values=values)


def _per_file(ledger: Ledger, hit: Hit) -> Iterator[Finding]:
    seen: set[str] = set()
    column = column_of(hit)
    files = ledger.places["bestand"].take(pa.array(hit.rows)).to_pylist()
    for place, file in enumerate(files):
        if file not in seen:
            seen.add(file)
            cells = _cells(ledger, hit, hit.rows[place : place + 1])
            values = _values(hit, cells, 0, hit.details[place] if hit.details else None)
            message = _message(ledger, hit, values)
            yield Finding(hit.check.code, hit.check.severity, file, message, column=column, values=values)


def _about_rows(ledger: Ledger, hit: Hit, most: int) -> Iterator[Finding]:
    rows = hit.rows[:most]
    at = pa.array(rows)
    cells = _cells(ledger, hit, rows)
    files, numbers = ledger.places["bestand"].take(at).to_pylist(), ledger.places["regel"].take(at).to_pylist()
    months = _months(ledger, at)
    column = hit.column or next((name for name in hit.check.fields if name in ledger.text), "")
    for place in range(len(rows)):
        values = _values(hit, cells, place, hit.details[place] if hit.details else None)
        yield Finding(
            hit.check.code,
            hit.check.severity,
            files[place],
            _message(ledger, hit, values),
            row=numbers[place],
            column=column,
            month=months[place],
            values=values,
            case=_case(cells, place),
        )


def _cells(ledger: Ledger, hit: Hit, rows: Positions) -> Cells:
    """The texts a finding may need: those its message names, those to find the row by, those to keep hidden."""
    named = (placeholders(hit.check.message) - {"label", "codes", "detail", "value"}) | {hit.column}
    wanted = named | {*_CASES, *_IDENTIFYING}
    at = pa.array(rows)
    return {name: ledger.text[name].take(at).to_pylist() for name in sorted(wanted) if name in ledger.text}


def _months(ledger: Ledger, at: pa.Array) -> list[str]:
    name = next((name for name in _MONTHS if name in ledger.values), "")
    if not name:
        return [""] * len(at)
    return [f"{day:%Y-%m}" if day else "" for day in ledger.values[name].take(at).to_pylist()]


def _message(ledger: Ledger, hit: Hit, values: dict[str, str]) -> Text:
    message = hit.check.message
    if not hit.column:
        return message.fill(**values)
    label = ledger.layout.field(hit.column).label
    return Text(
        message.nl.format(**values, label=label.nl, codes=hit.codes),
        message.en.format(**values, label=label.en, codes=hit.codes),
    )


def _values(hit: Hit, cells: Cells, place: int, detail: str | None) -> dict[str, str]:
    shown = {}
    for name in sorted(placeholders(hit.check.message) - {"label", "codes"}):
        if name == "detail":
            shown[name] = detail or ""
        else:
            shown[name] = _harmless(cells, hit.column if name == "value" else name, place)
    return shown


def _harmless(cells: Cells, field: str, place: int) -> str:
    """The text as delivered, or a mark when it is, or looks like, something that tells who the row is about."""
    value = cells[field][place] if field in cells else None
    if value is None:
        return _EMPTY
    if field in PERSONAL or any(cells[name][place] == value for name in _IDENTIFYING if name in cells):
        return _HIDDEN
    if field not in _NUMBERS and any(eleven_test(found.rjust(9, "0")) for found in _DIGITS.findall(value)):
        return _HIDDEN
    plain = value if value.isprintable() else "".join(sign if sign.isprintable() else "?" for sign in value)
    return plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…"


def _case(cells: Cells, place: int) -> str:
    for name in _CASES:
        if name in cells and cells[name][place] is not None:
            return _harmless(cells, name, place)
    return ""
