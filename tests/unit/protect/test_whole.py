"""Moves in whole numbers for what is hidden already: these hide nothing more where there are any."""

import numpy as np
from tests.unit.protect.tables import system

from graadmeter.protect.search import whole
from graadmeter.protect.search.moves import fits
from graadmeter.protect.search.reach import Reach

SIDE = 8
INNER = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
NOTHING = np.zeros(0, dtype=np.int64)


def test_what_hidden_cells_prove_among_each_other_hides_nothing_more(monkeypatch) -> None:
    monkeypatch.setattr(whole, "search", lambda *_, **__: None)
    chance = np.random.default_rng(7)
    table = system(chance.integers(1, 40, SIDE * SIDE).tolist(), [*INNER.tolist(), *INNER.T.tolist()])
    hidden = np.zeros(len(table), dtype=np.bool_)
    for row in range(SIDE):
        hidden[INNER[row, [row, (row + 1) % SIDE]]] = True
    before, reach = hidden.copy(), Reach.none(len(table), whole=True)
    whole.make_whole(table, hidden, reach, chance, NOTHING)
    assert np.array_equal(hidden, before)
    assert not reach.lacking(table, np.flatnonzero(hidden)).any()
    assert reach.moves
    assert fits(table, reach.moves).all()
    assert all(set(move.cell.tolist()) <= set(np.flatnonzero(before).tolist()) for move in reach.moves)
