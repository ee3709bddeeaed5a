import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics.fay_herriot import fay_herriot
from graadmeter.statistics.gamma_poisson import LARGEST_SHAPE, fit, fit_with_covariates, shrink


def lip():
    table = rows("shrinkage/scotland_lip.csv")
    return {name: np.array([float(row[name]) for row in table]) for name in table[0] if name != "county.names"}


def test_lip_cancer_in_scotland() -> None:
    told, area = values("shrinkage/reference.json"), lip()
    prior = fit(area["cases"], area["expected"])
    assert float(prior.shape) == pytest.approx(told["theta"], abs=1e-5)
    assert np.log(float(prior.mean)) == pytest.approx(told["log_mean"], abs=1e-6)
    shrunk = shrink(area["cases"], area["expected"], prior)
    assert shrunk.value == pytest.approx(area["EB"], abs=6e-7)
    for share, name in ((0.05, "EB_q05"), (0.5, "EB_q50"), (0.95, "EB_q95")):
        assert shrunk.quantile(share) == pytest.approx(area[name], abs=6e-7)
    assert shrunk.value == pytest.approx(
        shrunk.own_weight * area["SMR"] + (1 - shrunk.own_weight) * float(prior.mean), rel=1e-12
    )


def test_lip_cancer_with_a_covariate() -> None:
    told, area = values("shrinkage/reference.json")["with_AFF"], lip()
    prior, coefficients = fit_with_covariates(area["cases"], area["expected"], area["AFF"])
    assert float(prior.shape) == pytest.approx(told["theta"], abs=1e-5)
    assert coefficients == pytest.approx([told["intercept"], told["AFF"]], abs=1e-6)
    assert shrink(area["cases"], area["expected"], prior).value == pytest.approx(area["EB_aff"], abs=6e-7)


def test_many_sets_at_once_give_what_each_gives_alone() -> None:
    generator = np.random.default_rng(3)
    expected = generator.uniform(5, 60, (4, 30))
    observed = generator.poisson(expected * generator.gamma(4, 0.25, expected.shape)).astype(float)
    observed[1, 20:] = np.nan
    together = fit(observed, expected)
    for number in range(4):
        kept = np.isfinite(observed[number])
        alone = fit(observed[number][kept], expected[number][kept])
        assert float(together.shape[number]) == pytest.approx(float(alone.shape), rel=1e-6)
        assert float(together.mean[number]) == pytest.approx(float(alone.mean), rel=1e-6)
    given = fit(observed, expected, mean=1.0)
    assert given.mean.tolist() == [1.0] * 4
    assert shrink(observed, expected, given).value.shape == observed.shape


def test_the_shape_is_where_the_likelihood_is_highest() -> None:
    from graadmeter.statistics.gamma import log_gamma  # noqa: PLC0415  only here

    area = lip()
    best = fit(area["cases"], area["expected"], mean=1.2)

    def likelihood(shape):
        o, m = area["cases"], 1.2 * area["expected"]
        return float((log_gamma(o + shape) - log_gamma(shape) + shape * np.log(shape / (shape + m))).sum()) + float(
            (o * np.log(m / (shape + m))).sum()
        )

    top = float(best.shape)
    assert likelihood(top) > max(likelihood(top * 0.999), likelihood(top * 1.001))


def test_areas_that_differ_by_chance_only_all_get_the_common_rate() -> None:
    prior = fit([10.0, 10, 11, 9, 10], [10.0] * 5)
    assert float(prior.shape) == pytest.approx(LARGEST_SHAPE)
    assert shrink([9.0], [10.0], prior).value == pytest.approx([1.0], abs=1e-5)
    # A set that is settled soon does not stop one that needs longer.
    both = fit([[10.0, 10, 11, 9, 10], [2, 9, 30, 14, 4]], [[10.0] * 5] * 2)
    assert float(both.shape[0]) == pytest.approx(LARGEST_SHAPE)
    assert float(both.shape[1]) == pytest.approx(float(fit([2.0, 9, 30, 14, 4], [10.0] * 5).shape), rel=1e-9)


def test_fay_herriot_with_equal_variances_is_known_in_closed_form() -> None:
    direct = np.array([1.0, 3, 4, 8, 9, 2, 5])
    known = 1.5
    found = fay_herriot(direct, [known] * 7)
    between = direct.var(ddof=1) - known
    own = between / (between + known)
    assert found.between == pytest.approx(between, rel=1e-9)
    assert found.value == pytest.approx(own * direct + (1 - own) * direct.mean(), rel=1e-9)
    assert found.own_weight == pytest.approx([own] * 7, rel=1e-9)
    second = (1 - own) ** 2 * (between + known) / 7
    third = known**2 / (between + known) ** 3 * 2 * (between + known) ** 2 / 7
    assert found.mean_squared_error == pytest.approx([own * known + second + 2 * third] * 7, rel=1e-9)


def test_fay_herriot_follows_its_covariates_and_never_has_a_negative_variance() -> None:
    x = np.arange(8.0)
    found = fay_herriot(2 + 3 * x, [0.5] * 8, x)
    assert found.between == 0.0
    assert found.coefficients == pytest.approx([2, 3], abs=1e-9)
    assert found.value == pytest.approx(2 + 3 * x, abs=1e-9)
    uneven = fay_herriot(2 + 3 * x + [2, -2, 1, -3, 3, -1, 2, -2], np.linspace(0.2, 3, 8), x)
    assert uneven.between > 0
    assert (np.diff(uneven.own_weight) < 0).all()
