"""Drafts: what fractions say is worth hiding for all cells together, where purchases look at one cell at a time."""

import numpy as np
from tests.unit.protect.tables import system

from graadmeter.protect.audit.examine import audit
from graadmeter.protect.search.draft import draft
from graadmeter.protect.search.reach import Reach
from graadmeter.protect.search.room import Room, Wish
from graadmeter.protect.search.sheet import sheet
from graadmeter.protect.search.suppress import QUICK, THOROUGH, suppress

CROSS = [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5], [0, 1, 2, 3, 4, 5]]


def test_a_draft_names_the_cheapest_cells_beside_a_small_one() -> None:
    table = system([3, 20, 90, 30, 50, 80], CROSS)
    found = draft(table, np.arange(len(table)), table.sensitive.copy(), Reach.none(len(table)))
    assert found.cells.tolist() == [1, 3, 4]
    assert found.settled


def test_a_draft_asks_nothing_for_what_is_proven() -> None:
    table = system([3, 20, 90, 30, 50, 80], CROSS)
    known = suppress(table)
    reach = Reach.none(len(table))
    for move in known.moves:
        reach.record(table, move)
    assert draft(table, np.arange(len(table)), known.hidden, reach).cells.tolist() == []


def test_sums_that_reach_outside_the_cells_are_no_hindrance() -> None:
    table = system([3, 20, 90, 30, 50, 80], CROSS)
    # The columns reach into the other row, so that one figure of the same row is enough.
    found = draft(table, np.array([0, 1, 2, 6]), table.sensitive.copy(), Reach.none(len(table)))
    assert found.cells.tolist() == [1]


def test_what_a_cell_lacks_is_demanded_of_all_that_could_give_it_room() -> None:
    table = system([3, 20, 90, 30, 50, 80], [[0, 1, 2]])
    cells = np.arange(3)
    room = Room(sheet(table, cells, np.array([-1, -1, -1]), np.array([1, 1, 1])), unit=1)
    room.allow(np.array([1.0, 0.25, 0.25]))
    short, demands = room.demands([Wish(0, 1)])
    assert short == [Wish(0, 1)]
    weight, least = demands[0]
    assert weight[1] == weight[2] > 0
    assert np.isclose(least - weight[0], weight[1])
    room.allow(np.array([1.0, 0.5, 0.5]))
    assert room.short([Wish(0, 1), Wish(0, -1)]) == []


def test_with_drafts_less_is_hidden_than_by_purchases_alone() -> None:
    chance = np.random.default_rng(5)
    rows = [[4 * row + at for at in range(4)] for row in range(4)]
    totals = [*rows, *(list(column) for column in zip(*rows, strict=True)), list(range(16))]
    value = np.zeros(2, dtype=np.int64)
    for _ in range(8):
        table = system(chance.integers(1, 60, 16).tolist(), totals, floor=0)
        bought, drafted = (suppress(table, work=work) for work in (QUICK, THOROUGH))
        assert audit(table, drafted.hidden).passed
        value += [int(table.value[found.hidden].sum()) for found in (bought, drafted)]
    assert value[1] < value[0]


def test_where_cells_cannot_fall_as_far_as_they_must_move_purchases_do_all() -> None:
    table = system([3, 20, 90, 1, 50, 80], CROSS, floor=1)
    bought, drafted = (suppress(table, work=work) for work in (THOROUGH - 1, THOROUGH))
    assert np.array_equal(bought.hidden, drafted.hidden)
