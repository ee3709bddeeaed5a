"""Zips made to do harm: each is refused with its own notice, cheaply, and the rest of the delivery is read."""

import os
import struct
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from tests.support.messages import message, zip_of

from graadmeter.deliver.limits import Limits
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

GOOD = message("JW301")


def codes(raw: RawDelivery) -> list[tuple[str, str]]:
    return [(finding.code, finding.file) for finding in raw.findings]


def read_with_good(tmp_path: Path, hostile: Path, limits: Limits | None = None) -> RawDelivery:
    """Reads the hostile zip together with a good file, which must be read whatever the zip does."""
    good = tmp_path / "goed.xml"
    good.write_text(GOOD)
    raw = read_files([hostile, good], limits or Limits())
    assert "goed.xml" in raw.tables["toewijzing"]["bestand"].to_pylist()
    return raw


@pytest.mark.parametrize(
    "name", ["../buiten.xml", "/etc/passwd.xml", "map/../../buiten.xml", "C:\\x.xml", "c:/x.xml", "..\\x.xml"]
)
def test_paths_to_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.parent.rglob("*"))
    raw = read_with_good(tmp_path, zip_of(tmp_path / "z.zip", {name: GOOD, "b.xml": GOOD}))
    assert [code for code, _ in codes(raw)] == ["DL-ZIP-PAD"]
    assert raw.tables["toewijzing"].num_rows == 2
    assert sorted(set(tmp_path.parent.rglob("*")) - set(before)) == [tmp_path / "goed.xml", tmp_path / "z.zip"]


def test_bomb_by_ratio_is_refused_without_unpacking(tmp_path: Path) -> None:
    bomb = zip_of(tmp_path / "z.zip", {"bom.xml": b"<a>" + b" " * 60_000_000, "b.xml": GOOD})
    tracemalloc.start()
    raw = read_with_good(tmp_path, bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert codes(raw) == [("DL-ZIP-BOM", "z.zip/bom.xml")]
    assert peak < 20_000_000


def test_bomb_that_lies_about_its_size_is_stopped(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "z.zip", {"bom.xml": b"<a>" + b" " * 30_000_000})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 30_000_003), struct.pack("<L", 500_000)))
    tracemalloc.start()
    raw = read_with_good(tmp_path, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert codes(raw) == [("DL-ZIP-LID", "z.zip/bom.xml")]
    assert peak < 5_000_000


def test_many_members_that_are_large_together_are_refused(tmp_path: Path) -> None:
    many = zip_of(tmp_path / "z.zip", {f"{n}.xml": "<a/>" * 1000 for n in range(100)})
    raw = read_with_good(tmp_path, many, Limits(total_bytes=300_000))
    assert codes(raw) == [("DL-TOTAAL", "z.zip")]


def test_absurd_number_of_members_is_refused(tmp_path: Path) -> None:
    many = zip_of(tmp_path / "z.zip", {f"{n}.xml": "" for n in range(300)})
    assert codes(read_with_good(tmp_path, many, Limits(members=299))) == [("DL-ZIP-AANTAL", "z.zip")]


def test_directory_that_claims_millions_of_members_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "z.zip", {"a.xml": GOOD})
    data = bytearray(path.read_bytes())
    end = data.rfind(b"PK\x05\x06")
    data[end + 8 : end + 12] = struct.pack("<2H", 60_000, 60_000)
    path.write_bytes(bytes(data))
    assert codes(read_with_good(tmp_path, path)) == [("DL-ZIP-KAPOT", "z.zip")]


def test_overlapping_members_are_refused(tmp_path: Path) -> None:
    """The form of the 'better zip bomb': many directory entries that share the same packed bytes."""
    body = zlib.compress(GOOD.encode(), 9, -15)
    crc, size = zlib.crc32(GOOD.encode()), len(GOOD.encode())
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(body), size, 5, 0) + b"a.xml" + body
    entries = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(body), size, 5, 0, 0, 0, 0, 0, 0)
        + f"{n:01}.xml".encode()
        for n in range(9)
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, len(entries), len(local), 0)
    path = tmp_path / "z.zip"
    path.write_bytes(local + entries + end)
    assert codes(read_with_good(tmp_path, path)) == [("DL-ZIP-OVERLAP", "z.zip")]


def test_nested_zip_is_refused(tmp_path: Path) -> None:
    inner = zip_of(tmp_path / "in.zip", {"a.xml": GOOD}).read_bytes()
    raw = read_with_good(tmp_path, zip_of(tmp_path / "z.zip", {"in.zip": inner, "in.xml": inner, "b.xml": GOOD}))
    assert codes(raw) == [("DL-ZIP-NEST", "z.zip/in.zip"), ("DL-ZIP-NEST", "z.zip/in.xml")]
    assert raw.tables["toewijzing"].num_rows == 2


def test_encrypted_member_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "z.zip", {"a.xml": GOOD, "b.xml": GOOD})
    data = path.read_bytes()
    entry = data.find(b"PK\x01\x02")
    path.write_bytes(data[: entry + 8] + b"\x01\x00" + data[entry + 10 :])
    raw = read_with_good(tmp_path, path)
    assert codes(raw) == [("DL-ZIP-SLOT", "z.zip/a.xml")]
    assert raw.tables["toewijzing"].num_rows == 2


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_named(tmp_path: Path, method: int) -> None:
    def pack(info: zipfile.ZipInfo) -> None:
        info.compress_type = method

    raw = read_with_good(tmp_path, zip_of(tmp_path / "z.zip", {"a.xml": GOOD}, pack))
    assert codes(raw) == [("DL-ZIP-METHODE", "z.zip/a.xml")]
    assert raw.findings[0].values["method"] == str(int(method))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_second_member_of_the_same_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.xml", message("JW301", id="EERSTE"))
        archive.writestr("a.xml", message("JW301", id="TWEEDE"))
    raw = read_with_good(tmp_path, path)
    assert codes(raw) == [("DL-ZIP-DUBBEL", "z.zip/a.xml")]
    assert raw.tables["toewijzing"]["bericht_id"].to_pylist() == ["EERSTE", "B1"]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x05\x06", b"PK\x03\x04" + os.urandom(4000)])
def test_what_only_looks_like_a_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "z.zip"
    path.write_bytes(content)
    assert codes(read_with_good(tmp_path, path)) == [("DL-ZIP-KAPOT", "z.zip")]


def test_empty_zip_says_so(tmp_path: Path) -> None:
    assert codes(read_with_good(tmp_path, zip_of(tmp_path / "z.zip", {}))) == [("DL-ZIP-LEEG", "z.zip")]


def test_damaged_member_leaves_the_others(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "z.zip", {"a.xml": GOOD, "b.xml": GOOD})
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(bytes(data))
    raw = read_with_good(tmp_path, path)
    assert codes(raw) == [("DL-ZIP-LID", "z.zip/a.xml")]
    assert raw.tables["toewijzing"].num_rows == 2


def test_files_of_the_operating_system_are_passed_over(tmp_path: Path) -> None:
    members = {"__MACOSX/._a.xml": b"\0\5\x16\7", ".DS_Store": b"\0", "Thumbs.db": b"x", "a.xml": GOOD}
    raw = read_with_good(tmp_path, zip_of(tmp_path / "z.zip", members))
    assert codes(raw) == [("DL-SYSTEEM", "z.zip")]
    assert raw.findings[0].values["count"] == "3"


def test_spreadsheets_are_recognised_in_and_as_a_zip(tmp_path: Path) -> None:
    book = zip_of(tmp_path / "boek.ods", {"META-INF/manifest.xml": "<x/>", "content.xml": "<x/>"})
    assert codes(read_with_good(tmp_path, book)) == [("DL-EXCEL", "boek.ods")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("JW301_123456782.xml", "JW301_[nummer]~1.xml"),
        ("JW301_123456781.xml", "JW301_123456781.xml"),
        ("a\x1b[31mrood.xml", "a?[31mrood~1.xml"),
        ("a\u202elmx.xml", "a?lmx~1.xml"),
        (f"{'x' * 300}.xml", f"{'x' * 150}~1.xml"),
    ],
    ids=["a BSN", "no BSN", "terminal code", "right to left", "long"],
)
def test_names_of_members_are_made_harmless(tmp_path: Path, name: str, shown: str) -> None:
    raw = read_with_good(tmp_path, zip_of(tmp_path / "z.zip", {name: GOOD, "slecht.xml": "<"}))
    assert raw.tables["toewijzing"]["bestand"].to_pylist()[0] == f"z.zip/{shown}"
