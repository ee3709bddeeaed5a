"""What is near a cell, and that protection holds when moves are looked for near the unproven cells only."""

import numpy as np
import pytest
from tests.unit.protect.tables import system

from graadmeter.protect.audit.examine import audit
from graadmeter.protect.search import settle
from graadmeter.protect.search.nearby import surroundings
from graadmeter.protect.search.suppress import suppress

CHAIN = system([5] * 300, [[at, at + 1, at + 2] for at in range(298)])


def test_the_surroundings_of_a_cell_are_those_a_few_sums_away() -> None:
    around = surroundings(CHAIN, np.array([150]), np.arange(300))
    assert len(around) == 100
    assert 150 in around
    assert around.max() - around.min() <= 102


def test_only_cells_that_are_asked_about_are_surroundings() -> None:
    among = np.setdiff1d(np.arange(300), [148, 149])
    around = surroundings(CHAIN, np.array([150]), among)
    assert around.min() == 150, "nothing leads past two cells that may not move"
    assert np.array_equal(surroundings(CHAIN, np.array([], dtype=np.int64), among), [])


@pytest.mark.parametrize("seed", range(20))
def test_a_table_is_proven_by_searches_around_unproven_cells_too(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    monkeypatch.setattr(settle, "_AMONG", 0)
    drawn = np.random.default_rng(seed).integers(1, 40, (6, 7))
    places = np.arange(42).reshape(6, 7)
    table = system(drawn.ravel().tolist(), [*places.tolist(), *places.T.tolist()])
    found = suppress(table)
    assert table.sensitive.any()
    assert not len(found.exposed)
    assert audit(table, found.hidden).passed
