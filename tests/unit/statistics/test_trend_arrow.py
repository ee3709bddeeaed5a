import numpy as np
import pytest
from tests.support.benchmarks import rows

from graadmeter.statistics.trend_arrow import CHI_SQUARED, better_or_worse, trend_arrow

MARKERS = {"Increasing": (1, 0), "DecreasingAndGettingWorse": (-1, -1)}
POLARITY = {"No judgement": 0, "High is good": 1, "Low is good": -1}


def test_published_markers() -> None:
    table = [row for row in rows("trend-arrow/cases.csv") if row["expected_marker"] in MARKERS]
    for case in {row["case"] for row in table}:
        series = sorted((row for row in table if row["case"] == case), key=lambda row: row["year"])
        found = trend_arrow(*([float(row[name]) for row in series] for name in ("value", "lower_ci95", "upper_ci95")))
        judged = better_or_worse(found, POLARITY[series[0]["polarity"]])
        assert (int(found), int(judged)) == MARKERS[series[0]["expected_marker"]]


def series(*values, half=1.0):
    value = np.array(values, dtype=float)
    return value, value - half, value + half


def test_the_threshold_is_the_998_point() -> None:
    assert pytest.approx(9.549535706083245, abs=1e-9) == CHI_SQUARED
    # Five points, equal intervals: chi-squared = 10 slope^2 / variance, with the variance (half width / 1.96)^2.
    edge = np.sqrt(CHI_SQUARED / 10) / 1.959963984540054
    assert int(trend_arrow(*series(*(edge * 1.0001 * step for step in range(5))))) == 1
    assert int(trend_arrow(*series(*(edge * 0.9999 * step for step in range(5))))) == 0
    assert int(trend_arrow(*series(*(-edge * 1.0001 * step for step in range(5))))) == -1


def test_one_outlier_is_no_direction() -> None:
    assert int(trend_arrow(*series(10, 10, 10, 10, 30))) == 0
    assert int(trend_arrow(*series(10, 10, 10, 11, 30))) == 1
    assert int(trend_arrow(*series(30, 9.9, 10, 10.1, 10.2))) == 0


def test_precise_figures_weigh_more() -> None:
    value = np.array([10, 11, 12, 13, 4.0])
    half = np.array([0.2, 0.2, 0.2, 0.2, 50])
    assert int(trend_arrow(value, value - half, value + half)) == 1
    assert int(trend_arrow(*series(10, 11, 12, 13, 4, half=0.2))) == 0


def test_missing_figures_and_lengths() -> None:
    nan = float("nan")
    assert int(trend_arrow(*series(1, 2, nan, 4, 5, half=0.1))) == 0
    assert int(trend_arrow(*series(1, 2, 3, 4, 5, half=0.0))) == 0
    two = [np.stack(one) for one in zip(series(1, 2, 3, 4, 5, half=0.1), series(5, 5, 5, 5, 5), strict=True)]
    assert trend_arrow(*two).tolist() == [1, 0]
    with pytest.raises(ValueError, match="rests on 5 figures, not 4"):
        trend_arrow([1, 2, 3, 4], [0, 1, 2, 3], [2, 3, 4, 5])


def test_judgement_keeps_apart_from_direction() -> None:
    assert better_or_worse([1, 1, 1, -1, 0], [1, 0, -1, -1, 1]).tolist() == [1, 0, -1, 1, 0]
