"""Large tables are read in pieces and their columns kept as words: neither changes what is read or what is said."""

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.messages import PROVISION, csv_of

from graadmeter.catalogue.layouts import layouts
from graadmeter.check.typed import cleaned
from graadmeter.check.words import is_worded, spelled_table
from graadmeter.deliver import content, csv_blocks, csv_plain, csv_source
from graadmeter.deliver.limits import DEFAULT_LIMITS, Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

IN_PIECES = replace(DEFAULT_LIMITS, stream_from=0, pieces_from=0)
HEADER = csv_of("voorziening", []).encode()
ROW = csv_of("voorziening", [PROVISION]).encode().removeprefix(HEADER)
PARTS = st.sampled_from(
    [
        *(ROW, ROW * 3, ROW.replace(b"0141", b'"01\n41"'), ROW.replace(b"\n", b"\r\n"), ROW.replace(b"\n", b"\r")),
        *(ROW.replace(b";", b" ; ", 3), ROW.replace(b"01", "é".encode(), 1), ROW.replace(b"01", b"\xe9", 1)),
        *(b"\n", b"\r", b'"', b";", b"\x00", b"\x81", b" ", "\u2028".encode(), b"x" * 300),
    ]
)
ENCODINGS = st.sampled_from(["", "utf-16", "utf-16-le", "utf-8-sig"])


def told(raw: RawDelivery) -> tuple[object, ...]:
    tables = {name: spelled_table(rows).to_pylist() for name, rows in raw.tables.items() if rows.num_rows}
    return tables, raw.findings, raw.lines


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(PARTS, max_size=8), encoding=ENCODINGS, sizes=st.tuples(st.integers(1, 300), st.integers(1, 400)))
def test_pieces_and_words_change_nothing(tmp_path: Path, monkeypatch, parts, encoding, sizes) -> None:
    data = HEADER + b"".join(parts)
    file = tmp_path / "tabel.csv"
    file.write_bytes(data.decode("cp1252", errors="replace").encode(encoding) if encoding else data)
    at_once = told(read_files([file]))
    with monkeypatch.context() as small:
        small.setattr(content, "PIECE", sizes[0])
        small.setattr(csv_blocks, "PIECE", sizes[1])
        small.setattr(csv_plain, "MANY", 1)
        small.setattr(csv_plain, "_REPEATED", 1)
        assert told(read_files([file], IN_PIECES)) == at_once


def test_columns_with_few_texts_become_words(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(csv_plain, "MANY", 10)
    monkeypatch.setattr(csv_blocks, "PIECE", 5_000)
    rows = [PROVISION | {"voorziening_id": f"v{number}"} for number in range(400)]
    (tmp_path / "tabel.csv").write_text(csv_of("voorziening", rows).replace(";0141;", ";141;"))
    table = read_files([tmp_path / "tabel.csv"]).tables["voorziening"]
    assert is_worded(table["wet"])
    assert table["wet"].type.index_type == pa.int8()
    assert not is_worded(table["voorziening_id"])
    assert [(row["voorziening_id"], row["regel"]) for row in spelled_table(table).to_pylist()] == [
        (f"v{number}", number + 2) for number in range(400)
    ]


@pytest.mark.parametrize(("whole", "codes"), [(10_000, ["DL-CSV-AANTAL"]), (1_000, ["DL-GROOT"])])
def test_a_line_too_long_for_pieces(tmp_path: Path, monkeypatch, whole: int, codes: list[str]) -> None:
    monkeypatch.setattr(csv_source, "LONGEST_LINE", 2_000)
    (tmp_path / "tabel.csv").write_bytes(HEADER + ROW + b"x;" * 1_500)
    raw = read_files([tmp_path / "tabel.csv"], Limits(stream_from=0, pieces_from=0, whole_bytes=whole))
    assert [finding.code for finding in raw.findings] == codes
    assert raw.tables["voorziening"].num_rows == (codes == ["DL-CSV-AANTAL"])


def test_only_columns_as_they_were_read_pass_for_clean(tmp_path: Path) -> None:
    (tmp_path / "tabel.csv").write_text(csv_of("voorziening", [PROVISION]))
    table = read_files([tmp_path / "tabel.csv"]).tables["voorziening"]
    place = table.column_names.index("wet")
    changed = table.set_column(place, "wet", pa.array(["  "]))
    assert cleaned(table, layouts()["voorziening"])["wet"].to_pylist() == [PROVISION["wet"]]
    assert cleaned(changed, layouts()["voorziening"])["wet"].to_pylist() == [None]
