"""Tables broken by spreadsheets or made to do harm."""

import time
from pathlib import Path

import pytest
from tests.support.messages import PROVISION, csv_of, message, zip_of

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files
from graadmeter.domain.bsn import eleven_test
from graadmeter.domain.findings import Severity

BSN = "012345672"


def read(tmp_path: Path, content: str | bytes, limits: Limits | None = None) -> RawDelivery:
    file = tmp_path / "tabel.csv"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_files([file], limits or Limits())


def with_bsn(tmp_path: Path, written: str) -> tuple[str | None, list[tuple[str, int | None, str]]]:
    raw = read(tmp_path, csv_of("voorziening", [PROVISION | {"bsn": written}]))
    assert raw.tables["voorziening"].num_rows == 1, "a mangled BSN never costs the row here"
    found = [(finding.code, finding.row, finding.column) for finding in raw.findings]
    return raw.tables["voorziening"]["bsn"][0].as_py(), found


@pytest.mark.parametrize(
    "written", ["12345672", "12345672,0", "12345672.00", "12.345.672", "012.345.672", "12 345 672"]
)
def test_bsn_is_restored_when_only_one_is_possible(tmp_path: Path, written: str) -> None:
    assert eleven_test(BSN)
    bsn, found = with_bsn(tmp_path, written)
    assert bsn == BSN
    assert found == [("DL-CSV-BSN-HERSTELD", 2, "bsn")]


@pytest.mark.parametrize("written", ["1,23E+08", "1.23E+08", "12345673", "1234567", "1,2345672E7", "0", "1234567820"])
def test_bsn_that_is_not_certain_is_left_and_explained(tmp_path: Path, written: str) -> None:
    bsn, found = with_bsn(tmp_path, written)
    assert bsn == written
    assert found == [("DL-CSV-BSN-EXCEL", 2, "bsn")]


@pytest.mark.parametrize("written", ["012345672", "123456789", "onbekend", "n.v.t.", ""])
def test_other_bsns_are_for_the_checks(tmp_path: Path, written: str) -> None:
    assert with_bsn(tmp_path, written) == (written or None, [])


def test_no_finding_shows_the_bsn(tmp_path: Path) -> None:
    rows = [PROVISION | {"bsn": bsn} for bsn in ("12345672", "1,23E+08", "12345673")]
    raw = read(tmp_path, csv_of("voorziening", rows) + "12345672;te kort\n")
    assert len(raw.findings) == 4
    assert not any(bsn in repr(raw.findings) for bsn in ("12345672", "012345672", "1,23E+08", "12345673"))


def test_zeros_that_codes_lost_are_put_back_and_counted(tmp_path: Path) -> None:
    rows = [
        PROVISION | {"gemeente": "141", "verwijzer": "2"},
        PROVISION | {"verwijzer": "3"},
        PROVISION | {"verwijzer": "7"},
    ]
    raw = read(tmp_path, csv_of("voorziening", rows))
    assert raw.tables["voorziening"]["gemeente"].to_pylist() == ["0141"] * 3
    assert raw.tables["voorziening"]["verwijzer"].to_pylist() == ["02", "03", "7"], "there is no code 07"
    found = {finding.column: finding.values["count"] for finding in raw.findings}
    assert found == {"gemeente": "1", "verwijzer": "2"}
    assert {finding.code for finding in raw.findings} == {"DL-CSV-NUL-HERSTELD"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (csv_of("voorziening", [PROVISION]).replace("h1", "h\0"), "DL-CSV-BINAIR"),
        (b"gemeente;wijk\x81\x8d;leeftijd\n", "DL-CSV-CODERING"),
        (b"\xff\xfeg\x00e\x00m", "DL-CSV-BINAIR"),
        (b"%PDF-1.7", "DL-SOORT"),
        (b"\x1f\x8b\x08\x00", "DL-SOORT"),
        (b"Rar!\x1a\x07", "DL-SOORT"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "DL-EXCEL"),
        (b"", "DL-LEEG"),
        (b"\n\n\n", "DL-CSV-KOP"),
        (b"\xef\xbb\xbf", "DL-CSV-KOP"),
    ],
)
def test_what_is_no_table_is_said_to_be_so(tmp_path: Path, content: str | bytes, code: str) -> None:
    raw = read(tmp_path, content)
    assert [finding.code for finding in raw.findings] == [code]
    assert raw.findings[0].severity is Severity.STOPS_FILE


def test_tables_in_a_zip_are_read_beside_messages(tmp_path: Path) -> None:
    members = {
        "a.xml": message("JW301"),
        "v.csv": csv_of("voorziening", [PROVISION]),
        "x.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    raw = read_files([zip_of(tmp_path / "alles.zip", members)])
    assert raw.tables["voorziening"]["bestand"].to_pylist() == ["alles.zip/v.csv"]
    assert raw.tables["toewijzing"].num_rows == 1
    assert [(finding.code, finding.file) for finding in raw.findings] == [("DL-EXCEL", "alles.zip/x.xlsx")]


def test_a_flood_of_findings_is_counted_not_written_out(tmp_path: Path) -> None:
    raw = read(tmp_path, csv_of("voorziening", [PROVISION]) + "x\n" * 5_000, Limits(findings=100))
    assert len(raw.findings) == 101
    assert raw.findings[-1].code == "DL-MEER"
    assert raw.findings[-1].values == {"code": "DL-CSV-AANTAL", "count": "4900"}
    assert [(line.read, line.rejected) for line in raw.lines] == [(5_001, 5_000)]


def test_a_file_of_quotes_is_read_in_reasonable_time(tmp_path: Path) -> None:
    start = time.process_time()
    raw = read(tmp_path, csv_of("voorziening", [PROVISION]) + 'a"\n"\n' * 3_000)
    assert time.process_time() - start < 10
    assert raw.tables["voorziening"].num_rows == 1
    assert sum(line.rejected for line in raw.lines) > 1_000


def test_a_wide_line_and_a_large_cell_are_rejected(tmp_path: Path) -> None:
    raw = read(
        tmp_path,
        csv_of("voorziening", [PROVISION]) + ";" * 200_000 + "1\n" + "1;" * 40_000 + '\n"' + "x" * 200_000 + '"\n',
    )
    assert [finding.code for finding in raw.findings] == ["DL-CSV-AANTAL"] * 3
    assert raw.tables["voorziening"].num_rows == 1


def test_too_large_a_table_is_refused(tmp_path: Path) -> None:
    raw = read(tmp_path, csv_of("voorziening", [PROVISION]), Limits(table_bytes=100))
    assert [finding.code for finding in raw.findings] == ["DL-GROOT"]


def test_file_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "goed.csv"
    good.write_text(csv_of("voorziening", [PROVISION]))
    raw = read_files([tmp_path / "weg.csv", good])
    assert [(finding.code, finding.file) for finding in raw.findings] == [("DL-LEZEN", "weg.csv")]
    assert raw.tables["voorziening"].num_rows == 1
