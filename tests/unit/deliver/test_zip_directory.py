"""Our reading of a zip's directory agrees with the standard library on good zips, and refuses bad ones."""

import io
import zipfile

import pytest

from graadmeter.deliver.archive import contents_of
from graadmeter.deliver.content import Content
from graadmeter.deliver.finding_log import FindingLog
from graadmeter.deliver.limits import Limits
from graadmeter.deliver.notice import RefusedError
from graadmeter.deliver.zip_directory import read_directory

TEXTS = {f"map {n}/bericht é {n}.xml": b"<a>" + b"x" * n * 37 + b"</a>" for n in range(50)}


class OneWay(io.BytesIO):
    """A file that cannot seek, so that zipfile writes sizes after the data."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation


def packed(method: int = zipfile.ZIP_DEFLATED, target: io.BytesIO | None = None, comment: bytes = b"") -> bytes:
    target = target or io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.comment = comment
        for name, data in TEXTS.items():
            archive.writestr(name, data)
    return target.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    contents = contents_of(io.BytesIO(data), "z.zip", Limits(), FindingLog(10))
    assert [content.read() for content in contents] == [b"".join(content.pieces()) for content in contents]
    return {content.name.removeprefix("z.zip/"): content.read() for content in contents}


@pytest.mark.parametrize(
    "data",
    [packed(), packed(zipfile.ZIP_STORED), packed(target=OneWay()), packed(comment=b"PK\x05\x06" * 9)],
    ids=["deflated", "stored", "sizes after data", "comment with marks"],
)
def test_good_zips_are_read_whole(data: bytes) -> None:
    if b"PK\x05\x06PK" in data:
        with pytest.raises(RefusedError, match="DL-ZIP-KAPOT"):
            unpacked(data)
    else:
        assert unpacked(data) == TEXTS


def test_directories_are_no_members() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.mkdir("map")
        archive.writestr("map/a.xml", b"<a/>")
    assert unpacked(target.getvalue()) == {"map/a.xml": b"<a/>"}


def test_zip64_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 200)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 10)
    data = packed()
    assert b"PK\x06\x06" in data, "this is a zip64"
    assert unpacked(data) == TEXTS


@pytest.mark.parametrize("step", [1, 7])
def test_cut_off_anywhere_is_refused(step: int) -> None:
    data = packed()
    for end in [*range(0, len(data), 997 // step), len(data) - 1]:
        with pytest.raises(RefusedError, match="DL-ZIP"):
            read_directory(io.BytesIO(data[:end]), end, 1000)


def test_more_members_than_allowed_are_refused_before_they_are_read() -> None:
    with pytest.raises(RefusedError, match="DL-ZIP-AANTAL"):
        read_directory(io.BytesIO(packed()), len(packed()), 49)


def test_a_flipped_byte_never_gives_other_contents() -> None:
    data = packed()
    for place in range(0, len(data), 41):
        broken = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            contents = contents_of(io.BytesIO(broken), "z.zip", Limits(), FindingLog(1000))
        except RefusedError:
            continue
        for content in contents:
            assert read_or_code(content) in {*TEXTS.values(), "DL-ZIP-LID"}


def read_or_code(content: Content) -> bytes | str:
    try:
        return content.read()
    except RefusedError as refused:
        return refused.notice.code
