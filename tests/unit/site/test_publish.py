from pathlib import Path

import pytest

from graadmeter.site.publish import replacing


def _site(folder: Path, words: str) -> None:
    with replacing(folder) as fresh:
        (fresh / "index.html").write_text(words, encoding="utf-8")


def test_a_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    _site(folder, "een")
    (folder / "oud.html").write_text("oud", encoding="utf-8")
    _site(folder, "twee")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in folder.iterdir()] == ["index.html"]
    assert (folder / "index.html").read_text(encoding="utf-8") == "twee"


def test_a_failed_build_leaves_the_old_site_alone(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    _site(folder, "een")
    with pytest.raises(FileNotFoundError), replacing(folder) as fresh:
        (fresh / "geen map" / "index.html").write_text("half", encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert (folder / "index.html").read_text(encoding="utf-8") == "een"


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / "half.html").write_text("half", encoding="utf-8")
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / "index.html").write_text("vorige", encoding="utf-8")
    with pytest.raises(RuntimeError), replacing(folder):
        raise RuntimeError
    assert (folder / "index.html").read_text(encoding="utf-8") == "vorige"
    _site(folder, "nieuw")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
