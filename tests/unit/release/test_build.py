"""A release is one immutable folder with everything it promises, and the same input gives the same bytes."""

import json
import stat
from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import pytest
from tests.unit.release.conftest import cell

from graadmeter.domain.cells import PUBLISHED
from graadmeter.domain.errors import ReleaseError
from graadmeter.release import places
from graadmeter.release.audit_text import waiting_figures
from graadmeter.release.build import build
from graadmeter.release.places import AUDIT_TEXT
from graadmeter.release.publish import clean
from graadmeter.release.read import chosen, editions, latest, read, shown_before


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_folder_holds_every_promised_file_and_no_other(tmp_path, draft) -> None:
    folder = build(tmp_path / "releases", draft, previous=None)
    assert set(tree(folder)) == {places.MANIFEST, *places.CONTENT}
    assert folder.name.startswith("2025KW04-")
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_the_same_input_gives_the_same_bytes(tmp_path, draft) -> None:
    first, second = (build(tmp_path / name, draft, previous=None) for name in ("a", "b"))
    assert tree(first) == tree(second)
    assert first.name == second.name


def test_the_day_it_was_made_stands_in_the_manifest_and_nowhere_else(tmp_path, draft) -> None:
    first, second = (build(tmp_path / day, replace(draft, day=date.fromisoformat(day)), previous=None) for day in _DAYS)
    differing = {name for name, content in tree(first).items() if tree(second)[name] != content}
    assert differing == {places.MANIFEST}
    assert first.name == second.name
    assert [read(folder).manifest["day"] for folder in (first, second)] == list(_DAYS)


_DAYS = ("2026-01-21", "2026-02-03")


def test_the_order_of_the_input_does_not_matter(tmp_path, draft) -> None:
    turned = replace(
        draft,
        cells=draft.cells.take(list(range(draft.cells.num_rows))[::-1]),
        deliveries=draft.deliveries[::-1],
        inputs=replace(draft.inputs, deliveries=draft.inputs.deliveries[::-1]),
    )
    first, second = build(tmp_path / "a", draft, previous=None), build(tmp_path / "b", turned, previous=None)
    assert tree(first) == tree(second)


@pytest.mark.parametrize("part", ["catalogue", "configuration", "software"])
def test_another_input_is_another_edition(draft, part) -> None:
    other = replace(draft.inputs, **{part: "changed"})
    assert other.edition("") != draft.inputs.edition("")
    assert draft.inputs.edition("2025KW03-00000000") != draft.inputs.edition("")


def test_cells_are_the_same_in_parquet_and_csv(tmp_path, draft) -> None:
    folder = build(tmp_path, draft, previous=None)
    cells = pq.read_table(folder / places.CELLS)
    assert cells.column_names == list(PUBLISHED.names)
    lines = (folder / places.CELLS_CSV).read_text(encoding="utf-8").splitlines()
    assert lines[0].split(",") == list(PUBLISHED.names)
    assert len(lines) == cells.num_rows + 1 == 7
    place = PUBLISHED.names.index("value")
    assert [float(line.split(",")[place]) for line in lines[1:]] == cells["value"].to_pylist()


def test_published_files_are_read_only(tmp_path, draft) -> None:
    folder = build(tmp_path, draft, previous=None)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()}
    assert modes == {0o444}


def test_numbers_of_rows_are_not_published(tmp_path, draft) -> None:
    folder = build(tmp_path, draft, previous=None)
    entry = json.loads((folder / places.DELIVERIES).read_text(encoding="utf-8"))[0]
    assert entry["tables"] == ["voorziening"]
    assert entry["checks_with_findings"] == ["B201", "V101"]
    assert "2026-01-21" not in "".join(content.decode("utf-8", "ignore") for content in tree(folder).values())


def test_an_existing_edition_is_never_overwritten(tmp_path, draft) -> None:
    build(tmp_path, draft, previous=None)
    with pytest.raises(ReleaseError, match="exists already"):
        build(tmp_path, draft, previous=None)


def test_leftovers_of_a_crash_are_removed(tmp_path, draft) -> None:
    leftover = tmp_path / ".tmp-2025KW04-00000000-17/open"
    leftover.mkdir(parents=True)
    (leftover / "cells.csv").write_text("half", encoding="utf-8")
    (leftover / "cells.csv").chmod(0o444)
    assert editions(tmp_path) == []
    folder = build(tmp_path, draft, previous=None)
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
    clean(tmp_path)
    assert read(folder).edition == folder.name


def test_releases_follow_each_other(tmp_path, draft) -> None:
    assert latest(tmp_path) is None
    first = build(tmp_path, draft, previous=None)
    later = replace(draft, inputs=replace(draft.inputs, catalogue="catalogue-2"))
    second = build(tmp_path, later, previous=latest(tmp_path))
    assert editions(tmp_path) == [first.name, second.name]
    assert read(second).manifest["previous"] == first.name
    assert latest(tmp_path).edition == second.name
    assert chosen(tmp_path, first.name).edition == first.name


@pytest.mark.parametrize("damage", ["alter", "add", "remove", "manifest"])
def test_a_damaged_release_is_refused(tmp_path, draft, damage) -> None:
    folder = build(tmp_path, draft, previous=None)
    cells = folder / places.CELLS_CSV
    cells.chmod(0o644)
    if damage == "alter":
        cells.write_bytes(cells.read_bytes().replace(b"63", b"64", 1))
    elif damage == "add":
        (folder / "open/extra.csv").write_text("x", encoding="utf-8")
    elif damage == "remove":
        cells.unlink()
    else:
        (folder / places.MANIFEST).chmod(0o644)
        (folder / places.MANIFEST).write_text("{", encoding="utf-8")
    with pytest.raises(ReleaseError, match="damaged or was altered"):
        read(folder)


def test_asking_for_an_unknown_edition_names_the_nearest(tmp_path, draft) -> None:
    with pytest.raises(ReleaseError, match="no release yet"):
        chosen(tmp_path)
    folder = build(tmp_path, draft, previous=None)
    with pytest.raises(Exception, match=f"Did you mean: {folder.name}"):
        chosen(tmp_path, folder.name[:-1])


def test_the_audit_tells_in_sentences_which_releases_it_read(draft, altered, rows, tmp_path) -> None:
    first = build(tmp_path, draft, previous=None)
    assert "Eerdere uitgaven" not in (first / AUDIT_TEXT).read_text()
    told = {
        "releases": [first.name],
        "years_in_which_nothing_new_is_shown": [2024],
        "years_attacked_together_with_them": [2025],
        "years_in_which_an_outsider_is_taken_not_to_know_what_changed": [],
        "figures_not_updated": 7,
        "changes_attacked": 4,
        "changes_safe_in_whole_numbers": 3,
        "too_small_but_published_before": [{"nl": "Jeugdhulp, Almelo: staat er", "en": "Youth help, Almelo: stands"}],
        "new_figures_that_wait": [{"nl": "Verblijf, 2025: 3 kleine", "en": "Residence, 2025: 3 small"}],
    }
    carried = [cell("personen", "JZ14", 75.0, status="carried"), *rows[1:]]
    second = build(tmp_path, altered(carried, audit={"earlier_releases": told}), previous=latest(tmp_path))
    text = (second / AUDIT_TEXT).read_text()
    assert f"deze hebben bewaard: {first.name}." in text
    assert "7 cijfers staan er nog zoals ze in een eerdere uitgave stonden" in text
    assert "for 3 it was proven in whole numbers" in text
    dutch, english = text.split("## Earlier releases")
    assert "Nu te klein, maar al gepubliceerd: Jeugdhulp, Almelo: staat er." in dutch
    assert "en waarom: Verblijf, 2025: 3 kleine. Ze komen" in dutch
    assert "Too small by now, but published already: Youth help, Almelo: stands." in english
    assert [one.en for one in waiting_figures(read(second).audit)] == ["Residence, 2025: 3 small"]
    assert read(second).catalogue["statuses"]["carried"]["nl"] == "nog niet bijgewerkt"
    assert "carried" not in read(first).catalogue["statuses"]
    assert [one.edition for one in shown_before(tmp_path, tmp_path / "hidden")] == [first.name, second.name]
    (second / "open/cells.parquet").chmod(0o644)
    (second / "open/cells.parquet").write_bytes(b"other")
    with pytest.raises(ReleaseError, match="damaged"):
        shown_before(tmp_path, tmp_path / "hidden")
