"""Readers of several parts: what they could combine is hidden from them too, and the audit attacks as each of them."""

import pytest
from tests.unit.protect.test_mirror import EIGHT, ME, RULE, key
from tests.unit.protect.test_mirror import measured as mirrored
from tests.unit.protect.two_releases import POLICY, figure, indicator, measured, region

from graadmeter.domain.areas import Level
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.mirror import Seen
from graadmeter.protect.audit.mirror import Attack, figures_of
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.mirror import Public, Reader, figures_by_series, mirror
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

SMALL = {"2025KW01": {"02": (100, 60, 50, 30), "03": (3, 14, 60, 70)}}
TWO = (frozenset({"GM0147", "GM0158"}),)
ALL_FOUR = ("GM0141", "GM0147", "GM0153", "GM0158")


def request(*earlier, together=(), joined: bool = False, withstood=()) -> Request:
    return Request(
        measured(SMALL), indicator(), {POLICY.id: POLICY}, region(), earlier=[Earlier("uitgave-1", *earlier)] if earlier
        else (), insiders=Level.MUNICIPALITY, together=together, joined=joined, withstood=withstood,
    )  # fmt: skip


def hidden(cells) -> list[str]:
    return [area for area in ALL_FOUR if figure(cells, area, form="03")[0] is None]


def test_a_leak_that_only_two_parts_together_show_is_found_and_named() -> None:
    """The 14 and the 70 hide the 3 from each other; whoever sees both parts takes them off the region."""
    alone = protect(request(), processes=1)
    assert (alone.audit["insiders"]["found"], hidden(alone.cells)) == (0, ["GM0141", "GM0147", "GM0158"])
    report = audit_release(alone.cells, request(together=TWO), claims=())
    told = [one.en for one in report.problems if "can be worked out" in one.en]
    assert any("hulpvorm 03 GM0141 2025KW01 (GM0147 + GM0158) can be worked out to 3 - 3" in text for text in told)
    with pytest.raises(DisclosureError, match="Nothing is published"):
        report.require_passed()


def test_the_figures_are_hidden_from_who_reads_two_parts() -> None:
    both = protect(request(together=TWO), processes=1)
    assert hidden(both.cells) == list(ALL_FOUR)
    assert both.audit["insiders"]["attackers"] == len(ALL_FOUR) + 1
    assert both.audit["insiders"]["who_together"] == [["GM0147", "GM0158"]]
    again = protect(request(both.cells, together=TWO, withstood=(2025,)), processes=1)
    assert again.cells.equals(both.cells)


def test_a_reader_who_comes_later_stops_what_was_shown_too_much_of_for_him() -> None:
    """Each of the two held; the year has no news, and yet it is attacked anew, and cannot be hidden any more."""
    alone = protect(request(), processes=1).cells
    with pytest.raises(DisclosureError, match=r"stands in the way.*lezers\.csv fewer parts"):
        protect(request(alone, together=TWO, joined=True, withstood=(2025,)), processes=1)
    report = audit_release(alone, request(alone, together=TWO, joined=True), claims=())
    assert any("(GM0147 + GM0158)" in one.en for one in report.problems)
    assert not audit_release(alone, request(alone, together=TWO), claims=()).problems, "only told when somebody joined"


@pytest.mark.parametrize(
    ("seen", "why"),
    [
        (Seen(mirrors=frozenset({"00000002", "00000003"})), "only 6 other providers"),
        (Seen(named={key("dagen"): frozenset({"00000002"})}), "the number of peers is wrong"),
    ],
)
def test_who_knows_some_peers_is_not_told_how_the_others_are_spread(seen: Seen, why: str) -> None:
    """Mirrors of two providers, or a mirror and the part of a region: peers that are known there hide nobody."""
    cells = mirrored(EIGHT)
    rows, series = figures_of(cells.to_pylist()), figures_by_series(cells)
    planted, safe = (mirror(Reader(ME, {}, *known), series, {}, RULE, threshold=10) for known in ((), (seen,)))
    assert not Attack(ME, RULE, 10, rows, {}, {}).on(planted).problems
    assert why in Attack(ME, RULE, 10, rows, {}, {}, seen).on(planted).problems[0].en
    assert not Attack(ME, RULE, 10, rows, {}, {}, seen).on(safe).problems


def test_an_own_count_that_leaves_too_few_outside_a_municipality_that_is_read_too_is_not_told() -> None:
    """95 of the region's 200 are the reader's, 100 live in a municipality that it knows: 5 others may be left."""
    cells = mirrored(EIGHT, "personen", own=95.0)
    rows, series, public = figures_of(cells.to_pylist()), figures_by_series(cells), {key("personen"): {"": 200.0}}
    seen, shown = Seen(counted={key("personen"): 100.0}), {key("personen"): Public(region=200.0)}
    tables = [mirror(Reader(ME, {}, *known), series, shown, RULE, threshold=10) for known in ((), (seen,))]
    assert [table["own"][0].as_py() for table in tables] == [95.0, None]
    problems = [Attack(ME, RULE, 10, rows, public, {}, seen).on(table).problems for table in tables]
    assert "too few may be left" in problems[0][0].en
    assert not problems[1]
