"""Rounded counts of three releases in a row, attacked by a program that shares no code with what rounds or audits.

The attack knows the rule and every figure of every release. It asks of every small count, with whole tables only, how
low and how high it can be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pyarrow as pa
import pytest
from tests.support.in_a_row import QUARTER, Attack, Place, counted, some_in_a_row, told
from tests.unit.protect.two_releases import TOWNS, Counts, indicator, measured, region

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.errors import DisclosureError
from graadmeter.processing.additive import Additive
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.request import Request

POLICY = policies()["afronden-10"]
DEFINED = {name: replace(one, policy=POLICY.id) for name, one in indicator().items()}


def released(counts: Counts, before: Sequence[pa.Table]) -> pa.Table:
    earlier = [Earlier(f"uitgave-{number}", cells) for number, cells in enumerate(before)]
    asked = Request(measured(counts, forms=tuple(counts[QUARTER])), DEFINED, policies(), region(), earlier=earlier)
    return Additive.of(asked, secret=bytes(range(32))).cells


def behind(figures: Mapping[Place, float | None]) -> dict[Place, tuple[int, int]]:
    """The true counts that the rule turns into each figure: 1 to 9 become 0 or 10, others are off by 9 at most."""
    ends = {0: (0, 9), 10: (1, 19)}
    return {
        place: ends.get(int(one or 0), (max(10, int(one or 0) - 9), int(one or 0) + 9))
        for place, one in figures.items()
    }


@pytest.mark.parametrize("seed", range(105, 117))
def test_no_small_count_follows_from_three_rounded_releases(seed: int) -> None:
    row = some_in_a_row(seed, small=0.7)
    published: list[pa.Table] = []
    for counts in row:
        published.append(released(counts, published))
    true = [counted(counts) for counts in row]
    attack = Attack([behind(told(cells)) for cells in published], true)
    asked = [(number, place) for number, one in enumerate(true) for place, count in one.items() if 0 < count < 10]
    assert asked
    for number, place in asked:
        low, high = attack.between(number, place)
        assert low <= true[number][place] <= high
        assert high - low >= POLICY.interval, (number, place, low, high)


def test_the_attack_finds_what_can_be_found() -> None:
    """Who counted the 26 knows that the others are none or one, for the region is 27 at most."""
    true = {(area, "total"): count for area, count in zip((*TOWNS, "JZ14"), (26, 1, 0, 0, 27), strict=True)}
    shown = behind({**dict.fromkeys(true, 0), ("GM0141", "total"): 18, ("JZ14", "total"): 18})
    assert Attack([shown], [true]).between(0, ("GM0147", "total")) == (0, 9)
    assert Attack([{**shown, ("GM0141", "total"): (26, 26)}], [true]).between(0, ("GM0147", "total")) == (0, 1)


def test_a_later_release_that_cannot_be_rounded_says_which_policy_stays() -> None:
    """Three small counts were shown as nothing and stay so, while all four are together 11 by now: at least 10."""
    large = (41, 30, 30, 60)
    first = released({QUARTER: {"02": large, "03": (2, 0, 1, 3)}}, [])
    assert [told(first)[town, "03"] for town in TOWNS] == [10, 0, 0, 0]
    with pytest.raises(DisclosureError, match="An earlier release shows some of them by policy afronden-10") as refused:
        released({QUARTER: {"02": large, "03": (0, 7, 1, 3)}}, [first])
    assert "Een eerdere uitgave toont een deel ervan met beleid afronden-10" in refused.value.text.nl
