"""A changed delivery changes what depends on it and nothing else, and the change list says what."""

import csv
import io
import json
import shutil

import pytest
from tests.e2e.region import graadmeter, newest, process, releases, tree, without_logs

TOWN, QUARTER = "0141", "2025KW03"


def cells(release) -> dict:
    with (release / "open/cells.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    keys = [name for name in rows[0] if name not in {"value", "status", "edition", "definition_version"}]
    return {tuple(row[name] for name in keys): (row["value"], row["status"]) for row in rows}


@pytest.fixture(scope="module")
def changed(tmp_path_factory, region):
    """The region after the extract of one municipality and quarter was sent again with other referrers."""
    workspace = tmp_path_factory.mktemp("changed") / "region"
    shutil.copytree(region, workspace)
    extract = workspace / "inbox" / f"{TOWN}-{QUARTER}" / "voorzieningen.csv"
    lines = extract.read_text(encoding="utf-8").splitlines()
    names = lines[0].split(";")
    place, wet = names.index("verwijzer"), names.index("wet")
    new = [lines[0]]
    for line in lines[1:]:
        values = line.split(";")
        if values[wet] == "jeugdwet":
            values[place] = "01"
        new.append(";".join(values))
    assert new != lines
    extract.write_text("\n".join(new) + "\n", encoding="utf-8")
    journal = (workspace / "journal.jsonl").read_text(encoding="utf-8")
    process(workspace)
    worked = (workspace / "journal.jsonl").read_text(encoding="utf-8").removeprefix(journal)
    return workspace, [json.loads(line)[1] for line in worked.splitlines()]


def test_there_are_two_releases_and_the_first_is_untouched(changed, region) -> None:
    workspace, _ = changed
    first = releases(region)[0]
    assert len(releases(workspace)) == 2
    assert tree(workspace / "releases" / first.name) == tree(first)
    manifest = json.loads((newest(workspace) / "manifest.json").read_bytes())
    assert (manifest["previous"], manifest["number"]) == (first.name, 2)


def test_only_the_changed_session_and_those_held_against_it_were_processed(changed) -> None:
    _, worked = changed
    sessions = [name for name in worked if name[0].isdigit()]
    assert sessions
    assert {name[:4] for name in sessions} == {TOWN}
    assert min(name[5:13] for name in sessions) == QUARTER


def test_other_municipalities_keep_their_figures(changed, region) -> None:
    workspace, _ = changed
    old, new = cells(newest(region)), cells(newest(workspace))
    assert set(old) == set(new)
    different = {key for key in old if old[key] != new[key]}
    shown_in_both = {key for key in different if old[key][0] and new[key][0]}
    # What is hidden beside a small count may be chosen anew among the indicators that count begun trajectories too.
    touched = {key[0] for key in different}
    assert "verwijzers" in touched
    assert touched <= {"verwijzers", "trajecten", "crisis", "herhaald_beroep"}
    assert {key[0] for key in shown_in_both} <= {"verwijzers"}
    assert {key[2] for key in shown_in_both} <= {f"GM{TOWN}", "JZ14"}


def test_the_change_list_says_exactly_what_changed(changed, region) -> None:
    workspace, _ = changed
    old, new = cells(newest(region)), cells(newest(workspace))
    lines = csv.DictReader(io.StringIO((newest(workspace) / "open/changes.csv").read_text(encoding="utf-8")))
    listed = list(lines)
    extra = {"change", "old_value", "new_value", "old_status", "new_status", "deliveries"}
    keys = [name for name in lines.fieldnames if name not in extra]
    told = {tuple(row[name] for name in keys): (row["old_value"], row["new_value"]) for row in listed}
    assert told == {key: (old[key][0], new[key][0]) for key in old if old[key][0] != new[key][0]}
    assert all(row["deliveries"].count(f"{TOWN}-{QUARTER}-") == 2 for row in listed)


def test_running_again_does_nothing_and_says_so(changed) -> None:
    workspace, _ = changed
    before = without_logs(workspace)
    said = graadmeter("run", "--workspace", workspace)
    assert said.code == 0
    assert "Er is niets veranderd" in said.out
    assert without_logs(workspace) == before
