"""Counts in multiples of five: what is shown follows from what was protected, in every release."""

from dataclasses import replace

import pyarrow as pa
import pytest
from tests.unit.protect.wijk_groups import MERGING, WIJKEN, figure, indicators, measured, region

from graadmeter.catalogue.load_policies import policies, policy_of
from graadmeter.catalogue.units import read_yaml, unit_files
from graadmeter.domain.errors import CatalogueError, DisclosureError
from graadmeter.domain.policies import Method
from graadmeter.processing.protecting import published_as_asked
from graadmeter.protect.audit.fives import require_rounded
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.fives import as_if_exact
from graadmeter.protect.figures.one_method import require_one_method
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.release import guard
from graadmeter.release.formats import parquet_bytes

POLICY = replace(MERGING, merging=None, method=Method.CBS)
POLICIES = {POLICY.id: POLICY}


def released(counts: pa.Table, *before: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The cells as protected, and as published after releases that published `before`."""
    earlier = [Earlier(f"uitgave-{number}", cells) for number, cells in enumerate(before)]
    known = as_if_exact(earlier, counts, indicators(), POLICIES)
    exact = protect(Request(counts, indicators(), POLICIES, region(), earlier=known), processes=1)
    return exact.cells, published_as_asked(exact, counts, indicators(), POLICIES).cells


@pytest.fixture(scope="module")
def both() -> tuple[pa.Table, pa.Table]:
    return released(measured())


def test_counts_are_multiples_of_five_and_shares_follow_from_them(both) -> None:
    _, cells = both
    assert figure(cells, "WK014100") == (60.0, "value")  # 61
    assert figure(cells, "WK014700", form="03") == (15.0, "value")  # 14
    assert figure(cells, "WK014701", form="03") == (10.0, "value")  # 12
    assert figure(cells, "WK014100", unit="procent") == (30.0, "value")  # 60 of 200, not 30.5
    assert figure(cells, "WK014104") == (0.0, "zero")
    counts = [row["value"] for row in cells.to_pylist() if row["unit"] == "personen" and row["value"] is not None]
    assert all(value % 5 == 0 for value in counts)


def test_what_is_hidden_is_what_would_be_hidden_to_the_last_digit(both) -> None:
    exact, cells = both
    assert exact.drop(["value"]).equals(cells.drop(["value"]))
    assert exact["value"].is_null().equals(cells["value"].is_null())
    assert figure(cells, "WK014101") == (None, "suppressed")


@pytest.mark.parametrize(("area", "unit", "value"), [("WK014100", "personen", 61.0), ("WK014100", "procent", 30.5)])
def test_a_figure_that_was_left_as_it_is_or_rounded_otherwise_fails_the_audit(both, area, unit, value) -> None:
    exact, cells = both
    rows = cells.to_pylist()
    for row in rows:
        if (row["area"], row["unit"], row["hulpvorm"]) == (area, unit, "total"):
            row["value"] = value
    wrong = pa.Table.from_pylist(rows, schema=cells.schema)
    chosen = {"jeugdhulp"}
    require_rounded(cells, exact, measured(), indicators(), policies=POLICIES, chosen=chosen)
    with pytest.raises(DisclosureError, match=f"{unit} {area}"):
        require_rounded(wrong, exact, measured(), indicators(), policies=POLICIES, chosen=chosen)


def test_a_second_release_changes_nothing_by_itself_and_carries_small_changes(both) -> None:
    _, cells = both
    assert released(measured(), cells)[1].equals(cells)
    one_more = measured({**WIJKEN, "WK014100": (42, 21)})  # 63: to 65
    again = released(one_more, cells)[1]
    assert figure(again, "WK014100") == (60.0, "carried")
    many_more = measured({**WIJKEN, "WK014100": (73, 21)})
    assert figure(released(many_more, cells)[1], "WK014100") == (95.0, "value")


def test_figures_that_hang_together_have_one_method() -> None:
    other = replace(MERGING, id="anders")
    two = {**indicators(), **indicators(policy=other.id, name="verblijf")}
    with pytest.raises(CatalogueError, match=r"jeugdhulp \(cbs\), verblijf \(afschermen\)"):
        require_one_method(two, {**POLICIES, other.id: other})
    require_one_method(two, {**POLICIES, other.id: replace(other, method=Method.CBS)})
    require_one_method({"verblijf": two["verblijf"]}, {other.id: other})


def test_the_guard_stops_a_count_that_is_not_rounded(both) -> None:
    exact, cells = both
    limits = {"thresholds": {"jeugdhulp": 10}, "measured": measured(), "in_fives": {"jeugdhulp"}}
    name = "open/cells.parquet"
    guard.inspect({name: _parquet(cells)}, **limits)
    with pytest.raises(DisclosureError, match="multiple of five"):
        guard.inspect({name: _parquet(exact)}, **limits)


def test_the_catalogue_has_the_profile_and_refuses_it_below_five() -> None:
    assert policies()["cbs-5"].method is Method.CBS
    assert policies()["tmsd-10"].method is Method.HIDE
    content = read_yaml(next(file for file in unit_files("policies", ".yaml") if file.name == "cbs-5.yaml"))
    with pytest.raises(ValueError, match="at least 5"):
        policy_of({**content, "threshold": 4})


def _parquet(cells: pa.Table) -> bytes:
    return parquet_bytes(cells)
