"""Weighted cohorts against an experiment of which the answer is known (LaLonde; Dehejia and Wahba)."""

from dataclasses import replace

import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics.cohort import Cohort, UnusableCohort, standardised_differences
from graadmeter.statistics.entropy_balancing import entropy_balancing
from graadmeter.statistics.outcome_regression import augmented, outcome_regression
from graadmeter.statistics.propensity import inverse_probability

PLAIN = ("age", "educ", "black", "hisp", "marr", "nodegree", "re74", "re75")


@pytest.fixture(scope="module")
def training() -> Cohort:
    """Participants of the experiment and a population sample, with the covariates of Dehejia and Wahba (2002)."""
    table = [row for row in rows("cohort/nsw_experiment.csv") if row["treat"] == "1"] + rows("cohort/cps_controls.csv")
    of = {name: np.array([float(row[name]) for row in table]) for name in (*PLAIN, "treat", "re78")}
    more = {
        "u74": of["re74"] == 0,
        "u75": of["re75"] == 0,
        "age2": of["age"] ** 2,
        "age3": of["age"] ** 3,
        "educ2": of["educ"] ** 2,
        "educ_re74": of["educ"] * of["re74"],
    }
    covariates = np.column_stack([of[name] for name in PLAIN] + list(more.values()))
    return Cohort((*PLAIN, *more), covariates, of["treat"] == 1, of["re78"])


def test_in_the_experiment_both_sides_are_alike_by_themselves() -> None:
    table = rows("cohort/nsw_experiment.csv")
    covariates = np.array([[float(row[name]) for name in PLAIN] for row in table])
    treated, earned = np.array([row["treat"] == "1" for row in table]), np.array([float(row["re78"]) for row in table])
    drawn_by_lot = Cohort(PLAIN, covariates, treated, earned)
    told = values("cohort/reference.json")
    assert drawn_by_lot.naive == pytest.approx(told["experimental_difference"], rel=1e-12)
    assert np.abs(standardised_differences(drawn_by_lot)).max() < 0.35
    for method in (augmented, entropy_balancing):
        corrected = method(drawn_by_lot)
        assert abs(corrected.effect - told["experimental_difference"]) < told["se"] / 3
        assert corrected.error == pytest.approx(told["se"], rel=0.1)


def test_the_effect_of_a_training_is_near_that_of_the_experiment(training: Cohort) -> None:
    told = values("cohort/reference.json")
    known = told["measured_here_att"]
    assert training.treated.sum() == told["n_treated"]
    assert training.naive == pytest.approx(told["naive_treated_vs_cps"], abs=1e-4)
    methods = {
        "ipw": inverse_probability,
        "outcome_regression": outcome_regression,
        "aipw": augmented,
        "entropy_balancing": entropy_balancing,
    }
    found = {name: method(training) for name, method in methods.items()}
    assert {name: round(each.effect, 1) for name, each in found.items()} == {name: known[name] for name in methods}
    assert all(abs(each.effect - told["experimental_difference"]) < told["se"] for each in found.values())
    assert all(each.weights.sum() == pytest.approx(1) for each in found.values())
    balanced, weighted = found["entropy_balancing"], found["ipw"]
    assert np.abs(standardised_differences(training, balanced.weights)).max() < 1e-8
    assert balanced.alike
    assert np.abs(standardised_differences(training)).max() > 1
    assert weighted.largest[1] == max(standardised_differences(training, weighted.weights), key=abs)
    assert 50 < balanced.effective_size < 200
    assert found["outcome_regression"].weights.min() < 0 <= balanced.weights.min()


def drawn(draws: np.random.Generator, persons: int = 300) -> Cohort:
    """Persons with two covariates that decide on both the intervention and the outcome; the effect is 2."""
    covariates = draws.normal(size=(persons, 2))
    treated = draws.random(persons) < 1 / (1 + np.exp(1 - covariates @ [0.8, -0.5]))
    outcome = covariates @ [3.0, 1] + 2 * treated + draws.normal(size=persons)
    return Cohort(("leeftijd", "duur"), covariates, treated, outcome)


def test_standard_errors_are_the_spread_of_the_estimates() -> None:
    draws = np.random.default_rng(11)
    cohorts = [drawn(draws) for _ in range(100)]
    for method in (augmented, entropy_balancing):
        found = [method(cohort) for cohort in cohorts]
        effects = np.array([each.effect for each in found])
        assert effects.mean() == pytest.approx(2, abs=0.06)
        assert np.mean([each.error for each in found]) == pytest.approx(effects.std(), rel=0.15)
        inside = [abs(each.effect - 2) < 1.96 * each.error for each in found]
        assert 0.9 <= np.mean(inside) <= 0.99


def test_without_noise_the_regression_is_exact() -> None:
    cohort = drawn(np.random.default_rng(4))
    exact = replace(cohort, outcome=cohort.covariates @ [3.0, 1] + 2 * cohort.treated)
    assert abs(exact.naive - 2) > 0.5
    for method in (outcome_regression, augmented, entropy_balancing):
        assert method(exact).effect == pytest.approx(2)


def test_persons_that_cannot_tell_an_effect_are_refused() -> None:
    cohort = drawn(np.random.default_rng(4), 60)
    first = cohort.covariates[:, 0]
    for covariates, treated, why in (
        (np.column_stack((first, 2 * first + 1)), cohort.treated, "covariate duur is the same"),
        (np.where(first[:, None] > 2, np.nan, cohort.covariates), cohort.treated | (first > 9), "missing"),
        (cohort.covariates, np.arange(60) > 2, "57 persons with and 3 without"),
        (cohort.covariates, np.arange(60) > 58, "1 persons with"),
        (cohort.covariates[:, :1], cohort.treated, "do not belong"),
    ):
        with pytest.raises(UnusableCohort, match=why):
            Cohort(cohort.names, covariates, treated, cohort.outcome)
    apart = replace(cohort, treated=first > 0.3)
    with pytest.raises(UnusableCohort, match="tell exactly who"):
        inverse_probability(apart)
    with pytest.raises(UnusableCohort, match="no weights make both sides alike"):
        entropy_balancing(apart)
