"""Finds the line with column names, and by it the table, the separator and which column fills which field."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.notices.table import NO_HEADER
from graadmeter.domain.layouts import Layout, Source

SEPARATORS = (";", ",", "\t", "|")
LOOK_AHEAD = 20
"""Lines above the column names that are allowed: titles, notes, Excel's `sep=;`."""
LONGEST_LINE = 100_000
"""Characters; a line of data has a few hundred. A longer one is not taken apart."""
_ENOUGH = 3
"""Known column names that make a line the header; no row of data has so many by chance."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of one table."""

    layout: Layout
    line: int
    """Index among the lines, from 0."""
    separator: str
    cells: tuple[str, ...]
    """The column names as delivered, without the empty ones at the end."""
    fields: tuple[str, ...]
    """The field each column fills; empty for a column no field knows."""
    width: int
    """Columns including the empty ones at the end; fixed width: positions."""
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Values a column map gives to every row, by field."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What a column map says that delivered values stand for, by field."""
    slices: tuple[tuple[int, int], ...] = ()
    """Fixed width: where each column begins and ends, from 0; empty for other tables."""
    is_sheet: bool = False
    """Whether the cells come from a spreadsheet."""


def find_header(lines: list[str]) -> Header:
    """The best header among the first lines; raises RefusedError when none has enough known names."""
    return best_header(
        header
        for number, line in enumerate(lines[:LOOK_AHEAD])
        for separator in SEPARATORS
        if separator in line and len(line) <= LONGEST_LINE
        for header in _headers(number, separator, cells_of(line, separator))
    )


def sheet_header(rows: Iterable[tuple[int, Sequence[str]]]) -> Header:
    """The best header among rows of cells with their numbers; raises RefusedError when none has enough known names."""
    found = best_header(header for number, cells in rows for header in _headers(number, "", cells))
    return replace(found, is_sheet=True)


def best_header(headers: Iterable[Header]) -> Header:
    """The one that names most fields; raises RefusedError when none names enough."""
    best = max(headers, key=_fit, default=None)
    if best is None or _fit(best)[0] < _ENOUGH:
        layout = best.layout if best and _fit(best)[0] else layouts()["voorziening"]
        raise RefusedError(NO_HEADER, table=layout.table, columns=", ".join(one.name for one in layout.fields))
    return best


def plain_name(name: str) -> str:
    """A column name as it is compared: letters and digits only, without case."""
    return "".join(char for char in name.casefold() if char.isalnum())


@cache
def _tables() -> tuple[Layout, ...]:
    """The layouts that are delivered as CSV, by name."""
    return tuple(layout for _, layout in sorted(layouts().items()) if layout.source is Source.CSV)


@cache
def _every_name() -> frozenset[str]:
    return frozenset(name for layout in _tables() for name in known_names(layout.table))


@cache
def known_names(table: str) -> Mapping[str, str]:
    """Every name a column of a table may go by, plain, and its field; made once, since every line asks for it."""
    return {
        plain_name(name): one.name
        for one in reversed(layouts()[table].fields)
        for name in (one.label.en, one.label.nl, one.path, one.name)
    }


def _fit(header: Header) -> tuple[int, float, int]:
    """How many fields are named, which part of the table that is, and how early the line comes."""
    named = len(set(header.fields) - {""})
    return named, named / len(header.layout.fields), -header.line


def _headers(number: int, separator: str, named: Sequence[str]) -> Iterator[Header]:
    """What a line is as the header of each table; nothing for a line of data, which names no column of any."""
    cells = [cell.strip() for cell in named]
    while cells and not cells[-1]:
        cells.pop()
    plain = [plain_name(cell) for cell in cells]
    if _every_name().isdisjoint(plain):
        return
    for layout in _tables():
        known = known_names(layout.table)
        fields = tuple(known.get(name, "") for name in plain)
        yield Header(layout, number, separator, tuple(cells), fields, len(named))


def cells_of(line: str, separator: str) -> list[str]:
    """The values of one line; quotation marks that do not fit are taken as they are."""
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        return line.split(separator)
