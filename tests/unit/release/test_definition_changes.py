"""What differs between the catalogues of two releases is told once, by indicator."""

import csv
import io
from dataclasses import replace

from graadmeter.release.build import build
from graadmeter.release.definition_changes import definition_changes
from graadmeter.release.places import DEFINITION_CHANGES
from graadmeter.release.read import latest


def catalogue(**versions: int) -> dict[str, object]:
    entries = [
        {"id": name, "version": version, "title": {"nl": f"{name} nl", "en": f"{name} en"}}
        for name, version in versions.items()
    ]
    return {"indicators": entries}


def test_new_gone_and_other_versions_are_told_and_what_stayed_is_not() -> None:
    found = definition_changes(catalogue(nieuw=1, zelfde=2, anders=3), catalogue(zelfde=2, weg=4, anders=2))
    assert found.to_pylist() == [
        dict(zip(found.column_names, row, strict=True))
        for row in (
            ("anders", "version", "anders nl", "anders en", 2, 3),
            ("nieuw", "new", "nieuw nl", "nieuw en", None, 1),
            ("weg", "gone", "weg nl", "weg en", 4, None),
        )
    ]


def test_a_first_release_has_no_changed_definitions() -> None:
    assert definition_changes(catalogue(nieuw=1), None).num_rows == 0


def test_a_release_tells_them_beside_its_figures(tmp_path, draft) -> None:
    first = build(tmp_path, draft, previous=None)
    (name, one), *_ = draft.indicators.items()
    newer = replace(
        draft,
        indicators={**draft.indicators, name: replace(one, version=one.version + 1)},
        inputs=replace(draft.inputs, catalogue="catalogue-2"),
    )
    second = build(tmp_path, newer, previous=latest(tmp_path))
    read = [list(csv.DictReader(io.StringIO((one / DEFINITION_CHANGES).read_text()))) for one in (first, second)]
    assert [[(row["indicator"], row["change"]) for row in rows] for rows in read] == [[], [(name, "version")]]
