"""The figures are right: counted again from the delivered files, and compared with what the generator knows."""

import csv
import io

import pytest
from tests.e2e.recount import recount
from tests.e2e.region import FIRST, LAST, graadmeter
from tests.support.few import ON_THE_ROAD

from graadmeter.domain.cells import DIMENSIONS, PUBLISHED


def measured(workspace, indicator: str) -> list[dict]:
    said = graadmeter("measure", indicator, "--csv", "--workspace", workspace)
    assert said.code == 0, said.err
    assert said.out.splitlines()[0].split(",") == list(PUBLISHED.names)
    return list(csv.DictReader(io.StringIO(said.out)))


@pytest.fixture(scope="module")
def counted(clean_region) -> dict:
    return recount(clean_region, FIRST, LAST)


def key_of(row: dict) -> tuple:
    unit = row["unit"] if row["stroom"] == "total" else f"{row['unit']} {row['stroom']}"
    spread = [(name, row[name]) for name in DIMENSIONS if row[name] != "total" and name != "stroom"]
    assert len(spread) <= 1
    return (row["indicator"], unit, row["area"], row["period"], *(spread[0] if spread else ("", "")))


@pytest.mark.parametrize("indicator", ON_THE_ROAD)
def test_measured_cells_equal_a_recount_from_the_delivered_files(clean_region, counted, indicator) -> None:
    cells = {key_of(row): row for row in measured(clean_region, indicator)}
    mine = {key: value for key, value in counted.items() if key[0] == indicator}
    assert mine, "nothing was recounted"
    assert set(mine) <= set(cells)
    wrong = {
        key: (row["value"], mine.get(key, 0))
        for key, row in cells.items()
        if row["value"] and abs(float(row["value"]) - mine.get(key, 0)) > 1e-9
    }
    assert not wrong
    empty = [key for key, row in cells.items() if not row["value"] and mine.get(key)]
    assert not empty


def test_measured_cells_equal_the_truth_of_the_generator(region) -> None:
    with (region / "truth/cells.csv").open(encoding="utf-8") as lines:
        truth = list(csv.DictReader(lines))
    keys = [name for name in truth[0] if name != "value"]
    assert len(truth) > 1000
    cells = {}
    for indicator in sorted({row["indicator"] for row in truth}):
        cells |= {tuple(row[name] for name in keys): row["value"] for row in measured(region, indicator)}
    wrong = [
        (tuple(row[name] for name in keys), row["value"], cells.get(tuple(row[name] for name in keys)))
        for row in truth
        if float(cells.get(tuple(row[name] for name in keys)) or "nan") != float(row["value"])
    ]
    assert not wrong, (len(wrong), wrong[:5])
