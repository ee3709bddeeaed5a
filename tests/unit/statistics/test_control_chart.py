import itertools

import numpy as np
import pytest
from tests.support.benchmarks import rows

from graadmeter.statistics.control_chart import control_chart
from graadmeter.statistics.control_verdict import Assurance, Variation, assurance, variation
from graadmeter.statistics.special_causes import Cause, side_of, special_causes

LABELS = {
    "Common Cause": Cause.COMMON,
    "Above UCL": Cause.ABOVE,
    "Below LCL": Cause.BELOW,
    "7 Point Trend (Increasing)": Cause.RISING,
    "7 Point Trend (Decreasing)": Cause.FALLING,
    "2 in 3 Above CL": Cause.NEAR_UPPER,
    "2 in 3 Below CL": Cause.NEAR_LOWER,
    "7 Points Above CL": Cause.RUN_ABOVE,
    "7 Points Below CL": Cause.RUN_BELOW,
}
VERDICTS = {
    "common_cause": Variation.COMMON,
    "special_cause_improvement": Variation.IMPROVEMENT,
    "special_cause_concern": Variation.CONCERN,
    "special_cause_neutral_high": Variation.HIGH,
    "special_cause_neutral_low": Variation.LOW,
}


def test_every_label_and_limit_of_the_reference() -> None:
    points = 0
    for _, group in itertools.groupby(rows("spc/xmr_cases.csv"), key=lambda row: row["case"]):
        case = list(group)
        chart = control_chart(
            [float(row["y"]) for row in case],
            restarts=[place for place, row in enumerate(case) if row["rebase"] == "1"],
            screened=case[0]["screen_outliers"] == "True",
        )
        assert chart.causes == tuple(LABELS[row["special_cause_type"]] for row in case)
        told = tuple(VERDICTS[row["point_type"]] for row in case)
        assert variation(chart, int(case[0]["improvement_direction"])) == told
        for own, name in ((chart.mean, "mean"), (chart.low, "lpl"), (chart.high, "upl")):
            assert own == pytest.approx([float(row[name]) for row in case], rel=1e-12, abs=1e-12)
        points += len(case)
    assert points == 465


def causes(*series, mean=0.0, reach=3.0):
    return [one.value for one in special_causes(np.array(series, dtype=float), mean, reach)]


def test_the_four_signs_and_their_order() -> None:
    usual = "common"
    assert causes(1, -3.1, 0, 3.1, 3, -3) == [usual, "below", usual, "above", usual, usual]
    assert causes(-1, 0, 0.5, 1, 1.2, 1.5, 1.9) == ["rising"] * 7
    assert causes(-1, 0, 0.5, 0.5, 1.2, 1.5, 1.9) == [usual] * 7
    assert causes(1, 0, -0.5, -1, -1.2, -1.5, -3.5) == ["falling"] * 6 + ["below"]
    # Two of three near the limit with the third on the same side; the third itself is not special.
    assert causes(0, 2.5, 0.1, 2.5, -1) == [usual, "near-upper", usual, "near-upper", usual]
    assert causes(0, 2.5, -0.1, 2.5, -1) == [usual] * 5
    assert causes(-2.1, -2.1, -1.9) == ["near-lower", "near-lower", usual]
    assert causes(0, -2.1, -2.1) == [usual] * 3
    assert causes(1, 2, 1, 1, 2, 1, 1, -1) == ["run-above"] * 7 + [usual]
    assert causes(*[-1, -2] * 3, -1, 0) == ["run-below"] * 7 + [usual]
    assert causes(1, 2, 1, 1, 2, 1, 0) == [usual] * 7


def test_the_top_between_a_rise_and_a_fall_belongs_to_the_fall() -> None:
    up = [-1, -0.5, 0, 0.5, 1, 1.5, 1.9]
    assert causes(*up, *up[-2::-1]) == ["rising"] * 6 + ["falling"] * 7
    assert causes(*up[::-1], *up[1:]) == ["falling"] * 6 + ["rising"] * 7


def test_a_series_that_never_changes_is_not_special() -> None:
    # 0.1 + 0.1 + 0.1 is more than 0.3, so that the rounded mean lies above every figure.
    chart = control_chart([0.1] * 21)
    assert set(chart.causes) == {Cause.COMMON}
    assert set(chart.side) == {0}
    assert control_chart([5.0] * 12 + [6.0]).causes[-1] is Cause.ABOVE
    # What a rounded mean can differ by grows with the figures.
    assert side_of(np.array([1e6, 1e6 + 1e-7, 1e6 + 1e-5]), 1e6).tolist() == [0, 0, 1]


def test_screening_restarts_and_fixed_limits() -> None:
    series = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 30, 2, 1]
    screened, plain = control_chart(series), control_chart(series, screened=False)
    assert screened.high[0] - screened.mean[0] == pytest.approx(2.66)
    assert plain.high[0] - plain.mean[0] == pytest.approx(2.66 * (9 + 28 + 28 + 1) / 12)
    fixed = control_chart(series, fixed_after=10)
    assert (fixed.mean[-1], fixed.high[-1], fixed.trial) == (1.5, pytest.approx(4.16), True)
    assert fixed.causes[10] is Cause.ABOVE
    again = control_chart(series, restarts=[10])
    assert again.mean.tolist() == [1.5] * 10 + [11.0] * 3
    assert (screened.trial, control_chart(series[:12]).trial, control_chart(series[:11]).trial) == (False, False, True)


def test_verdicts() -> None:
    chart = control_chart([10, 11, 10, 9, 10, 11, 9, 10, 11, 10, 9, 30])
    assert variation(chart, 1)[-1] is Variation.IMPROVEMENT
    assert variation(chart, -1)[-1] is Variation.CONCERN
    assert variation(chart, 0)[-1] is Variation.HIGH
    falling = control_chart([9, 10, 9, 11, 10, 9, 10, 11, 9, 10, 11, -20])
    assert variation(falling, 0)[-1] is Variation.LOW
    low, high = float(chart.low[-1]), float(chart.high[-1])
    told = [assurance(chart, target, better) for target in (low - 1, high + 1) for better in (1, -1)]
    assert told == [Assurance.PASSES, Assurance.FAILS, Assurance.FAILS, Assurance.PASSES]
    assert [assurance(chart, target, 1) for target in (low, high)] == [Assurance.HIT_AND_MISS] * 2
    assert assurance(chart, high + 1, 0) is Assurance.UNKNOWN
    moved = control_chart([10, 11, 10, 9, 30, 31, 30, 29], restarts=[4])
    assert [assurance(moved, target, 1) for target in (20, 40)] == [Assurance.PASSES, Assurance.FAILS]
    # A figure on the mean within a rise: by the reference neither high nor good.
    rise = control_chart([-3, -2, -1, 0, 1, 2, 3])
    assert variation(rise, 0) == (Variation.LOW,) * 4 + (Variation.HIGH,) * 3
    assert variation(rise, 1)[3] is Variation.CONCERN


@pytest.mark.parametrize(
    ("series", "restarts", "why"),
    [
        ([1, float("nan"), 2], (), "without gaps"),
        ([[1, 2], [3, 4]], (), "one series"),
        ([1, 2, 3], (4,), "outside the series of 3 figures"),
        ([1, 2, 3], (-1,), "outside the series"),
        ([1, 2, 3], (2,), "at least 2 figures, not 1"),
        ([1], (), "at least 2 figures"),
        ([], (), "at least 2 figures, not 0"),
    ],
)
def test_what_has_no_limits(series, restarts, why) -> None:
    with pytest.raises(ValueError, match=why):
        control_chart(series, restarts=restarts)
