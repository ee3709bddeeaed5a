"""Where nobody has two trajectories of a form of help, persons and trajectories tell each other."""

from dataclasses import replace

import pyarrow as pa
from tests.unit.protect.ruled import HELP, definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.indicators import Indicator, Measure, Moment, Unit
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

ACTIVE = replace(HELP, of=Unit.TRAJECTORIES)
BEGUN = replace(ACTIVE, moment=Moment.BEGUN)
STAYS = (30, 24, 15, 22)
"""Persons with residence in four municipalities, and their trajectories."""
NEW = (3, 12, 15, 11)


def named(name: str, *measures: Measure) -> dict[str, Indicator]:
    (one,) = definitions(*measures).values()
    return {name: replace(one, id=name, additive=("area",))}


PERSONS = named("jeugdhulp", Measure(Unit.PERSONS, HELP, breakdowns=("hulpvorm",)))
TRAJECTORIES = named(
    "trajecten",
    *(
        Measure(Unit.TRAJECTORIES, count, breakdowns=("hulpvorm",), fixed={"stroom": name})
        for name, count in {"actief": ACTIVE, "begonnen": BEGUN}.items()
    ),
)


def tables() -> tuple[pa.Table, pa.Table]:
    """Persons and trajectories of one form in two quarters and their half-year; nobody leaves."""
    persons, trajectories = [], []
    after = tuple(a + b for a, b in zip(STAYS, NEW, strict=True))
    for period, active, begun in (("KW01", STAYS, NEW), ("KW02", after, NEW), ("HJ01", after, NEW)):
        when = {"period": f"2025{period}", "period_type": "halfjaar" if period == "HJ01" else "kwartaal"}
        for area, value in with_region(list(active)).items():
            persons.append(row(Unit.PERSONS, area, value, hulpvorm="11", **when))
            trajectories.append(
                row(Unit.TRAJECTORIES, area, value, indicator="trajecten", hulpvorm="11", stroom="actief", **when)
            )
        if period == "KW02":
            trajectories += [
                row(Unit.TRAJECTORIES, area, value, indicator="trajecten", hulpvorm="11", stroom="begonnen", **when)
                for area, value in with_region(list(begun)).items()
            ]
    return table(persons), table(trajectories)


def test_who_begins_does_not_follow_from_persons() -> None:
    rows = tables()
    request = Request(pa.concat_tables(rows), PERSONS | TRAJECTORIES, ruled(), region())
    apart = [
        protect(Request(one, own, ruled(), region()), processes=1).cells
        for one, own in zip(rows, (PERSONS, TRAJECTORIES), strict=True)
    ]
    found = [text.en for text in audit_release(pa.concat_tables(apart), request, claims=()).problems]
    assert any("can be worked out" in text and "the same count also stands at" in text for text in found), found
    safe = protect(request, processes=1)
    gone = {
        (one["stroom"], one["period"])
        for one in safe.cells.to_pylist()
        if one["value"] is None and one["area"] == "GM0141"
    }
    assert ("begonnen", "2025KW02") in gone
    both = {("total", "2025HJ01"), ("actief", "2025HJ01")}, {("total", "2025KW01"), ("actief", "2025KW01")}
    assert any(pair <= gone for pair in both), gone
