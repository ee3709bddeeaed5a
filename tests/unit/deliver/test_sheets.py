"""Spreadsheets (XLSX) as people really save them: dates, formulas, hidden sheets, merged cells, lost zeros."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.books import book, changed
from tests.support.messages import PROVISION, csv_of

from graadmeter.catalogue.layouts import layouts
from graadmeter.deliver.limits import DEFAULT_LIMITS
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files
from graadmeter.deliver.sheets.book import open_book
from graadmeter.deliver.sheets.cells import number_text, rows_of

NAMES = [field.name for field in layouts()["voorziening"].fields]
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")))
ROWS = [PROVISION | {"voorziening_id": f"v{n}", "einddatum": f"2025-12-0{n}"} for n in range(1, 4)]


def codes(raw: RawDelivery) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.row) for finding in raw.findings]


def values(raw: RawDelivery, name: str) -> list[str | None]:
    return raw.tables["voorziening"][name].to_pylist()


def lines(raw: RawDelivery) -> list[tuple[int, int]]:
    return [(line.read, line.rejected) for line in raw.lines]


def typed_book(path: Path, fill: Callable[..., None], cells: dict[str, object] | None = None) -> Path:
    """A workbook whose one row is written as text, after which `fill(workbook, page, column_of)` may overwrite it."""
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet()
        for column, name in enumerate(NAMES):
            page.write_string(0, column, name)
            page.write_string(1, column, str((PROVISION | (cells or {})).get(name) or ""))
        fill(workbook, page, NAMES.index)
    return path


def test_a_workbook_says_the_same_as_the_csv(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(csv_of("voorziening", ROWS))
    csv, xlsx = read_files([tmp_path / "a.csv"]), read_files([book(tmp_path / "a.xlsx", ROWS)])
    assert codes(xlsx) == []
    for name in (*NAMES, "regel"):
        assert values(xlsx, name) == values(csv, name)
    assert lines(xlsx) == lines(csv) == [(3, 0)]


def test_dates_numbers_and_lost_zeros_become_what_they_were(tmp_path: Path) -> None:
    def fill(workbook: xlsxwriter.Workbook, page: xlsxwriter.workbook.Worksheet, at: Callable[[str], int]) -> None:
        page.write_datetime(1, at("begindatum"), date(2025, 3, 31), workbook.add_format({"num_format": "dd-mm-yyyy"}))
        page.write_datetime(1, at("geboortedatum"), date(2011, 2, 28), workbook.add_format({"num_format": 14}))
        page.write_number(1, at("einddatum"), 46022)
        page.write_number(1, at("gemeente"), 141)
        page.write_number(1, at("aanbieder"), 1234567)
        page.write_number(1, at("bsn"), 900006)
        page.write_boolean(1, at("crisis"), True)

    raw = read_files([typed_book(tmp_path / "a.xlsx", fill)])
    row = {name: values(raw, name)[0] for name in NAMES}
    assert (row["begindatum"], row["geboortedatum"], row["einddatum"]) == ("2025-03-31", "2011-02-28", "2025-12-31")
    assert (row["gemeente"], row["aanbieder"], row["crisis"]) == ("0141", "01234567", "J")
    found = sorted(code for code, _ in codes(raw))
    assert found == ["DL-CSV-BSN-EXCEL", "DL-CSV-NUL-HERSTELD", "DL-CSV-NUL-HERSTELD", "DL-XLSX-DATUMGETAL"]


def test_the_days_of_1904(tmp_path: Path) -> None:
    def fill(workbook: xlsxwriter.Workbook, page: xlsxwriter.workbook.Worksheet, at: Callable[[str], int]) -> None:
        page.write_datetime(1, at("begindatum"), date(2025, 3, 31), workbook.add_format({"num_format": "d mmm yyyy"}))

    path = typed_book(tmp_path / "a.xlsx", fill)
    changed(path, "xl/workbook.xml", lambda text: text.replace("<workbookPr ", '<workbookPr date1904="1" '))
    assert values(read_files([path]), "begindatum") == ["2029-04-01"]


def test_a_formula_counts_with_its_result_and_never_without(tmp_path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, page: xlsxwriter.workbook.Worksheet, at: Callable[[str], int]) -> None:
        page.write_formula(1, at("voorziening_id"), '="v"&1', None, "v1")

    path = typed_book(tmp_path / "a.xlsx", fill)
    raw = read_files([path])
    assert (codes(raw), values(raw, "voorziening_id")) == ([("DL-XLSX-FORMULE", None)], ["v1"])
    changed(path, "xl/worksheets/sheet1.xml", lambda t: t.replace('t="str"', "").replace("<v>v1</v>", ""))
    raw = read_files([path])
    assert (codes(raw), lines(raw)) == ([("DL-XLSX-FORMULE-LEEG", 2)], [(1, 1)])


def test_an_error_value_costs_its_row(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROWS)

    def broken(text: str) -> str:
        at = text.index('<c r="C3"')
        return text[:at] + '<c r="C3" t="e"><v>#N/A</v></c>' + text[text.index("</c>", at) + 4 :]

    raw = read_files([changed(path, "xl/worksheets/sheet1.xml", broken)])
    assert (codes(raw), lines(raw), values(raw, "regel")) == ([("DL-XLSX-FOUTWAARDE", 3)], [(3, 1)], [2, 4])


def test_merged_cells_cost_the_rows_they_lie_on(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROWS)
    merge = '</sheetData><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>'
    raw = read_files([changed(path, "xl/worksheets/sheet1.xml", lambda t: t.replace("</sheetData>", merge))])
    assert codes(raw) == [("DL-XLSX-SAMENGEVOEGD", 3), ("DL-XLSX-SAMENGEVOEGD", 4)]
    assert (lines(raw), values(raw, "regel")) == ([(3, 2)], [2])


def test_sheets_are_told_apart(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as workbook:
        workbook.add_worksheet("Uitleg").write(0, 0, "Toelichting bij de levering")
        for sheet, number in (("Jeugd", 1), ("Wmo", 2), ("Oud", 3)):
            page = workbook.add_worksheet(sheet)
            for column, name in enumerate(NAMES):
                page.write_string(2, column, name)
                page.write_string(3, column, str((PROVISION | {"voorziening_id": f"v{number}"}).get(name) or ""))
        page.hide()
    raw = read_files([tmp_path / "a.xlsx"])
    assert codes(raw) == [("DL-XLSX-VERBORGEN", None), ("DL-XLSX-BLADEN", None)]
    assert raw.findings[1].values == {"read": "Jeugd, Wmo", "passed": "Uitleg, Oud"}
    assert values(raw, "voorziening_id") == ["v1", "v2"]
    assert values(raw, "bestand") == ["a.xlsx/Jeugd", "a.xlsx/Wmo"]
    assert lines(raw) == [(2, 0)]


def test_a_value_beside_the_table_and_a_hidden_row(tmp_path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, page: xlsxwriter.workbook.Worksheet, at: Callable[[str], int]) -> None:
        page.write_string(2, len(NAMES) + 3, "opmerking")
        page.set_row(1, None, None, {"hidden": True})

    raw = read_files([typed_book(tmp_path / "a.xlsx", fill)])
    assert codes(raw) == [("DL-CSV-AANTAL", 3), ("DL-XLSX-VERBORGEN-REGELS", None)]
    assert lines(raw) == [(2, 1)]


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("900000006", "900000006"),
        ("1.23456789E8", "123456789"),
        ("0.10000000000000001", "0.1"),
        ("-3.50", "-3.5"),
        ("1E400", "1E400"),
        ("NaN", "NaN"),
        ("1e9999999999", "1e9999999999"),
        ("twee", "twee"),
    ],
)
def test_numbers_are_written_as_people_write_them(stored: str, text: str) -> None:
    assert number_text(stored) == text


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))), min_size=1, max_size=4))
)
def test_every_text_is_read_as_another_reader_reads_it(tmp_path_factory: pytest.TempPathFactory, rows) -> None:
    path = tmp_path_factory.mktemp("boek") / "a.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet()
        for number, row in enumerate([["kop"], *rows]):
            for column, text in enumerate(row):
                page.write_string(number, column, text)
    opened = open_book(path.read_bytes(), DEFAULT_LIMITS)
    ours = {(row.number, at): text for row in rows_of(opened, opened.sheets[0]) for at, text in row.texts.items()}
    other = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(skip_empty_area=False)
    theirs = {(n, at): text for n, row in enumerate(other, 1) for at, text in enumerate(row) if text != ""}
    assert ours == theirs
