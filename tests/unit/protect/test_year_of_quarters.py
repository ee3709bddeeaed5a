"""A year without half-years is the sum of its quarters: engine and audit know it, for what adds up and what flows."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from tests.unit.protect.ruled import definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.indicators import AgeScope, Count, Measure, Moment, Unit
from graadmeter.domain.periods import parse_period
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.grid.flows import flows, quarters
from graadmeter.protect.grid.lines import Series
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

BEGUN = Count(Unit.TRAJECTORIES, "voorziening", "wet = 'wmo'", AgeScope.ADULT, moment=Moment.BEGUN)
INDICATORS = {
    name: replace(one, additive=("area", "period"))
    for name, one in definitions(Measure(Unit.TRAJECTORIES, BEGUN)).items()
}
QUARTERS = ("2025KW01", "2025KW02", "2025KW03", "2025KW04")
YEAR = "2025JJ00"
BEGINS = ((34, 40, 52, 61), (38, 41, 55, 62), (31, 47, 51, 60), (9, 44, 8, 66))
"""Per quarter, in four municipalities."""


def figures() -> pa.Table:
    told = {**dict(zip(QUARTERS, BEGINS, strict=True)), YEAR: np.sum(BEGINS, axis=0).tolist()}
    kinds = {**dict.fromkeys(QUARTERS, "kwartaal"), YEAR: "jaar"}
    return table(
        row(Unit.TRAJECTORIES, area, value, period=period, period_type=kinds[period])
        for period, values in told.items()
        for area, value in with_region(values).items()
    )


def test_a_quarter_does_not_follow_from_its_year() -> None:
    request = Request(figures(), INDICATORS, ruled(), region())
    safe = protect(request, processes=1)
    gone = {(one["area"], one["period"]) for one in safe.cells.to_pylist() if one["value"] is None}
    assert ("GM0141", "2025KW04") in gone
    for area in {area for area, _ in gone}:
        assert sum(place == area for place, _ in gone) > 1, area
    assert not [text for text in audit_release(safe.cells, request, claims=()).problems if "no proof" not in text.en]


def test_the_audit_finds_it_by_itself() -> None:
    cells = figures()
    year = pc.equal(cells["period"].cast(pa.string()), YEAR)
    parts = [cells.filter(part) for part in (year, pc.invert(year))]
    apart = [protect(Request(part, INDICATORS, ruled(), region()), processes=1).cells for part in parts]
    request = Request(pa.concat_tables(parts), INDICATORS, ruled(), region())
    found = [text.en for text in audit_release(pa.concat_tables(apart), request, claims=()).problems]
    assert any("can be worked out" in text and f"the parts of {YEAR} belong to" in text for text in found), found


def test_what_was_active_in_a_year_follows_from_quarters_where_no_half_is_told() -> None:
    active, ended = (replace(BEGUN, moment=moment) for moment in (Moment.ACTIVE, Moment.ENDED))
    (flow,) = flows([Series(active), Series(BEGUN), Series(ended)])
    year = parse_period(YEAR)
    periods = [*quarters(year), year]
    steps = set(flow.steps(periods, told=periods))
    assert (((0, 4),), ((0, 0), (1, 1), (1, 2), (1, 3))) in steps
    assert (((0, 4),), ((0, 3), (2, 0), (2, 1), (2, 2))) in steps
    assert quarters(parse_period("2025HJ01")) == quarters(parse_period("2025KW01")) == ()
