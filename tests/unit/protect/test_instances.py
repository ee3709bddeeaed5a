"""The engine and the audit on published test tables for disclosure control, against known figures of hidden value."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from graadmeter.protect.audit.examine import audit
from graadmeter.protect.suppress import suppress
from graadmeter.protect.system import Rows, System

INSTANCES = Path(__file__).parents[3] / "../shared/sdc-instances"

# Hidden value that other programs need (GaussSuppression 1.2.3 or better), as the notes beside the instances say.
PEERS = {"ssb-d3": 1_436, "insee-indiv-2d": 2_779, "cellkey-micro-4d": 7_104}


def instance(name: str) -> tuple[System, dict[str, object]]:
    folder = INSTANCES / name
    if not folder.exists():
        pytest.skip(f"the test tables are not here ({name}); they are in the shared folder beside the checkout")
    with (folder / "cells.csv").open(encoding="utf-8") as file:
        value = np.array([int(row["value"]) for row in csv.DictReader(file)], dtype=np.int64)
    with (folder / "equations.csv").open(encoding="utf-8") as file:
        entries = np.array([[int(row[key]) for key in ("eq_id", "cell_id", "coef")] for row in csv.DictReader(file)])
    _, row = np.unique(entries[:, 0], return_inverse=True)
    rows = Rows.equations(row, entries[:, 1], entries[:, 2])
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return System.of_counts(value, rows, threshold=5, least=0), meta


@pytest.mark.parametrize("name", ["ssb-d2-linked", "sdctable-micro2", *PEERS])
def test_instances_are_protected_with_little_loss(name: str) -> None:
    table, meta = instance(name)
    assert int(table.sensitive.sum()) == meta["primary"]
    found = suppress(table)
    assert len(found.exposed) == 0
    outcome = audit(table, found.hidden)
    assert outcome.passed
    assert outcome.whole == outcome.questions == int(found.hidden.sum())
    loss = int(table.value[found.hidden & ~table.sensitive].sum())
    assert loss < PEERS.get(name, 10_000)


def test_the_bare_instance_leaks() -> None:
    table, _ = instance("ssb-d3")
    outcome = audit(table, table.sensitive)
    assert outcome.narrowed > 200
    assert not outcome.passed
