from math import erf, sqrt

import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics.interrupted_series import interrupted_series
from graadmeter.statistics.poisson_regression import poisson_regression

TO_196 = erf(1.96 / sqrt(2))
"""The reference used 1.96 instead of 1.959964."""


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("poisson_rr", {"overdispersed": False}),
        ("quasipoisson_rr", {}),
        ("quasipoisson_harmonic2_rr", {"season": 12, "harmonics": 2}),
    ],
)
def test_the_smoking_ban_in_sicily(name, options) -> None:
    table = rows("its/sicily.csv")
    told = values("its/reference.json")[name]
    start = [row["smokban"] for row in table].index("1")
    counts, people = ([float(row[column]) for row in table] for column in ("aces", "stdpop"))
    found = interrupted_series(counts, start, exposure=people, confidence=TO_196, **options)
    assert [found.ratio, found.low, found.high] == pytest.approx(told, abs=6e-8)


def test_two_groups_have_a_closed_form() -> None:
    counts, after = np.array([3, 5, 4, 8, 9, 7.0]), np.array([0, 0, 0, 1, 1, 1.0])
    fit = poisson_regression(counts, np.column_stack((np.ones(6), after)))
    assert fit.coefficients == pytest.approx([np.log(4), np.log(2)])
    assert fit.covariance == pytest.approx(np.array([[1 / 12, -1 / 12], [-1 / 12, 1 / 12 + 1 / 24]]))
    assert (fit.fitted.tolist(), fit.leverage.tolist()) == (
        pytest.approx([4] * 3 + [8] * 3),
        pytest.approx([1 / 3] * 6),
    )
    assert (fit.dispersion, fit.freedom) == (pytest.approx((1 + 1) / 4 / 4 + (1 + 1) / 8 / 4), 4)
    assert fit.predict([1, 1]) == (pytest.approx(np.log(8)), pytest.approx(sqrt(1 / 24)))
    # A count that weighs twice is a count that occurs twice; one that weighs nothing is not there.
    twice = poisson_regression(counts[[0, 1, 2, 2, 3, 4]], np.column_stack((np.ones(6), after[[0, 1, 2, 2, 3, 4]])))
    weighed = poisson_regression(counts, np.column_stack((np.ones(6), after)), weights=[1, 1, 2, 1, 1, 0])
    assert weighed.coefficients == pytest.approx(twice.coefficients)
    assert weighed.covariance == pytest.approx(twice.covariance)
    assert weighed.freedom == 3
    assert np.isnan(poisson_regression([3, 4], [[1, 0], [1, 1]]).dispersion)


def test_what_a_regression_refuses() -> None:
    ones = np.ones((4, 1))
    for counts, design, why in (
        ([1, -1, 2, 3], ones, "zero or more"),
        ([1, np.nan, 2, 3], ones, "zero or more"),
        ([0, 0, 0, 0], ones, "no events"),
        ([1, 2, 3, 4], np.hstack((ones, 2 * ones)), "depend on each other"),
        ([1, 2], np.array([[1, 2, 4], [1, 3, 9]]), "more of them than counts"),
    ):
        with pytest.raises(ValueError, match=why):
            poisson_regression(counts, design)


def test_a_known_change_is_found_with_season_trend_and_growing_exposure() -> None:
    period = np.arange(40)
    people = 1000 * 1.01**period
    line = people * 0.2 * np.exp(0.02 * period + 0.3 * np.sin(period * np.pi / 2) + 0.1 * np.cos(period * np.pi))
    counts = line * np.where(period >= 25, 0.8, 1)
    found = interrupted_series(counts, 25, exposure=people, season=4)
    assert found.ratio == pytest.approx(0.8)
    assert found.without == pytest.approx(line)
    assert found.fitted == pytest.approx(counts)
    assert (found.without_low < line).all()
    assert (found.without_high > line).all()
    # Chance can only make counts vary more than nothing: no interval narrower than that of the Poisson distribution.
    plain = interrupted_series(counts, 25, exposure=people, season=4, overdispersed=False)
    assert (found.low, found.high) == (plain.low, plain.high)
    assert found.dispersion < 1e-12
    assert interrupted_series(counts, 25, exposure=people).dispersion > 1
    narrow = interrupted_series(counts, 25, exposure=people, season=4, confidence=0.8)
    assert found.low < narrow.low < narrow.ratio < narrow.high < found.high


def test_intervals_hold_what_they_promise() -> None:
    generator = np.random.default_rng(5)
    inside = 0
    for _ in range(100):
        gamma = generator.gamma(20, 1 / 20, 32)
        counts = generator.poisson(60 * gamma * np.where(np.arange(32) >= 20, 0.9, 1))
        found = interrupted_series(counts, 20)
        inside += found.low <= 0.9 <= found.high
    assert 88 <= inside <= 99


def test_two_periods_on_either_side_are_enough() -> None:
    for start in (2, 6):
        found = interrupted_series([50, 52, 49, 51, 50, 53, 48, 51], start)
        assert found.low < 1 < found.high


def test_figures_that_follow_each_other_are_reported() -> None:
    wave = np.repeat([50, 70], 5).tolist() * 4
    assert interrupted_series(wave, 20).autocorrelation > 0.5
    assert interrupted_series([50, 70] * 20, 20).autocorrelation < -0.8


@pytest.mark.parametrize(
    ("start", "options", "why"),
    [
        (1, {}, "period 1 of 12 cannot be told"),
        (11, {}, "period 11 of 12"),
        (6, {"season": 4, "harmonics": 3}, "has 1 to 2 harmonics, not 3"),
        (6, {"season": 4, "harmonics": 0}, "not 0"),
        (6, {"season": 12, "harmonics": 6}, "14 unknowns need more than 12 periods"),
        (6, {"exposure": [1] * 11 + [0]}, "above zero"),
    ],
)
def test_what_an_interrupted_series_refuses(start, options, why) -> None:
    with pytest.raises(ValueError, match=why):
        interrupted_series([5] * 12, start, **options)
