"""Callaway and Sant'Anna against the published values of the R package `did` and by hand."""

import numpy as np
import pytest
from tests.support.benchmarks import rows, values

from graadmeter.statistics.callaway_santanna import group_effects
from graadmeter.statistics.group_effects import by_group, by_time_since_start, overall
from graadmeter.statistics.panel import NEVER, Panel, UnusablePanel, panel
from graadmeter.statistics.parallel_trends import parallel_trends


@pytest.fixture(scope="module")
def counties() -> Panel:
    return panel(
        (row["countyreal"], int(row["year"]), float(row["lemp"]), int(row["first.treat"]) or NEVER)
        for row in rows("did/mpdta.csv")
    )


def test_effects_on_youth_employment_of_a_minimum_wage(counties: Panel) -> None:
    told = values("did/mpdta_reference.json")
    found = group_effects(counties, "never")
    group, time, effect, _, error = np.array(told["att_gt"]).T
    assert found.group.tolist() == group.tolist()
    assert found.time.tolist() == time.tolist()
    assert found.effect == pytest.approx(effect, abs=told["tolerance_att"])
    assert found.error == pytest.approx(error, abs=5e-5)
    assert overall(found) == pytest.approx((told["simple"]["att"], told["simple"]["se_analytic"]), rel=1e-12)
    assert parallel_trends(found) == pytest.approx(told["pretest_p_published"], abs=5e-6)


def test_effects_in_one_figure(counties: Panel) -> None:
    told = values("did/mpdta_reference.json")
    found = group_effects(counties, "never")
    for summary, name in ((by_time_since_start(found), "dynamic"), (by_group(found), "group")):
        published = told[f"{name}_published"]
        whole = told[f"{name}_overall_published"]
        assert summary.key.tolist() == [int(key) for key in published]
        assert summary.effect == pytest.approx([each[0] for each in published.values()], abs=told["tolerance_att"])
        assert summary.overall == pytest.approx(whole["att"], abs=told["tolerance_att"])
        assert summary.overall_error == pytest.approx(whole["se"], abs=told["tolerance_se_published"])
        # What was published is bootstrapped: it gives the effect in the third year as .0397 and as .0413 (here .0364).
        bootstrapped = [each[1] for each in published.values()]
        assert summary.error == pytest.approx(bootstrapped, abs=told["tolerance_se_published"] + 0.002)


def test_other_trends_before_the_start_are_seen() -> None:
    outcome = np.random.default_rng(8).normal(size=(60, 5))
    start = np.where(np.arange(60) < 20, 3, NEVER)
    units, periods = tuple(f"u{number:02d}" for number in range(60)), np.arange(5)
    assert parallel_trends(group_effects(Panel(units, periods, outcome, start))) > 0.1
    faster = outcome + np.where(np.arange(60) < 20, 2.0, 0)[:, None] * periods
    assert parallel_trends(group_effects(Panel(units, periods, faster, start))) < 1e-6
    few = Panel(units[18:21], periods, outcome[18:21], start[18:21])
    with pytest.raises(UnusablePanel, match="3 units cannot test 2 effects"):
        parallel_trends(group_effects(few))
    soon = Panel(units, periods[:2], outcome[:, :2], np.where(np.arange(60) < 20, 1, NEVER))
    with pytest.raises(UnusablePanel, match="cannot test 0 effects"):
        parallel_trends(group_effects(soon))


def test_all_that_have_not_started_may_be_compared_with() -> None:
    outcome = np.array([[1.0, 2, 7, 9], [2, 4, 5, 9], [0, 1, 3, 4]])
    three = Panel(("a", "b", "c"), np.arange(4), outcome, np.array([2, 3, NEVER]))
    wide, narrow = group_effects(three), group_effects(three, "never")
    place = list(zip(wide.group.tolist(), wide.time.tolist(), strict=True)).index((2, 2))
    assert wide.effect[place] == 5 - (1 + 2) / 2
    assert narrow.effect[place] == 5 - 2
    assert by_time_since_start(narrow).key.tolist() == [-2, -1, 0, 1]
    # The last group is compared with nobody after its start, so it has no effect of its own.
    two = Panel(("a", "b"), np.arange(4), outcome[:2], np.array([2, 3]))
    assert by_group(group_effects(two)).key.tolist() == [2]
    with pytest.raises(UnusablePanel, match="every unit starts within the panel"):
        group_effects(two, "never")
