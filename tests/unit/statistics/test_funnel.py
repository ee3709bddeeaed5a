import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics import overdispersion
from graadmeter.statistics.funnel import area_class, ratio_limits, share_class, share_limits
from graadmeter.statistics.normal import two_sided
from graadmeter.statistics.wilson import wilson

CLASSES = {"Low (0.001)": -2, "Low (0.025)": -1, "Not significant": 0, "High (0.025)": 1, "High (0.001)": 2}


def test_published_limits_of_a_proportion() -> None:
    table = rows("funnel/proportion_limits.csv")
    base = [float(row["Population"]) for row in table]
    baseline = [float(row["Baseline"]) / 100 for row in table]
    for level, mark in ((0.95, "2s0025limit"), (0.998, "3s0001limit")):
        low, high = share_limits(baseline, base, level)
        assert low * 100 == pytest.approx([float(row[f"Lower{mark}"]) for row in table], abs=2e-6)
        assert high * 100 == pytest.approx([float(row[f"Upper{mark}"]) for row in table], abs=2e-6)


def test_the_class_of_all_published_areas() -> None:
    table = rows("funnel/proportion_input.csv")
    part, whole = (np.array([float(row[name]) for row in table]) for name in ("numerator", "denominator"))
    expected = [CLASSES[row["significance"]] for row in table]
    assert share_class(part, whole, part.sum() / whole.sum()).tolist() == expected
    assert len(expected) == 303


def test_a_share_is_outside_the_limits_when_its_wilson_interval_leaves_the_benchmark_out() -> None:
    part, base = np.arange(0, 201), 200
    for level, rank in ((0.95, 1), (0.998, 2)):
        low, high = wilson(part, base, level)
        outside = np.where(low > 0.3, 1, np.where(high < 0.3, -1, 0))
        found = share_class(part, base, 0.3)
        assert np.array_equal(outside, np.sign(found) * (np.abs(found) >= rank))


def test_published_limits_of_a_ratio() -> None:
    told = values("funnel/poisson_limits.json")
    for level, mark in ((0.95, "95"), (0.998, "99.8")):
        low, high = ratio_limits(told["expected"], level)
        assert low == pytest.approx(told[f"ll{mark}"], abs=5e-7)
        assert high == pytest.approx(told[f"ul{mark}"], abs=5e-7)
    assert np.isnan(ratio_limits([0, -1], 0.95)).all()
    # Half a chi-squared point of 3 degrees of freedom (9.3484 at 97.5 %), over one half.
    assert float(ratio_limits(0.5, 0.95)[1]) == pytest.approx(9.348403604496148, rel=1e-12)


def test_what_is_not_known_has_no_class() -> None:
    nan = float("nan")
    assert area_class([nan, 0.5], (nan, nan), (nan, nan)).tolist() == [0, 0]
    assert share_class([5, 1], [0, 1], 0.5).tolist() == [0, 0]
    assert area_class([1, 2, 3, 4, 5.0], (1.5, 4.5), (2.5, 3.5)).tolist() == [-2, -1, 0, 1, 2]
    # On a limit is within it.
    assert area_class([1.5, 2.5, 3.5, 4.5], (1.5, 4.5), (2.5, 3.5)).tolist() == [-1, 0, 0, 1]


@pytest.mark.parametrize(("method", "of"), [("SHMI", overdispersion.log_ratio), ("CQC", overdispersion.root_ratio)])
def test_published_overdispersion(method, of) -> None:
    table = rows("funnel/overdispersion_input.csv")
    found = of([float(r["numerator"]) for r in table], [float(r["denominator"]) for r in table])
    told = next(row for row in rows("funnel/overdispersion_expected.csv") if row["method"] == method)
    assert int(found.n) == int(told["n"])
    assert (float(found.phi), float(found.tau2)) == pytest.approx((float(told["phi"]), float(told["tau2"])), rel=1e-8)


def test_shares_that_differ_by_chance_only_have_no_variance_between_them() -> None:
    nan = float("nan")
    parts = [
        [100, 101, 99, 100, 100],
        [50, 80, 100, 120, 150],
        [nan, 80, nan, nan, nan],
        [nan] * 5,
        [60, 90, nan, 130, 95],
    ]
    found = overdispersion.arcsine_share(parts, [[1000] * 5] * 5, [0.1] * 5)
    assert found.n.tolist() == [5, 5, 1, 0, 4]
    assert found.tau2[[0, 2, 3]].tolist() == [0, 0, 0]
    assert found.phi[0] < 1
    for row in (1, 4):
        # By hand: z-scores on the arcsine scale, the outermost drawn in to the tenth and ninetieth percentile.
        share = np.array([part for part in parts[row] if part > 0]) / 1000
        z = (np.arcsin(np.sqrt(share)) - np.arcsin(np.sqrt(0.1))) * 2 * np.sqrt(1000)
        z = np.clip(z, *np.quantile(z, [0.1, 0.9]))
        n = len(z)
        assert found.phi[row] == pytest.approx((z**2).mean(), rel=1e-12)
        assert found.tau2[row] == pytest.approx(((z**2).sum() - (n - 1)) / (4000 * (n - 1)), rel=1e-12)


def test_limits_widen_with_the_variance_between_areas_and_stay_shares() -> None:
    z = two_sided(0.95)
    plain = overdispersion.arcsine_limits(0.1, 1000, 0.0, z)
    wider = overdispersion.arcsine_limits(0.1, 1000, 0.01, z)
    assert wider[0] < plain[0] < 0.1 < plain[1] < wider[1]
    assert [float(end) for end in plain] == pytest.approx([end[()] for end in share_limits(0.1, 1000, 0.95)], abs=2e-3)
    assert [float(end) for end in overdispersion.arcsine_limits([0.01, 0.99], 5, 1.0, z)[0]] == [0.0, 0.0]
    assert [float(end) for end in overdispersion.arcsine_limits([0.01, 0.99], 5, 9.0, z)[1]] == [1.0, 1.0]
