import numpy as np
import pytest
from tests.support.benchmarks import values

from graadmeter.statistics.change_moment import _scaled, change_interval
from graadmeter.statistics.change_point import best_segments, segments


def test_the_nile_fell_after_1898() -> None:
    told = values("changepoint/nile.json")
    series = told["y"]
    assert segments(series, 1, 15).last == (told["breakpoint_index_1based"],)
    assert segments(series, 2, 15).last == tuple(told["two_breaks"])
    assert segments(series, 3, 15).last == tuple(told["three_breaks"])
    assert best_segments(series, 5, 15).last == (told["breakpoint_index_1based"],)
    assert list(change_interval(series, told["breakpoint_index_1based"])) == told["ci95_index"]
    assert told["start_year"] + told["breakpoint_index_1based"] - 1 == told["breakpoint_year"]


def test_the_tail_is_the_same_by_both_formulas_where_they_meet() -> None:
    # erfc(z / sqrt 2) / 2 with 40 terms of its continued fraction, beyond what doubles can hold without the power.
    for z in (29.999, 30.0, 30.001, 36.0):
        fraction = 0.0
        for term in range(60, 0, -1):
            fraction = term / (z + fraction)
        known = np.exp(-0.5) / np.sqrt(2 * np.pi) / (z + fraction)
        assert _scaled(z * z / 2 - 0.5, z) == pytest.approx(known, rel=1e-7)


def test_every_division_is_tried() -> None:
    series = np.array([5, 5, 6, 5, 20, 21, 20, 1, 2, 1, 2.0])
    found = segments(series, 2, 2)
    assert found.last == (4, 7)
    parts = (series[:4], series[4:7], series[7:])
    assert found.error == pytest.approx(sum(((part - part.mean()) ** 2).sum() for part in parts))
    n, error = len(series), found.error
    assert found.bic == pytest.approx(n * (np.log(2 * np.pi * error / n) + 1) + 6 * np.log(n))
    assert segments(series, 0, 2).last == ()
    assert segments(series, 1, 5).last[0] in range(5, 7)
    with pytest.raises(ValueError, match="11 figures cannot be divided in 4 parts of at least 3"):
        segments(series, 3, 3)
    assert segments(series[:9], 2, 3).last == (3, 6)


def test_noise_after_the_change_may_hide_an_earlier_one() -> None:
    quiet, noisy = [10, 10.2, 9.8, 10.1, 9.9, 10], [20, 26, 15, 24, 16, 20, 19, 23]
    first, last = change_interval(quiet + noisy, 6)
    assert first <= 6 <= last
    assert 6 - first > last - 6
    back = change_interval([-value for value in reversed(quiet + noisy)], 8)
    assert back == (14 - last, 14 - first)
    wide, narrow = (
        change_interval([0, 5, 3, 1, 6, 4, 4, 9, 7, 5], 5, 0.998),
        change_interval([0, 5, 3, 1, 6, 4, 4, 9, 7, 5], 5, 0.8),
    )
    assert wide[0] < narrow[0]
    assert wide[1] > narrow[1]
    with pytest.raises(ValueError, match="does not change"):
        change_interval([1, 3, 3, 1], 2)
