"""The rows of one sheet as text, as Excel stores them: sparse, typed per cell, dates as numbers with a style."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from functools import cache

from lxml import etree

from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.sheet import BROKEN, TOO_WIDE
from graadmeter.deliver.sheets.book import Book, Sheet, text_of
from graadmeter.deliver.sheets.package import local

COLUMNS, ROWS = 500, 1_048_576
"""Most columns a delivered table may have, and the rows a sheet can have."""
_LETTERS = re.compile(r"[A-Z]{1,3}")
_FIGURES = "0123456789"
_WHOLE = re.compile(r"-?\d{1,18}")
_LAST_DAY = 2_958_465
"""31 December 9999."""
_DIGITS = 18


class Trouble(Enum):
    """What can be wrong with one cell."""

    ERROR = auto()
    NO_RESULT = auto()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number, texts by column (from 0), and what is wrong with which column."""

    number: int
    texts: Mapping[int, str]
    troubles: Mapping[int, Trouble] = field(default_factory=dict)
    formulas: int = 0
    is_hidden: bool = False


def rows_of(book: Book, sheet: Sheet) -> Iterator[SheetRow]:
    """The rows that hold anything, in order; raises RefusedError when the sheet is damaged or too large."""
    number = 0
    for row in book.package.elements(sheet.part, ("row",)):
        number = _row_number(row, number)
        made = _row(book, row, number)
        if made.texts or made.troubles:
            yield made


def _row_number(row: etree._Element, before: int) -> int:
    said = row.get("r")
    if said is not None and not (said.isascii() and said.isdigit()):
        raise RefusedError(BROKEN)
    number = int(said) if said else before + 1
    if number <= before:
        raise RefusedError(BROKEN)
    if number > ROWS:
        raise RefusedError(TOO_WIDE, columns=COLUMNS, rows=ROWS)
    return number


def _row(book: Book, row: etree._Element, number: int) -> SheetRow:
    texts: dict[int, str] = {}
    troubles: dict[int, Trouble] = {}
    formulas, place = 0, -1
    for cell in row:
        if local(cell) != "c":
            continue
        place = _column(cell.get("r"), place)
        parts = {local(part): part for part in cell}
        value = _value(book, cell, parts)
        formulas += "f" in parts and isinstance(value, str)
        if value is None or value == "":
            continue
        if place >= COLUMNS:
            raise RefusedError(TOO_WIDE, columns=COLUMNS, rows=ROWS)
        if isinstance(value, Trouble):
            troubles[place] = value
        else:
            texts[place] = value
    return SheetRow(number, texts, troubles, formulas, row.get("hidden") in {"1", "true"})


def _column(said: str | None, before: int) -> int:
    if said is None:
        return before + 1
    letters = said.rstrip(_FIGURES)
    if len(letters) == len(said):
        raise RefusedError(BROKEN)
    return _of_letters(letters)


@cache
def _of_letters(letters: str) -> int:
    """The column of `A`, `B`, ... `XFD`, from 0; raises RefusedError for anything else."""
    if not _LETTERS.fullmatch(letters):
        raise RefusedError(BROKEN)
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(book: Book, cell: etree._Element, parts: Mapping[str, etree._Element]) -> str | Trouble | None:
    kind = cell.get("t", "n")
    if kind == "e":
        return Trouble.ERROR
    if kind == "inlineStr":
        return text_of(parts["is"]) if "is" in parts else None
    stored = parts["v"].text if "v" in parts else None
    if stored is None:
        return Trouble.NO_RESULT if "f" in parts and kind != "str" else None
    return _read(book, kind, stored, cell.get("s", "0"))


def _read(book: Book, kind: str, stored: str, style: str) -> str:
    if kind == "s":
        place = int(stored) if stored.isascii() and stored.isdigit() else len(book.texts)
        if place >= len(book.texts):
            raise RefusedError(BROKEN)
        return book.texts[place]
    if kind == "b":
        return "J" if stored == "1" else "N"
    if kind == "d":
        return stored[:10]
    if kind == "str":
        return stored
    is_date = style.isascii() and style.isdigit() and int(style) in book.dates
    return _date(book, stored) if is_date else number_text(stored)


def number_text(stored: str) -> str:
    """A stored number as people write it: `123456789` for 1.23456789E8, `0.1` for 0.10000000000000001."""
    if _WHOLE.fullmatch(stored):
        return stored
    try:
        exact = Decimal(stored)
        if exact.is_finite() and abs(exact.adjusted()) < _DIGITS:
            return f"{Decimal(repr(float(exact))):f}".removesuffix(".0")
    except InvalidOperation:
        return stored
    return stored


def _date(book: Book, stored: str) -> str:
    try:
        days = int(Decimal(stored))
    except (InvalidOperation, ValueError, OverflowError):
        return stored
    return (book.first_day + timedelta(days=days)).isoformat() if 0 < days < _LAST_DAY else stored
