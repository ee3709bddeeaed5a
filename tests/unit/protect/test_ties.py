"""Which sums are known between counts, and which are not."""

import numpy as np

from graadmeter.protect.grid.ties import Ties
from graadmeter.protect.system import UNBOUNDED


def one(*cells: int) -> np.ndarray:
    return np.array([cells])


def test_parts_that_add_up_are_an_equation() -> None:
    ties = Ties(np.array([30, 10, 20]), threshold=10)
    ties.members(np.array([0]), one(1, 2))
    rows = ties.rows()
    assert (rows.cell.tolist(), rows.coef.tolist()) == ([0, 1, 2], [-1, 1, 1])
    assert (rows.below.tolist(), rows.above.tolist()) == ([0], [0])


def test_what_parts_lack_is_a_rest_that_must_be_hidden_when_small() -> None:
    ties = Ties(np.array([30, 10, 17, 40, 20, 5]), threshold=10)
    ties.members(np.array([0, 3]), np.array([[1, 2], [4, 5]]))
    assert ties.value[6:].tolist() == [3, 15]
    assert [small.tolist() for small in ties.sensitive if len(small)] == [[True, False]]
    rows = ties.rows()
    assert len(rows) == 2
    assert 6 in rows.cell.tolist()


def test_parts_that_overlap_cover_the_whole() -> None:
    ties = Ties(np.array([30, 20, 17]), threshold=10)
    ties.members(np.array([0]), one(1, 2))
    rows = ties.rows()
    assert (rows.below.tolist(), rows.above.tolist()) == ([7], [UNBOUNDED])


def test_persons_in_two_municipalities_are_a_constant_everybody_knows() -> None:
    ties = Ties(np.array([30, 20, 17]), threshold=10)
    ties.areas(np.array([0]), one(1, 2))
    rows = ties.rows()
    assert (rows.below.tolist(), rows.above.tolist()) == ([0], [0])


def test_a_region_of_which_no_municipality_counts_anything_says_nothing_of_them() -> None:
    ties = Ties(np.array([3, 0, 0]), threshold=10)
    ties.areas(np.array([0]), one(1, 2))
    assert len(ties.rows()) == 0


def test_periods_that_do_not_add_up_are_no_knowledge() -> None:
    ties = Ties(np.array([30, 20, 17, 40, 20, 20]), threshold=10)
    ties.periods(np.array([0, 3]), np.array([[1, 2], [4, 5]]))
    assert len(ties.rows()) == 1
    assert ties.broken == 1


def test_an_inequality_that_is_not_true_is_left_out() -> None:
    ties = Ties(np.array([30, 20, 40]), threshold=10)
    ties.at_most(np.array([1, 2]), np.array([[0], [0]]))
    rows = ties.rows()
    assert len(rows) == 1
    assert rows.below.tolist() == [10]


def test_absent_cells_are_left_out_and_equal_sums_are_kept_once() -> None:
    ties = Ties(np.array([30, 10, 20]), threshold=10)
    ties.members(np.array([0, -1]), np.array([[1, 2], [1, 2]]))
    ties.members(np.array([0, 0]), np.array([[1, 2], [-1, -1]]))
    assert len(ties.rows()) == 1


def test_a_sum_over_several_wholes_counts_only_where_all_are_there_and_it_is_so() -> None:
    """7 + 5 = 4 + 8; the second lacks a whole, the third a part, the fourth is not so."""
    ties = Ties(np.array([7, 5, 4, 8, 12, 9]), threshold=10)
    wholes = np.array([[0, 1], [4, -1], [0, 1], [0, 1]])
    ties.where_true(wholes, np.array([[2, 3], [2, 3], [4, -1], [2, 5]]))
    rows = ties.rows()
    assert (rows.cell.tolist(), rows.coef.tolist()) == ([0, 1, 2, 3], [-1, -1, 1, 1])
    assert (rows.below.tolist(), rows.above.tolist()) == ([0], [0])


def test_a_rest_is_small_from_one_to_below_its_threshold_and_names_its_whole() -> None:
    """Rests of 0, 1, 9, 10 and, with a threshold of its own, 10 and 12 once more."""
    value = np.array([20, 21, 29, 30, 20])
    ties = Ties(value, threshold=10)
    wholes, parts = np.array([0, 1, 2, 3]), np.full((4, 1), 4)
    ties.rests(wholes, parts)
    assert ties.value[5:].tolist() == [0, 1, 9, 10]
    ties.rests(wholes[3:], parts[3:], threshold=11)
    ties.rests(wholes[3:], parts[3:], threshold=5)
    assert [one.tolist() for one in ties.sensitive] == [[False, True, True, False], [True], [False]]
    assert [one.tolist() for one in ties.owner] == [[0, 1, 2, 3], [3], [3]]
    rows = ties.rows()
    assert [sorted(rows.cell[rows.owner == row].tolist()) for row in range(2)] == [[0, 4, 5], [1, 4, 6]]
    assert rows.coef[rows.owner == 0].tolist() == [-1, 1, 1]
    assert len(rows) == 6


def test_all_in_one_part_leaves_a_rest_of_nothing_that_may_not_be_known() -> None:
    ties = Ties(np.array([15, 15, 12, 12]), threshold=10)
    ties.undivided(np.array([0, 2]), np.array([1, 3]))
    assert ties.value.tolist() == [15, 15, 12, 12, 0, 0]
    assert [one.tolist() for one in ties.sensitive] == [[True, True]]
    assert [one.tolist() for one in ties.owner] == [[0, 2]]
    rows = ties.rows()
    assert (rows.cell.tolist(), rows.coef.tolist()) == ([0, 1, 4, 2, 3, 5], [-1, 1, 1, -1, 1, 1])
    assert (rows.below.tolist(), rows.above.tolist()) == ([0, 0], [0, 0])


def test_a_region_with_nothing_tells_that_no_municipality_has_anything() -> None:
    """The second has one municipality that was not counted and one with something; the third only such without."""
    ties = Ties(np.array([0, 0, 0, 9, 8]), threshold=10)
    ties.areas(np.array([0, 3, 3]), np.array([[1, 2], [4, -1], [1, -1]]))
    rows = ties.rows()
    assert [rows.cell[rows.owner == row].tolist() for row in range(len(rows))] == [[0, 1, 2], [3, 4]]


def test_a_whole_that_is_exactly_the_sum_is_at_most_it() -> None:
    ties = Ties(np.array([30, 10, 20, 29]), threshold=10)
    ties.at_most(np.array([0, 3]), np.array([[1, 2], [1, 2]]))
    rows = ties.rows()
    assert (rows.below.tolist(), rows.above.tolist()) == ([0, 1], [UNBOUNDED, UNBOUNDED])
    assert ties.broken == 0


def test_one_client_in_the_first_municipality_is_something() -> None:
    ties = Ties(np.array([1, 1, 0]), threshold=10)
    ties.areas(np.array([1]), one(0, 2))
    rows = ties.rows()
    assert (rows.cell.tolist(), rows.coef.tolist()) == ([0, 1, 2], [1, -1, 1])
