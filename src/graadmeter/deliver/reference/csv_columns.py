"""Reads a whole reference CSV into columns of text by name; a file with one row that does not fit is refused."""

import csv
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from graadmeter.deliver.csv_header import SEPARATORS
from graadmeter.deliver.csv_text import lines_of
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.table import MISSING, NO_ROWS, TWICE
from graadmeter.deliver.reference.loaded import read_bytes
from graadmeter.deliver.reference.notices import BAD_VALUE, NO_TABLE, UNEVEN
from graadmeter.deliver.reference.numbers import number_or_none, whole_or_none
from graadmeter.deliver.shown_name import shown_name

_Value = TypeVar("_Value")
_LONGEST = 1_000_000
"""Characters in one value; descriptions of StatLine subjects have tens of thousands."""


class Columns:
    """The rows of one file by column name; reading a column judges its values."""

    def __init__(self, header: list[str], rows: list[list[str]]) -> None:
        self.names, self._rows = tuple(header), rows

    def __len__(self) -> int:
        return len(self._rows)

    def text(self, name: str) -> list[str]:
        """A column without the white space around its values."""
        at = self.names.index(name)
        return [row[at].strip() for row in self._rows]

    def whole(self, name: str) -> list[int | None]:
        """A column of whole numbers, empty as None; raises RefusedError for anything else."""
        return self._typed(name, whole_or_none)

    def number(self, name: str) -> list[float | None]:
        """A column of numbers with a decimal point, empty as None; raises RefusedError for anything else."""
        return self._typed(name, number_or_none)

    def number_or_point(self, name: str) -> list[float | None]:
        """A column of numbers in which a point or nothing stands for a value that is not shown."""
        return self._typed(name, number_or_none, absent=("", "."))

    def matching(self, name: str, fits: Callable[[str], object]) -> list[str]:
        """A column of text of which every value `fits`; raises RefusedError otherwise."""
        return self._judged(name, self.text(name), lambda text: bool(fits(text)))

    def filled(self, name: str) -> list[int]:
        """A column of whole numbers without empty values; raises RefusedError otherwise."""
        values = self.whole(name)
        self._judged(name, values, lambda value: value is not None)
        return [value for value in values if value is not None]

    def _typed(
        self, name: str, read: Callable[[str], _Value | None], absent: tuple[str, ...] = ("",)
    ) -> list[_Value | None]:
        texts = self.text(name)
        values = [None if text in absent else read(text) for text in texts]
        pairs = list(zip(texts, values, strict=True))
        self._judged(name, pairs, lambda pair: pair[1] is not None or pair[0] in absent)
        return values

    def _judged(self, name: str, values: list[_Value], fits: Callable[[_Value], bool]) -> list[_Value]:
        bad = [number for number, value in enumerate(values, 1) if not fits(value)]
        if bad:
            raise RefusedError(BAD_VALUE, name=name, row=bad[0], count=len(bad))
        return values


def read_columns(path: Path, required: Iterable[str] = ()) -> Columns:
    """The columns of a CSV file; raises RefusedError when it is no table, lacks a column or has an uneven row."""
    lines, _ = lines_of(read_bytes(path))
    rows = _rows(lines)
    header = [cell.strip() for cell in rows[0]] if rows else []
    _judge(header, required)
    body = [row for row in rows[1:] if row]
    for number, row in enumerate(body, 1):
        if len(row) != len(header):
            raise RefusedError(UNEVEN, row=number, found=len(row), expected=len(header))
    if not body:
        raise RefusedError(NO_ROWS)
    return Columns(header, body)


def _judge(header: list[str], required: Iterable[str]) -> None:
    if not any(header):
        raise RefusedError(NO_TABLE)
    for number, name in enumerate(header, 1):
        if header.count(name) > 1:
            raise RefusedError(TWICE, name=shown_name(name, number))
    for name in required:
        if name not in header:
            raise RefusedError(MISSING, name=name, near="-")


def _rows(lines: list[str]) -> list[list[str]]:
    first = lines[0]
    separator = max(SEPARATORS, key=first.count)
    before = csv.field_size_limit(_LONGEST)
    try:
        return list(csv.reader(_with_ends(lines), delimiter=separator, strict=True))
    except csv.Error as error:
        raise RefusedError(NO_TABLE) from error
    finally:
        csv.field_size_limit(before)


def _with_ends(lines: list[str]) -> Iterator[str]:
    return (line + "\n" for line in lines)
