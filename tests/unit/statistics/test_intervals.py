import numpy as np
import pytest
from tests.support.benchmarks import rows

from graadmeter.domain import intervals
from graadmeter.statistics.byar import byar, count_interval, rate_interval
from graadmeter.statistics.dobson import directly_standardised, repeated_events
from graadmeter.statistics.indirect import indirectly_standardised
from graadmeter.statistics.normal import two_sided
from graadmeter.statistics.poisson import exact_poisson
from graadmeter.statistics.wilson import wilson

LEVELS = {"95%": 0.95, "99.8%": 0.998}
EXACT = {"rel": 1e-12, "abs": 0}


def test_points_of_the_normal_distribution() -> None:
    assert two_sided(0.95) == pytest.approx(1.959963984540054, abs=1e-15)
    assert two_sided(0.998) == pytest.approx(3.090232306167813, abs=1e-14)


def test_byar_and_wilson_against_published_values() -> None:
    for row in rows("rates/byar_wilson.csv"):
        level, x = LEVELS[row["confidence"]], float(row["x"])
        found = byar(x, level) if row["method"] == "Byars" else wilson(x, float(row["n"]), level)
        for value, name in zip(found, ("lowercl", "uppercl"), strict=True):
            if row[name]:
                assert float(value) == pytest.approx(float(row[name]), **EXACT)


def test_wilson_of_every_published_proportion() -> None:
    table = [row for row in rows("rates/proportions_wilson.csv") if row["value"]]
    assert len(table) == 16
    part, whole, times = (np.array([float(r[k]) for r in table]) for k in ("Numerator", "Denominator", "multiplier"))
    for level, mark in ((0.95, "95_0"), (0.998, "99_8")):
        for found, end in zip(wilson(part, whole, level), ("lower", "upper"), strict=True):
            assert found * times == pytest.approx([float(r[f"{end}{mark}cl"]) for r in table], **EXACT)


def test_wilson_agrees_with_the_interval_of_the_site_and_stays_between_nought_and_one() -> None:
    for part, whole in ((0, 7), (7, 7), (3, 40), (0, 1)):
        assert tuple(map(float, wilson(part, whole))) == pytest.approx(intervals.wilson(part, whole), abs=1e-15)
    assert float(wilson(0, 50)[0]) == 0.0
    assert float(wilson(50, 50)[1]) == 1.0
    for part, whole in ((-1, 5), (6, 5), (0, 0), (float("nan"), 5)):
        assert np.isnan(wilson(part, whole)).all()


def test_exact_poisson_against_published_tables() -> None:
    # Garwood (1936), two-sided 95 %: 0, 1, 5 and 9 events.
    low, high = exact_poisson([0, 1, 5, 9])
    assert low == pytest.approx([0, 0.0253178, 1.6234864, 4.1153731], abs=5e-8)
    assert high == pytest.approx([3.6888795, 5.5716434, 11.6683321, 17.0848035], abs=5e-8)
    assert np.isnan(exact_poisson(-1)).all()
    assert float(exact_poisson(0, 0.998)[1]) == pytest.approx(-np.log(0.001), rel=1e-13)


def test_counts_are_exact_below_ten_and_by_byar_from_ten_on() -> None:
    low, high = count_interval([9, 10])
    assert (low[0], high[0]) == tuple(float(end[()]) for end in exact_poisson(9))
    assert (low[1], high[1]) == tuple(float(end[()]) for end in byar(10))
    assert (float(byar(0)[0]), np.isnan(byar(-1)).all()) == (0.0, True)
    assert tuple(map(float, byar(0))) == pytest.approx(intervals.byar(0), abs=1e-14)
    assert np.isnan(count_interval(float("nan"))).all()


def test_a_rate_is_its_count_over_its_base() -> None:
    low, high = rate_interval([20, 20], [4000, 0], multiplier=1000)
    assert (low[0], high[0]) == pytest.approx([end / 4 for end in byar(20)], rel=1e-14)
    assert np.isnan([low[1], high[1]]).all()


@pytest.mark.parametrize("times", [10_000, 100_000])
def test_directly_standardised_rates(times) -> None:
    # The European standard population of 2013, in nineteen age groups.
    weight = [float(row["weight"]) for row in rows("rates/esp2013.csv")]
    table = rows("rates/dsr_input.csv")
    for expected in (r for r in rows("rates/dsr_expected.csv") if r["statistic"].endswith(("NA", f"{times}", "< 10"))):
        mine = [row for row in table if row["area"] == expected["area"]]
        count, population = [float(r["count"] or 0) for r in mine], [float(r["pop"]) for r in mine]
        for level, mark in ((0.95, "95_0"), (0.998, "99_8")):
            found = directly_standardised(count, population, weight, confidence=level, multiplier=times)
            got = [float(found.value), float(found.low), float(found.high)]
            if expected["value"]:
                names = ("value", f"lower{mark}cl", f"upper{mark}cl")
                assert got == pytest.approx([float(expected[name]) for name in names], **EXACT)
            else:
                assert np.isnan(got).all()


def test_a_standardised_rate_needs_ten_events() -> None:
    shown = directly_standardised([[4, 6], [4, 5]], [[100, 200], [100, 200]], [1, 1])
    assert np.isfinite(shown.value).tolist() == [True, False]
    assert float(shown.value[0]) == pytest.approx(0.035, rel=1e-14)


def test_repeated_events_of_one_person_widen_the_interval() -> None:
    # Two age groups: persons with one, two and three trajectories.
    persons, times = [[30, 10, 0], [5, 5, 10]], [1, 2, 3]
    count = [50, 45]
    variance = repeated_events(persons, times)
    assert variance.tolist() == [70, 115]
    alone = directly_standardised(count, [1000, 500], [2, 1])
    together = directly_standardised(count, [1000, 500], [2, 1], variance=variance)
    assert float(together.value) == float(alone.value)
    ratio = float((together.high - together.value) / (alone.high - alone.value))
    assert ratio == pytest.approx(np.sqrt((4 * 70 / 1e6 + 115 / 25e4) / (4 * 50 / 1e6 + 45 / 25e4)), rel=1e-12)


def test_indirectly_standardised_ratios() -> None:
    table = rows("rates/isr_input.csv")
    for expected in rows("rates/isr_expected.csv"):
        mine = [row for row in table if row["area"] == expected["area"]]
        count, pop, ref, base = ([float(r[k]) for r in mine] for k in ("count", "pop", "refcount", "refpop"))
        scale = float(expected["value"]) / (float(expected["observed"]) / float(expected["expected"]))
        for level, mark in ((0.95, "95_0"), (0.998, "99_8")):
            found = indirectly_standardised(sum(count), pop, ref, base, level)
            assert float(found.expected) == pytest.approx(float(expected["expected"]), **EXACT)
            got = [float(x) * scale for x in (found.value, found.low, found.high)]
            names = ("value", f"lower{mark}cl", f"upper{mark}cl")
            assert got == pytest.approx([float(expected[name]) for name in names], **EXACT)


def test_nothing_expected_gives_no_ratio() -> None:
    found = indirectly_standardised(3, [0.0], [5], [100])
    assert np.isnan([found.value, found.low, found.high]).all()
    little = indirectly_standardised(3, [50.0], [1], [100])
    assert (float(little.expected), float(little.value)) == (0.5, 6.0)
