"""Wijken that are published together: the group carries the figure, and nobody can take it apart."""

from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.unit.protect.wijk_groups import (
    MERGING,
    NORTH,
    SOUTH,
    WIJKEN,
    figure,
    indicators,
    measured,
    region,
    released,
)

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import AgeScope, Count, Unit
from graadmeter.domain.mergers import WijkGroup, group_code
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.grid.group_rows import with_groups
from graadmeter.protect.grid.relations import Relations
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

PLACE = region(NORTH, SOUTH)


@pytest.fixture(scope="module")
def cells() -> pa.Table:
    return released(PLACE).cells


def test_the_group_shows_what_its_wijken_may_not(cells) -> None:
    assert figure(cells, NORTH.code) == (25.0, "value")
    assert figure(cells, NORTH.code, unit="procent") == (6.3, "value")  # 25 of 400
    assert figure(cells, SOUTH.code) == (31.0, "value")
    for code in (*NORTH.wijken, *SOUTH.wijken):
        assert figure(cells, code) == (None, "merged")
        assert figure(cells, code, unit="procent") == (None, "merged")
    assert figure(cells, "WK014100") == (61.0, "value")


def test_a_wijk_with_nothing_does_not_say_so(cells) -> None:
    """Else the small count of the other wijk would be the figure of the group."""
    assert figure(cells, "WK014104", form="02") == (None, "merged")


def test_where_the_group_has_nothing_its_wijken_are_known_to_have_nothing() -> None:
    empty = {code: (0, 30 + one[1]) if code in NORTH.wijken else one for code, one in WIJKEN.items()}
    cells = released(PLACE, measured(empty, place=PLACE)).cells
    assert figure(cells, NORTH.code, form="02") == (0.0, "zero")
    assert figure(cells, "WK014101", form="02") == (None, "merged")


def test_a_policy_that_does_not_merge_makes_no_groups() -> None:
    table = measured()
    plain = replace(MERGING, merging=None)
    assert with_groups(table, indicators(), {plain.id: plain}, PLACE) is table
    later = region(replace(NORTH, first_year=2026))
    assert measured(place=later).num_rows == table.num_rows


def _shown(cells: pa.Table, truth: pa.Table, codes: tuple[str, ...]) -> pa.Table:
    """The cells with the true totals of some areas."""
    rows = [
        {**row, "value": own["value"], "status": own["status"]}
        if (row["area"] in codes and row["hulpvorm"] == "total" and row["unit"] == "personen")
        else row
        for row, own in zip(cells.to_pylist(), truth.to_pylist(), strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=cells.schema)


@pytest.mark.parametrize(
    ("planted", "leaks"),
    [((), False), (("WK014102",), True), (("WK014104", "WK014105"), True), (("WK014105",), False)],
)
def test_a_group_beside_all_but_one_of_its_wijken_fails_the_audit(cells, planted, leaks) -> None:
    truth = measured(place=PLACE)
    shown = _shown(cells, truth, planted)
    report = audit_release(shown, Request(truth, indicators(), {MERGING.id: MERGING}, PLACE.with_groups()), claims=())
    found = [text.en for text in report.problems if "can be worked out" in text.en]
    assert bool(found) == leaks, found


def test_an_engine_that_forgets_the_groups_is_caught(monkeypatch) -> None:
    keep = Relations.derive

    def without(self: Relations) -> None:
        self.areas = [replace(area, parts=(), parent="") if area.parts else area for area in self.areas]
        keep(self)

    small = {**WIJKEN, "WK014102": (7, 4), "WK014101": (0, 0)}  # the group is 11 because of one wijk
    small["WK014100"] = (1, 1)
    monkeypatch.setattr(Relations, "derive", without)
    with pytest.raises(DisclosureError, match="no proof that it cannot be worked out"):
        released(PLACE, measured(small, place=PLACE))


def test_a_wijk_that_was_shown_before_is_known() -> None:
    """Its old figure stays, and the group is shown only where the other wijken stay unknown."""
    before = Earlier("2025KW01-a", released(region()).cells)
    assert figure(before.cells, "WK014102") == (21.0, "value")
    cells = released(PLACE, earlier=(before,)).cells
    assert figure(cells, "WK014102") == (21.0, "value")
    assert figure(cells, "WK014101") == (None, "merged")
    assert figure(cells, NORTH.code) == (None, "suppressed")  # 25 - 21 would be the small wijk
    assert figure(cells, SOUTH.code)[1] in {"value", "suppressed"}


def test_a_second_release_with_the_same_groups_changes_nothing(cells) -> None:
    again = released(PLACE, earlier=(Earlier("2025KW01-a", cells),))
    assert again.cells.equals(cells)


def test_a_correction_of_one_person_is_carried_by_the_group(cells) -> None:
    other = {**WIJKEN, "WK014101": (4, 1)}
    again = released(PLACE, measured(other, place=PLACE), earlier=(Earlier("2025KW01-a", cells),)).cells
    assert figure(again, NORTH.code) == (25.0, "carried")
    assert figure(again, "WK014101") == (None, "merged")


def test_a_published_group_cannot_be_divided_otherwise(cells) -> None:
    other = region(replace(NORTH, wijken=("WK014101", "WK014102", "WK014103")))
    with pytest.raises(DisclosureError, match=NORTH.code):
        released(other, earlier=(Earlier("2025KW01-a", cells),))
    plain = {MERGING.id: replace(MERGING, merging=None)}
    with pytest.raises(DisclosureError, match="under 'merging' in the policy"):
        protect(
            Request(measured(), indicators(), plain, region(), earlier=(Earlier("2025KW01-a", cells),)), processes=1
        )


def test_the_policy_of_the_catalogue_merges_what_is_rare() -> None:
    policy = policies()["tmsd-10"]
    assert policy.merges_wijken("bescherming_reclassering")
    assert not policy.merges_wijken("jeugdhulp")


def test_other_wijken_make_another_code() -> None:
    assert group_code("GM0141", ("WK014102", "WK014101")) == NORTH.code
    assert WijkGroup("Noord", "GM0141", ("WK014101", "WK014103"), 2020).code != NORTH.code
    assert [NORTH.holds_in(year) for year in (2019, 2020, 2030)] == [False, True, True]
    assert not replace(NORTH, last_year=2024).holds_in(2025)


def test_the_report_tells_how_many_figures_are_merged(cells) -> None:
    merged = cells["status"].to_pylist().count("merged")
    assert released(PLACE).audit["published"]["merged_into_groups_of_wijken"] == merged
    assert "merged_into_groups_of_wijken" not in released(region()).audit["published"]


def test_a_count_that_another_indicator_shows_by_wijk_is_hidden_there_as_any_other() -> None:
    """The same counts under another name: its wijken are not merged, and must not tell what the others do not."""
    other = replace(MERGING, id="apart", merging=None)
    two = {**indicators(), **indicators(policy=other.id, name="verblijf")}
    count = Count(Unit.PERSONS, "traject", "verblijf", AgeScope.MINOR)
    measures = tuple(replace(one, count=count) for one in two["verblijf"].measures)
    two["verblijf"] = replace(two["verblijf"], measures=measures)
    ruled = {MERGING.id: MERGING, other.id: other}
    again = measured()
    names = pa.array(["verblijf"] * again.num_rows, pa.string())
    table = with_groups(pa.concat_tables([again, again.set_column(0, again.schema.field(0), names)]), two, ruled, PLACE)
    cells = protect(Request(table, two, ruled, PLACE.with_groups()), processes=1).cells
    told = cells.filter(pc.and_(pc.equal(cells["area"], "WK014102"), pc.equal(cells["unit"], "personen")))
    assert set(zip(told["indicator"].to_pylist(), told["status"].to_pylist(), strict=True)) == {
        ("jeugdhulp", "merged"),
        ("verblijf", "suppressed"),
    }
