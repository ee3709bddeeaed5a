"""The audit of general systems: what can be worked out is found and explained."""

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.protect.tables import system

from graadmeter.protect.audit.examine import audit, examine
from graadmeter.protect.audit.propagation import propagate
from graadmeter.protect.audit.puzzle import Question, from_system, game

CROSS = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5], [0, 1, 2, 3, 4, 5]]
INNER = [3, 20, 90, 30, 50, 80]


def hide(cells: list[int], size: int = 12) -> np.ndarray:
    hidden = np.zeros(size, dtype=np.bool_)
    hidden[cells] = True
    return hidden


def test_a_lone_hidden_cell_is_found_with_the_sums_that_tell() -> None:
    found = audit(system(INNER, CROSS), hide([0]))
    assert not found.passed
    leak = found.leaks[0]
    assert (leak.name, leak.low, leak.high, leak.exact) == ("cell 0", 3, 3, True)
    assert any("sum 0" in text.en or "sum 2" in text.en for text in leak.because)


def test_three_corners_of_a_rectangle_do_not_hide() -> None:
    found = audit(system(INNER, CROSS), hide([0, 1, 3]))
    assert {leak.name for leak in found.leaks} == {"cell 0", "cell 1", "cell 3"}


def test_four_corners_do() -> None:
    found = audit(system(INNER, CROSS), hide([0, 1, 3, 4]))
    assert found.passed
    assert found.questions == found.whole == 4


def test_a_small_range_is_a_leak_when_more_is_needed() -> None:
    table = [2, 2, 90, 30, 50, 80]
    assert audit(system(table, CROSS, need=2), hide([0, 1, 3, 4])).passed
    narrow = audit(system(table, CROSS, need=3), hide([0, 1, 3, 4]))
    assert {(leak.low, leak.high) for leak in narrow.leaks if leak.name == "cell 0"} == {(1, 3)}


def test_that_zeros_are_shown_is_known_to_the_attacker() -> None:
    """Two hidden cells that sum to 2 are both 1, once it is known that neither is 0."""
    sums = [[0, 1, 2]]
    assert audit(system([1, 1, 40], sums, floor=0), hide([0, 1], 4)).passed
    assert not audit(system([1, 1, 40], sums, floor=1), hide([0, 1], 4)).passed


def test_whole_numbers_can_tell_more_than_fractions() -> None:
    """The only other tables move the first three cells by t, the fourth by -2t and the fifth by 2t.

    Fractions allow t from -0.5 to 1.5, a range of 2; whole numbers only 0 and 1.
    """
    table = system([3, 3, 3, 4, 2], [[0, 1, 3], [1, 2, 3], [0, 2, 3], [3, 4]], need=2)
    hidden = hide([0, 1, 2, 3, 4], 9)
    found = audit(table, hidden)
    assert {(leak.name, leak.high - leak.low) for leak in found.leaks} >= {("cell 0", 1), ("cell 1", 1), ("cell 2", 1)}
    assert found.effort.whole_programs > 0
    assert audit(system([3, 3, 3, 4, 2], [[0, 1, 3], [1, 2, 3], [0, 2, 3], [3, 4]], need=1), hidden).passed


def test_propagation_narrows_cell_by_cell() -> None:
    table = system(INNER, CROSS)
    puzzle = from_system(table, hide([0, 1, 3]))
    bounds = propagate(game(puzzle, puzzle.unknown))
    assert bounds.low.tolist() == bounds.high.tolist() == [3, 20, 30]


def test_the_search_gives_up_after_enough_leaks() -> None:
    size = 60
    table = system([2, 9] * (size // 2), [[2 * pair, 2 * pair + 1] for pair in range(size // 2)])
    hidden = table.sensitive
    found = audit(table, hidden)
    assert 1 <= len(found.leaks) <= 30


@pytest.mark.parametrize("hidden", [[], [6]])
def test_tables_with_nothing_at_stake_pass(hidden) -> None:
    assert audit(system([30, 20, 90, 30, 50, 80], [[0, 1, 2]]), hide(hidden, 7)).passed is (hidden == [])


def test_a_rest_of_two_counts_that_are_both_shown_is_a_leak() -> None:
    puzzle = from_system(system([12, 88], [[0, 1]]), np.zeros(3, dtype=np.bool_))
    asked = replace(puzzle, questions=[Question(np.array([2, 0]), np.array([1, -1]), 4, "rest")])
    (leak,) = examine(asked).leaks
    assert (leak.name, leak.low, leak.high) == ("rest", 88, 88)
