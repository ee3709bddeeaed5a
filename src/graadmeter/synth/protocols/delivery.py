"""What is delivered by protocol, and writing it as CSV, XLSX or in fixed positions with the map that reads it."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import xlsxwriter

from graadmeter.catalogue.layouts import layouts
from graadmeter.domain.layouts import Layout
from graadmeter.domain.tables import Type

Row = dict[str, str]


class Form(StrEnum):
    """How a table is written."""

    CSV = "csv"
    XLSX = "xlsx"
    FIXED = "txt"


@dataclass(frozen=True, slots=True)
class ProtocolDelivery:
    """What one deliverer hands in about one period."""

    deliverer: str
    period: str
    tables: Mapping[str, Sequence[Row]]


def write_deliveries(inbox: Path, deliveries: Sequence[ProtocolDelivery], form: Form) -> None:
    """One folder per delivery, `<deliverer>-<period>`, with a file per table."""
    for one in deliveries:
        folder = inbox / f"{one.deliverer.lower()}-{one.period}"
        folder.mkdir(parents=True, exist_ok=True)
        for table, rows in one.tables.items():
            write_table(folder / f"{table}.{form.value}", layouts()[table], rows, form)


def write_table(file: Path, layout: Layout, rows: Sequence[Row], form: Form) -> None:
    """Writes the rows; names are those of the layout, absent values are empty."""
    names = [field.name for field in layout.fields]
    lines = [[row.get(name, "") for name in names] for row in rows]
    if form is Form.XLSX:
        file.write_bytes(_sheet(names, lines))
    elif form is Form.CSV:
        file.write_text(_csv([names, *lines]), encoding="utf-8")
    else:
        widths = [last - first + 1 for first, last in positions(layout).values()]
        padded = ("".join(text.ljust(width) for text, width in zip(line, widths, strict=True)) for line in lines)
        file.write_text("".join(line + "\n" for line in padded), encoding="utf-8")


def positions(layout: Layout) -> dict[str, tuple[int, int]]:
    """First and last position per field in fixed-width text, by widths of our own: CBS's are not public."""
    made, at = {}, 1
    for field in layout.fields:
        width = 10 if field.type is Type.DATE else 30 if field.pattern.startswith((".", "[0-9]{2}(")) else 20
        made[field.name] = (at, at + width - 1)
        at += width
    return made


def fixed_map(table: str) -> str:
    """The column map, confirmed, that reads what `Form.FIXED` writes."""
    columns = positions(layouts()[table]).items()
    lines = [f"      - {{veld: {name}, van: {first}, tot: {last}}}\n" for name, (first, last) in columns]
    head = f"  - tabel: {table}\n    bevestigd: true\n    bestand: '{table}*.txt'\n    kolommen:\n"
    return head + "".join(lines)


def _csv(lines: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(lines)
    return text.getvalue()


def _sheet(names: Sequence[str], lines: Sequence[Sequence[str]]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        page = book.add_worksheet("levering")
        for number, line in enumerate([names, *lines]):
            for column, text in enumerate(line):
                page.write_string(number, column, text)
    return data.getvalue()
