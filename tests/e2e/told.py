"""What `graadmeter measure` tells of one indicator, by key, to hold a recount against."""

import csv
import io
from pathlib import Path

from tests.e2e.region import graadmeter

from graadmeter.domain.cells import DIMENSIONS


def told(workspace: Path, indicator: str) -> dict[tuple, dict]:
    """(indicator, unit, area, period, dimensions with members) -> the row of the cell."""
    said = graadmeter("measure", indicator, "--csv", "--workspace", workspace)
    assert said.code == 0, said.err
    return {key_of(row): row for row in csv.DictReader(io.StringIO(said.out))}


def key_of(row: dict) -> tuple:
    members = {name: row[name] for name in DIMENSIONS if row[name] != "total"}
    if "paar" in members:
        members["paar"] = frozenset(members["paar"].split("+"))
    return (row["indicator"], row["unit"], row["area"], row["period"], tuple(sorted(members.items())))


def differences(cells: dict[tuple, dict], mine: dict[tuple, float]) -> dict[tuple, tuple]:
    """Cells of which the value is another, with both; what is not in the recount is nothing."""
    return {
        key: (row["value"], mine.get(key))
        for key, row in cells.items()
        if (abs(float(row["value"]) - mine.get(key, 0)) > 1e-9 if row["value"] else mine.get(key))
    }
