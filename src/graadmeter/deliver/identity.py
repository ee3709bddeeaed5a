"""Whose delivery it is and of which quarter: as said, else as the folder is called, else as the contents tell."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.deliver.inbox import declared
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files
from graadmeter.domain.errors import DeliveryRefusedError, UsageError
from graadmeter.domain.periods import PeriodType, parse_period, quarter, quarter_of
from graadmeter.domain.text import Text

_GEMEENTE = re.compile(r"(?:GM)?(\d{4})")
_DELIVERER = re.compile(r"(?:GM)?(\d{4})|\d{8}|VT\d{2}")
_MANY_GEMEENTEN = frozenset({"bij_jeugdhulp", "bij_jeugdbescherming", "bij_jeugdreclassering", "art8f"})
"""Tables in which the municipality is a property of the row, not the deliverer."""
_NEARLY_ALL = 0.9
"""Part of the rows that must name a municipality or quarter for the delivery to be taken as its own."""


def identify(source: Path, deliverer: str | None, period: str | None) -> tuple[str, str]:
    """(deliverer, period) of the delivery at `source`: a municipality and a quarter, or another and a half-year too.

    Raises UsageError when what is said is no code or contradicts the folder's name, and DeliveryRefusedError when
    nothing tells whose delivery it is.
    """
    gemeente, kwartaal = declared(source.name if source.is_dir() else source.stem)
    gemeente = _agreed(deliverer_code(deliverer) if deliverer else "", gemeente)
    kwartaal = _agreed(parse_period(period.strip().upper()).code if period else "", kwartaal)
    if not (gemeente and kwartaal):
        raw = read_files([source])
        gemeente, kwartaal = gemeente or _gemeente_in(raw), kwartaal or _quarter_in(raw)
    if not (gemeente and kwartaal):
        raise DeliveryRefusedError(_UNKNOWN)
    return gemeente, _fitting(gemeente, kwartaal)


def _fitting(deliverer: str, period: str) -> str:
    """The period, when it is one this deliverer speaks of; raises UsageError otherwise."""
    if deliverer.startswith("GM"):
        return quarter_code(period)
    if parse_period(period).type is PeriodType.YEAR:
        raise UsageError(
            Text(
                f"Een levering gaat over een kwartaal of halfjaar; '{period}' is dat niet.",
                f"A delivery is about a quarter or half-year; '{period}' is not.",
            )
        )
    return period


def deliverer_code(code: str) -> str:
    """GM0141 for `0141` or `GM0141`, 30000001 for an AGB code, VT05; raises UsageError for anything else."""
    said = code.strip().upper()
    match = _DELIVERER.fullmatch(said)
    if match is None:
        raise UsageError(
            Text(
                f"'{code}' is geen aanleveraar. Schrijf een gemeentecode (0141), een AGB-code (8 cijfers) of VT05.",
                f"'{code}' is no deliverer. Write a municipality code (0141), an AGB code of eight digits, or VT05.",
            )
        )
    return f"GM{match[1]}" if match[1] else said


def quarter_code(code: str) -> str:
    """The code of a quarter, checked; raises UnknownPeriodError or, for another kind of period, UsageError."""
    period = parse_period(code.strip().upper())
    if period.type is not PeriodType.QUARTER:
        raise UsageError(
            Text(
                f"Een levering van een gemeente gaat over een kwartaal; '{code}' is dat niet. Schrijf 2025KW04.",
                f"A municipality's delivery is about a quarter; '{code}' is not. Write for example 2025KW04.",
            )
        )
    return period.code


def _agreed(said: str, named: str) -> str:
    if said and named and said != named:
        raise UsageError(
            Text(
                f"U zegt {said}, maar de map of het bestand heet {named}. Verbeter een van de twee.",
                f"You say {said}, but the folder or file is called {named}. Correct one of the two.",
            )
        )
    return said or named


def _gemeente_in(raw: RawDelivery) -> str:
    code = _mostly(
        table["gemeente"]
        for name, table in raw.tables.items()
        if "gemeente" in table.column_names and name not in _MANY_GEMEENTEN
    )
    return f"GM{code}" if _GEMEENTE.fullmatch(code) else ""


def _quarter_in(raw: RawDelivery) -> str:
    """The quarter that the rows name, else the one all messages are dated in, else that of the population count."""
    said = _mostly(table["kwartaal"] for table in raw.tables.values() if "kwartaal" in table.column_names)
    if said:
        return quarter_code(said)
    for column in ("dagtekening", "peildatum"):
        tables = [table for table in raw.tables.values() if column in table.column_names and table.num_rows]
        days = [day for table in tables for day in pc.unique(table[column]).to_pylist()]
        if days:
            return _only(_quarter_of(day) for day in days)
    return ""


def _quarter_of(day: str | None) -> str:
    try:
        return quarter(quarter_of(date.fromisoformat(day or ""))).code
    except ValueError:
        return ""


def _mostly(columns: Iterable[pa.ChunkedArray]) -> str:
    """The value of nearly all rows, else an empty text: a check will ask about the few rows that say otherwise."""
    rows: Counter[str | None] = Counter()
    for column in columns:
        for counted in pc.value_counts(column).to_pylist():
            rows[counted["values"]] += counted["counts"]
    value, number = max(rows.items(), key=lambda item: item[1], default=("", 0))
    return value or "" if number >= _NEARLY_ALL * rows.total() else ""


def _only(values: Iterable[str | None]) -> str:
    """The value when all are the same, else an empty text."""
    different = set(values)
    return (different.pop() or "") if len(different) == 1 else ""


_UNKNOWN = Text(
    "Het is niet duidelijk van wie of over welke periode deze levering is. "
    "Noem de map of het bestand bijvoorbeeld 0141-2025KW04 (gemeente) of 30000001-2025HJ02 (aanbieder).",
    "It is not clear whose delivery this is or which period it is about. "
    "Name the folder or file for example 0141-2025KW04 (municipality) or 30000001-2025HJ02 (provider).",
)
