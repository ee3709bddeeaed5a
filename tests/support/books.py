"""Writes workbooks for tests: a table from the layout's fields, and single parts changed by hand afterwards."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import xlsxwriter

from graadmeter.catalogue.layouts import layouts


def book(path: Path, rows: Sequence[Mapping[str, object]], *, table: str = "voorziening", sheet: str = "Blad1") -> Path:
    """A workbook with one sheet: the layout's field names, then the rows as text."""
    names = [field.name for field in layouts()[table].fields]
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet(sheet)
        for column, name in enumerate(names):
            page.write_string(0, column, name)
        for number, row in enumerate(rows, 1):
            for column, name in enumerate(names):
                if row.get(name) is not None:
                    page.write_string(number, column, str(row[name]))
    return path


def changed(path: Path, part: str, change: Callable[[str], str]) -> Path:
    """The same workbook with one part rewritten."""
    parts = {}
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts[part].decode()).encode()
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    path.write_bytes(data.getvalue())
    return path
