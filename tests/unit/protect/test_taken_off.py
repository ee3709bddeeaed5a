"""Means and shares of methods: the whole less the shown parts tells of no few, over areas, periods and readers."""

from itertools import product

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from tests.unit.protect.ruled import DAYS, HELP, PLACES, REGION, definitions, row, ruled, table
from tests.unit.protect.two_releases import TOWNS, region

from graadmeter.domain.areas import Level
from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.indicators import Indicator, Measure, Unit
from graadmeter.protect import run
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.audit.report import AuditReport
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

HALVES = ("2025HJ01", "2025HJ02")
PERIODS = {"2025JJ00": HALVES, **{half: (half,) for half in HALVES}}
MEAN = {"statistiek": "gemiddelde"}
INDICATORS: dict[str, Indicator] = definitions(
    Measure(Unit.PERSONS, HELP),
    Measure(Unit.DAYS, DAYS, statistic="gemiddelde", fixed=MEAN),
    Measure(Unit.PERCENT, HELP, method="cohort"),
)


def cells(persons: dict[str, int], gone: dict[str, int]) -> pa.Table:
    """Per municipality the persons, of 40 to 43 days over twice as many rows, and how many are gone."""
    rows = []
    persons, gone = ({**one, REGION: sum(one.values())} for one in (persons, gone))
    for place, area in enumerate(PLACES):
        count, left = persons[area], gone[area]
        rows.append(row(Unit.PERSONS, area, 2 * count))
        behind = {"contributors": count, "denominator": 2 * count}
        days = sum(2 * persons[town] * (40 + at) for at, town in enumerate(TOWNS)) / (2 * count)
        rows.append(row(Unit.DAYS, area, days if area == REGION else 40 + place, **MEAN, **behind))
        behind = {"contributors": count, "denominator": count}
        rows.append(row(Unit.PERCENT, area, 100 * left / count, **behind))
    return table(rows)


def shown(published: pa.Table, unit: Unit) -> list[str]:
    return [one["area"] for one in published.to_pylist() if one["unit"] == unit and one["value"] is not None]


MANY = dict(zip(TOWNS, (40, 30, 50, 60), strict=True))
FEW_LEFT = dict(zip(TOWNS, (20, 4, 25, 30), strict=True))
FEW_BEHIND = MANY | {TOWNS[1]: 8}
HALF = {town: count // 2 for town, count in MANY.items()}


@pytest.mark.parametrize(
    ("measured", "unit"),
    [
        (cells(MANY, FEW_LEFT), Unit.PERCENT),  # 79 of 180 in the region, 75 of 150 elsewhere: 4 of 30
        (cells(FEW_BEHIND, dict.fromkeys(TOWNS, 0)), Unit.DAYS),  # the mean of eight persons
    ],
)
def test_the_figure_of_few_is_not_what_the_region_leaves(measured: pa.Table, unit: Unit, monkeypatch) -> None:
    asked = Request(measured, INDICATORS, ruled(), region())
    assert shown(protect(asked, processes=1).cells, unit) == [TOWNS[2], TOWNS[3], REGION]
    monkeypatch.setattr(run, "taken_off", lambda *forgetful: forgetful[-1])
    with pytest.raises(DisclosureError, match="a figure of too few persons follows from this"):
        protect(asked, processes=1)


def test_a_municipality_that_knows_its_own_is_left_enough_as_well() -> None:
    """Two that are hidden together are enough for outsiders, not for one of the two."""
    few = MANY | {TOWNS[0]: 9, TOWNS[1]: 8}
    measured = cells(few, dict.fromkeys(TOWNS, 0))
    open_to_all = protect(Request(measured, INDICATORS, ruled(), region()), processes=1).cells
    assert shown(open_to_all, Unit.DAYS) == [TOWNS[2], TOWNS[3], REGION]
    asked = Request(measured, INDICATORS, ruled(), region(), insiders=Level.MUNICIPALITY)
    assert shown(protect(asked, processes=1).cells, Unit.DAYS) == [TOWNS[3], REGION]
    found = audit_release(open_to_all, asked, claims=())
    assert any("follows from this" in text.en for text in found.problems)


def test_what_was_shown_before_stays_and_what_is_new_is_hidden_for_it() -> None:
    before = protect(Request(cells(MANY, HALF), INDICATORS, ruled(), region()), processes=1).cells
    rows = [one for one in before.to_pylist() if one["area"] != TOWNS[3] or one["unit"] != Unit.PERCENT]
    earlier = Earlier("een", pa.Table.from_pylist(rows, schema=before.schema))
    measured = cells(MANY, HALF | {TOWNS[3]: 4})
    late = protect(Request(measured, INDICATORS, ruled(), region(), earlier=[earlier]), processes=1)
    assert late.audit["verdict"] == "passed"
    assert TOWNS[3] not in shown(late.cells, Unit.PERCENT)


QUARTERS = ("2025KW03", "2025KW04")
PARTS = {
    "2025HJ01": ("2025HJ01",),
    "2025HJ02": QUARTERS,
    "2025JJ00": ("2025HJ01", *QUARTERS),
    **{q: (q,) for q in QUARTERS},
}
KINDS = {"JJ": "jaar", "HJ": "halfjaar", "KW": "kwartaal"}


def with_quarters(*, few: int) -> pa.Table:
    """Means over the first half-year and two quarters, of thirty persons each, but `few` in one town's last quarter."""
    rows = []
    for area, (period, parts) in product(PLACES, PARTS.items()):
        spots = list(product(TOWNS if area == REGION else (area,), parts))
        persons = [few if spot == (TOWNS[0], QUARTERS[1]) else 30 for spot in spots]
        days = sum(one * (40 + TOWNS.index(town)) for one, (town, _) in zip(persons, spots, strict=True))
        kind = {"period": period, "period_type": KINDS[period[4:6]]}
        rows.append(row(Unit.PERSONS, area, 500 * len(spots), **kind))
        behind = {"contributors": sum(persons), "denominator": sum(persons)}
        rows.append(row(Unit.DAYS, area, days / sum(persons), **MEAN, **behind, **kind))
    return table(rows)


def test_where_all_near_was_shown_before_something_further_off_is_hidden() -> None:
    """Eight are a half-year less a quarter, that is a year less a half-year, and that what a region leaves."""
    measured = with_quarters(few=8)
    early = pc.is_in(measured["period"], pa.array(["2025HJ01", QUARTERS[0]]))
    before = protect(Request(measured.filter(early), INDICATORS, ruled(), region()), processes=1).cells
    asked = Request(measured, INDICATORS, ruled(), region(), earlier=[Earlier("een", before)])
    published = protect(asked, processes=1).cells
    rows = [one for one in published.to_pylist() if one["unit"] == Unit.DAYS and one["value"] is None]
    hidden = {(one["area"], one["period"]) for one in rows}
    assert hidden == set(product(TOWNS[:2], ("2025HJ02", "2025JJ00", QUARTERS[1])))


def at_random(seed: int) -> pa.Table:
    """Means of a year and its halves, of towns with few persons in some of the halves."""
    chance = np.random.default_rng(seed)
    rows = []
    people, more, days = (
        {spot: int(chance.choice(values)) for spot in product(TOWNS, HALVES)}
        for values in ([0, 5, 8, 12, 14, 25], range(9), range(20, 90))
    )
    for area, (period, halves) in product(PLACES, PERIODS.items()):
        spots = list(product(TOWNS if area == REGION else (area,), halves))
        persons = sum(people[spot] for spot in spots)
        base = {spot: (people[spot] + more[spot]) * (people[spot] > 0) for spot in spots}
        kind = {"period": period, "period_type": "jaar" if halves == HALVES else "halfjaar"}
        rows.append(row(Unit.PERSONS, area, 500 * len(spots), **kind))
        if persons:
            mean = sum(base[spot] * days[spot] for spot in spots) / sum(base.values())
            behind = {"contributors": persons, "denominator": sum(base.values())}
            rows.append(row(Unit.DAYS, area, mean, **MEAN, **behind, **kind))
    return table(rows)


def told(measured: pa.Table, published: pa.Table) -> list[tuple[str, str, int]]:
    """By linear algebra: the means of fewer than ten that the shown ones leave one value, or give as one of a sum."""
    pairs = zip(measured.to_pylist(), published.to_pylist(), strict=True)
    people = {
        (one["area"], one["period"]): (one["contributors"], it["value"]) for one, it in pairs if it["unit"] == Unit.DAYS
    }
    hidden = [spot for spot, (_, value) in people.items() if value is None]
    sums = [((area, "2025JJ00"), [(area, half) for half in HALVES]) for area in PLACES]
    sums += [((REGION, period), [(town, period) for town in TOWNS]) for period in PERIODS]
    table_ = np.array([[(spot in parts) - float(spot == whole) for spot in hidden] for whole, parts in sums]).reshape(
        len(sums), len(hidden)
    )
    free = np.eye(len(hidden)) - np.linalg.pinv(table_) @ table_
    return [
        (*spot, people[spot][0])
        for spot, room in zip(hidden, free, strict=True)
        if people[spot][0] < 10 and np.abs(room).max() < 1e-9
    ]


@pytest.mark.parametrize("seed", range(12))
def test_an_attack_by_linear_algebra_finds_no_mean_of_few(seed: int) -> None:
    measured = at_random(seed)
    asked = Request(measured, INDICATORS, ruled(), region())
    assert told(measured, protect(asked, processes=1).cells) == []


def test_that_attack_finds_them_where_the_engine_forgets(monkeypatch) -> None:
    monkeypatch.setattr(run, "taken_off", lambda *forgetful: forgetful[-1])
    monkeypatch.setattr(AuditReport, "require_passed", lambda _: None)
    found = [
        told(measured, protect(Request(measured, INDICATORS, ruled(), region()), processes=1).cells)
        for measured in map(at_random, range(12))
    ]
    assert sum(bool(one) for one in found) >= 6
