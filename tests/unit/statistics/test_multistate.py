"""Aalen-Johansen against R, and against counting where everything is seen."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from graadmeter.statistics.multistate import UNSEEN, Stays, aalen_johansen, stays, thinnest

_SHARED = Path(__file__).parents[3] / "../shared/stat-benchmarks/survival"


@pytest.mark.skipif(not _SHARED.is_dir(), reason="the published reference values are not on this machine")
def test_competing_risks_are_a_model_of_states():
    expected = json.loads((_SHARED / "reference.json").read_text())["aidssi_cif"]
    with (_SHARED / "aidssi.csv").open() as file:
        rows = list(csv.DictReader(file))
    left = np.array([float(row["time"]) for row in rows])
    status = np.array([int(row["status"]) for row in rows])
    target = np.where(status == 0, UNSEEN, status)
    found = aalen_johansen(Stays(np.zeros_like(status), target, np.full(left.size, -1.0), left), [1, 0, 0])
    for time, one, two in zip(expected["times"], expected["cause1"], expected["cause2"], strict=True):
        assert found.at(time)[1:] == pytest.approx([one, two], abs=1e-7)
    assert found.at(-1) == pytest.approx([1, 0, 0])


def test_without_censoring_the_shares_are_those_that_are_counted_ties_and_all():
    rng = np.random.default_rng(3)
    cases, steps = 60, 5
    case = np.repeat(np.arange(cases), steps)
    moment = np.cumsum(rng.integers(0, 4, (cases, steps)), axis=1)
    state = rng.integers(0, 4, (cases, steps))
    log = stays(case, state.ravel(), moment.ravel(), np.full(case.size, 1000.0))
    since = moment - moment[:, :1]
    start = [np.mean([state[one][since[one] <= 0][-1] == place for one in range(cases)]) for place in range(4)]
    found = aalen_johansen(log, start)
    for time in range(16):
        now = np.array([state[one][since[one] <= time][-1] for one in range(cases)])
        assert found.at(time) == pytest.approx([np.mean(now == place) for place in range(4)])


def test_a_log_becomes_stays_of_which_the_last_is_not_seen_to_the_end():
    log = stays([7, 3, 3, 3, 3, 9], [0, 0, 1, 2, 0, 1], [50, 10, 20, 20, 35, 40], [60, 90, 90, 90, 90, 40])
    assert log.state.tolist() == [0, 2, 0, 0]
    assert log.target.tolist() == [2, 0, UNSEEN, UNSEEN]
    assert log.entry.tolist() == [0, 10, 25, 0]
    assert log.left.tolist() == [10, 25, 80, 10]
    assert stays([], [], [], []).state.size == 0


def test_what_was_before_the_cases_were_seen_is_not_there() -> None:
    log = stays([1, 1, 2, 2], [0, 1, 0, 1], [0, 10, 5, 30], [50, 50, 50, 50], since=20)
    assert log.state.tolist() == [1, 0, 1]
    assert log.entry.tolist() == [20, 15, 25]
    assert log.left.tolist() == [50, 25, 45]
    assert [thinnest(log, moment) for moment in (10, 20, 25, 46)] == [0, 1, 2, 1]


def test_an_impossible_stay_is_refused():
    none = np.array([0])
    with pytest.raises(ValueError, match="stay"):
        aalen_johansen(Stays(none, none, np.array([1.0]), np.array([1.0])), [1.0])
