"""Age bands and care forms that are published together: the group carries the figure, and nobody can take it apart."""

from dataclasses import replace

import pyarrow as pa
import pytest
from tests.unit.protect.two_releases import figure, indicator, measured, region

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Level
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Indicator, Unit
from graadmeter.domain.member_groups import MemberGroup
from graadmeter.domain.policies import MemberMerging
from graadmeter.domain.region import Region
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.grid.member_rows import with_member_groups
from graadmeter.protect.grid.relations import Relations
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

POLICY = replace(policies()["tmsd-10"], member_merging=MemberMerging(("hulpvorm",), (Level.MUNICIPALITY,)), rules=())
POLICIES = {POLICY.id: POLICY}
BOTH = MemberGroup("Ambulant en dag", "hulpvorm", ("02", "03"), 2020)
PLACE = replace(region(), member_groups=(BOTH,))
RARE = {"2025KW01": {"02": (52, 60, 50, 30), "03": (7, 24, 13, 17), "11": (53, 41, 44, 35)}}
"""Form 03 is rare in Almelo, the first of the towns."""
FORMS = ("02", "03", "11")


def chosen() -> dict[str, Indicator]:
    """Numbers by form, and shares of each form in all youths: of the group these add up above the line only."""
    one = indicator(POLICY)["jeugdhulp"]
    shares = tuple(replace(m, breakdowns=("hulpvorm",)) if m.unit is Unit.PERCENT else m for m in one.measures)
    return {"jeugdhulp": replace(one, measures=shares)}


def counted(place: Region = PLACE, counts=RARE) -> pa.Table:
    """MEASURED of these counts, with the shares of each form, and the groups of the region."""
    plain = measured(counts, forms=FORMS)
    people = {row["area"]: row["denominator"] for row in plain.to_pylist() if row["unit"] == "procent"}
    shares = [
        row | {
            "unit": "procent", "value": 100 * row["value"] / people[row["area"]], "numerator": row["value"],
            "denominator": people[row["area"]],
        }
        for row in plain.to_pylist() if row["hulpvorm"] != "total"
    ]  # fmt: skip
    table = pa.concat_tables([plain, pa.Table.from_pylist(shares, schema=plain.schema)])
    return with_member_groups(table, chosen(), POLICIES, place)


def released(cells: pa.Table | None = None, earlier=(), place: Region = PLACE) -> ProtectedRelease:
    given = counted() if cells is None else cells
    return protect(Request(given, chosen(), POLICIES, place, earlier=earlier), processes=1)


@pytest.fixture(scope="module")
def cells() -> pa.Table:
    return released().cells


def test_the_group_shows_what_its_members_may_not(cells) -> None:
    """Of seven youths with form 03 in Almelo nothing is told, of the 59 with either form is."""
    assert figure(cells, "GM0141", form=BOTH.code) == (59.0, "value")
    assert figure(cells, "GM0141", form=BOTH.code, unit="procent") == (0.7, "value")  # 59 of 9,000
    for form in BOTH.members:
        for unit in ("personen", "procent"):
            assert figure(cells, "GM0141", form=form, unit=unit) == (None, "merged")
    assert figure(cells, "GM0141", form="11") == (53.0, "value")


def test_only_at_the_levels_and_in_the_years_that_are_asked(cells) -> None:
    assert released().audit["published"]["merged_into_groups_of_codes"] == cells["status"].to_pylist().count("merged")
    assert BOTH.code not in {row["hulpvorm"] for row in cells.to_pylist() if row["level"] != "gemeente"}
    assert figure(cells, "JZ14", form="02")[1] != "merged"
    later = replace(PLACE, member_groups=(replace(BOTH, first_year=2026),))
    assert BOTH.code not in counted(later)["hulpvorm"].to_pylist()


def test_where_members_do_not_add_up_there_is_no_group() -> None:
    """Youths in two forms would count twice."""
    several = {
        name: replace(one, measures=tuple(replace(m, additive=("area", "wijk")) for m in one.measures))
        for name, one in chosen().items()
    }
    plain = counted(region())
    assert with_member_groups(plain, several, POLICIES, PLACE) is plain


def test_a_group_beside_one_of_its_members_fails_the_audit(cells) -> None:
    truth = counted()
    rows = [
        {**row, "value": own["value"], "status": own["status"]}
        if (row["area"], row["hulpvorm"], row["unit"]) == ("GM0141", "02", "personen")
        else row
        for row, own in zip(cells.to_pylist(), truth.to_pylist(), strict=True)
    ]
    shown = pa.Table.from_pylist(rows, schema=cells.schema)
    report = audit_release(shown, Request(truth, chosen(), POLICIES, PLACE), claims=())
    assert any("hulpvorm 03 GM0141 2025KW01 can be worked out to 7 - 7" in one.en for one in report.problems)


def test_an_engine_that_forgets_that_groups_are_sums_is_caught(monkeypatch) -> None:
    """Both forms of the group are small, and so is the group: an engine that does not know tells too much of it."""
    few = {"2025KW01": {"02": (4, 60, 50, 30), "03": (3, 24, 13, 17), "11": (53, 41, 44, 35)}}
    assert released(counted(counts=few)).audit["verdict"] == "passed"
    monkeypatch.setattr(Relations, "_over_groups", lambda _: None)
    with pytest.raises(DisclosureError, match="Nothing is published"):
        released(counted(counts=few))


def test_a_published_group_stays(cells) -> None:
    before = Earlier("2025KW01-a", cells)
    assert released(earlier=(before,)).cells.equals(cells)
    with pytest.raises(DisclosureError, match=r"merged wijken or codes.*02\.\.03"):
        released(counted(region()), earlier=(before,), place=region())


def test_a_group_is_a_sum_also_where_no_total_is_published() -> None:
    """Parts that are given without their total: what the group tells of its members is known all the same."""
    bare = counted().filter(pa.array([form != "total" for form in counted()["hulpvorm"].to_pylist()]))
    found = protect(Request(bare, chosen(), POLICIES, PLACE), processes=1).cells
    shown = [
        {**row, "value": 52.0, "status": "value"}
        if (row["area"], row["hulpvorm"], row["unit"]) == ("GM0141", "02", "personen")
        else row
        for row in found.to_pylist()
    ]
    report = audit_release(
        pa.Table.from_pylist(shown, schema=found.schema), Request(bare, chosen(), POLICIES, PLACE), claims=()
    )
    assert any("hulpvorm 03 GM0141 2025KW01 can be worked out to 7 - 7" in one.en for one in report.problems)


def test_a_share_of_those_of_that_age_is_one_of_all_ages_in_the_group() -> None:
    """30 of 100 and 20 of 300: 50 of 400, where each band has inhabitants of its own."""
    young = MemberGroup("0 t/m 11 jaar", "leeftijdsgroep", ("00-03", "04-11"), 2020)
    one = indicator(POLICY)["jeugdhulp"]
    by_age = {"breakdowns": ("leeftijdsgroep",), "additive": ("leeftijdsgroep",)}
    measures = (replace(one.measures[0], **by_age), replace(one.measures[1], **by_age, split=("leeftijdsgroep",)))
    policy = replace(POLICY, member_merging=MemberMerging(("leeftijdsgroep",), (Level.MUNICIPALITY,)))
    plain = measured(RARE, forms=())
    rows = [row for row in plain.to_pylist() if row["area"] == "GM0141" and row["unit"] == "procent"]
    rows = [
        rows[0] | {"leeftijdsgroep": age, "value": 100 * above / below, "numerator": above, "denominator": below}
        for age, above, below in (("00-03", 30.0, 100.0), ("04-11", 20.0, 300.0))
    ]
    table = with_member_groups(
        pa.Table.from_pylist(rows, schema=plain.schema),
        {"jeugdhulp": replace(one, measures=measures)},
        {policy.id: policy},
        replace(region(), member_groups=(young,)),
    )
    (added,) = table.to_pylist()[2:]
    assert added["leeftijdsgroep"] == "00-03..04-11"
    assert (added["value"], added["numerator"], added["denominator"]) == (12.5, 50.0, 400.0)
