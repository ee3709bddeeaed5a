"""Later releases hold against municipalities too: small corrections of others, and years that never did before."""

import pyarrow as pa
import pytest
from tests.unit.protect.two_releases import FIRST, POLICY, figure, indicator, measured, region, with_change

from graadmeter.domain.areas import Level
from graadmeter.domain.errors import DisclosureError
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.release.hidden import hidden_cells

SMALL = {"2025KW01": {"02": (100, 60, 50, 30), "03": (3, 14, 60, 70)}}
"""Whoever counted the 14 could take it off: with outsiders only, these two hide each other."""
MORE = {**SMALL, "2025KW02": {"02": (90, 70, 40, 20), "03": (30, 40, 60, 70)}}
RULES = {POLICY.id: POLICY}


def release(counts, *earlier: pa.Table, insiders: Level | None = Level.MUNICIPALITY, withstood=()) -> ProtectedRelease:
    known = [Earlier(f"uitgave-{number + 1}", cells) for number, cells in enumerate(earlier)]
    return protect(
        Request(measured(counts), indicator(), RULES, region(), earlier=known, insiders=insiders, withstood=withstood),
        processes=1,
    )


def hidden(found: ProtectedRelease) -> list[str]:
    return [
        area for area in ("GM0141", "GM0147", "GM0153", "GM0158") if figure(found.cells, area, form="03")[0] is None
    ]


def test_a_first_release_hides_a_third_for_those_who_know_one_of_two() -> None:
    assert len(hidden(release(SMALL, insiders=None))) == 2
    assert len(hidden(release(SMALL))) == 3


def test_a_year_that_held_against_municipalities_and_has_no_news_stays_as_it_was() -> None:
    first = release(SMALL).cells
    again = release(SMALL, first, withstood=(2025,))
    assert again.cells.equals(first)
    assert "insiders" not in again.audit
    assert again.audit["earlier_releases"]["years_in_which_nothing_new_is_shown"] == [2025]


def test_a_year_that_never_did_is_protected_anew_and_stays_as_it_was_when_it_cannot_be() -> None:
    """What two releases ago was shown can hide nothing any more: then no part may tell more of the year."""
    plain = release(SMALL, insiders=None).cells
    again = release(SMALL, plain)
    assert again.cells.equals(plain)
    assert "insiders" not in again.audit


def test_news_in_such_a_year_holds_against_outsiders_only() -> None:
    """The year is published as it would be without insiders, and the report does not name it among their years."""
    plain = release(SMALL, insiders=None).cells
    assert release(MORE, plain).cells.equals(release(MORE, plain, insiders=None).cells)
    assert "insiders" not in release(MORE, plain).audit


def test_a_year_that_held_once_goes_on_to_or_is_not_published() -> None:
    """Who read a part of it knows more: then there is no going back to outsiders only."""
    plain = release(SMALL, insiders=None).cells
    with pytest.raises(DisclosureError, match=r"published before and stands in the way.*decide that 2025"):
        release(MORE, plain, withstood=(2025,))
    assert release(MORE, release(SMALL).cells, withstood=(2025,)).audit["insiders"]["years"] == [2025]


def test_a_small_correction_of_one_is_kept_from_the_others() -> None:
    """One municipality changes by 3, the others by more: whoever knows his own may not learn it from the region."""
    first = release(FIRST).cells
    larger = [("2025KW01", "02", town, more) for town, more in (("GM0147", 20), ("GM0153", 30), ("GM0158", 40))]
    second = release(with_change(FIRST, ("2025KW01", "02", "GM0141", 3), *larger), first)
    assert (second.audit["insiders"]["found"], second.audit["insiders"]["years"]) == (0, [2025])
    assert second.audit["insiders"]["hidden_counts_of_others"] > 3
    assert figure(second.cells, "GM0141", form="02") == (100.0, "carried")


def test_the_audit_refuses_two_corrections_that_hide_each_other_only() -> None:
    """GM0141 by 3 and GM0147 by 5: outsiders know their sum, and each of the two the other's."""
    first = release(FIRST, insiders=None).cells
    three = [("GM0141", 3), ("GM0147", 5), ("GM0153", 30)]
    changed = with_change(FIRST, *(("2025KW01", "02", town, more) for town, more in three))
    second = release(changed, first, insiders=None).cells
    known = [Earlier("uitgave-1", first)]
    report = audit_release(
        second,
        Request(measured(changed), indicator(), RULES, region(), earlier=known, insiders=Level.MUNICIPALITY),
        claims=(),
    )
    told = [problem.en for problem in report.problems if "can be worked out" in problem.en]
    assert any("GM0147 2025KW01 (uitgave-1) (GM0141) can be worked out to 65 - 65" in text for text in told)
    assert any("GM0141 2025KW01 (uitgave-1) (GM0147) can be worked out to 103 - 103" in text for text in told)


@pytest.mark.parametrize("more", [5, 40])
def test_what_a_hidden_count_was_holds_against_municipalities_too(more: int) -> None:
    """The 3 is another number now: without the counts of then it would be a difference of two totals."""
    first = release(SMALL).cells
    kept = Earlier("uitgave-1", first, hidden_cells(measured(SMALL), first))
    later = {"2025KW01": {"02": (100, 60, 50, 30), "03": (3 + more, 14, 60, 90)}}
    request = Request(
        measured(later), indicator(), RULES, region(), earlier=[kept], insiders=Level.MUNICIPALITY, withstood=(2025,)
    )
    again = protect(request, processes=1)
    assert again.audit["verdict"] == "passed"
    assert "GM0141" in hidden(again)
    assert len(hidden(again)) >= 3
