"""The change list names what differs from the release before, and nothing else."""

import csv
import io
from dataclasses import replace

import pytest

from graadmeter.domain.cells import MEASURED
from graadmeter.release.build import build
from graadmeter.release.read import latest, read

VALUE, STATUS = MEASURED.names.index("value"), MEASURED.names.index("status")


@pytest.fixture
def second(tmp_path, draft, altered):
    """Publishes `draft`, then one with these rows; the change list of the latter."""
    build(tmp_path, draft, previous=None)

    def make(rows, **changes):
        inputs = replace(draft.inputs, catalogue="catalogue-2")
        folder = build(tmp_path, altered(rows, inputs=inputs, **changes), previous=latest(tmp_path))
        return list(csv.DictReader(io.StringIO(read(folder).changes_csv)))

    return make


def swap(rows, place, value, status):
    row = list(rows[place])
    row[VALUE], row[STATUS] = value, status
    return [*rows[:place], row, *rows[place + 1 :]]


def test_the_first_release_has_no_changes(tmp_path, draft) -> None:
    assert len(read(build(tmp_path, draft, previous=None)).changes_csv.splitlines()) == 1


def test_the_same_figures_are_no_change(second, rows) -> None:
    assert second(rows) == []


def test_another_figure_is_told_with_old_and_new(second, rows) -> None:
    (change,) = second(swap(rows, 1, 64.0, "value"))
    assert (change["area"], change["unit"], change["change"]) == ("GM0141", "personen", "value")
    assert (change["old_value"], change["new_value"]) == ("63", "64")


def test_hidden_and_shown_are_told_without_the_hidden_figure(tmp_path, draft, altered, rows) -> None:
    hidden = altered(swap(rows, 3, None, "suppressed"))
    build(tmp_path, hidden, previous=None)
    folder = build(
        tmp_path,
        replace(altered(swap(rows, 1, None, "suppressed")), inputs=replace(draft.inputs, catalogue="c2")),
        previous=latest(tmp_path),
    )
    changes = list(csv.DictReader(io.StringIO(read(folder).changes_csv)))
    told = {(change["area"], change["change"], change["old_value"], change["new_value"]) for change in changes}
    assert told == {("GM0141", "hidden", "63", ""), ("GM0147", "shown", "", "12")}


def test_a_figure_that_became_final_is_told(second, rows) -> None:
    (change,) = second(swap(rows, 3, 12.0, "value"))
    assert (change["change"], change["old_status"], change["new_status"]) == ("final", "provisional", "value")


def test_new_cells_are_no_change(second, rows) -> None:
    assert second([*rows, [*rows[0][:5], "2025KW03", *rows[0][6:]]]) == []


def test_changes_name_the_deliveries_of_their_area(tmp_path, draft, altered, rows) -> None:
    build(tmp_path, draft, previous=None)
    old, new = "0141-2025KW04-aaaaaaaa", "0141-2025KW04-cccccccc"
    renamed = tuple(
        replace(one, manifest=replace(one.manifest, session=one.manifest.session.replace(old, new)))
        for one in draft.deliveries
    )
    inputs = replace(draft.inputs, deliveries=((new, "ef" * 32, "geaccepteerd"), draft.inputs.deliveries[1]))
    changed = swap(swap(rows, 1, 65.0, "value"), 0, 77.0, "value")
    folder = build(tmp_path, altered(changed, deliveries=renamed, inputs=inputs), previous=latest(tmp_path))
    changes = list(csv.DictReader(io.StringIO(read(folder).changes_csv)))
    assert {change["area"]: change["deliveries"] for change in changes} == {
        "GM0141": f"{old} {new}",
        "JZ14": f"{old} {new}",
    }
