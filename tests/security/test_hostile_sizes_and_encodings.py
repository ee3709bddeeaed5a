"""Single fields of a gigabyte, and files in which encodings stand side by side: refused or repaired, with a finding."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.messages import PROVISION, csv_of, message

from graadmeter.deliver.reader import read_files
from graadmeter.domain.findings import Severity

GIGABYTE = 1_000_000_000
PEAK = """
import re, sys
from pathlib import Path
from graadmeter.deliver.reader import read_files
raw = read_files([Path(sys.argv[1])])
print(",".join(finding.code for finding in raw.findings), sum(table.num_rows for table in raw.tables.values()))
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


def with_hole(path: Path, begin: bytes) -> Path:
    """A file of a gigabyte that takes no room on disk: `begin`, then NUL bytes."""
    with path.open("wb") as file:
        file.write(begin)
        file.truncate(GIGABYTE)
    return path


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("v.csv", csv_of("voorziening", [PROVISION])[:-20].encode()),
        ("quoted.csv", csv_of("voorziening", [PROVISION]).encode() + b'"'),
        ("m.xml", message("JW301")[:-200].encode()),
    ],
)
def test_a_field_of_a_gigabyte_is_refused_in_little_memory(tmp_path: Path, name: str, begin: bytes) -> None:
    said = subprocess.run(
        [sys.executable, "-c", PEAK, with_hole(tmp_path / name, begin)], capture_output=True, text=True, check=True
    ).stdout.split()
    assert said[:2] == ["DL-GROOT", "0"]
    assert int(said[2]) < 400, "megabytes at the peak, of which most is the program itself"


def test_two_encodings_in_one_file_are_both_read_and_it_is_said(tmp_path: Path) -> None:
    rows = [PROVISION | {"voorziening_id": f"{number}", "huishouden": "café"} for number in range(2)]
    header, one, two = csv_of("voorziening", rows).splitlines()
    content = b"\n".join([header.encode(), one.encode("utf-8"), two.encode("cp1252")]) + b"\n"
    (tmp_path / "v.csv").write_bytes(content)
    raw = read_files([tmp_path / "v.csv"])
    assert raw.tables["voorziening"]["huishouden"].to_pylist() == ["café", "café"]
    [finding] = [one for one in raw.findings if one.code == "DL-CSV-OMGEZET"]
    assert finding.severity is Severity.INFORMATION
    assert "UTF-8 + Windows-1252" in finding.message.nl


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_one_encoding_is_read_as_it_is(tmp_path: Path, codec: str) -> None:
    text = csv_of("voorziening", [PROVISION | {"huishouden": "coördinatie €"}])
    (tmp_path / "v.csv").write_bytes(text.encode(codec))
    raw = read_files([tmp_path / "v.csv"])
    assert raw.tables["voorziening"]["huishouden"].to_pylist() == ["coördinatie €"]
    assert [one.code for one in raw.findings] == ([] if codec == "utf-8-sig" else ["DL-CSV-OMGEZET"])
