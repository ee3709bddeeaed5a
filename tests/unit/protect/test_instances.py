"""The engine and the audit on published test tables for disclosure control, against known figures of hidden value."""

import json
from pathlib import Path

import pytest

from graadmeter.cli.table_files import read_cells, read_inner
from graadmeter.protect.audit.examine import audit
from graadmeter.protect.system import System
from graadmeter.protect.tables.counts import Table, protect_table
from graadmeter.protect.tables.rounding import round_table

INSTANCES = Path(__file__).parents[3] / "../shared/sdc-instances"

# Hidden value: the optimum, or for the last the best that is known, as the notes beside the instances say.
BEST = {"ssb-d3": 1_031, "insee-indiv-2d": 2_223, "cellkey-micro-4d": 4_433}
NEAR = 1.03


def instance(name: str) -> tuple[Table, dict[str, object]]:
    folder = INSTANCES / name
    if not folder.exists():
        pytest.skip(f"the test tables are not here ({name}); they are in the shared folder beside the checkout")
    table = read_cells(folder / "cells.csv", folder / "equations.csv")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return table, meta


@pytest.mark.parametrize("name", ["ssb-d2-linked", "sdctable-micro2", *BEST])
def test_instances_are_protected_with_little_loss(name: str) -> None:
    table, meta = instance(name)
    assert int(((table.value > 0) & (table.value < 5)).sum()) == meta["primary"]
    done = protect_table(table, threshold=5)
    assert done.findings.passed
    assert done.findings.whole == done.findings.questions == int(done.hidden.sum())
    assert done.hidden_value <= NEAR * BEST.get(name, 10_000)


def test_the_bare_instance_leaks() -> None:
    table, _ = instance("ssb-d3")
    system = System.of_counts(table.value, table.rows, threshold=5, least=0)
    outcome = audit(system, system.sensitive)
    assert outcome.narrowed > 200
    assert not outcome.passed


def test_inner_counts_with_two_hierarchies_make_the_same_table() -> None:
    table, _ = instance("ssb-d2-linked")
    folder = INSTANCES / "ssb-d2-linked"
    built = read_inner(folder / "inner.csv", [str(folder / f"hier_{name}.csv") for name in table.dimensions])
    assert dict(zip(built.codes, built.value, strict=True)) == dict(zip(table.codes, table.value, strict=True))
    assert len(built.rows) == len(table.rows)


def test_rounding_stays_as_near_as_the_best_known() -> None:
    table, _ = instance("ssb-d2-linked")
    done = round_table(table, base=5, key=b"a key for tests only")
    assert done.mean_error <= 0.7
    assert done.largest_error <= 5
