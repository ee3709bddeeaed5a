"""Counts that two others make together, and breakdowns that happen to add up, are protected as the sums they are."""

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
from graadmeter.protect.grid.found_sums import found_sums
from graadmeter.protect.grid.grid import Grid
from graadmeter.protect.grid.lines import Series
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

ENDED = Count(Unit.TRAJECTORIES, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR, Moment.ENDED)
KNOWN, UNKNOWN = (replace(ENDED, where=f"reden_einde IS {word}") for word in ("NOT NULL", "NULL"))
REASON = {KNOWN: (96, 53, 77, 61), UNKNOWN: (3, 24, 13, 17)}
MEASURE = Count(Unit.PERSONS, "traject", "soort <> 'jeugdhulp'", AgeScope.MINOR)
MEASURES = {"bescherming": (96, 53, 77, 61), "reclassering": (3, 24, 13, 17)}


def named(name: str, measure: Measure) -> dict[str, Indicator]:
    (one,) = definitions(measure).values()
    return {name: replace(one, id=name, additive=("area",))}


def rows_of(name: str, unit: Unit, values: tuple[int, ...], **codes: object) -> list[dict[str, object]]:
    return [row(unit, area, value, indicator=name, **codes) for area, value in with_region(values).items()]


def together(values: dict[object, tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(np.sum(list(values.values()), axis=0).tolist())


def three_counts() -> list[tuple[pa.Table, dict[str, Indicator]]]:
    told = {
        "beeindigd": (ENDED, together(REASON)),
        "bekend": (KNOWN, REASON[KNOWN]),
        "niet": (UNKNOWN, REASON[UNKNOWN]),
    }
    return [
        (table(rows_of(name, Unit.TRAJECTORIES, values)), named(name, Measure(Unit.TRAJECTORIES, count)))
        for name, (count, values) in told.items()
    ]


def a_breakdown() -> list[tuple[pa.Table, dict[str, Indicator]]]:
    told = named("maatregelen", Measure(Unit.PERSONS, MEASURE, breakdowns=("maatregel",)))
    parts = [rows_of("maatregelen", Unit.PERSONS, together(MEASURES))]
    parts += [rows_of("maatregelen", Unit.PERSONS, values, maatregel=one) for one, values in MEASURES.items()]
    return [(table(part), told) for part in parts]


CASES = {
    "two counts that are a third": (three_counts, "two other counts make"),
    "a breakdown that adds up": (a_breakdown, "the breakdown by maatregel adds up to"),
}


def protected(measured: pa.Table, indicators: dict[str, Indicator]) -> ProtectedRelease:
    return protect(Request(measured, indicators, ruled(), region()), processes=1)


@pytest.mark.parametrize("case", CASES)
def test_what_the_figures_show_to_add_up_is_protected_so(case: str) -> None:
    made, words = CASES[case]
    parts = made()
    indicators = {name: one for _, own in parts for name, one in own.items()}
    request = Request(pa.concat_tables([rows for rows, _ in parts]), indicators, ruled(), region())

    one_by_one = pa.concat_tables([protected(rows, own).cells for rows, own in parts])
    found = [text.en for text in audit_release(one_by_one, request, claims=()).problems if "no proof" not in text.en]
    safe = protect(request, processes=1)

    assert any("can be worked out" in text and words in text for text in found), found
    assert not [text for text in audit_release(safe.cells, request, claims=()).problems if "no proof" not in text.en]
    assert safe.cells["value"].null_count < safe.cells.num_rows / 2


def grid(series: dict[Series, tuple[int, ...]]) -> Grid:
    towns = tuple(
        Area(code, 2025, Level.MUNICIPALITY, code, "JZ14") for code in ("GM0141", "GM0147", "GM0153", "GM0158")
    )
    cube = np.array(list(series.values()), dtype=np.int64)[:, :, None]
    return Grid(tuple(series), towns, (parse_period("2025JJ00"),), cube, cube, cube)


SUMS = {
    "true": ({**REASON, ENDED: together(REASON)}, 1),
    "one off": ({**REASON, ENDED: (100, *together(REASON)[1:])}, 0),
    "a part of so few that it may be chance": (
        {KNOWN: REASON[KNOWN], UNKNOWN: (3, 0, 0, 0), ENDED: (99, 53, 77, 61)},
        0,
    ),
}


@pytest.mark.parametrize("case", SUMS)
def test_only_a_sum_of_two_counts_that_holds_everywhere_counts(case: str) -> None:
    values, number = SUMS[case]
    declared = additivity([one for _, own in three_counts() for one in own.values()])
    assert len(found_sums(grid({Series(count): one for count, one in values.items()}), declared)) == number


@pytest.mark.parametrize(("total", "number"), [(together(MEASURES), 1), ((98, *together(MEASURES)[1:]), 0)])
def test_a_breakdown_in_which_somebody_is_twice_does_not_add_up(total: tuple[int, ...], number: int) -> None:
    declared = additivity(a_breakdown()[0][1].values())
    members = {Series(MEASURE, "maatregel", name): values for name, values in MEASURES.items()}
    assert len(found_sums(grid({Series(MEASURE): total, **members}), declared)) == number
