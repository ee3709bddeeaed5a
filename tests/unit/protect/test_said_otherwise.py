"""A count that another indicator says in other words is protected together with it, and the audit knows it too."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest
from tests.unit.protect.ruled import definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import AgeScope, Count, Indicator, Measure, Moment, Unit
from graadmeter.domain.periods import parse_period
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.grid.additivity import additivity
from graadmeter.protect.grid.composed import composed
from graadmeter.protect.grid.grid import Grid
from graadmeter.protect.grid.kinship import shared_cells
from graadmeter.protect.grid.lines import Series
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

BOTH = "JW"
LAWS = {"J": (100, 60, 72, 30), "W": (200, 150, 90, 80), BOTH: (3, 24, 13, 17)}
EVERYBODY = Count(Unit.PERSONS, "traject", age=AgeScope.BY_LAW)
CLIENTS = Count(Unit.PERSONS, "traject", "wet = 'wmo'", AgeScope.ADULT)
TWO_LAWS = Count(Unit.PERSONS, "traject", age=AgeScope.BY_LAW, moment=Moment.BESIDE)


def named(name: str, measure: Measure) -> dict[str, Indicator]:
    (one,) = definitions(measure).values()
    return {name: replace(one, id=name, additive=("area", "wettengroep"))}


STACKING = named("stapeling", Measure(Unit.PERSONS, EVERYBODY, breakdowns=("wettengroep",)))
IN_OTHER_WORDS = {
    "the sum of some members": (CLIENTS, ("W", BOTH), "some of the breakdown by wettengroep make"),
    "one member": (TWO_LAWS, (BOTH,), "the same count also stands at"),
}


def cells(name: str, groups: dict[str, tuple[int, ...]], *, apart: bool) -> pa.Table:
    """The total of some groups of laws, and each of these as well when they are told apart."""
    by_group = {group: with_region(values) for group, values in groups.items()}
    rows = []
    for area in with_region((0, 0, 0, 0)):
        rows.append(row(Unit.PERSONS, area, sum(one[area] for one in by_group.values()), indicator=name))
        told = by_group.items() if apart else ()
        rows += [row(Unit.PERSONS, area, one[area], indicator=name, wettengroep=group) for group, one in told]
    return table(rows)


def protected(measured: pa.Table, indicators: dict[str, Indicator]) -> ProtectedRelease:
    return protect(Request(measured, indicators, ruled(), region()), processes=1)


@pytest.mark.parametrize("case", IN_OTHER_WORDS)
def test_what_two_indicators_say_is_protected_together(case: str) -> None:
    count, groups, words = IN_OTHER_WORDS[case]
    other = named("anders", Measure(Unit.PERSONS, count))
    stacked = cells("stapeling", LAWS, apart=True)
    again = cells("anders", {group: LAWS[group] for group in groups}, apart=False)
    request = Request(pa.concat_tables([stacked, again]), STACKING | other, ruled(), region())

    one_by_one = pa.concat_tables([protected(stacked, STACKING).cells, protected(again, other).cells])
    found = [text.en for text in audit_release(one_by_one, request, claims=()).problems if "no proof" not in text.en]
    together = protect(request, processes=1)
    safe = audit_release(together.cells, request, claims=()).problems

    assert any("can be worked out" in text and "stapeling" in text for text in found), found
    assert any(words in text for text in found), found
    assert not [text for text in safe if "no proof" not in text.en]
    assert together.cells["value"].null_count < together.cells.num_rows / 2


def grid(series: dict[Series, list[int]]) -> Grid:
    towns = tuple(Area(code, 2025, Level.MUNICIPALITY, code, "JZ14") for code in ("GM0141", "GM0147", "GM0153"))
    cube = np.array(list(series.values()), dtype=np.int64)[:, :, None]
    return Grid(tuple(series), towns, (parse_period("2025JJ00"),), cube, cube, cube)


GROUPS = {Series(EVERYBODY, "wettengroep", group): list(LAWS[group][:3]) for group in LAWS}
SUMS = {
    "true in all": (np.add(LAWS["W"][:3], LAWS[BOTH][:3]), {("W", BOTH)}),
    "one person off": (np.array([203, 175, 103]), set()),
    "all members: a total": (np.sum([LAWS[group][:3] for group in LAWS], axis=0), set()),
    "one member: a twin": (np.array(LAWS["W"][:3]), set()),
}


@pytest.mark.parametrize("case", SUMS)
def test_only_a_sum_of_some_members_that_holds_everywhere_counts(case: str) -> None:
    values, expected = SUMS[case]
    found = grid({**GROUPS, Series(CLIENTS): values.tolist()})
    sums = composed(found, additivity({**STACKING, **named("anders", Measure(Unit.PERSONS, CLIENTS))}.values()))
    assert {tuple(found.series[part].member for part in one.parts) for one in sums} == expected
    assert all(found.series[one.whole] == Series(CLIENTS) and one.year == 2025 for one in sums)


TWINS = {
    "in three municipalities": (Series(TWO_LAWS), [3, 24, 13], True),
    "in one, which may be chance": (Series(TWO_LAWS), [0, 24, 0], False),
    "of a few, which may be chance": (Series(TWO_LAWS), [3, 9, 7], False),
    "but for one person": (Series(TWO_LAWS), [3, 24, 14], False),
    "of the same definition": (Series(EVERYBODY, "aantal_voorzieningen", "2"), [3, 24, 13], False),
    "of other things": (Series(Count(Unit.HOUSEHOLDS, "traject")), [3, 24, 13], False),
}


@pytest.mark.parametrize("case", TWINS)
def test_a_member_and_a_total_are_one_count_when_that_is_no_chance(case: str) -> None:
    other, values, same = TWINS[case]
    member = [3, 24, 13] if values == [3, 24, 14] else values
    found = shared_cells(grid({Series(EVERYBODY, "wettengroep", BOTH): member, other: values}))
    assert np.array_equal(found[0], found[1]) is same
