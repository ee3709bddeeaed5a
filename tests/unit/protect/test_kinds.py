"""Which counts are protected together before the whole block is."""

import numpy as np
import pytest
from tests.unit.protect.test_plan import PLAIN, number, plain_example

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.indicators import Moment
from graadmeter.protect.blocks.plan import Plan, plan
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.kinds import kinds
from graadmeter.protect.request import Request


@pytest.fixture(scope="module")
def made() -> Plan:
    place, cells = plain_example()
    return plan(Request(cells, PLAIN, policies(), place))


def test_a_share_and_what_it_is_a_share_of_are_one_kind(made: Plan) -> None:
    assert made.kind[number(made, "verblijf")] == made.kind[number(made, "jeugdhulp")]
    assert made.kind[number(made, "wmo_clienten")] != made.kind[number(made, "jeugdhulp")]


def test_what_is_active_begins_and_ends_is_one_kind_and_no_share_is_added_to_it(made: Plan) -> None:
    of_trajectories = {
        (line.top.count.moment, int(made.kind[made.facts.grid.series.index(line.top)]))
        for line in made.facts.lines
        if line.indicator == "trajecten"
    }
    assert {moment for moment, _ in of_trajectories} == {Moment.ACTIVE, Moment.BEGUN, Moment.ENDED}
    (kind,) = {kind for _, kind in of_trajectories}
    crisis = next(line for line in made.facts.lines if line.indicator == "crisis" and line.below is not None)
    assert made.kind[made.facts.grid.series.index(crisis.below)] == kind
    assert made.kind[made.facts.grid.series.index(crisis.top)] != kind


def test_counts_that_together_are_a_third_are_one_kind(made: Plan) -> None:
    whole, one, other = (number(made, name) for name in ("dyslexie", "bescherming_reclassering", "wmo_clienten"))
    apart, together = kinds(made.facts, []), kinds(made.facts, [Composed(2024, whole, (one, other))])
    assert np.array_equal(apart, made.kind)
    assert len({int(apart[each]) for each in (whole, one, other)}) == 3
    assert len({int(together[each]) for each in (one, other)}) == 1
    assert (together == together[one]).sum() == sum((apart == apart[each]).sum() for each in (one, other))
