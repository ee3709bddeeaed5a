"""Waits in a log of steps."""

import numpy as np

from graadmeter.statistics.steps import waits_between
from graadmeter.statistics.waiting import NEVER


def _waits(*steps):
    return [tuple(row) for row in np.column_stack(waits_between(steps, "vraag", ["hulp"], "weg")).tolist()]


def test_from_the_first_step_to_the_next_of_the_other_kind() -> None:
    assert _waits((1, "hulp", 30), (1, "vraag", 10), (1, "vraag", 20)) == [(10, 30, NEVER)]
    assert _waits((1, "vraag", 10), (2, "hulp", 30)) == [(10, NEVER, NEVER)]
    assert _waits((1, "hulp", 5), (1, "vraag", 10), (1, "anders", 11)) == [(10, NEVER, NEVER)]


def test_one_case_can_wait_more_than_once_and_a_wait_may_end_otherwise() -> None:
    steps = [(1, "vraag", 10), (1, "weg", 12), (1, "hulp", 13), (1, "vraag", 20), (1, "hulp", 25), (2, "vraag", 9)]
    assert _waits(*steps) == [(10, NEVER, 12), (20, 25, NEVER), (9, NEVER, NEVER)]


def test_on_one_day_the_wait_begins_is_reached_and_then_ends() -> None:
    assert _waits((1, "weg", 10), (1, "hulp", 10), (1, "vraag", 10)) == [(10, 10, NEVER)]
    assert _waits((1, "weg", 10), (1, "vraag", 10)) == [(10, NEVER, 10)]


def test_no_steps_no_waits() -> None:
    assert _waits() == []
    assert [column.tolist() for column in waits_between([(1, "hulp", 3)], "vraag", ["hulp"])] == [[], [], []]


def test_the_first_of_several_steps_ends_the_wait() -> None:
    log = [(1, "vraag", 3), (1, "school", 9), (1, "hulp", 5), (2, "vraag", 4), (2, "school", 6)]
    assert [column.tolist() for column in waits_between(log, "vraag", ["hulp", "school"])][:2] == [[3, 4], [5, 6]]
