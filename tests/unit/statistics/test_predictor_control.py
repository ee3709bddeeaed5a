"""The classic synthetic control with given importance of predictors."""

import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics.predictor_control import predictor_control

# What the Stata command synth2 found by its own search (options nested and allopt) and the donors it gives, as printed
# in a public tutorial: log income, age 15-24, price, beer, and sales in 1975, 1980 and 1988.
IMPORTANCE = np.array([0.00004916, 0.54587094, 0.01741005, 0.0031354, 0.42207419, 0.00655685, 0.00490342])
STATA = {"Utah": 0.334, "Nevada": 0.235, "Montana": 0.202, "Colorado": 0.161, "Connecticut": 0.068}


def test_the_donors_of_california() -> None:
    seen: dict[tuple[str, str], dict[int, float]] = {}
    for row in rows("synthetic-control/smoking_predictors.csv"):
        for name in ("lnincome", "age15to24", "retprice", "beer", "cigsale"):
            if row[name]:
                seen.setdefault((row["state"], name), {})[int(row["year"])] = float(row[name])
    states = sorted({state for state, _ in seen} - {"California"})

    def predictors(state: str) -> list[float]:
        means = [
            np.mean([seen[state, name][year] for year in range(first, 1989)])
            for name, first in (("lnincome", 1980), ("age15to24", 1980), ("retprice", 1980), ("beer", 1984))
        ]
        return [*means, *(seen[state, "cigsale"][year] for year in (1975, 1980, 1988))]

    controls = np.array([predictors(state) for state in states])
    weights = predictor_control(np.array(predictors("California")), controls, IMPORTANCE)
    found = {state: weight for state, weight in zip(states, weights, strict=True) if weight > 0}
    assert found == pytest.approx(STATA, abs=5.1e-4)
    published = values("synthetic-control/prop99_reference.json")["abadie_2010_weights"]
    assert found == pytest.approx(published, abs=3e-3), "by another search, over the same predictors"


def test_no_other_mix_is_nearer() -> None:
    draws = np.random.default_rng(9)
    for _ in range(20):
        controls, own, importance = draws.normal(size=(30, 4)), draws.normal(size=4) / 2, draws.random(4)
        weights = predictor_control(own, controls, importance)
        assert weights.sum() == pytest.approx(1)
        assert weights.min() >= 0
        scale = importance / np.vstack((controls, own)).var(axis=0, ddof=1)
        slope = (controls - own) @ (scale * (weights @ controls - own))
        assert slope.min() >= slope[weights > 0].max() - 1e-9
    inside = predictor_control(controls[:5].mean(axis=0), controls, importance)
    assert inside @ controls == pytest.approx(controls[:5].mean(axis=0))


def test_importance_and_predictors_that_say_nothing_are_refused() -> None:
    controls, own = np.array([[1.0, 2], [3, 2], [5, 2]]), np.array([2.0, 2])
    with pytest.raises(ValueError, match="the same for all units"):
        predictor_control(own, controls, np.ones(2))
    for importance in ([-1.0, 2], [0.0, 0]):
        with pytest.raises(ValueError, match="importance is zero or more"):
            predictor_control(own, controls + np.eye(3, 2), np.array(importance))
