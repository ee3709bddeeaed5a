"""Planted defects: each is found by its check at its place, none changes the truth, and without them all is well."""

import csv
import json
import zipfile
from datetime import UTC, datetime

import pytest

from graadmeter.deliver import inbox
from graadmeter.deliver.receive_all import receive_all
from graadmeter.domain.progress import silent
from graadmeter.pipeline import process
from graadmeter.store.workspace import load
from graadmeter.synth import write_region

ARGUMENTS = {
    "seed": 8,
    "fraction": 0.06,
    "municipalities": ["GM0141"],
    "first": "2025KW03",
    "claims_quarters": 2,
    "processes": 1,
}
NATURAL = {"GM-H06"}
"""Questions that a region of a few persons rightly raises: costs of a provider that jump between quarters."""


def checked(folder, *, defects):
    write_region(folder, defects=defects, **ARGUMENTS)
    workspace = load(folder)
    receive_all(
        inbox.deliveries_in(workspace.inbox),
        workspace.deliveries,
        clock=lambda _: datetime(2026, 1, 20, tzinfo=UTC),
        progress=silent,
    )
    process(workspace, progress=silent, processes=1)
    return [
        {**finding, "delivery": path.parent.name[:13]}
        for path in sorted(workspace.deliveries.glob("*/findings.json"))
        for finding in json.loads(path.read_text("utf-8"))
    ]


@pytest.fixture(scope="module")
def faulty(tmp_path_factory):
    folder = tmp_path_factory.mktemp("faulty")
    findings = checked(folder, defects=True)
    with (folder / "truth/defects.csv").open(encoding="utf-8") as file:
        return folder, list(csv.DictReader(file)), findings


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clean")
    return folder, checked(folder, defects=False)


def test_every_defect_is_found_by_its_check_at_its_place(faulty):
    _, planted, findings = faulty
    assert len(planted) >= 17
    found = {(item["code"], item["delivery"], item["file"], item["row"] or 0) for item in findings}
    for item in planted:
        assert (item["code"], item["delivery"], item["file"], int(item["row"])) in found, item


def test_without_defects_no_row_is_refused_and_nothing_is_asked(clean):
    _, findings = clean
    assert (clean[0] / "truth/defects.csv").read_text("utf-8").strip() == "code,delivery,file,row,what"
    wrong = [item for item in findings if item["severity"] != "informatie" and item["code"] not in NATURAL]
    assert not wrong


def test_defects_do_not_change_the_truth_and_only_add(faulty, clean):
    assert (faulty[0] / "truth/cells.csv").read_bytes() == (clean[0] / "truth/cells.csv").read_bytes()
    for archive in sorted((clean[0] / "inbox").glob("*/berichten.zip")):
        other = faulty[0] / "inbox" / archive.parent.name
        with zipfile.ZipFile(archive) as sound, zipfile.ZipFile(other / archive.name) as more:
            assert all(sound.read(name) == more.read(name) for name in sound.namelist())
        rows = (archive.parent / "voorzieningen.csv").read_bytes()
        assert (other / "voorzieningen.csv").read_bytes().startswith(rows)


def test_the_places_in_the_list_hold_the_defects(faulty):
    folder, planted, _ = faulty
    for item in planted:
        delivery = folder / "inbox" / item["delivery"]
        if item["file"].endswith(".csv"):
            *earlier, line = (delivery / item["file"]).read_text("utf-8").splitlines()[: int(item["row"])]
            of_whom = [one.split(";")[2] for one in earlier]
            assert "999999" in line or line.split(";")[2] in of_whom, "nobody's, or made from a sound row"
        else:
            name = item["file"].removeprefix("berichten.zip/")
            with zipfile.ZipFile(delivery / "berichten.zip") as archive:
                assert "Identificatie>X" in archive.read(name).decode()
