"""Releases that come after others: small corrections wait, and nothing can be worked out from two releases together."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.unit.protect.two_releases import (
    FIRST,
    POLICY,
    TOWNS,
    Counts,
    figure,
    indicator,
    measured,
    region,
    stricter,
    with_change,
)

from graadmeter.domain.policies import Policy
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.earlier import Earlier, only_other
from graadmeter.protect.ledger.ledger import ledger_of
from graadmeter.protect.matching import Matcher
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

SECOND: Counts = {**FIRST, "2025KW02": {"02": (104, 63, 48, 31), "03": (22, 25, 12, 16)}}
THREE = ("2025KW01", "02", "GM0141", 3)
TWENTY = ("2025KW01", "02", "GM0147", 20)


def release(counts: Counts, *earlier: pa.Table, policy: Policy = POLICY, **shape) -> ProtectedRelease:
    """The counts, protected after these releases."""
    known = [Earlier(f"uitgave-{number + 1}", cells) for number, cells in enumerate(earlier)]
    cells = measured(counts, **shape)
    return protect(Request(cells, indicator(policy), {policy.id: policy}, region(), earlier=known), processes=1)


def changed(cells: pa.Table, area: str, form: str, **values: object) -> pa.Table:
    """The cells with other values in one row of the first quarter."""
    table = cells.to_pylist()
    for row in table:
        if (row["area"], row["period"], row["hulpvorm"], row["unit"]) == (area, "2025KW01", form, "personen"):
            row.update(values)
    return pa.Table.from_pylist(table, schema=cells.schema)


def audited(counts: Counts, cells: pa.Table, *earlier: pa.Table) -> list[str]:
    known = [Earlier(f"uitgave-{number + 1}", one) for number, one in enumerate(earlier)]
    rules = {POLICY.id: POLICY}
    report = audit_release(cells, Request(measured(counts), indicator(), rules, region(), earlier=known), claims=())
    return [text.en for text in report.problems if "no proof" not in text.en]


def updated(cells: pa.Table, before: pa.Table) -> set[tuple[str, str]]:
    """Area and form of the counts of the first quarter that differ from what was shown before."""
    keys = [(area, form) for area in (*TOWNS, "JZ14") for form in ("total", "02", "03")]
    return {
        (area, form) for area, form in keys if figure(cells, area, form=form)[0] != figure(before, area, form=form)[0]
    }


def test_a_correction_of_three_persons_waits_until_it_has_grown() -> None:
    first = release(FIRST).cells
    assert figure(first, "GM0141") == (120, "value")
    second = release(with_change(SECOND, THREE), first)
    for area, form, value in (("GM0141", "total", 120), ("GM0141", "02", 100), ("JZ14", "total", 314)):
        assert figure(second.cells, area, form=form) == (value, "carried")
    assert figure(second.cells, "GM0141", unit="procent") == (1.3, "carried")
    assert figure(second.cells, "GM0147") == (84, "value")
    assert figure(second.cells, "GM0141", "2025KW02") == (126, "value")
    assert second.audit["earlier_releases"]["releases"] == ["uitgave-1"]
    assert second.audit["earlier_releases"]["figures_not_updated"] == 6
    third = release(with_change(SECOND, (*THREE[:3], 14)), first, second.cells)
    assert figure(third.cells, "GM0141") == (134, "value")
    assert figure(third.cells, "JZ14") == (328, "value")
    assert not pc.any(pc.equal(third.cells["status"], "carried")).as_py()


def test_a_large_correction_waits_where_it_would_give_a_small_one_away() -> None:
    first = release(FIRST).cells
    second = release(with_change(SECOND, THREE, TWENTY), first)
    shown = updated(second.cells, first)
    assert not {("GM0141", "total"), ("GM0141", "02")} & shown
    for form in ("total", "02"):
        assert not {("JZ14", form), ("GM0147", form)} <= shown, "the difference of the two is the small one"
    assert second.audit["earlier_releases"]["changes_safe_in_whole_numbers"] >= 4
    assert set(second.reasons["protection"].to_pylist()) == {"open", "carried"}


def test_what_returns_to_an_older_figure_is_compared_with_that_too() -> None:
    one = release(FIRST).cells
    two = release(with_change(FIRST, (*THREE[:3], 30)), one).cells
    assert figure(two, "GM0141") == (150, "value")
    three = release(with_change(FIRST, (*THREE[:3], 4)), one, two)
    assert figure(three.cells, "GM0141") == (150, "carried"), "124 is too near to the 120 of the first release"


def test_the_same_figures_again_are_the_same_release() -> None:
    first = release(SECOND).cells
    again = release(SECOND, first)
    assert again.cells.equals(first)
    assert again.audit["earlier_releases"]["years_in_which_nothing_new_is_shown"] == [2025]


def test_figures_of_two_releases_hide_nothing_from_each_other() -> None:
    """What was shown cannot hide anything any more: the new small count needs others than in a release by itself."""
    first = release(with_change(FIRST, ("2025KW01", "03", "GM0158", -9))).cells
    hidden = {
        (area, form) for area in TOWNS for form in ("total", "02", "03") if figure(first, area, form=form)[0] is None
    }
    assert ("GM0158", "03") in hidden
    second = release(with_change(SECOND, ("2025KW01", "03", "GM0158", -9)), first)
    now = {
        (area, form)
        for area in TOWNS
        for form in ("total", "02", "03")
        if figure(second.cells, area, form=form)[0] is None
    }
    assert now == hidden


def test_new_figures_wait_where_earlier_ones_stand_in_the_way_and_the_report_names_these() -> None:
    """Total and one form were shown; the other form is small, and cannot be hidden now that it gets a row."""
    counts = with_change(FIRST, ("2025KW01", "03", "GM0158", -9))
    cells = measured(counts, forms=("02",))
    first = cells.select(release(counts).cells.column_names)
    second = release(counts, first)
    for area in (*TOWNS, "JZ14"):
        assert figure(second.cells, area, form="03") == (None, "suppressed")
        for form in ("total", "02"):
            assert figure(second.cells, area, form=form) == figure(first, area, form=form)
    (why,) = second.audit["earlier_releases"]["new_figures_that_wait"]
    assert why["nl"].startswith("Jeugdhulp, 2025: ")
    assert "Jeugdhulp (vorm van jeugdhulp: " in why["nl"]
    assert "GM0158, 1e kwartaal 2025) naast wat eerder is gepubliceerd: Jeugdhulp" in why["nl"]
    assert "(uitgave uitgave-1)" in why["nl"]
    assert "GM0158, 1st quarter of 2025) beside what was published before: Youth help" in why["en"]
    assert "kwartaal" not in why["en"]
    told = changed(second.cells, "GM0141", "03", value=20.0, status="value")
    assert any("hulpvorm 03 GM0158" in text for text in audited(counts, told, first)), "one new figure, and all counts"


def test_what_is_too_small_by_now_but_was_shown_is_hidden_and_reported() -> None:
    counts = with_change(FIRST, ("2025KW01", "03", "GM0158", -10))
    first = release(counts, policy=stricter(5)).cells
    assert figure(first, "GM0158", form="03") == (7, "value")
    second = release(counts, first)
    assert figure(second.cells, "GM0158", form="03") == (None, "suppressed")
    (told,) = second.audit["earlier_releases"]["too_small_but_published_before"]
    assert "GM0158" in told["nl"]
    assert "staat al in uitgave uitgave-1" in told["nl"]
    assert "stands in release uitgave-1 already" in told["en"]


@pytest.mark.parametrize(
    ("area", "form", "values", "complaint"),
    [
        ("GM0141", "total", {"value": 123.0, "status": "value"}, "differs too little from release uitgave-1"),
        ("GM0141", "total", {"value": 111.0, "status": "carried"}, "no earlier release shows this figure"),
        ("GM0141", "total", {"value": 120.0, "status": "value"}, "not the measured one"),
    ],
)
def test_the_audit_finds_a_figure_that_should_have_waited(area, form, values, complaint) -> None:
    first = release(FIRST).cells
    counts = with_change(SECOND, THREE, TWENTY)
    second = release(counts, first).cells
    assert audited(counts, second, first) == []
    assert any(complaint in text for text in audited(counts, changed(second, area, form, **values), first))


def test_the_audit_works_a_small_correction_out_and_names_both_releases() -> None:
    first = release(FIRST).cells
    counts = with_change(SECOND, THREE, TWENTY)
    second = release(counts, first).cells
    told = changed(second, "JZ14", "02", value=263.0, status="value")
    told = changed(told, "GM0147", "02", value=80.0, status="value")
    problems = audited(counts, told, first)
    assert any("GM0141" in text and "(uitgave-1) can be worked out to 103 - 103" in text for text in problems)
    assert any("hidden, uitgave-1: 100]" in text for text in problems)


def test_of_older_releases_only_what_the_newest_does_not_tell_is_kept() -> None:
    old, new = measured(FIRST), measured(with_change(SECOND, THREE))
    left = only_other(old, new, Matcher(new))
    assert {(row["area"], row["hulpvorm"]) for row in left.to_pylist()} == {
        (area, form) for area in ("GM0141", "JZ14") for form in ("total", "02")
    }
    none = old.slice(0, 0)
    assert only_other(old, none, Matcher(none)).equals(old)
    assert only_other(old, old, Matcher(old)).num_rows == 0


def test_the_ledger_finds_rows_by_their_key_whatever_their_order() -> None:
    cells = measured(SECOND)
    first = release(FIRST).cells
    shuffled = first.take(pa.array(np.random.default_rng(1).permutation(first.num_rows)))
    ledger = ledger_of(cells, [Earlier("a", shuffled), Earlier("b", changed(shuffled, "GM0141", "02", value=130.0))])
    found = _shown(cells, ledger.entry_row, ledger.entry_value)
    assert found["GM0141", "02"] == [100, 130]
    assert found["GM0147", "02"] == [60]
    assert ledger.shown.sum() == first.num_rows


def _shown(cells: pa.Table, rows: Sequence[int], values: Sequence[float]) -> dict[tuple[str, str], list[float]]:
    found: dict[tuple[str, str], list[float]] = {}
    for row, value in zip(rows, values, strict=True):
        one = cells.slice(int(row), 1).to_pylist()[0]
        if one["unit"] == "personen":
            found.setdefault((one["area"], one["hulpvorm"]), []).append(value)
    return found
