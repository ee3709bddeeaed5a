"""A sheet over fewer columns allows the same movements, at the same cost, as the sheet it was made of."""

import highspy
import numpy as np
import pytest
from tests.unit.protect.tables import system

from graadmeter.protect.search.reduced import Reduced
from graadmeter.protect.search.sheet import Sheet, sheet
from graadmeter.protect.search.solver import Solver

FAR = np.iinfo(np.int32).max


def sums(rows: list[tuple[dict[int, int], int, int]], low: list[int], high: list[int]) -> Sheet:
    """A sheet of rows {place: coefficient}, below, above."""
    return Sheet(
        cells=np.arange(len(low), dtype=np.int64),
        low=np.array(low, dtype=np.int64),
        high=np.array(high, dtype=np.int64),
        start=np.cumsum([0, *(len(row) for row, _, _ in rows)]),
        column=np.array([place for row, _, _ in rows for place in row], dtype=np.int64),
        coef=np.array([coef for row, _, _ in rows for coef in row.values()], dtype=np.int64),
        below=np.array([below for _, below, _ in rows], dtype=np.int64),
        above=np.array([above for _, _, above in rows], dtype=np.int64),
    )


def test_what_moves_only_with_another_is_one_column_with_the_narrowest_limits() -> None:
    found = Reduced.of(sums([({0: 1, 1: -1}, 0, 0), ({1: 1, 2: 1}, 0, 0)], [-5, -9, -3], [4, 9, 9]))
    assert found.sheet.cells.tolist() == [0]
    assert (found.sheet.low.tolist(), found.sheet.high.tolist()) == ([-5], [3])
    assert found.sign.tolist() == [1, 1, -1]
    assert found.spread(np.array([2.0])).tolist() == [2.0, 2.0, -2.0]
    rise, fall = found.paid(np.array([1.0, 2.0, 4.0]), np.array([8.0, 16.0, 32.0]))
    assert (rise.tolist(), fall.tolist()) == ([1 + 2 + 32], [8 + 16 + 4])


def test_what_is_alone_in_a_sum_cannot_move_nor_can_what_hangs_on_it() -> None:
    found = Reduced.of(sums([({0: 1}, 0, 0), ({0: 1, 1: 1, 2: -1}, 0, 0), ({2: 1, 3: 1}, 0, 9)], [-5] * 4, [5] * 4))
    assert found.sign.tolist() == [0, 1, 1, 1]
    assert found.column.tolist()[1:] == [0, 0, 1]


def test_what_would_have_to_move_both_ways_cannot_move() -> None:
    found = Reduced.of(sums([({0: 1, 1: 1}, 0, 0), ({0: 1, 1: -1}, 0, 0)], [-5, -5], [5, 5]))
    assert found.sign.tolist() == [0, 0]
    assert len(found.sheet) == len(found.sheet.below) == 0


def test_cells_that_count_twice_in_a_sum_are_no_bond() -> None:
    found = Reduced.of(sums([({0: 1, 1: -2}, 0, 0)], [-5, -5], [5, 5]))
    assert found.sheet.cells.tolist() == [0, 1]


def test_rows_that_nothing_left_can_break_are_left_out() -> None:
    rows = [({0: 1, 1: 1}, 0, 0), ({0: 1, 1: 1, 2: 1}, 9, 9), ({0: 1, 2: 1}, 1, FAR)]
    found = Reduced.of(sums(rows, [-5] * 3, [5] * 3))
    assert found.sheet.below.tolist() == [1]


def test_to_make_a_cell_move_that_cannot_is_to_find_nothing_until_it_is_free() -> None:
    solver = Solver(sums([({0: 1}, 0, 0), ({1: 1, 2: -1}, 0, 0)], [-5, -5, -2], [5, 5, 2]), unit=1)
    solver.costs(np.ones(3), np.ones(3))
    for at, amount in ((0, 1), (1, 3)):
        solver.force(at, amount)
        assert solver.solve() is None
        solver.free(at)
    solver.force(1, -2)
    found = solver.solve()
    assert found is not None
    assert found.tolist() == [0.0, -2.0, -2.0]


@pytest.mark.parametrize("seed", range(40))
def test_the_cheapest_movement_costs_what_it_costs_without(seed: int) -> None:
    chance = np.random.default_rng(seed)
    inner = chance.integers(0, 30, 12)
    totals = [chance.choice(12, int(chance.integers(1, 4)), replace=False).tolist() for _ in range(9)]
    table = system(inner.tolist(), [*totals, list(range(6)), list(range(12))])
    cells = np.flatnonzero(chance.random(len(table)) < 0.8)
    part = sheet(table, cells, -np.minimum(table.value[cells], 6), np.full(len(cells), 6))
    price = 1.0 + chance.integers(0, 9, len(cells))
    solver = Solver(part, unit=1)
    solver.costs(price, price)
    for at in range(len(cells)):
        solver.force(at, 2)
        found, least = solver.solve(), cheapest(part, price, at, 2)
        solver.free(at)
        assert (found is None) == (least is None)
        if found is not None and least is not None:
            assert np.isclose(price @ np.abs(found), least)
            assert held(part, found)


def held(part: Sheet, moved: np.ndarray) -> bool:
    """Whether a movement breaks no limit and no row."""
    change = np.add.reduceat(part.coef * moved[part.column], part.start[:-1]) if len(part.column) else np.zeros(0)
    inside = (moved >= part.low - 1e-6).all() and (moved <= part.high + 1e-6).all()
    return bool(inside and (change >= -part.below - 1e-6).all() and (change <= part.above + 1e-6).all())


def cheapest(part: Sheet, price: np.ndarray, at: int, amount: int) -> float | None:
    """The cost of the cheapest movement of one cell by so much, with every cell and row in the program."""
    size = len(part)
    low, high = np.zeros(2 * size), np.concatenate((part.high, -part.low)).astype(float)
    low[at] = high[at] = amount
    high[at + size] = 0
    highs = highspy.Highs()
    highs.silent()
    highs.addVars(2 * size, low, high)
    highs.changeColsCost(2 * size, np.arange(2 * size, dtype=np.int32), np.concatenate((price, price)))
    for row, (first, last) in enumerate(zip(part.start[:-1], part.start[1:], strict=True)):
        column, coef = part.column[first:last], part.coef[first:last].astype(float)
        both = np.concatenate((column, column + size)).astype(np.int32)
        highs.addRow(-float(part.below[row]), float(part.above[row]), len(both), both, np.concatenate((coef, -coef)))
    highs.run()
    solved = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return highs.getInfo().objective_function_value if solved else None
