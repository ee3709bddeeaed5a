"""Price, volume and mix; concentration; output-based payment; uniform invoicing."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graadmeter.statistics.bennet import PARTS, Use, bennet, whole_parts
from graadmeter.statistics.concentration import hhi, merged, top_share
from graadmeter.statistics.invoicing import CRITERIA, Lines, scores
from graadmeter.statistics.output_payment import Trajectory, mean_tariffs, simulate

_SHARED = Path(__file__).parents[3] / "../shared/stat-benchmarks/procurement/hhi_decomposition.json"
shared = pytest.mark.skipif(not _SHARED.is_file(), reason="the published reference values are not on this machine")


@shared
def test_closed_forms():
    reference = json.loads(_SHARED.read_text())
    for case in reference["hhi"]:
        assert hhi({str(place): share for place, share in enumerate(case["shares"])}) == pytest.approx(case["hhi"])
    for case in reference["price_volume"]:
        then, now = ((case[f"p{year}"][0], case[f"q{year}"][0]) for year in (0, 1))
        before, after = (Use(1, units, price * units) for price, units in (then, now))
        parts = bennet({"p": before}, {"p": after})["p"]
        assert (parts["prijs"], parts["eenheden"]) == pytest.approx((case["bennet"]["price"], case["bennet"]["volume"]))
        assert sum(parts.values()) == pytest.approx(case["total"])


_uses = st.builds(Use, st.integers(0, 50), st.integers(0, 400), st.integers(-500, 100_000))
_year = st.dictionaries(st.sampled_from("abcd"), _uses, max_size=4)


@given(_year, _year)
def test_parts_add_up_exactly_and_going_back_turns_the_signs(before, after):
    there, back = bennet(before, after), bennet(after, before)
    change = sum(use.amount for use in after.values()) - sum(use.amount for use in before.values())
    assert sum(sum(parts.values()) for parts in there.values()) == pytest.approx(change, abs=1e-6)
    for name, parts in there.items():
        turned = back[name] | {"nieuw": back[name]["beeindigd"], "beeindigd": back[name]["nieuw"]}
        assert [turned[part] for part in PARTS] == pytest.approx([-parts[part] for part in PARTS], abs=1e-6)
    sums = {part: sum(parts[part] for parts in there.values()) for part in PARTS}
    cents = whole_parts(sums, change)
    assert sum(cents.values()) == change
    assert all(abs(cents[part] - sums[part]) <= 1 for part in PARTS)


def test_each_cause_goes_where_it_belongs():
    base = {"a": Use(10, 100, 1000), "b": Use(10, 100, 3000)}
    priced = bennet(base, {"a": Use(10, 100, 1100), "b": Use(10, 100, 3000)})
    assert priced["a"]["prijs"] == pytest.approx(100)
    more = bennet(base, {"a": Use(20, 200, 2000), "b": Use(20, 200, 6000)})
    assert sum(parts["clienten"] for parts in more.values()) == pytest.approx(4000)
    longer = bennet(base, {"a": Use(10, 150, 1500), "b": Use(10, 100, 3000)})
    assert longer["a"]["eenheden"] == pytest.approx(500)
    dearer = bennet(base, {"a": Use(5, 50, 500), "b": Use(15, 150, 4500)})
    assert sum(parts["mix"] for parts in dearer.values()) == pytest.approx(1000)
    renewed = bennet({"a": Use(10, 100, 1000)}, {"c": Use(9, 90, 900)})
    assert (renewed["a"]["beeindigd"], renewed["c"]["nieuw"]) == (-1000, 900)
    distinct = bennet(base, base, clients=(20, 10))
    assert sum(parts["mix"] + parts["clienten"] for parts in distinct.values()) == pytest.approx(0)
    with pytest.raises(ValueError, match="nobody"):
        bennet(base, base, clients=(0, 10))


def test_concentration_by_group_and_of_the_largest():
    amounts = {"a": 30.0, "b": 30.0, "c": 20.0, "d": 20.0}
    assert (hhi(amounts), top_share(amounts, 2)) == (2600, 60)
    assert merged(amounts, {"a": "ab", "b": "ab"}) == {"ab": 60, "c": 20, "d": 20}
    assert hhi(merged(amounts, {"a": "ab", "b": "ab"})) == 4400
    assert (hhi({}), top_share({}, 10)) == (None, None)
    with pytest.raises(ValueError, match="negative"):
        hhi({"a": -1.0})


def _replayed():
    rng = np.random.default_rng(11)
    return [
        Trajectory(f"aanbieder {place % 3}", "licht" if place % 2 else "zwaar", float(cost))
        for place, cost in enumerate(rng.gamma(2, 1000, 600) * (1 + (np.arange(600) % 3 == 0)))
    ]


def test_output_payment_is_neutral_for_the_region_and_shows_who_loses():
    trajectories = _replayed()
    tariffs = mean_tariffs(trajectories)
    found = simulate(trajectories, tariffs, by="provider", seed=1)
    assert sum(one.difference for one in found) == pytest.approx(0, abs=1e-6)
    dear = found[0]
    assert (dear.trajectories, dear.chance_of_loss) == (200, 1.0)
    assert dear.low < dear.difference < dear.high < 0
    for one in simulate(trajectories, tariffs, by="profile", seed=1):
        assert one.difference == pytest.approx(0, abs=1e-6)
        assert 0 < one.chance_of_loss < 0.5


def test_the_bootstrap_spreads_as_n_times_the_variance():
    trajectories = _replayed()
    found = simulate(trajectories, {"licht": 2000, "zwaar": 3000}, by="provider", seed=5)
    for one in found:
        gains = [
            {"licht": 2000, "zwaar": 3000}[each.profile] - each.cost
            for each in trajectories
            if each.provider == one.name
        ]
        assert one.error**2 == pytest.approx(len(gains) * np.var(gains, ddof=1))
        assert (one.high - one.low) / (2 * 1.96) == pytest.approx(one.error, rel=0.08)


def test_a_seed_is_a_result_whatever_the_order_and_the_others():
    trajectories = _replayed()
    tariffs = mean_tariffs(trajectories)
    found = simulate(trajectories, tariffs, by="provider", seed=9, draws=200)
    assert simulate(trajectories[::-1], tariffs, by="provider", seed=9, draws=200) == found
    assert simulate(trajectories, tariffs, by="provider", seed=10, draws=200) != found
    first = [one for one in trajectories if one.provider == "aanbieder 1"]
    assert simulate(first, tariffs, by="provider", seed=9, draws=200) == [found[1]]
    single = simulate([Trajectory("x", "licht", 100.0)], {"licht": 90.0}, by="provider", seed=1)[0]
    assert (single.error, single.chance_of_loss, single.difference) == (0, 1, -10)


def test_uniform_invoicing_counts_lines_that_fulfil_everything():
    every = frozenset(CRITERIA)
    lines = [
        Lines("b", every, 60),
        Lines("b", every - {"op_tijd"}, 30),
        Lines("b", frozenset(), 10),
        Lines("a", every, 4),
    ]
    one, two = scores([*lines, Lines("c", every, 0)])
    assert (one.provider, one.score, one.high) == ("a", 1.0, 1.0)
    assert (two.lines, two.uniform, two.score) == (100, 60, 0.6)
    assert two.low < 0.6 < two.high
    assert two.by_criterion["op_tijd"] == pytest.approx(0.6)
    assert two.by_criterion["product"] == pytest.approx(0.9)
