"""The attack by shortest moves: it finds what can be moved, and nothing else."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from tests.unit.protect.tables import system

from graadmeter.protect.audit.around import look_around
from graadmeter.protect.audit.effort import Effort
from graadmeter.protect.audit.program import fits_whole
from graadmeter.protect.audit.puzzle import Puzzle, from_system, game
from graadmeter.protect.audit.ranges import Ranges
from graadmeter.protect.audit.shortest import shortest

CROSS = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5], [0, 1, 2, 3, 4, 5]]
HALVES = [[0, 1, 3], [1, 2, 3], [0, 2, 3], [3, 4]]
"""The only other tables move the first three cells by t, the fourth by -2t and the fifth by 2t."""


def puzzle_of(inner: list[int], sums: list[list[int]], hidden: list[int], need: int) -> Puzzle:
    table = system(inner, sums, need=need)
    pattern = np.zeros(len(table), dtype=np.bool_)
    pattern[hidden] = True
    return from_system(table, pattern)


def true_ranges(puzzle: Puzzle, most: int) -> list[tuple[int, int]]:
    """The lowest and highest of each question over all tables in whole numbers up to `most`."""
    here = game(puzzle, puzzle.unknown)
    fitting = []
    for values in product(range(most + 1), repeat=len(here.cells)):
        if fits_whole(here, np.array(values)):
            table = puzzle.truth.copy()
            table[here.cells] = values
            fitting.append([int((one.coef * table[one.cell]).sum()) for one in puzzle.questions])
    return [(min(answers), max(answers)) for answers in zip(*fitting, strict=True)]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_closed_is_wide_and_what_is_wide_in_one_way_is_closed(seed: int) -> None:
    chance = np.random.default_rng(seed)
    inner = chance.integers(1, 6, size=6).tolist()
    hidden = sorted(chance.choice(6, size=int(chance.integers(2, 5)), replace=False).tolist())
    puzzle = puzzle_of(inner, CROSS, hidden, int(chance.integers(1, 5)))
    ranges, effort = Ranges.of(puzzle.questions, puzzle.truth), Effort()
    look_around(puzzle, ranges, effort)
    assert effort.programs > 0
    for number, (low, high) in enumerate(true_ranges(puzzle, 9)):
        assert low <= ranges.whole_low[number] <= ranges.whole_high[number] <= high
        truth, half = int(ranges.truth[number]), int(ranges.need[number]) // 2
        if min(high - truth, truth - low) >= half and high - low >= ranges.need[number]:
            assert not ranges.open_whole[number]


def test_what_fractions_move_is_looked_for_in_whole_numbers() -> None:
    """The fourth cell goes up by one in halves only, and down by one in halves, by two in whole numbers."""
    puzzle = puzzle_of([3, 3, 3, 4, 2], HALVES, [0, 1, 2, 3, 4], 1)
    puzzle = replace(puzzle, questions=[one for one in puzzle.questions if one.cell.tolist() == [3]])
    ranges, effort = Ranges.of(puzzle.questions, puzzle.truth), Effort()
    look_around(puzzle, ranges, effort)
    assert (effort.programs, effort.whole_programs) == (2, 2)
    assert (ranges.whole_low.tolist(), ranges.whole_high.tolist()) == ([2], [4])


def test_the_shortest_table_moves_least() -> None:
    puzzle = puzzle_of([3, 20, 90, 30, 50, 80], CROSS, [0, 1, 2, 3, 4, 5], 1)
    here = game(puzzle, puzzle.unknown)
    up = np.array([1.0, 0, 0, 0, 0, 0])
    table = shortest(here, up, 5)
    assert table is not None
    assert np.abs(table - here.truth).sum() == pytest.approx(20), "four corners of a rectangle, by five each"
    assert shortest(here, -up, 4) is None, "there are no less than none"
    whole = shortest(here, up, 5, nodes=50)
    assert whole is not None
    assert fits_whole(here, np.rint(whole).astype(np.int64))


def test_many_questions_are_left_to_tables_that_answer_many_at_once() -> None:
    size = 120
    puzzle = puzzle_of([2, 9] * (size // 2), [[at, at + 1] for at in range(0, size, 2)], list(range(size)), 4)
    ranges, effort = Ranges.of(puzzle.questions, puzzle.truth), Effort()
    assert ranges.open_whole.sum() > 40
    look_around(puzzle, ranges, effort)
    assert effort == Effort()
