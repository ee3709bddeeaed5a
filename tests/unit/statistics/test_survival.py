"""Waiting times against R, against counting by hand, and on waits of which the truth is known."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from graadmeter.statistics.incidence import incidence, incidence_quantile, share_by
from graadmeter.statistics.risk import risk_table
from graadmeter.statistics.survival import Interval, Scale, band, kaplan_meier, quantile, restricted_mean
from graadmeter.statistics.waiting import NEVER, Waits, period_waits, pooled, waiting

_SHARED = Path(__file__).parents[3] / "../shared/stat-benchmarks/survival"
shared = pytest.mark.skipif(not _SHARED.is_dir(), reason="the published reference values are not on this machine")


def _rows(name):
    with (_SHARED / name).open() as file:
        return list(csv.DictReader(file))


@shared
def test_lung_equals_r():
    expected = json.loads((_SHARED / "reference.json").read_text())["lung"]
    rows = _rows("lung.csv")
    curve = kaplan_meier(risk_table([float(row["time"]) for row in rows], [row["status"] == "2" for row in rows]))
    assert quantile(curve, 0.5) == Interval(expected["median"], *expected["ci_loglog"])
    assert quantile(curve, 0.5, Scale.LOG) == Interval(expected["median"], *expected["ci_log"])
    assert quantile(curve, 0.9) == Interval(expected["p90"], *expected["p90_ci_loglog"])
    assert [quantile(curve, part).value for part in (0.25, 0.5, 0.75)] == expected["quartiles"]
    days = (90, 182, 365)
    assert [curve.share_at(day) for day in days] == pytest.approx(expected["surv_90_182_365"], abs=1e-7)
    assert [curve.error_at(day) for day in days] == pytest.approx(expected["se"], abs=1e-8)
    assert restricted_mean(curve, 365) == pytest.approx(expected["rmst365"], abs=1e-6)


@shared
def test_at_risk_by_sex_gives_the_log_rank_of_r():
    expected = json.loads((_SHARED / "reference.json").read_text())["lung"]["logrank_chisq_sex"]
    by_sex = {sex: [row for row in _rows("lung.csv") if row["sex"] in sex] for sex in ("1", "12")}
    men, all_ = (
        risk_table([float(row["time"]) for row in rows], [row["status"] == "2" for row in rows])
        for rows in by_sex.values()
    )
    of_men = {time: (risk, ended) for time, risk, ended in zip(men.times, men.at_risk, men.ended, strict=True)}
    times = [float(row["time"]) for row in by_sex["1"]]
    gap = spread = 0.0
    for time, risk, ended in zip(all_.times, all_.at_risk, all_.ended, strict=True):
        mine = sum(one >= time for one in times)
        assert of_men.get(time, (mine, 0))[0] == mine
        gap += of_men.get(time, (mine, 0))[1] - ended * mine / risk
        spread += ended * mine / risk * (1 - mine / risk) * (risk - ended) / max(risk - 1, 1)
    assert gap**2 / spread == pytest.approx(expected, abs=1e-4)


@shared
def test_aidssi_equals_r_and_cmprsk():
    expected = json.loads((_SHARED / "reference.json").read_text())["aidssi_cif"]
    rows = _rows("aidssi.csv")
    table = risk_table([float(row["time"]) for row in rows], [int(row["status"]) for row in rows])
    for cause in (1, 2):
        found = [share_by(incidence(table, cause), time).value for time in expected["times"]]
        assert found == pytest.approx(expected[f"cause{cause}"], abs=1e-7)


def test_delayed_entry_counts_at_risk_from_the_day_after_entry():
    table = risk_table([3, 5, 5, 8], [1, 1, 0, 1], entry=[-1, 3, 2, 4])
    assert table.times.tolist() == [3, 5, 8]
    assert table.at_risk.tolist() == [2, 3, 1]  # at 3: who enters at 3 is not there yet; at 5: who leaves unseen is
    assert table.ended.tolist() == [1, 1, 1]
    assert kaplan_meier(table).share == pytest.approx([1 / 2, 1 / 3, 0])


def test_a_row_may_stand_for_many():
    many = risk_table([1, 2, 2], [1, 0, 2], count=[3, 4, 0])
    single = risk_table([1, 1, 1, 2, 2, 2, 2], [1, 1, 1, 0, 0, 0, 0])
    assert (many.times.tolist(), many.at_risk.tolist()) == (single.times.tolist(), single.at_risk.tolist())
    assert many.ended.tolist() == single.ended.tolist()


def test_the_median_of_a_flat_piece_is_its_middle_as_in_r():
    assert quantile(kaplan_meier(risk_table([1, 2, 4, 9], [1, 1, 1, 1])), 0.5).value == 3
    assert quantile(kaplan_meier(risk_table([1, 2, 4, 9], [1, 1, 0, 0])), 0.5).value == 2


def test_one_outcome_alone_gives_the_same_interval_as_kaplan_meier():
    rng = np.random.default_rng(20260101)
    table = risk_table(rng.integers(1, 60, 200), rng.integers(0, 2, 200), entry=rng.integers(-30, 1, 200))
    found, curve = incidence(table, 1), kaplan_meier(table)
    low, high = band(curve)
    for place in range(0, table.times.size - 1, 7):
        share = share_by(found, table.times[place])
        assert (share.low, share.high) == pytest.approx((1 - high[place], 1 - low[place]))
    assert incidence_quantile(found, 0.5) == quantile(curve, 0.5)


@pytest.mark.parametrize(
    ("left", "outcome", "entry", "count"), [([1], [1], [1], [1]), ([1], [-1], [0], [1]), ([1], [1], [0], [-1])]
)
def test_impossible_spells_are_refused(left, outcome, entry, count):
    with pytest.raises(ValueError, match=r"spell|negative"):
        risk_table(left, outcome, entry=entry, count=count)


def test_who_waits_in_the_period_and_from_when():
    #            before    ends on first day  open all along  new, started at once  withdrawn  later  start first
    referred = [10, 90, 50, 120, 150, 200, 130]
    started = [99, 100, NEVER, 120, NEVER, 210, 140]
    withdrawn = [NEVER, NEVER, 300, NEVER, 160, NEVER, 140]
    found = period_waits(referred, started, withdrawn, 100, 190)
    assert found.entry.tolist() == [9, 49, -1, -1, -1]
    assert found.left.tolist() == [10, 140, 0, 10, 10]
    assert found.outcome.tolist() == [1, 0, 1, 2, 1]


def test_the_open_waits_are_in_the_share_within_the_norm():
    found = waiting(period_waits([0] * 10, [5, 6, 7, 8] + [NEVER] * 6, [NEVER] * 8 + [9, 9], 0, 20), 10)
    assert (found.people, found.started, found.withdrawn, found.still_waiting) == (10, 4, 2, 4)
    assert found.within_norm.value == pytest.approx(0.4)
    assert found.within_norm.low < 0.4 < found.within_norm.high
    assert found.withdrawn_by_norm.value == pytest.approx(0.2)
    assert found.median.value is None
    assert found.thinnest == 4 + 2


def test_nothing_happened_says_nothing_of_the_time():
    found = waiting(period_waits([0, 0], [NEVER] * 2, [NEVER] * 2, 0, 90), 28)
    assert (found.median.value, found.within_norm) == (None, Interval(0.0, None, None))
    empty = waiting(Waits(*(np.zeros(0, dtype=np.int64),) * 3), 28)
    assert (empty.people, empty.median.value) == (0, None)


def test_a_small_provider_is_pooled_until_enough_have_started():
    referred = np.arange(0, 364, 14)
    periods = [(quarter * 91, quarter * 91 + 90) for quarter in range(4)]
    never = np.full(referred.size, NEVER)
    _, one = pooled(referred, referred + 10, never, periods, enough=6)
    waits, three = pooled(referred, referred + 10, never, periods, enough=15)
    assert (one, three) == (1, 3)
    assert waiting(waits, 28).median.value == 10
    assert pooled(referred, never, never, periods)[1] == 4
    with pytest.raises(ValueError, match="no period"):
        pooled(referred, never, never, [])


def test_growing_waits_are_seen_as_they_are_not_as_the_completed_ones_say():
    """Statistics note, table 6: true median 95, completed waits say 86, the period curve 93."""
    rng = np.random.default_rng(6)
    period, done = [], []
    for _ in range(40):
        size = [round(60 * 1.05**quarter) for quarter in range(12)]
        quarter = np.repeat(np.arange(12), size)
        referred = quarter * 91 + rng.integers(0, 91, quarter.size)
        days = 95 * 1.06 ** (quarter - 11) * np.exp(0.8005 * rng.standard_normal(quarter.size))
        started = referred + days.astype(np.int64)
        waits = period_waits(referred, started, np.full(quarter.size, NEVER), 1001, 1091)
        period.append(waiting(waits, 70).median.value)
        done.append(np.median((started - referred)[(started >= 1001) & (started <= 1091)]))
    assert 86 < np.mean(period) < 97
    assert np.mean(done) < np.mean(period) - 5
