"""The default for panels: imputation with permuted starts, and the words that follow from it."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics import permuted_starts
from graadmeter.statistics.arrays import Floats
from graadmeter.statistics.callaway_santanna import group_effects
from graadmeter.statistics.group_effects import overall
from graadmeter.statistics.imputation import effect_weights, impute
from graadmeter.statistics.panel import NEVER, Panel, UnusablePanel, panel
from graadmeter.statistics.permuted_starts import Assignments, assignments
from graadmeter.statistics.verdict import Verdict, smallest_detectable, verdict

UNITS, PERIODS = 14, 20
STARTS = np.array([9, 9, 9, 12, 12, 12, 15, 15] + [NEVER] * 6)


def region(outcome: Floats, start: Floats = STARTS) -> Panel:
    return Panel(tuple(f"u{number:02d}" for number in range(start.size)), np.arange(outcome.shape[1]), outcome, start)


def rates(draws: np.random.Generator, effect: float = 0.0) -> Floats:
    """Per 1,000 of the young, of municipalities of 2,200 to 34,000: shocks of 5 % that last, growth, and chance."""
    young = draws.permutation(np.geomspace(2_200, 34_000, UNITS))[:, None]
    shock = draws.normal(scale=0.05, size=(UNITS, PERIODS))
    for quarter in range(1, PERIODS):
        shock[:, quarter] = 0.5 * shock[:, quarter - 1] + np.sqrt(0.75) * shock[:, quarter]
    level = 0.03 * np.exp(draws.normal(scale=0.15, size=(UNITS, 1)) + np.linspace(0, 0.1, PERIODS) + shock)
    there = np.arange(PERIODS) >= STARTS[:, None]
    return draws.poisson(level * (1 + effect * there) * young) / young * 1_000


@pytest.fixture(scope="module")
def tried() -> Assignments:
    return assignments(region(np.zeros((UNITS, PERIODS))), seed=7)


def test_the_value_of_the_reference() -> None:
    told = values("did/base_stagg_reference.json")["computed_here"]["imputation_no_cov"]
    table = rows("did/base_stagg.csv")
    found = panel((row["id"], int(row["year"]), float(row["y"]), int(row["year_treated"])) for row in table)
    assert impute(found).effect == pytest.approx(told, abs=5e-11)


def test_a_planted_effect_without_noise_is_found_exactly(tried: Assignments) -> None:
    level = np.arange(UNITS)[:, None] * 3.0 + np.sin(np.arange(PERIODS)) * 5
    since = np.arange(PERIODS) - STARTS[:, None]
    planted = np.where(since >= 0, -2 - 0.5 * since, 0)
    found = impute(region(level + planted))
    assert found.effect == pytest.approx(planted[since >= 0].mean())
    assert found.by_time_since_start == pytest.approx({time: -2 - 0.5 * time for time in range(11)})
    assert found.expected == pytest.approx(level)
    assert tried.effect(level + planted).effect == pytest.approx(found.effect)
    constant = tried.effect(level - 4.0 * (since >= 0))
    assert constant.interval(0.95) == pytest.approx((-4, -4))
    assert constant.spread == pytest.approx(0, abs=1e-9)


def test_effects_per_form_of_help_add_up(tried: Assignments) -> None:
    light, special = np.random.default_rng(1).normal(size=(2, UNITS, PERIODS))
    parts = [tried.effect(light).effects, tried.effect(special).effects]
    assert sum(parts) == pytest.approx(tried.effect(light + special).effects)
    by_time = [impute(region(each)).by_time_since_start for each in (light, special, light + special)]
    assert {time: by_time[0][time] + by_time[1][time] for time in by_time[0]} == pytest.approx(by_time[2])


def test_the_interval_holds_what_the_test_does_not_reject(tried: Assignments, monkeypatch: pytest.MonkeyPatch) -> None:
    found = tried.effect(rates(np.random.default_rng(3)))
    assert found.effects.size == 1_000
    assert found.smallest_p == 0.001
    assert not tried.enumerated
    for confidence in (0.8, 0.95):
        low, high = found.interval(confidence)
        inside, outside = (low + 1e-6, high - 1e-6), (low - 1e-6, high + 1e-6)
        assert min(found.p(effect) for effect in inside) > 1 - confidence
        assert max(found.p(effect) for effect in outside) <= 1 - confidence + 1e-12
    monkeypatch.setattr(permuted_starts, "_CHUNK", 50_000)
    again = assignments(region(np.zeros((UNITS, PERIODS))), seed=7)
    assert again.weights == pytest.approx(tried.weights, abs=1e-15), "in parts, and drawn with the same seed"
    other = assignments(region(np.zeros((UNITS, PERIODS))), seed=8)
    assert (other.weights[0] == tried.weights[0]).all()
    assert not (other.weights == tried.weights).all()


def test_few_assignments_are_all_tried_and_allow_few_conclusions() -> None:
    start = np.array([3, NEVER, 3, 4, NEVER])
    small = region(np.random.default_rng(5).normal(size=(5, 6)), start)
    every = assignments(small, seed=1)
    assert every.enumerated
    assert every.weights.shape[0] == 30
    expected = {round(impute(replace(small, start=np.array(one))).effect, 9) for one in permutations(start.tolist())}
    assert {round(effect, 9) for effect in every.effect(small.outcome).effects} == expected
    alone = region(rates(np.random.default_rng(6)), np.array([9] + [NEVER] * 13))
    found = assignments(alone, seed=1).effect(alone.outcome)
    assert found.smallest_p == 1 / 14
    assert found.interval(0.95) == (-np.inf, np.inf)
    assert np.isfinite(found.interval(0.8)).all()
    assert smallest_detectable(found.spread, found.smallest_p) == np.inf


def test_weights_are_those_of_least_squares() -> None:
    start = np.array([[2, 3, NEVER], [NEVER, 2, 2]])
    weights = effect_weights(start, np.arange(4))
    for one, found in zip(start, weights, strict=True):
        treated = (np.arange(4) >= one[:, None]).ravel()
        dummies = np.column_stack((np.repeat(np.eye(3), 4, axis=0), np.tile(np.eye(4), (3, 1))))
        mean = dummies[treated].mean(axis=0)
        expected = np.where(treated, 1 / treated.sum(), 0.0)
        expected[~treated] = -np.linalg.pinv(dummies[~treated]).T @ mean
        assert found.ravel() == pytest.approx(expected)


def test_periods_in_which_all_have_started_are_refused() -> None:
    late = region(np.ones((2, 5)), np.array([2, 3]))
    for method in (impute, lambda found: assignments(found, seed=1)):
        with pytest.raises(UnusablePanel, match="from period 3 on every unit has the intervention"):
            method(late)


@pytest.mark.parametrize(("effect", "least", "most"), [(0.0, 0.0, 0.08), (-0.15, 0.85, 1.0)])
def test_how_often_an_effect_is_called_shown(tried: Assignments, effect: float, least: float, most: float) -> None:
    draws = np.random.default_rng(20)
    panels = 200 if effect == 0 else 60
    shown = 0
    for _ in range(panels):
        outcome = rates(draws, effect)
        found = tried.effect(outcome)
        wide = found.interval(0.95)
        if wide[0] > 0 or wide[1] < 0:
            second = overall(group_effects(region(outcome)))[0]
            shown += verdict(wide, found.interval(0.8), second) is Verdict.SHOWN
    assert least <= shown / panels <= most
