import math

import numpy as np
import pytest

from graadmeter.statistics import gamma


def test_logarithm_of_the_function_and_its_derivatives() -> None:
    euler = 0.5772156649015329
    assert gamma.log_gamma([5, 0.5]) == pytest.approx([math.log(24), math.log(math.pi) / 2], rel=1e-14)
    assert gamma.digamma([1, 0.5, 2, 25]) == pytest.approx(
        [-euler, -euler - 2 * math.log(2), 1 - euler, sum(1 / k for k in range(1, 25)) - euler], rel=1e-13, abs=0
    )
    assert gamma.trigamma([1, 0.5, 12]) == pytest.approx(
        [math.pi**2 / 6, math.pi**2 / 2, math.pi**2 / 6 - sum(1 / k**2 for k in range(1, 12))], rel=1e-12, abs=0
    )


@pytest.mark.parametrize("shape", [1, 2, 7, 60])
def test_the_share_below_a_point_is_a_sum_of_poisson_terms(shape) -> None:
    for point in (0.3 * shape, shape, 1.2 * shape + 1, 2.5 * shape):
        terms = math.fsum(math.exp(-point + k * math.log(point) - math.lgamma(k + 1)) for k in range(shape))
        assert float(gamma.share_below(point, shape)) == pytest.approx(1 - terms, abs=1e-14)


def test_quantiles_undo_shares_for_every_shape() -> None:
    share, shape = np.meshgrid([0.001, 0.025, 0.5, 0.9, 0.999], [0.2, 0.9, 1, 3.3, 15, 400, 20_000])
    point = gamma.quantile(share, shape)
    assert gamma.share_below(point, shape) == pytest.approx(share, rel=1e-10)
    assert (np.diff(point, axis=1) > 0).all()


def test_a_shape_of_nearly_nothing_has_its_low_quantiles_at_nothing() -> None:
    assert float(gamma.quantile(0.025, 1e-3)) == 0
    assert gamma.share_below(gamma.quantile(0.975, 1e-3), 1e-3) == pytest.approx(0.975, rel=1e-10)


def test_quantiles_of_the_exponential_and_of_chi_squared() -> None:
    assert float(gamma.quantile(0.5, 1)) == pytest.approx(math.log(2), rel=1e-14)
    # Chi-squared with 2k degrees of freedom is twice a gamma with shape k: published tables give 3.841 and 18.307.
    assert 2 * gamma.quantile(0.95, [0.5, 5]) == pytest.approx([3.841458820694124, 18.307038053275146], rel=1e-13)
