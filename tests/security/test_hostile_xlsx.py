"""Workbooks made to do harm, or broken: each is refused with its reason, and never costs memory or time."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.books import book, changed
from tests.support.messages import PROVISION

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

SHEET = "xl/worksheets/sheet1.xml"
ROWS = [PROVISION | {"voorziening_id": f"v{n}"} for n in range(3)]
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


def codes(raw: RawDelivery) -> list[str]:
    return [finding.code for finding in raw.findings]


def read(path: Path, limits: Limits | None = None) -> list[str]:
    raw = read_files([path], limits or Limits())
    assert raw.tables["voorziening"].num_rows == 0 or codes(raw) == []
    return codes(raw)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("<worksheet", ENTITY + "<worksheet", "DL-XLSX-DTD"),
        ("</row></sheetData>", '<c r="XFD4"><v>1</v></c></row></sheetData>', "DL-XLSX-BREED"),
        ("</sheetData>", '<row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData>', "DL-XLSX-BREED"),
        ("</sheetData>", '<row r="2"><c r="A2"><v>1</v></c></row></sheetData>', "DL-XLSX-KAPOT"),
        ("</sheetData>", "", "DL-XLSX-KAPOT"),
        ('<c r="A3"', '<c r="drie"', "DL-XLSX-KAPOT"),
        ("<v>0</v>", "<v>123456</v>", "DL-XLSX-KAPOT"),
        ("<v>0</v>", "<v>-1</v>", "DL-XLSX-KAPOT"),
    ],
)
def test_a_harmful_sheet_is_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    path = changed(book(tmp_path / "a.xlsx", ROWS), SHEET, lambda text: text.replace(old, new, 1))
    assert read(path) == [code]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROWS)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("xl/media/image1.png", b"\0" * 30_000_000)
    assert read(path) == ["DL-ZIP-BOM"]
    assert read(path, Limits(ratio=10_000, book_bytes=1_000_000)) == ["DL-GROOT"]


def test_other_documents_are_refused_by_name(tmp_path: Path) -> None:
    for name, part in (("a.ods", "META-INF/manifest.xml"), ("a.docx", "[Content_Types].xml"), ("a.xlsb", "xl/x.bin")):
        with zipfile.ZipFile(tmp_path / name, "w") as zipped:
            zipped.writestr(part, "<x/>")
            zipped.writestr("[Content_Types].xml" if part != "[Content_Types].xml" else "word/document.xml", "<x/>")
        assert read(tmp_path / name) == ["DL-EXCEL"]


def test_a_workbook_in_a_zip_is_read_and_a_zip_in_a_zip_is_not(tmp_path: Path) -> None:
    inner = book(tmp_path / "a.xlsx", ROWS).read_bytes()
    with zipfile.ZipFile(tmp_path / "alles.zip", "w") as zipped:
        zipped.writestr("map/a.xlsx", inner)
    raw = read_files([tmp_path / "alles.zip"])
    assert codes(raw) == []
    assert raw.tables["voorziening"]["bestand"].to_pylist() == ["alles.zip/map/a.xlsx"] * 3


def test_no_table_no_sheet_no_text(tmp_path: Path) -> None:
    path = changed(book(tmp_path / "a.xlsx", ROWS), "xl/sharedStrings.xml", lambda text: text.replace("<t>", "<t>x"))
    assert read(path) == ["DL-XLSX-KOP"]
    path = changed(book(tmp_path / "b.xlsx", ROWS), "xl/workbook.xml", lambda text: text.replace("<sheet ", "<zheet "))
    assert read(path) in (["DL-XLSX-KOP"], ["DL-XLSX-KAPOT"], [])


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_damage_is_a_finding_and_no_row_is_lost(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("boek")
    part = data.draw(st.sampled_from([SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"]))

    def damaged(text: str) -> str:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        return text[:start] + data.draw(st.sampled_from(["", "<", "9", 'r="1"', "\0", "é", "<v/>"])) + text[end:]

    raw = read_files([changed(book(folder / "a.xlsx", ROWS), part, damaged)])
    read_rows = sum(line.read - line.rejected for line in raw.lines)
    assert read_rows == sum(table.num_rows for table in raw.tables.values())
    assert raw.lines or raw.findings
