"""Direction over time, wijken that borrow strength, and figures at the age mix of the region."""

from dataclasses import replace

import numpy as np
import pytest
from tests.support.comparing import INDICATORS, TOWNS, WIJKEN, Figures

from graadmeter.statistics.dobson import directly_standardised
from graadmeter.statistics.funnel import share_limits
from graadmeter.statistics.gamma_poisson import fit, shrink

YEARS = range(2020, 2026)


def series(*counts: int | None, area: str = "GM0101", mark: str = "JJ00") -> Figures:
    one = Figures()
    for year, count in zip(YEARS, counts, strict=True):
        one.young(area, f"{year}{mark}", count, 1000)
    return one


def test_five_years_running_give_a_direction_and_a_judgement() -> None:
    answers = series(80, 100, 120, 140, 160, 180).compared()
    row = answers.share("GM0101", "2025JJ00")
    assert (row["trend"], row["trend_judgement"], row["trend_status"]) == ("rising", "worse", "given")
    assert answers("jeugdhulp", "personen", "GM0101", "2025JJ00")["trend"] == "rising"
    # Its first year is the first cell of the release, which is a year like others.
    assert answers("jeugdhulp", "personen", "GM0101", "2024JJ00")["trend"] == "rising"
    assert answers.share("GM0101", "2023JJ00")["trend_status"] == "too_short"
    back = series(180, 160, 140, 120, 100, 80).compared().share("GM0101", "2024JJ00")
    assert (back["trend"], back["trend_judgement"]) == ("falling", "better")
    flat = series(100, 101, 99, 100, 102, 100).compared().share("GM0101", "2025JJ00")
    assert (flat["trend"], flat["trend_judgement"]) == ("none", "none")


def test_quarters_are_compared_with_the_same_quarter_of_other_years() -> None:
    one = series(80, 100, 120, 140, 160, 180, mark="KW01")
    one.young("GM0101", "2025KW02", 500, 1000)
    answers = one.compared()
    assert answers.share("GM0101", "2025KW01")["trend"] == "rising"
    assert answers.share("GM0101", "2025KW02")["trend_status"] == "too_short"


def test_a_gap_or_another_definition_breaks_the_series() -> None:
    assert series(80, 100, None, 140, 160, 180).compared().share("GM0101", "2025JJ00")["trend_status"] == "too_short"
    one = series(80, 100, 120, 140, 160, 180)
    for cell in one.cells:
        cell["definition_version"] = 2 if cell["period"] >= "2023" else 1
    assert one.compared().share("GM0101", "2025JJ00")["trend_status"] == "break"
    without = series(80, 100, 120, 140, 160, 180)
    without.inhabitants = [person for person in without.inhabitants if person["year"] != 2022]
    without.cells = [cell for cell in without.cells if (cell["unit"], cell["period"]) != ("personen", "2022JJ00")]
    assert without.compared().share("GM0101", "2025JJ00")["trend_status"] == "too_short"


def test_a_break_that_the_definition_names_breaks_the_series_for_five_years(monkeypatch) -> None:
    told = {"time": {"breaks": [{"period": "2021KW01", "reason": {"nl": "anders", "en": "otherwise"}}]}}
    young = INDICATORS["jeugdhulp"]
    monkeypatch.setitem(INDICATORS, "jeugdhulp", replace(young, metadata=replace(young.metadata, groups=told)))
    answers = series(80, 100, 120, 140, 160, 180).compared()
    assert answers.share("GM0101", "2024JJ00")["trend_status"] == "break"
    assert answers.share("GM0101", "2025JJ00")["trend_status"] == "given"


def wijken(counts=(60, 20, 35, 25, 15, 50, 30, 12, 70, 40, 22, 31)) -> Figures:
    one = Figures()
    one.young("JZ99", "2025JJ00", 3000, 30_000)
    for code, count in zip(WIJKEN, counts, strict=True):
        one.young(code, "2025JJ00", count, 300)
    one.young("WK0101XX", "2025JJ00", 200, 300)
    return one


def test_a_wijk_is_drawn_towards_the_region_as_far_as_its_size_asks() -> None:
    counts = np.array([60, 20, 35, 25, 15, 50, 30, 12, 70, 40, 22, 31.0])
    expected = np.full(12, 30.0)
    known = shrink(counts, expected, fit(counts, expected, mean=1.0))
    answers = wijken().compared()
    for at, code in enumerate(WIJKEN):
        row = answers.share(code)
        assert row["shrunk_value"] == pytest.approx(10 * known.value[at], abs=0.006)
        assert row["shrunk_own_weight"] == pytest.approx(known.own_weight[at], abs=0.0006)
        ends = (row["shrunk_low"], row["shrunk_high"])
        assert ends == pytest.approx([10 * known.quantile(share)[at] for share in (0.025, 0.975)], abs=0.006)
        assert min(row["value"], 10) <= row["shrunk_value"] <= max(row["value"], 10)
    assert answers.share("WK0101XX")["shrunk_status"] == "other_level"


def test_small_wijken_are_estimated_but_nothing_is_learnt_from_them() -> None:
    plain = wijken().compared().share(WIJKEN[1])
    one = wijken()
    # Nine large wijken stay; three small ones are shown only because they happen to be high.
    for code in WIJKEN[9:]:
        one.cells = [cell for cell in one.cells if cell["area"] != code]
        one.inhabitants = [person for person in one.inhabitants if person["area"] != code]
    nine = one.compared().share(WIJKEN[1])
    for code in WIJKEN[9:]:
        one.young(code, "2025JJ00", 40, 190)
    answers = one.compared()
    assert answers.share(WIJKEN[1])["shrunk_value"] == nine["shrunk_value"] != plain["shrunk_value"]
    small = answers.share(WIJKEN[10])
    assert small["shrunk_status"] == "given"
    assert 10 < small["shrunk_value"] < small["value"]


def test_too_few_wijken_to_tell_how_much_they_differ() -> None:
    for number, status in ((7, "too_few"), (8, "given")):
        one = wijken()
        one.cells = [cell for cell in one.cells if cell["area"] in {"JZ99", *WIJKEN[:number]}]
        assert one.compared().share(WIJKEN[0])["shrunk_status"] == status


def test_twenty_expected_is_enough_to_learn_from() -> None:
    found = []
    for base in (190, 200):
        one = Figures()
        one.young("JZ99", "2025JJ00", 3000, 30_000)
        for code, count in zip(WIJKEN[:8], (60, 20, 35, 25, 15, 50, 30, 20), strict=True):
            one.young(code, "2025JJ00", count, base if code == WIJKEN[7] else 300)
        found.append(one.compared().share(WIJKEN[0])["shrunk_status"])
    assert found == ["too_few", "given"]


AGES = {"00-03": (100, 2000), "04-11": (600, 5000), "12-17": (800, 3000)}
"""Young people with help and inhabitants of the region by age group."""


def by_age(own: dict[str, tuple[int | None, int]]) -> Figures:
    one = Figures()
    for area, groups in (("JZ99", AGES), ("GM0101", own)):
        one.young(area, "2025JJ00", sum(count or 0 for count, _ in groups.values()), sum(n for _, n in groups.values()))
        for group, (count, base) in groups.items():
            one.young(area, "2025JJ00", count, base, leeftijdsgroep=group)
    return one


def test_what_was_to_be_expected_at_this_age_mix() -> None:
    row = by_age({"00-03": (5, 100), "04-11": (30, 250), "12-17": (120, 400)}).compared().share("GM0101")
    expected = (0.05 * 100 + 0.12 * 250 + 800 / 3000 * 400) / 750
    low, high = share_limits(expected, 750, 0.95)
    assert row["expected_value"] == round(100 * expected, 2)
    assert (row["expected_low"], row["expected_high"]) == (round(100 * float(low), 2), round(100 * float(high), 2))
    # 20.7 % is clearly more than the 15.0 % of the region, but these are older young people.
    assert (row["region_class"], row["expected_class"]) == ("much_higher", "similar")
    direct = directly_standardised([5, 30, 120], [100, 250, 400], [2000, 5000, 3000], multiplier=100)
    assert row["standardised_value"] == round(float(direct.value), 2)
    assert (row["standardised_low"], row["standardised_high"]) == (
        round(float(direct.low), 2),
        round(float(direct.high), 2),
    )


def test_a_hidden_age_group_leaves_the_expectation_but_not_the_standardised_figure() -> None:
    one = by_age({"00-03": (None, 100), "04-11": (30, 250), "12-17": (120, 400)})
    row = one.compared().share("GM0101")
    assert (row["expected_status"], row["standardised_status"]) == ("given", "strata_hidden")
    assert row["standardised_value"] is None


def test_age_groups_of_the_region_must_be_known_and_add_up() -> None:
    own = {"00-03": (5, 100), "04-11": (30, 250), "12-17": (120, 400)}
    hidden = by_age(own)
    for cell in hidden.cells:
        if (cell["area"], cell["leeftijdsgroep"]) == ("JZ99", "00-03"):
            cell["value"] = None
    assert hidden.compared().share("GM0101")["expected_status"] == "strata_hidden"
    more = by_age(own)
    for cell in more.cells:
        if (cell["area"], cell["leeftijdsgroep"], cell["unit"]) == ("JZ99", "total", "personen"):
            cell["value"] = 1501
    assert more.compared().share("GM0101")["expected_status"] == "strata_hidden"
    answers = by_age(own).compared()
    assert answers.share("JZ99")["expected_status"] == "itself"
    assert answers.share("GM0101", leeftijdsgroep="00-03")["expected_status"] == "no_strata"
    assert answers("jeugdhulp", "personen", "GM0101", "2025JJ00")["expected_status"] == "no_strata"
    assert {row["area"] for row in answers.rows} == {"JZ99", TOWNS[0]}
