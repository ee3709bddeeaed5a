"""Zeros that are hidden for the sake of others in regions with few people: what is known of them, and what is not."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
from tests.unit.protect.two_releases import FIRST, POLICY, indicator, measured, region

from graadmeter.catalogue.load_policies import policies
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Measure, Unit
from graadmeter.domain.status import CellStatus
from graadmeter.protect.audit.history import history_of
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.figures.derived import hidden_figures
from graadmeter.protect.grid.facts import facts_of
from graadmeter.protect.grid.ties import Ties
from graadmeter.protect.ledger.ledger import ledger_of
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

EVERYBODY = Count(Unit.PERSONS, "traject", "soort = 'jeugdhulp' AND beoordeeld", AgeScope.MINOR)
FORMS = ("02", "03", "04")
NO_RULES = {POLICY.id: replace(POLICY, rules=())}


def of_all_judged() -> dict[str, Indicator]:
    """Young people with help, also as a part of those whose help was judged: a count that has no row of its own."""
    one = indicator()["jeugdhulp"]
    number = one.measures[0]
    forms, sums = ("hulpvorm",), ("hulpvorm", "area")
    share = Measure(Unit.PERCENT, number.count, share_of=EVERYBODY, breakdowns=forms, split=forms, additive=sums)
    return {one.id: replace(one, measures=(number, share))}


def all_in_one_form() -> pa.Table:
    """Everybody in the first municipality has the same form of help; MEASURED."""
    counts = {"2025KW01": {"02": (12, 60, 50, 30), "03": (0, 24, 13, 17), "04": (0, 15, 18, 14)}}
    rows = measured(counts, forms=FORMS).to_pylist()
    plain = [row for row in rows if row["unit"] == "personen"]
    shares = []
    for row in plain:
        whole = 2 * row["value"]
        share = {"value": 50.0, "status": "value"} if whole else {"value": None, "status": "not_applicable"}
        shares.append({**row, "unit": "procent", "numerator": row["value"], "denominator": whole, **share})
    return pa.Table.from_pylist([*plain, *shares], schema=measured(FIRST).schema)


def test_a_region_with_nothing_tells_that_its_municipalities_have_nothing() -> None:
    rows = {}
    for whole in (0, 5):
        ties = Ties(np.array([0, 0, whole]), 10)
        ties.areas(np.array([2]), np.array([[0, 1]]))
        rows[whole] = len(ties.rows())
    assert rows == {0: 1, 5: 0}


def test_the_audit_finds_a_hidden_zero_under_a_region_with_nothing() -> None:
    one = indicator()["jeugdhulp"]
    in_several = {one.id: replace(one, measures=(replace(one.measures[0], additive=("area",)), one.measures[1]))}
    table = measured({"2025KW01": {**FIRST["2025KW01"], "03": (0, 0, 0, 0)}})
    cells = protect(Request(table, in_several, NO_RULES, region()), processes=1).cells
    shown = cells.to_pylist()
    for row in shown:
        if (row["area"], row["hulpvorm"]) == ("GM0141", "03"):
            row.update(value=None, status="suppressed")
    cells = pa.Table.from_pylist(shown, schema=cells.schema)
    report = audit_release(cells, Request(table, in_several, NO_RULES, region()), claims=())
    assert any("hulpvorm 03 GM0141 2025KW01 can be worked out" in text.en for text in report.problems)


def test_a_group_is_hidden_where_the_zeros_beside_it_have_denominators_without_rows() -> None:
    found = protect(Request(all_in_one_form(), of_all_judged(), policies(), region()), processes=1)
    assert found.audit["verdict"] == "passed"
    hidden = {
        (row["unit"], row["hulpvorm"])
        for row in found.cells.to_pylist()
        if row["area"] == "GM0141" and row["status"] == CellStatus.SUPPRESSED
    }
    assert {("personen", "03"), ("procent", "03")} <= hidden or {("personen", "04"), ("procent", "04")} <= hidden


def test_what_an_earlier_release_told_by_showing_no_share_stays_known() -> None:
    """Nothing is shown of a share of nobody; the release that said so told that there was nobody."""
    table = all_in_one_form()
    first = protect(Request(table, of_all_judged(), NO_RULES, region()), processes=1).cells
    void = [row["status"] == CellStatus.NOT_APPLICABLE for row in first.to_pylist()]
    assert sum(void) == 2
    assert (ledger_of(table, [Earlier("een", first)]).void >= 0).tolist() == void
    assert [bool(told) for told in history_of(first, [Earlier("een", first)]).void] == void


def test_a_share_of_trajectories_is_hidden_where_these_are_few_though_more_persons_are_behind_it() -> None:
    """The guard of a release stops it otherwise: as it does for shares of two counts."""
    line = indicator()["jeugdhulp"].measures[0]
    method = replace(line, unit=Unit.PERCENT, method="wachttijd", breakdowns=())
    one = {"jeugdhulp": replace(indicator()["jeugdhulp"], measures=(method,))}
    row = measured(FIRST).to_pylist()[0]
    behind = [
        {"value": part, "numerator": base, "denominator": base} for part, base in ((100, 9), (33.3, 20), (33.3, 30))
    ]
    few = [{**row, "unit": "procent", "contributors": 11, **of} for of in behind]
    table = pa.Table.from_pylist(few, schema=measured(FIRST).schema)
    facts = facts_of(measured(FIRST), indicator(), region())
    nothing = np.zeros(facts.grid.value.size, dtype=np.bool_)
    assert hidden_figures(table, one, NO_RULES, facts, nothing).tolist() == [True, True, False]
