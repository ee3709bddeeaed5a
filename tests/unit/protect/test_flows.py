"""What is active, begins and ends tells each other: engine and audit know these sums where they hold."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from tests.unit.protect.ruled import Row, definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.indicators import AgeScope, Count, Measure, Moment, Unit
from graadmeter.domain.periods import parse_period
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.grid.flows import flowing, flows
from graadmeter.protect.grid.lines import Series
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

ACTIVE = Count(Unit.TRAJECTORIES, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR)
BEGUN, ENDED = (replace(ACTIVE, moment=moment) for moment in (Moment.BEGUN, Moment.ENDED))
STREAMS = {"actief": ACTIVE, "begonnen": BEGUN, "beeindigd": ENDED}
INDICATORS = definitions(
    *(
        Measure(Unit.TRAJECTORIES, one, fixed={"stroom": name}, breakdowns=("hulpvorm",))
        for name, one in STREAMS.items()
    )
)
INDICATORS = {name: replace(one, additive=("hulpvorm",)) for name, one in INDICATORS.items()}
START = {"02": (400, 260, 150, 130), "03": (220, 240, 113, 117), "04": (140, 135, 131, 128)}
"""Active when the year begins, by form of help and municipality."""
BEGINS = {"02": (31, 24, 15, 22), "03": (3, 24, 13, 17), "04": (20, 35, 31, 28)}
ENDS = {"02": (40, 20, 25, 12), "03": (21, 22, 17, 13), "04": (15, 24, 11, 18)}
SHORT, LONG = ("2025KW01", "2025KW02"), "2025HJ01"


def year() -> pa.Table:
    """Two quarters and their half-year: as many begin and end in each quarter; nobody leaves without an end."""
    told: dict[tuple[str, str, str], np.ndarray] = {}
    for form, stock in START.items():
        begun, ended = np.array(BEGINS[form]), np.array(ENDS[form])
        now = np.array(stock)
        for period in SHORT:
            told["actief", period, form] = now + begun
            told["begonnen", period, form], told["beeindigd", period, form] = begun, ended
            now = now + begun - ended
        told["actief", LONG, form] = np.array(stock) + 2 * begun
        told["begonnen", LONG, form], told["beeindigd", LONG, form] = 2 * begun, 2 * ended
    for stream in STREAMS:
        for period in (*SHORT, LONG):
            told[stream, period, "total"] = sum((told[stream, period, form] for form in START), np.zeros(4, np.int64))
    return table(_rows(told))


def _rows(told: dict[tuple[str, str, str], np.ndarray]) -> Iterator[Row]:
    for (stream, period, form), values in told.items():
        kind = "kwartaal" if period in SHORT else "halfjaar"
        for area, value in with_region(values.tolist()).items():
            codes = {"stroom": stream, "hulpvorm": form, "period": period, "period_type": kind}
            yield row(Unit.TRAJECTORIES, area, value, **codes)


def hidden(cells: pa.Table) -> set[tuple[str, str, str]]:
    """Stream, period and form of what is hidden in the first municipality."""
    names = ("stroom", "period", "hulpvorm")
    rows = (one for one in cells.to_pylist() if one["area"] == "GM0141" and one["value"] is None)
    return {tuple(one[name] for name in names) for one in rows}


def test_nothing_follows_from_what_was_active_before() -> None:
    request = Request(year(), INDICATORS, ruled(), region())
    safe = protect(request, processes=1)
    gone = hidden(safe.cells)
    for form in START:
        half = {("actief", LONG, form), ("actief", SHORT[0], form), ("begonnen", SHORT[1], form)}
        other = {("actief", LONG, form), ("actief", SHORT[1], form), ("beeindigd", SHORT[0], form)}
        assert len(half & gone) != 1, form
        assert len(other & gone) != 1, form
    assert ("begonnen", SHORT[1], "03") in gone
    assert not [text for text in audit_release(safe.cells, request, claims=()).problems if "no proof" not in text.en]


def test_the_audit_finds_it_by_itself() -> None:
    """Protected one by one, each of the streams is safe, and together they are not."""
    cells = year()
    parts = []
    for name in STREAMS:
        (one,) = INDICATORS.values()
        own = {one.id: replace(one, measures=tuple(part for part in one.measures if part.fixed["stroom"] == name))}
        rows = cells.filter(pc.equal(cells["stroom"], name))
        parts.append((rows, protect(Request(rows, own, ruled(), region()), processes=1).cells))
    together = Request(pa.concat_tables([rows for rows, _ in parts]), INDICATORS, ruled(), region())
    found = audit_release(pa.concat_tables([told for _, told in parts]), together, claims=()).problems
    said = [text.en for text in found if "belongs together" in text.en]
    assert any("begins and ends" in text and "can be worked out" in text for text in said), [one.en for one in found]


def test_only_trajectories_flow() -> None:
    persons = replace(ACTIVE, of=Unit.PERSONS)
    series = [Series(ACTIVE), Series(BEGUN), Series(persons), Series(replace(persons, moment=Moment.BEGUN))]
    (only,) = flows(series)
    assert (only.active, only.begun, only.ended) == (0, 1, -1)
    assert only.moves == (1,)
    assert flowing(BEGUN) == flowing(ENDED) == ACTIVE
    assert flowing(replace(persons, moment=Moment.BEGUN)).moment is Moment.BEGUN


def test_every_step_from_period_to_period_is_there() -> None:
    (flow,) = flows([Series(ACTIVE), Series(BEGUN), Series(ENDED)])
    codes = ("2025KW01", "2025KW02", "2025HJ01")
    periods = [parse_period(code) for code in codes]
    found = set(flow.steps(periods, told=periods))
    assert found == {
        (((0, 2),), ((0, 0), (1, 1))),
        (((0, 2),), ((0, 1), (2, 0))),
        (((0, 1), (2, 0)), ((0, 0), (1, 1))),
    }
