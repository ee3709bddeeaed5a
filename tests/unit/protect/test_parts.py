"""Parts for insiders: everything of one's own, nothing of others, and an audit that refuses whatever is planted."""

from dataclasses import replace
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.unit.protect.inside import place, protected, small

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.areas import Level
from graadmeter.domain.disclosure_rules import Rule, RuleKind
from graadmeter.domain.errors import DisclosureError
from graadmeter.protect.audit.parts import PartReport, audit_part
from graadmeter.protect.figures.parts import areas_of, own_part, reserved_by_rules, unhidden

TOWN, OTHER, YEAR = "GM0141", "GM0147", 2024


def own() -> frozenset[str]:
    return areas_of(place().areas, TOWN, Level.MUNICIPALITY)


def part(years: tuple[int, ...] = (YEAR,)) -> pa.Table:
    cells, chosen = small()
    return own_part(unhidden(cells, chosen, place()), protected(Level.MUNICIPALITY).cells, own(), years)


def audited(table: pa.Table, years: tuple[int, ...] = (YEAR,)) -> PartReport:
    release = protected(Level.MUNICIPALITY).cells
    return audit_part(table, release, small()[0], areas=own(), attacked=years)


def planted(table: pa.Table, row: pa.Table) -> pa.Table:
    return pa.concat_tables([table, row.select(table.column_names).cast(table.schema)])


def test_a_municipality_gets_all_its_own_figures_and_no_other() -> None:
    cells, found = small()[0], part()
    mine = cells.filter(pc.is_in(cells["area"], pa.array(sorted(own()))))
    assert set(found["area"].to_pylist()) == set(mine["area"].to_pylist()) <= own()
    assert found.num_rows == mine.num_rows
    assert "suppressed" not in found["status"].to_pylist()
    counts = pc.equal(found["unit"], "personen")
    assert (
        found.filter(counts)["value"].to_pylist()
        == mine.filter(pc.equal(mine["unit"], "personen"))["value"].to_pylist()
    )


def test_the_audit_counts_what_the_open_release_does_not_show() -> None:
    report = audited(part())
    assert not report.problems
    hidden = pc.equal(protected(Level.MUNICIPALITY).cells["status"], "suppressed")
    mine = pc.is_in(small()[0]["area"], pa.array(sorted(own())))
    there = small()[0].filter(pc.and_(hidden, mine))["value"].is_valid()
    assert report.more == there.to_pylist().count(True) > 50


def test_a_part_that_shows_a_neighbours_hidden_figure_is_refused() -> None:
    cells, chosen = small()
    every = unhidden(cells, chosen, place())
    secret = pc.equal(protected(Level.MUNICIPALITY).cells["status"], "suppressed")
    row = every.filter(pc.and_(secret, pc.equal(every["area"], OTHER))).slice(0, 1)
    report = audited(planted(part(), row))
    assert OTHER in report.problems[0].en
    with pytest.raises(DisclosureError, match=r"Nothing is published: part gemeente/GM0141: .*somebody else's figure"):
        report.require_passed("gemeente/GM0141")


def test_a_year_that_was_not_attacked_from_inside_tells_no_more_than_the_release() -> None:
    assert audited(part(years=()), years=()).more == 0
    assert "not attacked from inside" in audited(part(), years=()).problems[0].en


def test_a_figure_that_is_not_the_measured_one_is_refused() -> None:
    table = part()
    wrong = pc.if_else(pc.greater(table["value"], 100), pc.add(table["value"], 1), table["value"])
    report = audited(table.set_column(table.column_names.index("value"), table.schema.field("value"), wrong))
    assert "not the measured figure" in report.problems[0].en


def test_a_share_may_differ_by_its_rounding_only() -> None:
    table = part()
    share = pc.and_(pc.equal(table["unit"], "procent"), pc.greater(table["value"], 1))
    wrong = pc.if_else(share, pc.add(table["value"], 0.2), table["value"])
    report = audited(table.set_column(table.column_names.index("value"), table.schema.field("value"), wrong))
    assert "not the measured figure" in report.problems[0].en


def test_a_figure_that_was_never_measured_is_refused() -> None:
    table = part()
    row = table.slice(0, 1).set_column(
        table.column_names.index("period"), table.schema.field("period"), pa.array(["2031JJ00"])
    )
    assert "not measured" in audited(planted(table, row)).problems[0].en


def test_what_a_rule_reserves_is_told_to_this_level_no_more_than_to_everybody() -> None:
    cells, chosen = small()
    rule = Rule(RuleKind.BASE, "made by hand", date(2020, 1, 1), numbers={"persons": 30}, access=("gemeente",))
    policy = replace(policies()["tmsd-10"], rules=(replace(rule, indicators=("jeugdhulp",)),))
    day = date(2024, 12, 31)
    assert reserved_by_rules(chosen, {policy.id: policy}, "gemeente", day) == {"jeugdhulp"}
    assert reserved_by_rules(chosen, {policy.id: policy}, "regio", day) == frozenset()
    assert reserved_by_rules(chosen, {policy.id: policy}, "gemeente", date(2019, 1, 1)) == frozenset()
    release, every = protected(Level.MUNICIPALITY).cells, unhidden(cells, chosen, place())
    found = own_part(every, release, own(), (YEAR,), reserved={"jeugdhulp"})
    report = audit_part(found, release, cells, areas=own(), attacked=(YEAR,), reserved={"jeugdhulp"})
    assert not report.problems
    assert report.more < audited(part()).more
    leak = audit_part(part(), release, cells, areas=own(), attacked=(YEAR,), reserved={"jeugdhulp"})
    assert "a rule keeps this from this level" in leak.problems[0].en
