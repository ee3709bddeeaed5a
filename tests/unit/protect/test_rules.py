"""The rules of policies one by one, at their edges; engine and audit reckon apart and must agree."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.protect.ruled import (
    COUNTS,
    HELP,
    MONEY,
    amounts,
    counts,
    definitions,
    row,
    ruled,
    shares,
    table,
    with_region,
)
from tests.unit.protect.test_ruled_release import ALL_IN_ONE, FORMS, ONE_BIG, PAID
from tests.unit.protect.two_releases import region

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.disclosure_rules import Contributor, Rule, RuleKind
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.indicators import Measure, Unit
from graadmeter.protect.arrays import Ints
from graadmeter.protect.audit.assemble import assemble
from graadmeter.protect.audit.reading import read
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.audit.rows import rows_of
from graadmeter.protect.audit.rules import Rules, lacking
from graadmeter.protect.audit.shares import Part, Shares
from graadmeter.protect.blocks.block import block
from graadmeter.protect.blocks.plan import Plan, plan
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.request import Request
from graadmeter.protect.rules.groups import all_in_one, may_hide_zeros
from graadmeter.protect.rules.in_force import contributors_asked, in_force
from graadmeter.protect.rules.means import tells_rows
from graadmeter.protect.rules.own_share import alone_in, known_least
from graadmeter.protect.rules.registry import OF_SERIES
from graadmeter.protect.rules.small_rests import small_rests
from graadmeter.protect.rules.view import Parts, Verdict, View
from graadmeter.protect.run import protect

P_10 = {"rule": "p_procent", "percent": 10, "among": ["aanbieder"]}


def a_rule(kind: RuleKind, **numbers: int) -> Rule:
    return Rule(kind, "proef", date(2020, 1, 1), numbers=numbers, among=(Contributor.PROVIDER,))


def parts_of(sizes: Sequence[Sequence[int]]) -> Parts:
    """Of one amount per list of parts, largest first."""
    columns = np.array([[sum(one), *[*one, 0, 0, 0][:3]] for one in sizes], dtype=np.int64).T
    whole, first, second, third = (column.reshape(-1, 1) for column in columns)
    return Parts(whole, first, second, third, np.arange(len(sizes), dtype=np.int64).reshape(-1, 1))


def a_view(value: Ints, parts: Parts | None = None, **more: object) -> View:
    asked = {"dimension": TOTAL, "money": parts is not None, "zeros_shown": True, "inhabitants": value, **more}
    return View(value, value != ABSENT, parts={} if parts is None else {Contributor.PROVIDER: parts}, **asked)


def verdict(rule: Rule, sizes: Sequence[Sequence[int]]) -> Verdict:
    parts = parts_of(sizes)
    return OF_SERIES[rule.kind](a_view(parts.whole, parts), rule)


def test_three_quarters_by_one_dominate() -> None:
    found = verdict(a_rule(RuleKind.DOMINANCE, largest=1, percent=75), [[75, 25], [76, 24], [76, 23, 1], [0]])
    assert found.small.ravel().tolist() == [False, True, True, False]
    assert found.above.ravel().tolist() == [0, 2, 2, 0]  # 76 is 75 % of 101.3


def test_two_together_may_dominate_where_one_does_not() -> None:
    found = verdict(a_rule(RuleKind.DOMINANCE, largest=2, percent=80), [[45, 36, 19], [45, 35, 20]])
    assert found.small.ravel().tolist() == [True, False]


def test_the_second_tells_the_first_unless_others_hide_it() -> None:
    found = verdict(a_rule(RuleKind.P_PERCENT, percent=10), [[100, 50, 10], [100, 50, 9], [100, 50], [100]])
    assert found.small.ravel().tolist() == [False, True, True, True]
    assert found.above.ravel().tolist() == [0, 1, 10, 10]


@pytest.mark.parametrize("kind", [RuleKind.DOMINANCE, RuleKind.P_PERCENT])
def test_an_amount_of_which_the_contributors_are_not_known_is_hidden(kind: RuleKind) -> None:
    value = np.array([[500], [0], [ABSENT]])
    found = OF_SERIES[kind](a_view(value, Parts.unknown(value.shape)), a_rule(kind, largest=1, percent=50))
    assert found.small.ravel().tolist() == [True, False, False]


@given(
    st.lists(st.integers(1, 10**9), min_size=1, max_size=6).map(lambda sizes: sorted(sizes, reverse=True)),
    st.integers(1, 99),
    st.integers(1, 3),
)
def test_engine_and_audit_agree_on_how_much_is_lacking(sizes: list[int], percent: int, largest: int) -> None:
    for kind in (RuleKind.DOMINANCE, RuleKind.P_PERCENT):
        rule = a_rule(kind, percent=percent, largest=largest)
        found = verdict(rule, [sizes])
        first, second, third = [*sizes, 0, 0][:3]
        part = Part(sum(sizes), sum(sizes), (first, second, third), "a")
        assert int(found.above[0, 0]) == lacking(part, rule)
        assert bool(found.small[0, 0]) is (lacking(part, rule) > 0)


def test_who_is_alone_knows_the_amount_and_others_their_part() -> None:
    parts = parts_of([[70, 30], [100], [0]])
    assert known_least(parts.whole, parts).ravel().tolist() == [70, 100, 0]
    assert alone_in(parts.whole, parts).ravel().tolist() == [-1, 1, -1]


def test_a_group_is_all_in_one_member() -> None:
    total, member = np.array([30, 30, 40, 0]), np.array([30, 29, 40, 0])
    assert all_in_one(total, member, 40).tolist() == [True, False, False, False]
    assert may_hide_zeros(np.array([30, 40, 0]), np.array([0, 0, 0]), 40).tolist() == [True, False, False]


def test_a_rest_is_small_below_its_own_number() -> None:
    assert small_rests(np.array([90, 81, 80, 0, 100]), np.full(5, 100), 20).tolist() == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_where_few_live_there_is_no_breakdown_but_a_zero() -> None:
    rule = Rule(RuleKind.POPULATION, "proef", date(2020, 1, 1), numbers={"inhabitants": 100}, dimensions=("hulpvorm",))
    value, people = np.array([[50], [0], [50], [50]]), np.array([[99], [99], [100], [ABSENT]])
    broken = a_view(value, inhabitants=people, dimension="hulpvorm")
    assert OF_SERIES[rule.kind](broken, rule).small.ravel().tolist() == [True, False, False, True]
    for other in (TOTAL, "verwijzer"):
        assert not OF_SERIES[rule.kind](a_view(value, inhabitants=people, dimension=other), rule).small.any()


@pytest.mark.parametrize(("shown", "parts", "rows"), [(571, 1000, 14), (539, 1000, 13), (40, 1, 13), (5, 10, 20)])
def test_how_many_numbers_of_rows_fit_a_mean(shown: int, parts: int, rows: int) -> None:
    half = Fraction(1, 2 * parts)
    middle = Fraction(shown, parts)
    fits = [
        number
        for number in range(max(rows - 5, 1), rows + 6)
        if any(middle - half <= Fraction(sum_, number) < middle + half for sum_ in range(41 * 20))
    ]
    assert tells_rows(shown, parts, rows, 5) is (len(fits) < 5)
    assert tells_rows(40, 1, rows, 5) is False


def planned(**change: object) -> Plan:
    rules = in_force(ruled({**P_10, **change}), MONEY, region(), "open")
    return plan(Request(amounts(ONE_BIG), MONEY, rules, region(), contributions=shares(ONE_BIG)))


def test_a_hidden_amount_must_be_able_to_rise_far_enough() -> None:
    """9000, 300, 200 and 100: the others hide 300 of the 900 that the first wants, so 600 euros are lacking."""
    made = planned()
    ((members, year),) = made.blocks()
    system = block(made, members, year).system
    (cell,) = np.flatnonzero(system.sensitive)
    assert system.value[cell] == 960_000
    assert system.floor[cell] == 960_000 - 60_000
    assert system.need[cell] == max(2 * 60_000, 960_000 // 5)


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"levels": ["regio"]},
        {"indicators": ["uitgaven"]},
        {"access": ["gemeente"]},
        {"valid_from": date(2026, 1, 1)},
        {"valid_until": date(2025, 12, 30)},
    ],
)
def test_a_rule_says_nothing_elsewhere(elsewhere: dict[str, object]) -> None:
    assert planned(levels=["gemeente"]).marks.sensitive.any()
    assert not planned(**elsewhere).marks.sensitive.any()


def test_without_contributions_a_rule_on_money_hides_every_amount() -> None:
    cells = amounts(ONE_BIG)
    release = protect(Request(cells, MONEY, ruled(P_10), region()), processes=1)
    assert set(release.cells["status"].to_pylist()) == {"suppressed"}
    plain = protect(Request(cells, MONEY, ruled(), region()), processes=1)
    report = audit_release(plain.cells, Request(cells, MONEY, ruled(P_10), region()), claims=())
    assert sum("too small to show" in text.en for text in report.problems) == cells.num_rows


def test_contributions_that_do_not_add_up_to_the_amount_are_none() -> None:
    cells = amounts(ONE_BIG)
    release = protect(
        Request(cells, MONEY, ruled(P_10), region(), contributions=shares(PAID)), processes=1
    ).cells.to_pylist()
    odd = {("GM0147", "03"), ("GM0147", TOTAL), ("JZ14", "03"), ("JZ14", TOTAL)}
    assert all(row["value"] is None for row in release if (row["area"], row["hulpvorm"]) in odd)
    assert any(row["value"] is not None for row in release)


def test_a_zero_beside_a_group_may_be_hidden_and_no_other() -> None:
    rules = ruled({"rule": "groepsonthulling", "below": 40, "levels": ["gemeente"]})
    cells = counts(ALL_IN_ONE, stay=(50, 30, 20, 15))
    release = protect(Request(cells, COUNTS, rules, region()), processes=1)
    zeros = [row for row, old in zip(release.cells.to_pylist(), cells.to_pylist(), strict=True) if old["value"] == 0]
    assert {row["status"] for row in zeros} <= {"zero", "suppressed"}
    assert any(row["status"] == "suppressed" for row in zeros)
    assert not release.audit["years_in_which_a_hidden_count_may_be_zero"]


def test_a_zero_may_be_hidden_under_both_its_names() -> None:
    """Were it known under the other name as hidden for no reason, every hidden count of the year might be nothing."""
    count = replace(HELP, where="begin_jeugd")
    begun = Measure(Unit.PERSONS, count, fixed={"stroom": "begonnen"}, breakdowns=("hulpvorm",))
    chosen = definitions(begun, *COUNTS["jeugdhulp"].measures[:2])
    forms = {"02": (100, 60, 70, 30), "03": (20, 24, 15, 0)}
    rows = [dict(one) for one in counts(forms).to_pylist() if one["unit"] != "procent"]
    for member, values in (("03", forms["03"]), (TOTAL, (50, 45, 40, 35))):
        same = {"stroom": "begonnen", "hulpvorm": member}
        rows += [row(Unit.PERSONS, area, value, **same) for area, value in with_region(values).items()]
    cells, rules = table(rows), ruled({"rule": "groepsonthulling", "below": 31})
    found = rows_of(cells, cells, chosen, rules)
    reading = read(found)
    Rules(found, region().areas, Shares(None), day=date(2025, 3, 31), access="open").apply(reading)
    zeros = [one for one in reading.figures.values() if (one.truth, one.spot.area) == (0, "GM0158")]
    assert sorted(one.may_be_zero for one in zeros) == [False, True]
    assemble(reading, chosen, region().areas)
    assert all(one.may_be_zero and one.floor == 0 for one in zeros)
    assert {one.floor for one in reading.figures.values() if one.truth} == {1}
    protect(Request(cells, chosen, rules, region()), processes=1)


def test_a_policy_that_holds_no_longer_publishes_nothing() -> None:
    with pytest.raises(CatalogueError, match="holds until 2025-06-30"):
        protect(Request(counts(FORMS), COUNTS, ruled(valid_until=date(2025, 6, 30)), region()), processes=1)
    protect(Request(counts(FORMS), COUNTS, ruled(valid_until=date(2025, 12, 31)), region()), processes=1)


def test_contributors_are_asked_only_when_a_rule_in_use_looks_at_them() -> None:
    both = ruled(P_10, {"rule": "eigen_aandeel", "among": ["concern", "aanbieder"]})
    assert contributors_asked(both, MONEY) == [Contributor.PROVIDER, Contributor.HOLDING]
    assert contributors_asked({"elders": both["tmsd-10"], **ruled()}, MONEY) == []
    assert contributors_asked(ruled({"rule": "drempel", "threshold": 20}), MONEY) == []
