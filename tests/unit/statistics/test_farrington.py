from math import atan, comb, exp, factorial, pi

import numpy as np
import pytest
from tests.support.benchmarks import rows

from graadmeter.statistics.beta import negative_binomial_tail, share_below, student_p
from graadmeter.statistics.expectation import Enough, count_bound, count_tail
from graadmeter.statistics.farrington import farrington
from graadmeter.statistics.farrington_flexible import Bound, farrington_flexible


def weeks():
    counts = [float(row["observed"]) for row in rows("farrington/salmonella_agona.csv")]
    told = rows("farrington/expected_weeks_282_297.csv")
    assert len(told) == 16
    return [(row, counts[: int(row["week"])]) for row in told]


def test_salmonella_agona_by_the_method_of_1996() -> None:
    for told, counts in weeks():
        found = farrington(counts, 52)
        assert found.upper == pytest.approx(float(told["upper"]), abs=2e-4)
        assert found.alarm == (told["alarm"] == "1")
        assert (found.p < 0.005) == found.alarm


def test_salmonella_agona_by_the_flexible_method() -> None:
    for told, counts in weeks():
        found = farrington_flexible(counts, 52)
        assert found.upper == float(told["upper_flex_nb"])
        assert found.alarm == (told["alarm_flex"] == "1")
        power = farrington_flexible(counts, 52, peak=1, bound=Bound.POWER_AS_IN_R)
        assert power.upper == pytest.approx(float(told["upper_flex_delta"]), abs=1e-4)
        ours = farrington_flexible(counts, 52, peak=1, bound=Bound.POWER)
        assert ours.upper == pytest.approx(power.upper, rel=0.05)
        assert ours.expected == power.expected


def test_the_beta_distribution_and_its_tails() -> None:
    x = np.array([0, 0.01, 0.3, 0.5, 0.9, 0.999, 1])
    assert share_below(x, 1, 3) == pytest.approx(1 - (1 - x) ** 3, rel=1e-13, abs=1e-16)
    assert share_below(x, 2, 2) == pytest.approx(3 * x**2 - 2 * x**3, rel=1e-13)
    assert float(share_below(0.5, 400, 400)) == pytest.approx(0.5, rel=1e-11)
    binomial = sum(comb(30, k) * 0.2**k * 0.8 ** (30 - k) for k in range(9, 31))
    assert float(share_below(0.2, 9, 22)) == pytest.approx(binomial, rel=1e-12)
    for t in (0, 0.5, 3, -12):
        assert float(student_p(t, 1)) == pytest.approx(1 - 2 / pi * atan(abs(t)), abs=1e-14)
        assert float(student_p(t, 2)) == pytest.approx(1 - abs(t) / np.sqrt(2 + t * t), abs=1e-14)
    # A mean of 3 with dispersion 2 is the number of failures before the third success of chance one half.
    chances = [comb(k + 2, k) * 0.5 ** (k + 3) for k in range(12)]
    tails = [1 - sum(chances[:k]) for k in range(12)]
    assert negative_binomial_tail(np.arange(12), 3, 2) == pytest.approx(tails, rel=1e-12)


def test_bounds_of_counts() -> None:
    tails = [1 - sum(exp(-4) * 4**k / factorial(k) for k in range(n)) for n in range(12)]
    assert count_tail(np.arange(12), 4, 1) == pytest.approx(tails, rel=1e-10)
    for share in (0.5, 0.9, 0.99, 0.9999):
        for dispersion in (1, 1.7, 6):
            bound = count_bound(40, dispersion, share)
            assert count_tail(bound + 1, 40, dispersion) <= 1 - share < count_tail(bound, 40, dispersion)
    assert count_bound(0.001, 1, 0.99) == 0


QUARTERS = [20, 30, 25, 15] * 7


def test_quarters_with_a_season() -> None:
    for newest, alarm in ((15, False), (22, False), (33, True)):
        series = [*QUARTERS[:-1], newest]
        classic = farrington(series, 4, years=5, around=0)
        flexible = farrington_flexible(series, 4, years=6, around=0, blocks=4, skipped=2)
        assert (classic.alarm, flexible.alarm) == (alarm, alarm)
        assert (classic.expected, flexible.expected) == (pytest.approx(15), pytest.approx(15))
        assert (classic.dispersion, flexible.dispersion) == (1, 1)
        assert (classic.p < 0.005, flexible.p < 0.01) == (alarm, alarm)


def test_a_growing_series_is_no_alarm_and_the_growth_stops_at_what_was_seen() -> None:
    growing = np.round(20 * 1.03 ** np.arange(40))
    flexible = {"years": 9, "around": 0, "blocks": 4, "skipped": 2}
    found = farrington_flexible(growing, 4, **flexible)
    level = farrington_flexible(growing, 4, significance=0, **flexible)
    # Extrapolated it would be more than was ever counted, so that the trend is left out.
    assert (found.trend, level.trend) == (False, False)
    slow = np.where(np.arange(40) == 30, 80, np.round(20 * 1.03 ** np.arange(40)))
    with_trend = farrington_flexible(slow, 4, **flexible)
    assert with_trend.trend
    assert with_trend.expected > level.expected
    assert not with_trend.alarm
    few_years = farrington(np.where(np.arange(40) == 35, 90, growing), 4, years=2, around=1)
    assert not few_years.trend


def test_peaks_weigh_less_and_latest_periods_do_not_count() -> None:
    with_peak = list(QUARTERS)
    with_peak[11] = 90
    flexible = {"years": 6, "around": 0, "blocks": 4}
    clean, peaked, blind = (
        farrington_flexible(series, 4, skipped=2, peak=peak, **flexible)
        for series, peak in ((QUARTERS, 2.58), (with_peak, 1), (with_peak, 1e9))
    )
    assert clean.expected < peaked.expected < blind.expected
    recent = [*QUARTERS[:-5], 60, *QUARTERS[-4:]]
    assert farrington_flexible(recent, 4, skipped=5, **flexible).expected == pytest.approx(15)
    assert farrington_flexible(recent, 4, skipped=3, **flexible).expected > 16


def test_unknown_quarters_and_few_events() -> None:
    holed = [float("nan") if place in {3, 8, 9} else count for place, count in enumerate(QUARTERS)]
    found = farrington_flexible(holed, 4, years=6, around=0, blocks=4, skipped=2)
    assert found.expected == pytest.approx(15, rel=1e-6)
    rare = [0, 0, 1, 0] * 6 + [0, 0, 0, 4]
    assert farrington_flexible(rare, 4, years=6, around=0, blocks=1, skipped=2, enough=Enough(0, 1)).alarm
    assert not farrington_flexible(rare, 4, years=6, around=0, blocks=1, skipped=2).alarm


def test_what_never_happened_before() -> None:
    # All of two events in the last of seven like periods: one in 49; of three one in 343.
    for newest, p, alarm in ((2, 1 / 49, False), (3, 1 / 343, True)):
        never = [0] * 27 + [newest]
        for found in (
            farrington(never, 4, years=6, around=0, alpha=0.02, enough=Enough(1, 4)),
            farrington_flexible(never, 4, years=6, around=0, blocks=1, skipped=2, enough=Enough(1, 4)),
        ):
            assert (found.expected, found.alarm) == (0, alarm)
            assert found.p == pytest.approx(p)


@pytest.mark.parametrize(
    ("method", "series", "options", "why"),
    [
        (farrington, QUARTERS, {"years": 7}, "looks 31 periods back and the series has 27"),
        (farrington, [], {"years": 1}, "the series has 0 before"),
        (farrington, [*QUARTERS[:-1], np.nan], {"years": 4}, "newest count is unknown"),
        (farrington, [*QUARTERS[:-1], -1], {"years": 4}, "below zero"),
        (farrington, QUARTERS, {"years": 4, "around": 4}, "4 periods around one of last year reach the newest"),
        (farrington, QUARTERS, {"years": 2, "around": 0}, "2 earlier periods are too few for 2 unknowns"),
        (farrington, [*[np.nan] * 27, 1], {"years": 4}, "no earlier period is known"),
        (farrington_flexible, QUARTERS, {"years": 4, "around": 0, "blocks": 5}, "has no 5 blocks"),
        (farrington_flexible, QUARTERS, {"years": 4, "around": 2, "blocks": 1}, "has no 1 blocks when 5 periods"),
    ],
)
def test_what_is_refused(method, series, options, why) -> None:
    with pytest.raises(ValueError, match=why):
        method(series, 4, **options)
