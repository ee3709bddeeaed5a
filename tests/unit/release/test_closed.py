"""Parts for insiders on disk: outside the release, for their owner only, whole or not at all."""

import stat

import pyarrow.parquet as pq
import pytest

from graadmeter.catalogue.load_levels import levels
from graadmeter.domain.errors import ReleaseError
from graadmeter.release.build import build
from graadmeter.release.closed import Part, read_closed, write_closed
from graadmeter.release.read import read


@pytest.fixture
def parts(draft):
    mine = draft.cells.slice(1, 2)
    report = {"verdict": "passed", "not_in_the_open_release": 1}
    return [Part(levels()["gemeente"], "GM0141", "Almelo", mine, report)]


def test_a_part_is_read_back_with_whose_it_is(tmp_path, draft, parts) -> None:
    folder = write_closed(tmp_path / "closed", "2025KW04-00000000", parts, cells=draft.cells, years=[2025])
    found = read_closed(tmp_path / "closed", "2025KW04-00000000")
    assert found.years == {2025}
    assert [(one["level"], one["code"], one["name"], one["figures"]) for one in found.parts] == [
        ("gemeente", "GM0141", "Almelo", 2)
    ]
    assert pq.read_table(folder / "gemeente/GM0141/cells.parquet").num_rows == 2
    words = (folder / "gemeente/GM0141/LEESMIJ.md").read_text(encoding="utf-8")
    assert levels()["gemeente"].reason.nl in words
    assert levels()["gemeente"].ground in words


def test_only_the_owner_can_open_anything(tmp_path, draft, parts) -> None:
    write_closed(tmp_path / "closed", "2025KW04-00000000", parts, cells=draft.cells, years=[])
    every = [tmp_path / "closed", *(tmp_path / "closed").rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in every} == {0o400, 0o700}


def test_the_same_parts_give_the_same_bytes_and_replace_what_never_came_to_a_release(tmp_path, draft, parts) -> None:
    one, other = (
        {
            path.relative_to(tmp_path / "closed"): path.read_bytes()
            for path in write_closed(tmp_path / "closed", "e", parts, cells=draft.cells, years=[2025]).rglob("*.*")
        }
        for _ in range(2)
    )
    assert one == other


def test_a_release_folder_holds_no_part_and_is_refused_when_one_is_put_in_it(tmp_path, draft, parts) -> None:
    folder = build(tmp_path / "releases", draft, previous=None)
    write_closed(tmp_path / "closed", folder.name, parts, cells=draft.cells, years=[])
    assert not any(path.startswith("closed") or "gemeente" in path for path in read(folder).files)
    folder.chmod(0o755)
    (tmp_path / "closed" / folder.name / "gemeente").rename(folder / "gemeente")
    with pytest.raises(ReleaseError, match="gemeente/GM0141"):
        read(folder)


def test_a_part_names_the_open_cells_that_it_belongs_to(tmp_path, draft, parts) -> None:
    folder = build(tmp_path / "releases", draft, previous=None)
    write_closed(tmp_path / "closed", folder.name, parts, cells=draft.cells, years=[])
    named = {entry["path"]: entry["sha256"] for entry in read(folder).manifest["files"]}
    assert named["open/cells.parquet"] in (tmp_path / "closed" / folder.name / "manifest.json").read_text("utf-8")


def test_what_was_altered_is_not_read(tmp_path, draft, parts) -> None:
    folder = write_closed(tmp_path / "closed", "e", parts, cells=draft.cells, years=[])
    cells = folder / "gemeente/GM0141/cells.csv"
    cells.chmod(0o600)
    cells.write_text(cells.read_text("utf-8").replace("63", "64"), encoding="utf-8")
    with pytest.raises(ReleaseError, match="gemeente/GM0141"):
        read_closed(tmp_path / "closed", "e")
    assert read_closed(tmp_path / "closed", "another") is None


def test_a_manifest_that_cannot_be_read_is_told_plainly(tmp_path, draft, parts) -> None:
    folder = write_closed(tmp_path / "closed", "e", parts, cells=draft.cells, years=[])
    (folder / "manifest.json").chmod(0o600)
    for text in ("{", '{"parts": []}'):
        (folder / "manifest.json").write_text(text, encoding="utf-8")
        with pytest.raises(ReleaseError, match=r"manifest\.json of release e is damaged"):
            read_closed(tmp_path / "closed", "e")


def test_a_part_about_persons_is_refused(tmp_path, draft, parts) -> None:
    table = parts[0].cells
    odd = Part(levels()["gemeente"], "GM0141", "Almelo", table.append_column("bsn", table["area"]), {})
    with pytest.raises(ReleaseError, match="about persons"):
        write_closed(tmp_path / "closed", "e", [odd], cells=draft.cells, years=[])
