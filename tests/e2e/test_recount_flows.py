"""Who came back, who stayed, who waited and what goes together: counted again from the delivered files."""

import csv
import io
import shutil
from collections import Counter

import pytest
from tests.e2e.recount_flows import recount_flows
from tests.e2e.region import FIRST, LAST, graadmeter

from graadmeter.domain.cells import DIMENSIONS

UNLISTED = ("preventief", "jeugdhulp-onbekend", "wmo-onbekend")
"""Kinds of provision that the definition of pairs leaves out."""
CELLS = {
    "cohortuitstroom": 30,
    "geen_nieuwe_start": 15,
    "jeugdhulp_op_school": 10,
    "scholen_met_jeugdhulp": 5,
    "schoolverzuim": 10,
    "stapeling_huishoudens": 40,
    "vaak_samen": 50,
    "wachttijd_tot_start": 60,
}
"""Fewer recounted cells than this and the test would say nothing."""


@pytest.fixture(scope="module")
def whole_catalogue(clean_region, tmp_path_factory):
    """The clean region, choosing no indicators: every one can be measured."""
    workspace = tmp_path_factory.mktemp("flows") / "region"
    shutil.copytree(clean_region, workspace)
    settings = workspace / "graadmeter.toml"
    lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    settings.write_text("".join(line for line in lines if not line.startswith("indicatoren")), encoding="utf-8")
    return workspace


@pytest.fixture(scope="module")
def counted(whole_catalogue) -> dict:
    return recount_flows(whole_catalogue, FIRST, LAST)


@pytest.mark.parametrize("indicator", CELLS)
def test_measured_cells_equal_a_recount(whole_catalogue, counted, indicator) -> None:
    said = graadmeter("measure", indicator, "--csv", "--workspace", whole_catalogue)
    assert said.code == 0, said.err
    told = {key_of(row): row for row in csv.DictReader(io.StringIO(said.out))}
    cells = {key: row["value"] for key, row in told.items() if row["status"] != "not_delivered"}
    mine = {key: value for key, value in counted.items() if key[0] == indicator and not unlisted(key)}
    assert len(mine.keys() & cells.keys()) >= CELLS[indicator], Counter(key[0] for key in counted)
    assert set(mine) <= set(told)
    wrong = {
        key: (value, mine.get(key))
        for key, value in cells.items()
        if (abs(float(value) - mine.get(key, 0)) > 1e-9 if value else mine.get(key))
    }
    assert not wrong


def key_of(row: dict) -> tuple:
    members = {name: row[name] for name in DIMENSIONS if row[name] != "total"}
    if "paar" in members:
        members["paar"] = frozenset(members["paar"].split("+"))
    return (row["indicator"], row["unit"], row["area"], row["period"], tuple(sorted(members.items())))


def unlisted(key: tuple) -> bool:
    return any(kind in UNLISTED for name, pair in key[-1] if name == "paar" for kind in pair)
