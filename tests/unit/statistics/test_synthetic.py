"""Synthetic difference in differences, synthetic control and placebos against Proposition 99."""

import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics.nearest_mix import nearest_mix
from graadmeter.statistics.panel import NEVER, Panel, UnusablePanel, panel
from graadmeter.statistics.placebo import Placebos, placebos
from graadmeter.statistics.synthetic import compare, ratios

START = 1989


@pytest.fixture(scope="module")
def smoking() -> Panel:
    return panel(
        (row["State"], int(row["Year"]), float(row["PacksPerCapita"]), START if row["State"] == "California" else NEVER)
        for row in rows("synthetic-control/prop99.csv")
    )


def test_synthetic_difference_in_differences_with_all_placebos(smoking: Panel) -> None:
    told = values("synthetic-control/prop99_reference.json")
    found = placebos(smoking)
    assert found.own.effect == pytest.approx(told["sdid"]["value"], abs=5e-9)
    assert found.spread == pytest.approx(told["sdid_exact_placebo_sd"]["value"], abs=5e-10)
    assert len(found.units) == 38
    assert (found.rank, found.of, found.smallest_p) == (1, 39, 1 / 39)
    assert found.p == pytest.approx(told["tidysynth_published"]["fisher_p"], abs=5e-5)
    low, high = found.interval(0.8)
    assert (low + high) / 2 == pytest.approx(found.own.effect)
    assert high - low == pytest.approx(2 * 1.2815515655446004 * found.spread)

    own = found.own
    weights = dict(zip(own.controls, own.unit_weights, strict=True))
    largest = sorted(weights, key=lambda name: -weights[name])[:10]
    assert largest == list(told["sdid_unit_weights"])
    assert [weights[name] for name in largest] == pytest.approx(list(told["sdid_unit_weights"].values()), abs=5e-5)
    years = {int(year): weight for year, weight in told["sdid_time_weights"].items()}
    assert own.period_weights == pytest.approx([years.get(year, 0) for year in range(1970, START)], abs=5e-5)
    assert own.unit_weights.sum() == pytest.approx(1)
    assert own.gap[own.before :].mean() == own.effect
    assert own.period_weights @ own.gap[: own.before] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(("method", "name"), [("synthetic control", "sc_outcome_only"), ("did", "did")])
def test_control_and_difference_in_differences(smoking: Panel, method: str, name: str) -> None:
    told = values("synthetic-control/prop99_reference.json")[name]
    assert compare(smoking, method).effect == pytest.approx(told["value"], abs=5e-9)


def test_the_published_donors_give_the_published_ratio() -> None:
    told = values("synthetic-control/prop99_reference.json")
    sales: dict[str, dict[int, float]] = {}
    for row in rows("synthetic-control/smoking_predictors.csv"):
        sales.setdefault(row["state"], {})[int(row["year"])] = float(row["cigsale"])
    mix = {
        year: sum(w * sales[name][year] for name, w in told["abadie_2010_weights"].items()) for year in sales["Utah"]
    }
    gap = np.array([sales["California"][year] - mix[year] for year in sorted(mix)])
    published = told["tidysynth_published"]
    # The weights are published in three decimals, and by another optimiser than the ratio.
    assert (gap[:19] ** 2).mean() == pytest.approx(published["pre_mspe"], rel=0.03)
    assert (gap[19:] ** 2).mean() == pytest.approx(published["post_mspe"], rel=0.015)
    assert ratios(gap[None], 19)[0] ** 2 == pytest.approx(published["ratio"], rel=0.04)


def test_a_mix_of_known_weights_is_found_and_many_at_once_give_what_each_gives_alone() -> None:
    draws = np.random.default_rng(5)
    parts, known = draws.normal(size=(3, 40, 4)), np.array([[0.6, 0.4, 0, 0], [0.25] * 4, [0, 0, 0, 1]])
    target = np.vecdot(parts, known[:, None, :])
    none, fine = np.zeros(3), np.full(3, 1e-7)
    found = nearest_mix(parts, target, none, fine)
    assert found == pytest.approx(known, abs=1e-4)
    alone = [nearest_mix(parts[[one]], target[[one]], none[:1], fine[:1])[0] for one in range(3)]
    assert found == pytest.approx(np.array(alone), abs=1e-12)
    even = nearest_mix(parts, target, np.full(3, 1e3), fine)
    assert even == pytest.approx(np.full((3, 4), 0.25), abs=1e-3)


def small(units: int, starters: int = 1) -> Panel:
    """Units that are levels plus what all have in common; the last ones start in period 5, with an effect of 4."""
    common = np.array([3, 1, 4, 1, 5, 9, 2, 6.0])
    outcome = common + np.arange(units)[:, None] * 10.0
    outcome[-starters:, 5:] += 4
    start = np.where(np.arange(units) < units - starters, NEVER, 5)
    return Panel(tuple(f"u{number}" for number in range(units)), np.arange(8), outcome, start)


def test_a_planted_effect_is_found_exactly_and_is_the_most_extreme() -> None:
    for method in ("did", "synthetic did"):
        found = compare(small(6, starters=2), method)
        assert found.effect == pytest.approx(4)
        assert found.gap == pytest.approx([0] * 5 + [4] * 3, abs=1e-9)
    ranked = placebos(small(6), only=3)
    assert ranked.units == ("u0", "u1", "u2")
    assert ranked.effect == pytest.approx([0] * 3, abs=1e-9)
    assert ratios(np.array([[0.0, 0, 2]]), 2).tolist() == [np.inf]


def test_few_placebos_allow_few_conclusions() -> None:
    own = compare(small(6), "did")
    thirteen = Placebos(("x",) * 13, np.array([1.0, -1] * 6 + [0.0]), np.array([1.0] * 12 + [np.inf]), own)
    assert (thirteen.rank, thirteen.of, thirteen.p) == (2, 14, 2 / 14)
    assert thirteen.interval(0.95) == (-np.inf, np.inf)
    assert np.isfinite(thirteen.interval(0.8)).all()
    four = Placebos(("x",) * 4, np.array([1.0, -1, 1, -1]), np.ones(4), own)
    assert np.isfinite(four.interval(0.8)).all(), "one in five is a chance of 20 %"


def test_what_cannot_be_compared_is_refused() -> None:
    with pytest.raises(UnusablePanel, match="2 different periods"):
        compare(Panel(("a", "b", "c", "d"), np.arange(4), np.ones((4, 4)), np.array([2, 3, NEVER, NEVER])))
    with pytest.raises(UnusablePanel, match="two periods before"):
        compare(Panel(("a", "b", "c"), np.arange(4), np.ones((3, 4)), np.array([1, NEVER, NEVER])))
    with pytest.raises(UnusablePanel, match="three units"):
        placebos(small(3))
    with pytest.raises(UnusablePanel, match="2 units start"):
        placebos(small(6, starters=2))
