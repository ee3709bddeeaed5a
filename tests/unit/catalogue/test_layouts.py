"""Layouts have versions: a base file, and what changed on which day and why."""

from datetime import date
from pathlib import Path

import pytest

from graadmeter.catalogue import layouts as loader
from graadmeter.catalogue.layouts import dropped_fields, layout_of, layout_on, layout_versions, layouts
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.layouts import Layout

BASE = """
table: proef
source: csv
version: '1'
source_note: eigen
title: {nl: Proef, en: Trial}
record: ''
messages: []
fields:
  - {name: bsn, type: VARCHAR, path: bsn, required: true, label: {nl: BSN, en: BSN}}
  - {name: oud, type: VARCHAR, path: oud, label: {nl: Oud, en: Old}}
  - {name: dag, type: VARCHAR, path: dag, label: {nl: Dag, en: Day}}
"""
SECOND = """
table: proef
from: 2019-01-01
version: '2'
source_note: eigen 2
reason: {nl: Vervallen., en: Dropped.}
remove: [oud]
change:
  - {name: dag, type: DATE, required: true}
"""
THIRD = """
table: proef
from: 2024-07-01
version: '3'
source_note: eigen 3
reason: {nl: Nieuw., en: New.}
title: {nl: Proef 3, en: Trial 3}
add:
  - {after: bsn, name: nieuw, type: VARCHAR, path: nieuw, label: {nl: Nieuw, en: New}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue folder with one table in three versions."""
    (tmp_path / "proef.yaml").write_text(BASE)
    (tmp_path / "proef.2024-07-01.yaml").write_text(THIRD)
    (tmp_path / "proef.2019-01-01.yaml").write_text(SECOND)
    monkeypatch.setattr(loader, "unit_files", lambda *_: tuple(sorted(tmp_path.iterdir())))
    monkeypatch.setattr(loader, "layout_versions", layout_versions.__wrapped__)
    monkeypatch.setattr(loader, "layouts", layouts.__wrapped__)
    return tmp_path


def names(layout: Layout) -> list[str]:
    return [field.name for field in layout.fields]


def test_every_version_follows_from_the_one_before(folder: Path) -> None:
    first, second, third = loader.layout_versions()["proef"]
    assert names(first) == ["bsn", "oud", "dag"]
    assert names(second) == ["bsn", "dag"]
    assert names(third) == ["bsn", "nieuw", "dag"]
    assert [field.required for field in second.fields] == [True, True]
    assert (first.field("dag").type, second.field("dag").type, third.field("dag").type) == ("VARCHAR", "DATE", "DATE")
    assert (second.title, third.title.en) == (first.title, "Trial 3")
    assert (first.valid_from, first.reason) == (None, None)
    assert third.valid_from == date(2024, 7, 1)
    assert third.reason is not None
    assert third.reason.en == "New."
    assert folder.is_dir()


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(1999, 1, 1), "1"),
        (date(2018, 12, 31), "1"),
        (date(2019, 1, 1), "2"),
        (date(2024, 6, 30), "2"),
        (date(2024, 7, 1), "3"),
        (date(2030, 1, 1), "3"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_on_each_day_one_version_is_in_force(day: date, version: str) -> None:
    assert loader.layout_on("proef", day).version == version


@pytest.mark.usefixtures("folder")
def test_a_version_is_found_by_its_number_and_the_newest_is_the_layout() -> None:
    assert names(loader.layout_of("proef", "2")) == ["bsn", "dag"]
    assert loader.layouts()["proef"].version == "3"
    with pytest.raises(CatalogueError, match="1, 2, 3"):
        loader.layout_of("proef", "9")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("proef.2020-01-01.yaml", SECOND),
        ("proef.2025-01-01.yaml", THIRD.replace("2024-07-01", "2025-01-01")),
        ("proef.2025-01-01.yaml", SECOND.replace("2019-01-01", "2025-01-01").replace("'2'", "'4'")),
        ("proef.2025-01-01.yaml", THIRD.replace("2024-07-01", "2025-01-01").replace("'3'", "'4'")),
        ("ander.2025-01-01.yaml", THIRD.replace("2024-07-01", "2025-01-01")),
        (
            "proef.2025-01-01.yaml",
            "{table: proef, from: 2025-01-01, version: '4', source_note: x, reason: {nl: A, en: B}, velden: []}",
        ),
        (
            "proef.2025-01-01.yaml",
            "{table: proef, from: 2025-01-01, version: '4', source_note: x, reason: {nl: A, en: B}, remove: [x]}",
        ),
    ],
)
def test_a_difference_that_does_not_fit_is_refused(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    with pytest.raises(CatalogueError, match=name):
        loader.layout_versions()


def test_the_newest_version_of_every_table_is_its_layout() -> None:
    for table, versions in layout_versions().items():
        assert layouts()[table] == versions[-1]
        assert layout_on(table, date(2100, 1, 1)) == versions[-1]
        assert layout_of(table, versions[0].version) == versions[0]


def test_the_youth_help_record_of_cbs_lost_the_perspective_in_2019() -> None:
    before, after = layout_on("bij_jeugdhulp", date(2018, 12, 31)), layout_on("bij_jeugdhulp", date(2019, 1, 1))
    assert set(names(before)) - set(names(after)) == {"perspectief"}
    assert set(names(after)) <= set(names(before))
    assert dropped_fields("bij_jeugdhulp") == {"perspectief": date(2019, 1, 1)}
    assert dropped_fields("voorziening") == {}
