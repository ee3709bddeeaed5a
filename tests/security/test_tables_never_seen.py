"""Tables that nobody tuned anything to, attacked by a program of our own that shares no code with engine or audit.

The inner counts of published test tables are thinned at random, each as if another share of the persons were told.
The attack knows the shown cells, the sums, and that no count is negative. It asks of every hidden one how low and how
high it can be, with one linear program at a time; each answer is a table that fits and settles many others.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import highspy
import numpy as np
import pytest

from graadmeter.cli.table_files import read_inner
from graadmeter.protect.tables.counts import Table, protect_table

INSTANCES = Path(__file__).parents[2] / "../shared/sdc-instances"
THRESHOLD = 5
ROUNDING = 1e-6


def thinned(name: str, seed: int, folder: Path) -> Table:
    source = INSTANCES / name
    if not source.exists():
        pytest.skip(f"the test tables are not here ({name}); they are in the shared folder beside the checkout")
    with (source / "inner.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    chance = np.random.default_rng(seed)
    counts = chance.binomial([int(row["freq"]) for row in rows], chance.uniform(0.5, 0.95))
    with (folder / "inner.csv").open("w", encoding="utf-8", newline="") as file:
        told = csv.DictWriter(file, list(rows[0]))
        told.writeheader()
        told.writerows({**row, "freq": int(count)} for row, count in zip(rows, counts, strict=True))
    return read_inner(folder / "inner.csv", [str(path) for path in sorted(source.glob("hier_*.csv"))])


def sums(table: Table) -> Iterator[tuple[list[int], list[int]]]:
    """The cells of each sum, and how often each counts."""
    rows = table.rows
    for start, end in zip(rows.start, rows.start[1:], strict=False):
        yield rows.cell[start:end].tolist(), rows.coef[start:end].tolist()


def worked_out(table: Table, hidden: set[int]) -> list[int]:
    """The hidden cells of which not even two next to each other can both be the count."""
    place = {cell: number for number, cell in enumerate(sorted(hidden))}
    model = highspy.Highs()
    model.silent()
    for _ in place:
        model.addVar(0, highspy.kHighsInf)
    for cells, coefs in sums(table):
        unknown = [(place[cell], coef) for cell, coef in zip(cells, coefs, strict=True) if cell in place]
        known = -sum(
            coef * int(table.value[cell]) for cell, coef in zip(cells, coefs, strict=True) if cell not in place
        )
        if unknown:
            columns, factors = zip(*unknown, strict=True)
            model.addRow(known, known, len(unknown), np.array(columns), np.array(factors, float))
    low, high = np.full(len(place), np.inf), np.full(len(place), -np.inf)
    for column in place.values():
        for price in (1, -1):
            if high[column] - low[column] < 1 - ROUNDING:
                model.changeColCost(column, price)
                model.run()
                assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal
                fits = np.array(model.getSolution().col_value)
                low, high = np.minimum(low, fits), np.maximum(high, fits)
        model.changeColCost(column, 0)
    return [cell for cell, column in place.items() if high[column] - low[column] < 1 - ROUNDING]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("name", ["ssb-d2-linked", "ssb-d3", "insee-indiv-2d", "cellkey-micro-4d", "sdctable-micro2"])
def test_no_hidden_count_can_be_worked_out(name: str, seed: int, tmp_path: Path) -> None:
    table = thinned(name, seed, tmp_path)
    small = set(np.flatnonzero((table.value > 0) & (table.value < THRESHOLD)).tolist())
    assert worked_out(table, small), "hiding the small counts alone would have done: the attack has nothing to find"
    hidden = set(np.flatnonzero(protect_table(table, threshold=THRESHOLD).hidden).tolist())
    assert small < hidden
    assert worked_out(table, hidden) == []
