from math import comb, exp, factorial

import numpy as np
import pytest

from graadmeter.statistics.control_chart import control_chart
from graadmeter.statistics.earlier_figures import earlier_figures
from graadmeter.statistics.false_discovery import adjusted
from graadmeter.statistics.newest_count import NewestCount, newest_count
from graadmeter.statistics.newest_value import NewestValue, newest_value
from graadmeter.statistics.signal_list import Candidate, signal_list
from graadmeter.statistics.special_causes import Cause


def wandering(generator, series, length, likeness):
    """Series that vary by 1 around 0, each figure like the one before."""
    chance = generator.normal(size=(series, length + 20))
    found = chance.copy()
    for now in range(1, length + 20):
        found[:, now] = likeness * found[:, now - 1] + np.sqrt(1 - likeness**2) * chance[:, now]
    return found[:, 20:]


@pytest.mark.parametrize("likeness", [0, 0.5])
def test_few_of_the_signals_are_false_also_when_quarters_resemble_each_other(likeness) -> None:
    series = 50 + wandering(np.random.default_rng(20), 280, 24, likeness)
    series[:14, -1] += np.where(np.arange(14) % 2, 4, -4)
    newest = [newest_value(one, 1) for one in series]
    found = signal_list([Candidate("a", f"{place:03}", one) for place, one in enumerate(newest)], most=280)
    real = sum(int(one.name) < 14 for one in found.signals)
    assert real / len(found.signals) >= 0.8
    assert real / 14 >= 0.5
    usual = np.array([one.p for one in newest[14:]])
    assert (usual < 0.05).mean() == pytest.approx(0.05, abs=0.03)
    assert (usual < 0.01).mean() <= 0.025
    # A control chart of the same series flags far more of the usual ones, where quarters resemble each other.
    charts = sum(control_chart(one).causes[-1] is not Cause.COMMON for one in series[14:])
    assert (charts / 266 > 0.08) == (likeness > 0)


def test_counts_are_as_honest() -> None:
    generator = np.random.default_rng(7)
    level = np.exp(np.log(generator.uniform(2, 80, 80))[:, None] + 0.2 * wandering(generator, 80, 24, 0.4))
    counts = generator.poisson(level * np.array([1, 1.3, 0.9, 0.8] * 6))
    p = np.array([newest_count(one, 4).p for one in counts])
    assert (p < 0.01).mean() <= 0.03
    assert 0.01 <= (p < 0.05).mean() <= 0.09


def test_false_discoveries() -> None:
    assert adjusted([0.01, 0.04, 0.03, 0.5]).tolist() == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])
    assert adjusted([0.9, 0.001]).tolist() == pytest.approx([0.9, 0.002])
    assert adjusted([]).tolist() == []
    with pytest.raises(ValueError, match="between 0 and 1"):
        adjusted([0.5, float("nan")])


def newest(p):
    """A value that far off that its chance is p, with one degree of freedom."""
    return NewestValue(float(np.tan((1 - p) * np.pi / 2)), 0.0, 1.0, 1)


def test_the_list_is_made_per_family_sorted_and_capped() -> None:
    chances = {("jeugd", "b"): 0.02, ("jeugd", "a"): 0.02, ("jeugd", "c"): 0.9, ("wmo", "a"): 0.04, ("wmo", "b"): 0.3}
    given = [Candidate(*key, newest(p)) for key, p in chances.items()]
    found = signal_list(given)
    assert [(one.family, one.name) for one in found.signals] == [("jeugd", "a"), ("jeugd", "b"), ("wmo", "a")]
    assert [one.rate for one in found.signals] == pytest.approx([0.03, 0.03, 0.08])
    assert (found.left_off, found.tested) == (0, 5)
    assert signal_list(reversed(given)) == found
    short = signal_list(given, most=1)
    assert ([one.name for one in short.signals], short.left_off) == (["a"], 2)
    assert len(signal_list(given, rate=0.05).signals) == 2
    assert signal_list([]).signals == ()
    with pytest.raises(ValueError, match="a occurs twice in wmo"):
        signal_list([*given, given[3]])


def test_small_counts_are_judged_exactly() -> None:
    tail = [1 - sum(exp(-2.5) * 2.5**k / factorial(k) for k in range(n)) for n in range(9)]
    for count in range(9):
        below = 1 - tail[count + 1] if count < 8 else 1
        assert NewestCount(count, 2.5, 1.0, np.inf).p == pytest.approx(min(2 * min(tail[count], below), 1))
    # Nothing in eleven quarters and then three: the chance that all three fall in one of twelve, twice for two sides.
    rare = newest_count([0] * 11 + [3], 4)
    assert rare.p == pytest.approx(2 / 12**3)
    assert rare.limits() == (0, 1)
    larger = newest_count([0] * 11 + [3], 4, exposure=[1] * 11 + [4])
    assert larger.p == pytest.approx(2 * (4 / 15) ** 3)
    # Two in twenty quarters and then three: three or more of five in one of twenty-one.
    few = newest_count([0, 1] + [0] * 17 + [1, 3], 4)
    assert few.p == pytest.approx(2 * sum(comb(5, k) * 20 ** (5 - k) for k in (3, 4, 5)) / 21**5)


def test_limits_are_where_the_chance_is() -> None:
    for one in (NewestCount(0, 3, 1, np.inf), NewestCount(0, 900, 12, 11)):
        for alpha in (0.05, 0.001):
            low, high = one.limits(alpha)
            edges = one.chances([low - 1, low, high, high + 1])
            inside = edges.min(axis=0) > alpha
            assert inside[1:3].all()
            assert not inside[3]
            assert low == 0 or not inside[0]
    value = NewestValue(3, 10, 2, 1)
    for alpha in (0.9, 0.5, 0.05):
        half = 2 * np.tan((1 - alpha) * np.pi / 2)
        assert value.limits(alpha) == pytest.approx((10 - half, 10 + half))
    assert NewestValue(12, 10, 2, 1).p == pytest.approx(0.5)
    # The tails of Student's t: the same count is less unlikely when the spread is a guess.
    assert NewestCount(120, 80, 4, 5).p > NewestCount(120, 80, 4, np.inf).p


def test_trend_season_and_growing_population_are_usual() -> None:
    season = np.array([40, 60, 50, 30] * 7)
    assert newest_count(season, 4).expected == pytest.approx(30, rel=0.01)
    assert newest_count([*season[:-1], 60], 4).p < 0.002
    assert newest_count(season, 1).expected > 40
    people = 1000 * 1.03 ** np.arange(28)
    counts = np.round(people * 0.05)
    assert newest_count(counts, 1, exposure=people).p > 0.9
    assert newest_value(7 + 0.5 * np.arange(12), 1).expected == pytest.approx(12.5)
    assert newest_value([*(season / 10)[:-1], 4.5], 4).p < 1e-6
    # With a quarter of the year in which nothing ever happened there is no season to speak of, and nothing is certain.
    summer = newest_count([9, 11, 0, 10] * 6 + [9, 11, 1], 4)
    assert summer.p > 0.001
    assert newest_value([0.0] * 10, 1).p == 1
    steady = newest_value([2.0] * 12, 4)
    assert (steady.expected, steady.p) == (pytest.approx(2), pytest.approx(1, abs=1e-3))


def test_the_figure_before_tells_something() -> None:
    generator = np.random.default_rng(1)
    series = wandering(generator, 1, 60, 0.9)[0] * 10 + 100
    high = series.copy()
    high[-2] += 15
    assert newest_value(high, 1).expected > newest_value(series, 1).expected + 5
    assert newest_count(np.round(high), 1).expected > newest_count(np.round(series), 1).expected + 5


def test_unknown_figures_are_left_out() -> None:
    nan = float("nan")
    before = earlier_figures([1, nan, 3, 4, 5, 6, nan, 8, 9, 10, 11], 4)
    assert before.figures.tolist() == [1, 3, 4, 5, 6, 8, 9, 10]
    assert before.design.shape == (8, 2)
    design, row = before.after(np.arange(1.0, 9.0))
    assert design[:, -1].tolist() == [0, 0, 2, 3, 4, 0, 6, 7]
    assert row.tolist() == [1, 0, 8]
    assert newest_count([10, nan, *[10] * 10], 4).expected == pytest.approx(10)
    assert earlier_figures([*range(13)], 4).design.shape == (12, 5)
    assert earlier_figures([*range(12)], 4).design.shape == (11, 2)
    for series in ([1] * 8, [*[1] * 10, nan], [*[nan] * 5, *[1] * 8], [], [[1] * 12]):
        with pytest.raises(ValueError, match="the newest and 8 earlier figures"):
            earlier_figures(series, 1)
    for counts, people in (([*[1] * 9, -1], 1), ([1] * 10, [1] * 9 + [0])):
        with pytest.raises(ValueError, match="zero or more"):
            newest_count(counts, 1, exposure=people)
