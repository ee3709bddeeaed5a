import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics.exponential_smoothing import smooth
from graadmeter.statistics.forecast import NAIVE, best_model, forecast, seasonal_naive
from graadmeter.statistics.least_squares import least_squares
from graadmeter.statistics.normal import two_sided
from graadmeter.statistics.smoothing_state import Smoothing, run


def error(expected, real) -> float:
    return float(np.sqrt(np.mean((expected - real) ** 2)))


def test_gas_in_the_united_kingdom() -> None:
    told = values("forecast/reference.json")
    gas = np.array([float(row["y"]) for row in rows("forecast/ukgas.csv")])
    train, real = gas[:100], gas[100:]
    chosen = best_model(train, 4)
    assert chosen.model.name == told["model"]
    expected, variance = chosen.ahead(8)
    assert expected == pytest.approx(told["mean"], rel=1.1e-3)
    half = two_sided(0.8) * np.sqrt(variance[:4])
    # Wide in winter and narrow in summer: 301 and 72.
    assert expected[:4] - half == pytest.approx(told["lo80"], rel=1e-3)
    assert expected[:4] + half == pytest.approx(told["hi80"], rel=1e-3)
    assert error(expected, real) == pytest.approx(told["test_rmse"]["ets"], rel=2e-3)
    naive = seasonal_naive(train, 4, 8)
    assert error(naive.expected, real) == pytest.approx(told["test_rmse"]["snaive"], abs=1e-3)


MODELS = [
    Smoothing(proportional, trend, damped, season)
    for proportional in (True, False)
    for trend, damped in ((False, False), (True, False), (True, True))
    for season in (1, 4)
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_what_is_told_of_the_future_is_what_happens_in_ten_thousand_futures(model) -> None:
    generator = np.random.default_rng(11)
    series = np.array([60, 90, 75, 45] * 7) * 1.01 ** np.arange(28) * np.exp(generator.normal(0, 0.06, 28))
    found = smooth(series, model)
    expected, variance = found.ahead(7)
    level, slope = np.full(10_000, found.level), np.full(10_000, found.slope)
    season = [np.full(10_000, one) for one in found.season]
    for step in range(7):
        base, own, place = level + found.phi * slope, season[step % model.season], step % model.season
        chance = generator.normal(0, np.sqrt(found.variance), 10_000)
        future = base * own * (1 + chance) if model.proportional else base + own + chance
        move = base * chance if model.proportional else chance
        level, slope = base + found.alpha * move, found.phi * slope + found.beta * move
        season[place] = own * (1 + found.gamma * chance) if model.proportional else own + found.gamma * chance
        assert expected[step] == pytest.approx(future.mean(), abs=5 * future.std() / 100)
        assert variance[step] == pytest.approx(future.var(), rel=0.07)


def test_the_state_at_the_end_begins_with_the_coming_period() -> None:
    model = Smoothing(proportional=True, trend=False, damped=False, season=4)
    for length in (21, 22, 24):
        series = np.array([60, 90, 75, 45.0] * 6)[:length]
        state = run(np.array([0.0, 0.0, 67.5, 60 / 67.5, 90 / 67.5, 75 / 67.5])[:, None], series, model)
        assert np.abs(state.errors).max() < 1e-12
        coming = np.array([60, 90, 75, 45] * 7)[length : length + 4]
        assert (state.level * state.season)[:, 0] == pytest.approx(coming)


def test_the_floor() -> None:
    generator = np.random.default_rng(2)
    steady = forecast(generator.poisson([40, 60, 50, 30] * 7), 4, 5)
    assert steady.method.startswith("ETS")
    assert steady.expected == pytest.approx([40, 60, 50, 30, 40], rel=0.12)
    assert (steady.low < steady.expected).all()
    # Three years of one kind and three of another: smoothing has not learnt the new kind after a year, 'as before' has.
    turned = [90, 80, 90, 80] * 3 + [20, 95, 20, 95] * 3
    naive = forecast(turned, 4, 5)
    assert (naive.method, naive.expected.tolist()) == (NAIVE, [20, 95, 20, 95, 20])
    half = two_sided(0.8) * np.sqrt(
        np.mean((np.array(turned[4:]) - np.array(turned[:-4])) ** 2) * np.array([1, 1, 1, 1, 2])
    )
    assert naive.high == pytest.approx(naive.expected + half)
    assert naive.low.tolist() == pytest.approx(np.maximum(naive.expected - half, 0).tolist())
    assert seasonal_naive([-one for one in turned], 4, 2).low[1] < -95
    assert seasonal_naive([0, 3, 0, 5, 1, 0, 4, 2], 4, 2).low.tolist() == [0, 0]
    assert forecast([5] * 12, 4, 2).high.tolist() == [5, 5]


def test_no_season_and_zeros() -> None:
    line = 100 + 3 * np.arange(24) + np.random.default_rng(4).normal(0, 2, 24)
    found = forecast(line, 1, 3)
    assert found.expected == pytest.approx([172, 175, 178], abs=4)
    assert best_model(np.array([0, 3, 0, 5, 1, 0, 4, 2.0]), 1).model.name.startswith("ETS(A")
    assert best_model(np.array([1, 3, 2.0]), 1) is None


@pytest.mark.parametrize("series", [[1, 2, np.nan, 4, 5, 6, 7, 8], [[1, 2], [3, 4]], [1, 2, 3, 4, 5, 6, 7]])
def test_what_has_no_forecast(series) -> None:
    with pytest.raises(ValueError, match="one series without gaps of two years"):
        forecast(series, 4, 1)
    with pytest.raises(ValueError, match=r"ETS\(M,N,M\) does not fit a series of 7 figures from 1 to 7"):
        smooth(np.arange(1, 8), Smoothing(proportional=True, trend=False, damped=False, season=4))
    with pytest.raises(ValueError, match="4 figures are not more than the 4 of a year"):
        seasonal_naive([1, 2, 3, 4], 4, 1)


def test_least_squares_finds_the_bottom_of_a_valley_and_steps_back_from_a_cliff() -> None:
    def valley(sets):
        x, y = sets
        return np.stack((10 * (y - x * x), np.where(x < 1.5, 1 - x, np.nan)))

    found, left = least_squares(valley, np.array([-1.2, 1.0]))
    assert found == pytest.approx([1, 1], abs=1e-6)
    assert left < 1e-12
