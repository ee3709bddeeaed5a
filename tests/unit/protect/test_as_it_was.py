"""What hidden counts were stands in the sums of then as cells of its own, once for all releases that hid it."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.protect.tables import system

from graadmeter.protect.blocks.block import Block
from graadmeter.protect.ledger.as_it_was import as_it_was
from graadmeter.protect.ledger.then import Then

NOW = system([30, 7, 12], [[0, 1, 2]], threshold=10, need=4)
BLOCK = Block(2025, NOW, np.arange(4), 0, zeros=False)
STILL = np.zeros(4, dtype=np.bool_)


def then(value: list[int], hidden: list[int]) -> Then:
    counts = np.array(value)
    return Then(counts, np.isin(np.arange(4), hidden), (counts > 0) & (counts < 10))


@pytest.mark.parametrize("times", [1, 5])
def test_what_a_count_was_is_one_cell_in_one_sum(times: int) -> None:
    was, block = as_it_was(NOW, BLOCK, [then([3, 7, 12, 22], [0, 1])] * times, STILL)
    assert block.system is was
    assert was.value.tolist() == [30, 7, 12, 49, 3]
    assert was.sensitive.tolist() == [False, True, False, False, True]
    assert was.latent.tolist() == [False, False, False, False, True]
    own, added = len(NOW.rows), len(was.rows)
    assert added == own + 1
    entries = was.rows.cell[was.rows.owner == own]
    assert sorted(entries.tolist()) == [1, 2, 4], "its total is known and changed, the others are the ones of now"


def test_what_was_shown_once_is_no_secret() -> None:
    hid, told = then([3, 7, 12, 22], [0, 1]), then([3, 7, 12, 22], [1])
    assert as_it_was(NOW, BLOCK, [hid, told], STILL)[0] is NOW
    assert as_it_was(NOW, BLOCK, [then([30, 7, 12, 49], [0, 1])], STILL)[0] is NOW


def test_a_sum_that_did_not_hold_then_says_nothing() -> None:
    was, _ = as_it_was(NOW, BLOCK, [then([3, 7, 12, 25], [0, 1])], STILL)
    assert len(was) == 5
    assert len(was.rows) == len(NOW.rows)


def test_who_knows_a_count_knows_what_it_was() -> None:
    owned = replace(BLOCK, holder=np.array([8, 9, 7, -1]))
    _, block = as_it_was(NOW, owned, [then([3, 5, 12, 20], [0, 1])], STILL)
    assert block.holder is not None
    assert block.holder.tolist() == [8, 9, 7, -1, 8, 9]
