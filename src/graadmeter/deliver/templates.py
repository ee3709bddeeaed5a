"""Empty files for deliverers: a table as CSV, or as XLSX with explanation, codes and lists to choose from.

Cells are text, so that a spreadsheet changes no number; what is written can never be taken for a formula.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from graadmeter.catalogue.code_lists import Code
from graadmeter.catalogue.format_pages import allowed, lists_of, mentioned
from graadmeter.domain.formulas import guarded
from graadmeter.domain.layouts import Field, Layout
from graadmeter.domain.tables import Type

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The same in every template, so that equal layouts make equal bytes."""
_ROWS = 100_000
"""Rows that offer a list of codes."""
_WIDTH = 18
_TYPES = {Type.TEXT: "tekst", Type.DATE: "datum", Type.INT: "geheel getal", Type.BIGINT: "geheel getal"}
_EXPLAINED = (
    ("veld", 24),
    ("betekenis", 60),
    ("meaning", 60),
    ("soort", 14),
    ("verplicht", 10),
    ("codes of vorm", 40),
)
_DATES = "jjjj-mm-dd of dd-mm-jjjj"


def csv_template(layout: Layout) -> bytes:
    """One line with the column names, `;` between them, readable by Excel as UTF-8."""
    return ("\ufeff" + ";".join(guarded(field.name) for field in layout.fields) + "\r\n").encode()


def xlsx_template(layout: Layout, lists: Mapping[str, Mapping[str, Code]]) -> bytes:
    """A workbook with the sheets `levering` (empty, to fill in), `uitleg` and `codes`."""
    target = BytesIO()
    with Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": layout.table, "created": _CREATED})
        bold = book.add_format({"bold": True, "bg_color": "#E8EEF2"})
        needed = book.add_format({"bold": True, "bg_color": "#FCE8C8"})
        text = book.add_format({"num_format": 49})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        page, explained, coded = (book.add_worksheet(name) for name in ("levering", "uitleg", "codes"))
        places = _codes(coded, layout, lists, bold)
        page.freeze_panes(1, 0)
        for column, field in enumerate(layout.fields):
            page.set_column(column, column, _WIDTH, text)
            page.write_string(0, column, guarded(field.name), needed if field.required else bold)
            for name in lists_of(field)[:1]:
                page.data_validation(1, column, _ROWS, column, _choice(field, places[name]))
        _explain(explained, layout, bold, wrapped)
    return target.getvalue()


def _choice(field: Field, source: str) -> dict[str, object]:
    """A list to choose from; another value is warned of, since the file is checked after delivery anyway."""
    return {
        "validate": "list",
        "source": source,
        "ignore_blank": not field.required,
        "error_type": "warning",
        "error_title": "Onbekende code",
        "error_message": "Deze waarde staat niet op de lijst; zie het blad 'codes'.",
    }


def _codes(page: Worksheet, layout: Layout, lists: Mapping[str, Mapping[str, Code]], bold: object) -> dict[str, str]:
    """Writes code and label of every list the layout uses, two columns each; returns where the codes stand."""
    used = sorted({name for field in layout.fields for name in (*lists_of(field), *mentioned(field, lists))})
    places = {}
    for number, name in enumerate(used):
        column, codes = 2 * number, list(lists[name].values())
        page.write_string(0, column, f"lijst {name}", bold)
        for row, code in enumerate(codes, 1):
            page.write_string(row, column, guarded(code.code))
            page.write_string(row, column + 1, guarded(code.label.nl))
        page.set_column(column + 1, column + 1, 40)
        letter = xl_col_to_name(column, col_abs=True)
        places[name] = f"=codes!{letter}$2:{letter}${1 + len(codes)}"
    return places


def _explain(page: Worksheet, layout: Layout, bold: object, wrapped: object) -> None:
    page.write_string(0, 0, guarded(f"{layout.title.nl}. Bron: {layout.source_note}. Versie {layout.version}."))
    for column, (name, width) in enumerate(_EXPLAINED):
        page.set_column(column, column, width)
        page.write_string(2, column, name, bold)
    for row, field in enumerate(layout.fields, 3):
        values = allowed(field).strip("`") or (_DATES if field.type is Type.DATE else "")
        needed = "ja" if field.required else ""
        cells = (field.name, field.label.nl, field.label.en, _TYPES[field.type], needed, values)
        for column, cell in enumerate(cells):
            page.write_string(row, column, guarded(cell), wrapped)
