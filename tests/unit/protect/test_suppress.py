"""Secondary suppression on tables small enough to see the answer."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.protect.tables import system

from graadmeter.protect.audit.examine import audit
from graadmeter.protect.search.moves import Move, exact_move, fits
from graadmeter.protect.search.suppress import suppress
from graadmeter.protect.system import Rows

# Two by three inner cells, row totals, column totals, grand total.
ROWS, COLUMNS = [[0, 1, 2], [3, 4, 5]], [[0, 3], [1, 4], [2, 5]]
CROSS = [*ROWS, *COLUMNS, [0, 1, 2, 3, 4, 5]]


def test_a_lone_small_cell_takes_the_cheapest_rectangle_with_it() -> None:
    table = system([3, 20, 90, 30, 50, 80], CROSS)
    found = suppress(table)
    assert np.flatnonzero(found.hidden).tolist() == [0, 1, 3, 4]
    assert len(found.exposed) == 0
    assert audit(table, found.hidden).passed


def test_a_table_without_small_cells_stays_open() -> None:
    found = suppress(system([30, 20, 90, 30, 50, 80], CROSS))
    assert not found.hidden.any()
    assert found.moves == ()


def test_zeros_cannot_hide_anything() -> None:
    table = system([3, 0, 90, 30, 50, 80], CROSS)
    found = suppress(table)
    assert np.flatnonzero(found.hidden).tolist() == [0, 2, 3, 5]


def test_what_cannot_be_hidden_is_said() -> None:
    table = system([3, 0, 0], [[0, 1, 2]])
    frozen = np.array([False, True, True, True])
    found = suppress(replace(table, frozen=frozen))
    assert found.exposed.tolist() == [0]


def test_what_ties_a_count_to_itself_says_nothing_and_harms_nothing() -> None:
    """A single provider and all providers together are one count: as a part no more than its whole, that is twice."""
    table = system([3, 20, 90], [[0, 1, 2]])
    row, cell, coef = [0, 0, 0, 0, 1, 1, 2, 2, 2], [0, 1, 2, 3, 1, 1, 2, 2, 3], [1, 1, 1, -1, 1, -1, 1, 1, -1]
    limits = np.array([0, 0, 113]), np.array([0, 1 << 50, 1 << 50])
    rows = Rows.of(np.array(row), np.array(cell), np.array(coef), *limits)
    assert rows.start.tolist() == [0, 4, 4, 6]
    assert rows.coef.tolist() == [1, 1, 1, -1, 2, -1]
    found = suppress(replace(table, rows=rows))
    assert np.flatnonzero(found.hidden).tolist() == [0, 1]
    assert len(found.exposed) == 0


def test_the_cells_of_wider_need_hide_more_or_as_much() -> None:
    inner = [3, 2, 90, 30, 4, 80]
    narrow, wide = suppress(system(inner, CROSS, need=1)), suppress(system(inner, CROSS, need=4))
    assert audit(system(inner, CROSS, need=4), wide.hidden).passed
    assert wide.hidden.sum() >= narrow.hidden.sum()


def test_the_same_system_and_seed_give_the_same_pattern() -> None:
    rng = np.random.default_rng(3)
    inner = rng.integers(0, 12, 6).tolist()
    one, other = suppress(system(inner, CROSS)), suppress(system(inner, CROSS))
    assert np.array_equal(one.hidden, other.hidden)
    assert [move.step.tolist() for move in one.moves] == [move.step.tolist() for move in other.moves]


def test_amounts_of_millions_are_protected_as_exactly_as_counts() -> None:
    cents = [312_345_67, 2_000_000_03, 9_000_000_01, 3_123_456_78, 5_000_000_09, 8_000_000_05]
    table = system(cents, CROSS, threshold=400_000_00, need=62_469_13)
    found = suppress(table)
    assert found.hidden[0]
    assert len(found.exposed) == 0
    assert fits(table, found.moves).all()


@pytest.mark.parametrize(
    ("cell", "step", "fitting"),
    [
        ([0, 1, 3, 4], [1, -1, -1, 1], True),
        ([0, 1, 3, 4], [1, -1, -1, 2], False),  # breaks two sums
        ([0, 1, 3, 4], [-3, 3, 3, -3], False),  # a hidden cell would be 0, and zeros are shown
        ([0, 6], [1, 1], False),  # a column total would have to move
    ],
)
def test_moves_are_checked_exactly(cell, step, fitting) -> None:
    table = system([3, 20, 90, 30, 50, 80], CROSS)
    assert fits(table, [Move(np.array(cell), np.array(step), 1)]).tolist() == [fitting]


def test_a_fraction_from_a_solver_becomes_an_exact_move() -> None:
    table = system([3, 20, 90, 30, 50, 80], CROSS)
    cells = np.array([0, 1, 3, 4])
    move = exact_move(table, cells, np.array([1 / 3, -1 / 3, -1 / 3, 1 / 3]) + 1e-9, 1)
    assert move is not None
    assert (move.step.tolist(), move.parts) == ([1, -1, -1, 1], 3)
    assert exact_move(table, cells, np.array([0.123, -0.1, -0.1, 0.1]), 1) is None
