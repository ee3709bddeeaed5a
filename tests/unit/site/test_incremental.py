"""A site made again from kept pieces is the site made from nothing, byte for byte."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from tests.e2e import release_fixture

from graadmeter.domain.errors import ReleaseError
from graadmeter.domain.text import Text
from graadmeter.site import plan
from graadmeter.site.build import SiteSummary, build

EDITION = "2025KW04-99999999"
Change = Callable[[Path], None]


@pytest.fixture(scope="module")
def before(small_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the site and its pieces."""
    folder = tmp_path_factory.mktemp("web")
    build(small_release, folder / "site", geometry=None, pieces=folder / "pieces")
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _next(small_release: Path, folder: Path, change: Change) -> Path:
    """The next edition: a copy of the release with something changed."""
    for path in small_release.rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(small_release)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(
        json.dumps(manifest | {"edition": EDITION, "day": "2026-12-24"}), encoding="utf-8"
    )
    cells = pq.read_table(folder / "open/cells.parquet")
    at = cells.column_names.index("edition")
    pq.write_table(cells.set_column(at, "edition", pa.array([EDITION] * len(cells))), folder / "open/cells.parquet")
    change(folder)
    return folder


def _other_figure(folder: Path) -> None:
    cells = pq.read_table(folder / "open/cells.parquet")
    one_more = pc.if_else(pc.equal(cells["indicator"], "wmo_clienten"), pc.add(cells["value"], 1.0), cells["value"])
    at = cells.column_names.index("value")
    pq.write_table(cells.set_column(at, "value", one_more), folder / "open/cells.parquet")


def _other_words(folder: Path) -> None:
    place = folder / "open/catalogue.json"
    catalogue = json.loads(place.read_text(encoding="utf-8"))
    one = next(entry for entry in catalogue["indicators"] if entry["id"] == "wmo_clienten")
    one["counts_what"] = {"nl": "Heel iets anders.", "en": "Something else entirely."}
    place.write_text(json.dumps(catalogue), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "most"),
    [(_other_figure, 0.9), (_other_words, 0.7)],
    ids=["figure", "words"],
)
def test_the_next_edition_is_the_same_as_when_made_from_nothing(
    small_release: Path, before: Path, tmp_path: Path, change: Change, most: float
) -> None:
    new = _next(small_release, tmp_path / EDITION, change)
    kept = tmp_path / "pieces"
    kept.mkdir()
    for piece in (before / "pieces").iterdir():
        (kept / piece.name).write_bytes(piece.read_bytes())
    told: list[tuple[int, int]] = []
    summary = build(
        new, tmp_path / "quick", geometry=None, pieces=kept, processes=2, progress=lambda *done: told.append(done)
    )
    assert told == sorted(told)
    assert told[-1] == (whole_plan := told[0][1], whole_plan)
    whole = build(new, tmp_path / "whole", geometry=None)
    quick = _files(tmp_path / "quick")
    assert quick == _files(tmp_path / "whole")
    assert not any(release_fixture.EDITION.encode() in content for content in quick.values())
    assert not any(b"0day0of0" in content for content in quick.values())
    dutch, english = (quick[path].decode() for path in ("index.html", "en/index.html"))
    assert f"{EDITION}</span>, 24 december 2026 ·" in dutch, "pages of many figures name the edition and its day"
    assert f"{EDITION}</span>, 24 December 2026 ·" in english
    assert '"datePublished":"2026-12-24"' in dutch
    assert summary.made <= most * whole.made
    assert whole.written == len(quick) == summary.written, "there was no site before"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([EDITION, "pieces", "quick", "whole"])


def test_in_the_next_edition_only_what_changed_is_written(small_release: Path, before: Path, tmp_path: Path) -> None:
    """A page about one indicator names the mark of its figures, which follows from them alone."""
    new = _next(small_release, tmp_path / EDITION, _other_figure)
    out, same = tmp_path / "site", tmp_path / "site/en/figures/jeugdhulp.html"
    shutil.copytree(before / "site", out)
    shutil.copytree(before / "pieces", tmp_path / "pieces")
    old, former = _files(out), same.stat().st_ino
    out.joinpath("cijfers/jeugdhulp.html").write_text("edited by hand", encoding="utf-8")
    out.joinpath("cijfers/jeugdhulp/almelo.html").unlink()
    out.joinpath("cijfers/jeugdhulp/almelo.html").symlink_to(before / "site/cijfers/jeugdhulp/almelo.html")
    summary = build(new, out, geometry=None, pieces=tmp_path / "pieces")
    files = _files(out)
    changed = {path for path in files if files[path] != old.get(path)}
    assert summary.written == len(changed) + 2, "what was tampered with is written, whatever the pieces say"
    assert not out.joinpath("cijfers/jeugdhulp/almelo.html").is_symlink()
    about = {path for path in files if path.startswith(("cijfers/", "en/figures/", "insluiten/", "en/embed/"))}
    assert about & changed
    assert all("/wmo_clienten" in path for path in about & changed)
    assert same.stat().st_ino == former, "not written again"
    assert f"kenmerk {_mark(files, 'jeugdhulp')}." in files["cijfers/jeugdhulp.html"].decode()
    assert f"mark {_mark(files, 'jeugdhulp')}." in files["en/figures/jeugdhulp.html"].decode()
    assert _mark(files, "jeugdhulp") == _mark(old, "jeugdhulp")
    assert _mark(files, "wmo_clienten") != _mark(old, "wmo_clienten")


def _mark(files: dict[str, bytes], indicator: str) -> str:
    lines = files["data/kenmerken.csv"].decode().splitlines()
    return next(line.split(",")[1] for line in lines if line.startswith(f"{indicator},"))


def test_damaged_pieces_are_made_again(small_release: Path, before: Path) -> None:
    good = _files(before / "site")
    cut, changed, *_ = sorted((before / "pieces").iterdir())
    cut.write_bytes(cut.read_bytes()[:40])
    changed.write_bytes(changed.read_bytes()[:-1] + b"\0")
    build(small_release, before / "site", geometry=None, pieces=before / "pieces")
    assert _files(before / "site") == good


def test_a_crash_leaves_the_old_site_and_what_was_made(
    small_release: Path, before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = _files(before / "site")
    new = _next(small_release, tmp_path / EDITION, _other_figure)
    made = plan.Workshop.make

    def failing(*given: Any) -> object:
        if "home" in given[2].name:
            raise ReleaseError(Text("stop", "stop"))
        return made(*given)

    monkeypatch.setattr(plan.Workshop, "make", failing)
    with pytest.raises(ReleaseError):
        build(new, before / "site", geometry=None, pieces=before / "pieces")
    assert _files(before / "site") == good
    monkeypatch.undo()
    assert isinstance(build(small_release, before / "site", geometry=None, pieces=before / "pieces"), SiteSummary)
    assert _files(before / "site") == good
