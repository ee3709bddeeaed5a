"""Which figures stay trustworthy: graded by the part of the rows that is not used or asked about."""

import pytest

from graadmeter.catalogue.load_checks import checks
from graadmeter.check.result import CheckResult, Outcome, State
from graadmeter.check.trust import Trust, graded, percent
from graadmeter.domain.deliveries import TableCount
from graadmeter.domain.findings import Verdict


def outcome(code: str, failed: int, rows: int = 1000, table: str = "") -> Outcome:
    check = checks()[code]
    where = table or check.table
    return Outcome(code, where, check.tier, check.severity, check.title, check.remedy, rows, failed, 0, State.FOUND)


def grades(*outcomes: Outcome, rejected: int = 0) -> dict[str, Trust]:
    tables = tuple(TableCount(name, 1000, 1000 - rejected, rejected) for name in ("prestatie", "voorziening"))
    result = CheckResult((), outcomes, {}, tables, (), Verdict.PARTLY)
    return {one.figure.nl: one.trust for one in graded(result)}


def test_a_clean_delivery_is_trustworthy() -> None:
    assert set(grades().values()) == {Trust.FULL}


@pytest.mark.parametrize(("failed", "trust"), [(10, Trust.FULL), (50, Trust.CAUTION), (200, Trust.NONE)])
def test_wijken_that_do_not_exist_touch_figures_per_wijk_only(failed, trust) -> None:
    found = grades(outcome("GM-VZ05", failed))
    assert found.pop("Cijfers per wijk") is trust
    assert set(found.values()) == {Trust.FULL}


def test_claims_touch_spending_only() -> None:
    found = grades(outcome("GM-TR338", 300))
    assert found.pop("Uitgaven") is Trust.NONE
    assert set(found.values()) == {Trust.FULL}


def test_what_is_said_of_the_delivery_as_a_whole_counts_too() -> None:
    found = grades(outcome("GM-WIJK2", 1))
    assert found.pop("Cijfers per wijk") is Trust.NONE
    assert set(found.values()) == {Trust.FULL}


def test_what_asks_nothing_does_not_count() -> None:
    assert set(grades(outcome("GM-VZ08", 900)).values()) == {Trust.FULL}


def test_rows_that_are_not_used_touch_everything_made_from_their_table() -> None:
    assert set(grades(rejected=30).values()) == {Trust.CAUTION}


def test_what_is_not_delivered_is_said_and_a_refused_delivery_has_no_grades() -> None:
    only = CheckResult((), (), {}, (TableCount("voorziening", 9, 9, 0),), (), Verdict.ACCEPTED)
    assert {one.figure.nl: one.trust for one in graded(only)}["Uitgaven"] is Trust.ABSENT
    assert graded(CheckResult((), (), {}, (TableCount("stop", 9, 0, 9),), (), Verdict.REFUSED)) == ()


@pytest.mark.parametrize(("share", "told"), [(0.0, "0 %"), (0.004, "< 1 %"), (0.126, "13 %")])
def test_shares_in_whole_percents(share, told) -> None:
    assert percent(share) == told
