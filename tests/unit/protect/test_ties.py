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
