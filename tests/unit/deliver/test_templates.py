"""Templates: what a deliverer fills in is read without a question about its columns."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.cli.main import run
from graadmeter.deliver.reader import read_files
from graadmeter.deliver.templates import csv_template, xlsx_template
from graadmeter.domain.layouts import Source
from graadmeter.domain.text import Text

TABLES = [layout for layout in layouts().values() if layout.source is Source.CSV]


@pytest.mark.parametrize("layout", TABLES, ids=lambda layout: layout.table)
def test_an_empty_template_is_a_table_without_rows(tmp_path: Path, layout) -> None:
    (tmp_path / "a.csv").write_bytes(csv_template(layout))
    (tmp_path / "a.xlsx").write_bytes(xlsx_template(layout, code_lists()))
    for name in ("a.csv", "a.xlsx"):
        raw = read_files([tmp_path / name])
        assert [(line.table, line.read) for line in raw.lines] == [(layout.table, 0)]
        found = {finding.code for finding in raw.findings}
        assert found == {"DL-CSV-GEENREGELS"} | ({"DL-XLSX-BLADEN"} if name.endswith("xlsx") else set())


def test_coded_fields_offer_their_list_and_cells_are_text(tmp_path: Path) -> None:
    layout = layouts()["bij_jeugdhulp"]
    (tmp_path / "a.xlsx").write_bytes(xlsx_template(layout, code_lists()))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheet, styles = (book.read(f"xl/{part}").decode() for part in ("worksheets/sheet1.xml", "styles.xml"))
    coded = [field for field in layout.fields if field.codes]
    assert sheet.count("<dataValidation ") == len(coded)
    assert len(re.findall(r"<formula1>codes!\$[A-Z]+\$2:\$[A-Z]+\$\d+</formula1>", sheet)) == len(coded)
    assert 'numFmtId="49"' in styles


def test_no_text_of_a_layout_becomes_a_formula(tmp_path: Path) -> None:
    layout = layouts()["bevolking"]
    evil = replace(layout.fields[0], name="=cmd|' /C calc'!A0", label=Text("=1+1", "@SUM(1)"), pattern="=2+2")
    changed = replace(layout, fields=(evil, *layout.fields[1:]), source_note="=3")
    assert csv_template(changed).startswith("\ufeff'=cmd".encode())
    (tmp_path / "a.xlsx").write_bytes(xlsx_template(changed, code_lists()))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        texts = book.read("xl/sharedStrings.xml").decode()
        sheets = "".join(book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)
    assert "<f>" not in sheets
    assert not re.search(r">[=@]", texts)


def test_equal_layouts_make_equal_bytes() -> None:
    layout = layouts()["voorziening"]
    assert xlsx_template(layout, code_lists()) == xlsx_template(layout, code_lists())


def test_the_command_writes_once_and_names_what_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "voorziening", "--xlsx", "--to", str(tmp_path)]) == 0
    assert run(["template", "voorziening", "--xlsx", "--to", str(tmp_path)]) == 2
    assert run(["template", "voorzieningen", "--lang", "en"]) == 2
    assert "Did you mean: voorziening" in capsys.readouterr().err
    assert run(["template", "toewijzing"]) == 2
    assert run(["template"]) == 0
    assert all(layout.table in capsys.readouterr().out for layout in TABLES[:1])


def test_columns_are_proposed_and_kept_for_a_person_to_confirm(tmp_path: Path, capsys) -> None:
    own = "Burgerservicenummer;Gemeentecode;Geboortedatum;Sekse\n900000006;0141;1-1-2010;Man\n"
    (tmp_path / "eigen.csv").write_text(own)
    words = ["columns", str(tmp_path / "eigen.csv"), "--table", "voorziening", "--workspace", str(tmp_path)]
    assert run([*words, "--deliverer", "0141", "--write"]) == 0
    assert "Burgerservicenummer -> bsn: een bekende andere naam" in capsys.readouterr().out
    kept = (tmp_path / "kolommen/0141.yaml").read_text(encoding="utf-8")
    assert "bevestigd: false" in kept
    assert run([*words, "--deliverer", "0141", "--write"]) == 2
    assert run(["columns", str(tmp_path / "niets.csv")]) == 2
    (tmp_path / "plaat.png").write_bytes(b"\x89PNG\r\n")
    assert run(["columns", str(tmp_path / "plaat.png")]) == 4
