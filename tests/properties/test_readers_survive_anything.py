"""Any bytes a deliverer can send: no crash, no hang, bounded memory; each line is a row, rejected, or the file refused.

Hypothesis breaks good files in every way it can think of. How long it tries follows from HYPOTHESIS_PROFILE; the suite
takes about two seconds per reader, `make deep` many minutes.
"""

import io
import tempfile
import time
import tracemalloc
import zipfile
from collections import Counter
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.messages import PROVISION, csv_of, message

from graadmeter.deliver.content import HeldContent
from graadmeter.deliver.intake import Intake
from graadmeter.deliver.limits import Limits
from graadmeter.deliver.notices import notices
from graadmeter.deliver.raw import RawDelivery
from graadmeter.deliver.reader import read_files

SMALL = Limits(
    file_bytes=2_000_000,
    message_bytes=1_000_000,
    table_bytes=1_000_000,
    total_bytes=4_000_000,
    members=500,
    findings=50,
)
OFTEN = settings(max_examples=max(50, settings.default.max_examples))
MOST_MEMORY, MOST_SECONDS = 80_000_000, 5.0
KNOWN = frozenset(notices())


def zipped(**members: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def workbook() -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet("blad")
        for number, line in enumerate(csv_of("voorziening", [PROVISION] * 2).splitlines()):
            sheet.write_row(number, 0, line.split(";"))
    return target.getvalue()


TABLE = csv_of("voorziening", [PROVISION, PROVISION | {"wijk": '"x;y"'}])
SEEDS = {
    "message": [message(kind).encode() for kind in ("JW301", "WMO305", "JW323")],
    "table": [TABLE.encode(), TABLE.encode("utf-16"), TABLE.replace(";", ",").replace("\n", "\r\n").encode("cp1252")],
    "zip": [zipped(a=message("JW301"), b=TABLE), zipped(**{"x/y.csv": TABLE, "n.zip": zipped(a="a")})],
    "workbook": [workbook()],
}
PIECES = st.sampled_from(
    [
        *(
            b"",
            b"\x00",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"\r",
            b"\n\n",
            b'"',
            b'""',
            b";;;;",
            b"\t",
            b"PK\x03\x04",
            b"PK\x05\x06",
        ),
        *(
            b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
            b"<![CDATA[",
            b"]]>",
            b"&lol;",
            b"&#0;",
            b"<!--",
            b"<?x",
            b"</",
            b"xmlns=",
        ),
        *(
            b"\xff\xff\xff\xff",
            b"\x7f" * 8,
            b"A" * 3_000,
            b";" * 3_000,
            b"<x>" * 300,
            b"9" * 400,
            b"\xc3\x28",
            b"\xed\xa0\x80",
        ),
    ]
)
CHANGE = st.tuples(st.integers(0, 10_000), st.integers(0, 400), st.one_of(PIECES, st.binary(max_size=8)))


def spoiled(seed: bytes, changes: list[tuple[int, int, bytes]], keep: int) -> bytes:
    """The seed with pieces put in the place of others, cut off at a share of its length."""
    for place, gone, piece in changes:
        at = place % (len(seed) + 1)
        seed = seed[:at] + piece + seed[at + gone :]
    return seed[: len(seed) * keep // 100]


def accounted(raw: RawDelivery) -> None:
    """Nothing is lost: what was read is in a table or rejected; what is said is known and not a fault of ours."""
    rows = {name: table.num_rows for name, table in raw.tables.items()}
    told: Counter[str] = Counter()
    for line in raw.lines:
        assert 0 <= line.rejected <= line.read
        told[line.table] += line.read - line.rejected
    assert dict(told) == {name: count for name, count in rows.items() if count or name in told}
    for finding in raw.findings:
        assert finding.code in KNOWN
        assert finding.message.nl
        assert finding.message.en


def read_bounded(data: bytes, name: str) -> RawDelivery:
    """What is read of the bytes as a received file, in bounded time and memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        start = time.process_time()
        tracemalloc.start()
        try:
            raw = read_files([path], SMALL)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < MOST_MEMORY
    assert time.process_time() - start < MOST_SECONDS
    accounted(raw)
    assert raw.findings or raw.lines, "something is always said"
    return raw


@pytest.mark.parametrize("kind", SEEDS)
@OFTEN
@given(
    data=st.data(),
    changes=st.lists(CHANGE, min_size=1, max_size=6),
    keep=st.one_of(st.just(100), st.integers(0, 100)),
)
def test_a_spoiled_file_is_read_or_refused(kind, data, changes, keep) -> None:
    seed = data.draw(st.sampled_from(SEEDS[kind]))
    read_bounded(spoiled(seed, changes, keep), "v.csv")


@OFTEN
@given(content=st.binary(max_size=3_000))
def test_any_bytes_at_all(content) -> None:
    read_bounded(content, "x.bin")


NAMES = st.one_of(
    st.sampled_from([*TABLE.splitlines()[0].split(";"), "BSN ", "wijk_", "Gemeente"]), st.text(max_size=12)
)


@OFTEN
@given(
    header=st.lists(NAMES, max_size=30),
    rows=st.lists(st.lists(st.text(max_size=20), max_size=30), max_size=6),
    separator=st.sampled_from(";,\t|"),
)
def test_any_header_and_any_rows(header, rows, separator) -> None:
    text = "\n".join(separator.join(values) for values in (header, *rows))
    intake = Intake(SMALL)
    intake.take(HeldContent("v.csv", "v.csv", text.encode("utf-8", "surrogatepass")))
    accounted(intake.finish())


MEMBER_NAMES = st.one_of(
    st.sampled_from(
        ["../a.xml", "/etc/passwd", "C:\\a", "a/../../b", "a\x00b", "CON", ".DS_Store", "a" * 300, "\u202ea.xml"]
    ),
    st.text(min_size=1, max_size=20),
)


@OFTEN
@given(members=st.lists(st.tuples(MEMBER_NAMES, st.one_of(PIECES, st.just(TABLE.encode()))), max_size=6))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_any_names_in_a_zip(members) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name.encode("utf-8", "replace").decode() or "x"), content)
    raw = read_bounded(target.getvalue(), "z.zip")
    for finding in raw.findings:
        assert finding.file.isprintable()
