"""Sun and Abraham's estimator against the published values of the R package fixest."""

import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics.panel import NEVER, Panel, UnusablePanel, panel
from graadmeter.statistics.sun_abraham import sun_abraham
from graadmeter.statistics.two_way import two_way

# Effects and errors clustered by unit without covariate, as fixest told them in its issue 287.
CLUSTERED = {
    -9: (2.343297, 1.122482),
    -8: (-0.866391, 1.186767),
    -7: (-0.345837, 0.713641),
    -6: (-0.471113, 0.731894),
    -5: (-0.796544, 0.527162),
    -4: (-0.280033, 0.429222),
    -3: (-0.315766, 0.528401),
    -2: (0.241325, 0.457825),
}


def test_a_staggered_start_with_a_covariate() -> None:
    told = values("did/base_stagg_reference.json")
    table = rows("did/base_stagg.csv")
    found = panel((row["id"], int(row["year"]), float(row["y"]), int(row["year_treated"])) for row in table)
    x1 = np.empty_like(found.outcome)
    for row in table:
        x1[found.units.index(row["id"]), found.column(int(row["year"]))] = float(row["x1"])
    fit, published = sun_abraham(found, {"x1": x1}), told["sun_abraham_with_x1"]
    known = (published["att"], published["se_default_vcov"])
    assert fit.overall("classical") == pytest.approx(known, abs=5e-7)
    assert fit.covariate("x1", "classical") == pytest.approx((published["x1"], published["se_x1"]), abs=5e-7)
    plain = sun_abraham(found)
    assert plain.overall()[0] == pytest.approx(told["computed_here"]["sun_abraham_no_cov"], abs=5e-6)
    by_time = plain.by_time_since_start()
    assert list(by_time) == [time for time in range(-9, 9) if time != -1]
    for time, published in CLUSTERED.items():
        assert by_time[time] == pytest.approx(published, abs=5e-7)
    after = [(9 - time) * 5 for time in range(9)]
    total = sum(number * by_time[time][0] for time, number in enumerate(after)) / sum(after)
    assert total == pytest.approx(plain.overall()[0])


def test_without_covariates_and_with_one_start_it_is_the_difference_of_differences() -> None:
    outcome = np.array([[1.0, 4, 9, 7], [2, 2, 6, 9], [1, 3, 2, 2], [0, 2, 4, 1]])
    one = Panel(("a", "b", "c", "d"), np.arange(4), outcome, np.array([2, 2, NEVER, NEVER]))
    by_time = sun_abraham(one).by_time_since_start()
    change = outcome - outcome[:, [1]]
    expected = change[:2].mean(axis=0) - change[2:].mean(axis=0)
    assert {time: told[0] for time, told in by_time.items()} == pytest.approx(
        {-2: expected[0], 0: expected[2], 1: expected[3]}
    )


def test_levels_of_units_and_periods_are_taken_out() -> None:
    draws = np.random.default_rng(2)
    x, noise = draws.normal(size=(2, 6, 5)), draws.normal(size=(6, 5)) / 10
    y = 3 * x[0] - x[1] + np.arange(6)[:, None] * 7 + np.arange(5) ** 2 + noise
    fit = two_way(y, x)
    dummies = np.column_stack(
        (*(each.ravel() for each in x), np.repeat(np.eye(6), 5, axis=0), np.tile(np.eye(5), (6, 1))[:, 1:])
    )
    full, error, _, _ = np.linalg.lstsq(dummies, y.ravel())
    assert fit.coefficient == pytest.approx(full[:2])
    assert fit.classical == pytest.approx((np.linalg.inv(dummies.T @ dummies) * error / (30 - 12))[:2, :2])


def test_what_cannot_be_told_apart_is_refused() -> None:
    outcome = np.arange(12.0).reshape(3, 4) ** 2
    one = Panel(("a", "b", "c"), np.arange(4), outcome, np.array([2, NEVER, NEVER]))
    with pytest.raises(
        UnusablePanel, match="cannot be told apart from the levels of 3 units and 4 periods; covariates: size"
    ):
        sun_abraham(one, {"size": np.repeat([[1.0], [2], [3]], 4, axis=1)})
    with pytest.raises(UnusablePanel, match="every unit starts"):
        sun_abraham(Panel(("a", "b", "c"), np.arange(4), outcome, np.array([2, 3, 3])))
