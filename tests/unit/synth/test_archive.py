"""The ZIP writer: any reader reads it back, and the same content gives the same bytes."""

import io
import zipfile

from graadmeter.synth.archive import Archive


def write(path, files):
    with Archive(path) as archive:
        for name, content in files:
            archive.add(name, content)
    return path.read_bytes()


def test_files_are_read_back(tmp_path):
    files = [("a.xml", b"<a/>" * 50), ("b.xml", b""), ("groot.xml", bytes(range(256)) * 400)]
    content = write(tmp_path / "a.zip", files)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert [(name, archive.read(name)) for name in archive.namelist()] == files
        assert archive.getinfo("a.xml").compress_size < 200


def test_the_same_files_give_the_same_bytes(tmp_path):
    files = [(f"{number}.xml", f"<n>{number}</n>".encode()) for number in range(50)]
    assert write(tmp_path / "a.zip", files) == write(tmp_path / "b.zip", files)


def test_an_empty_archive_is_an_archive(tmp_path):
    with zipfile.ZipFile(io.BytesIO(write(tmp_path / "a.zip", []))) as archive:
        assert archive.namelist() == []


def test_more_files_than_an_old_zip_can_hold(tmp_path):
    count = 0x10000 + 5
    write(tmp_path / "a.zip", ((f"{number:06d}", b"x") for number in range(count)))
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert len(archive.namelist()) == count
        assert archive.read(f"{count - 1:06d}") == b"x"


def test_python_can_append(tmp_path):
    write(tmp_path / "a.zip", [("a.xml", b"<a/>")])
    with zipfile.ZipFile(tmp_path / "a.zip", "a") as archive:
        archive.writestr("b.xml", b"<b/>")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.read("a.xml") == b"<a/>"
        assert archive.read("b.xml") == b"<b/>"
