"""Every fault that the generator planted is found by the check that must find it, where it was planted."""

import csv
import json

import pytest


@pytest.fixture(scope="module")
def planted(region):
    with (region / "truth/defects.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def found(region):
    """(delivery, code, file, row) of every finding."""
    return {
        (session.name[:13], finding["code"], finding["file"], finding["row"])
        for session in (region / "deliveries").iterdir()
        for finding in json.loads((session / "findings.json").read_bytes())
    }


def test_planted_faults_are_found(planted, found) -> None:
    assert len({row["code"] for row in planted}) >= 35
    missed = [
        row
        for row in planted
        if not any(
            (row["delivery"], row["code"]) == one[:2]
            and (not row["file"] or row["file"] in one[2] or one[2] in row["file"])
            and (not row["row"] or one[3] is None or int(row["row"]) == one[3])
            for one in found
        )
    ]
    assert not missed


def test_nothing_else_refuses_a_file(planted, region) -> None:
    """Files are refused where a fault was planted that refuses files, and nowhere else."""
    with_faults = {row["delivery"] for row in planted}
    for session in (region / "deliveries").iterdir():
        receipt = json.loads((session / "receipt.json").read_bytes())
        if session.name[:13] not in with_faults:
            assert receipt["verdict"] in {"geaccepteerd", "geaccepteerd met bevindingen"}, session.name
