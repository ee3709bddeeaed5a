"""Incomplete periods: Mack's triangle, and the back-test on dengue of the statistics note (table 4)."""

import csv
import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from graadmeter.statistics.bornhuetter_ferguson import bornhuetter_ferguson
from graadmeter.statistics.chain_ladder import chain_ladder

_SHARED = Path(__file__).parents[3] / "../shared/stat-benchmarks/nowcast"
shared = pytest.mark.skipif(not _SHARED.is_dir(), reason="the published reference values are not on this machine")
_NAN = float("nan")
_DELAY = 10


@shared
def test_mack_equals_the_published_values():
    expected = json.loads((_SHARED / "reference.json").read_text())["RAA"]
    with (_SHARED / "RAA.csv").open() as file:
        triangle = [[float(cell) if cell else _NAN for cell in row[1:]] for row in list(csv.reader(file))[1:]]
    found = chain_ladder(triangle)
    assert found.total_to_come == pytest.approx(expected["ibnr"], abs=1e-4)
    assert found.total_error == pytest.approx(expected["mack_se"], abs=1e-4)
    assert found.to_come[0] == found.error[0] == 0
    assert found.development.seen[-1] == 1


def _dengue():
    first = date(1990, 1, 1)
    with (_SHARED / "dengue_1990_1999.csv").open() as file:
        rows = [
            ((date.fromisoformat(row["onset_week"]) - first).days // 7,
             (date.fromisoformat(row["report_week"]) - first).days // 7,
             int(row["n"]))
            for row in csv.DictReader(file)
        ]  # fmt: skip
    counts = np.zeros((max(onset for onset, _, _ in rows) + 1, _DELAY + 1))
    for onset, report, number in rows:
        if report - onset <= _DELAY:
            counts[onset, report - onset] += number
    return counts


@shared
def test_the_back_test_of_the_statistics_note_is_reproduced():
    counts = _dengue()
    truth = counts.sum(axis=1)
    dates = range(300, len(counts) - 15, 7)
    assert len(dates) == 30
    errors, covered = np.zeros((3, 3)), np.zeros(3)
    for now in dates:
        rows = np.arange(now - 51, now + 1)
        known = np.arange(_DELAY + 1) <= np.minimum(now - rows, _DELAY)[:, None]
        triangle = np.where(known, counts[rows].cumsum(axis=1), _NAN)
        ladder, found = chain_ladder(triangle), bornhuetter_ferguson(triangle)
        for lag in range(3):
            place, real = 51 - lag, truth[now - lag]
            guesses = (found.seen[place], ladder.final[place], found.final[place])
            errors[:, lag] += [abs(guess - real) / len(dates) for guess in guesses]
            covered[lag] += (np.floor(found.low[place]) <= real <= np.ceil(found.high[place])) / len(dates)
    assert errors[0] == pytest.approx([51.7, 23.7, 7.7], abs=0.05)
    assert errors[1] == pytest.approx([40, 10.9, 4.1], abs=0.5)
    assert errors[2] == pytest.approx([15, 7.9, 3.8], abs=0.5)
    assert (covered >= 0.9).all()


def test_a_complete_period_is_what_it_is_and_a_steady_one_is_completed():
    triangle = [[80, 95, 100]] * 6 + [[80, 95, _NAN], [80, _NAN, _NAN]]
    found = bornhuetter_ferguson(triangle)
    assert found.share.tolist() == pytest.approx([1] * 6 + [0.95, 0.8])
    assert found.final.tolist() == pytest.approx([100] * 8)
    assert found.low[:6].tolist() == found.high[:6].tolist() == [100] * 6
    assert 80 < found.low[7] < 100 < found.high[7] < 120
    assert found.high[7] - found.low[7] > found.high[6] - found.low[6]


def test_figures_that_shrink_when_more_is_known_have_a_band_too():
    found = bornhuetter_ferguson([[100, 90]] * 5 + [[100, _NAN]])
    assert found.final[-1] == pytest.approx(90)
    assert found.low[-1] < 90 < found.high[-1] < 101


def test_nothing_at_all_stays_nothing():
    found = bornhuetter_ferguson([[0, 0, 0], [0, 0, _NAN], [0, _NAN, _NAN]])
    assert found.final.tolist() == found.low.tolist() == found.high.tolist() == [0, 0, 0]


@pytest.mark.parametrize("triangle", [[[_NAN, 1.0]], [[_NAN, _NAN]], [[1.0, _NAN, 2.0]]])
def test_a_hole_is_refused(triangle):
    with pytest.raises(ValueError, match="hole"):
        chain_ladder(triangle)
