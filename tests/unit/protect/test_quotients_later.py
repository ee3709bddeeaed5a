"""A quotient that a later release shows for the first time, over counts that were shown before."""

from dataclasses import replace

import pyarrow as pa
import pytest
from tests.unit.protect.two_releases import POLICY, Counts, figure, indicator, measured, region

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count, Indicator, Measure, Moment, Unit
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.outcome import ProtectedRelease
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect
from graadmeter.protect.search import groups

PERSONS: Counts = {"2025KW01": {"02": (997, 60, 50, 30), "03": (4, 24, 13, 17)}}
MORE: Counts = {**PERSONS, "2025KW02": {"02": (104, 63, 48, 31), "03": (3, 25, 12, 16)}}
BEGUN = Count(Unit.TRAJECTORIES, "traject", "soort = 'jeugdhulp'", moment=Moment.BEGUN)
_QUOTIENT = "begonnen_per_jeugdige"


@pytest.fixture(autouse=True)
def _cut_small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no sum ties together is protected by itself in small tables as well."""
    monkeypatch.setattr(groups, "_SMALL", 0)


def _definitions() -> dict[str, Indicator]:
    """Young people with help by form of help, and in the region the trajectories that began and these by person."""
    (persons,) = indicator().values()
    per_form = replace(persons.measures[0], share_of=None)
    measures = (
        Measure(Unit.TRAJECTORIES, BEGUN, breakdowns=("hulpvorm",), additive=("hulpvorm",)),
        Measure(Unit.RATIO, BEGUN, share_of=per_form.count, breakdowns=("hulpvorm",), split=("hulpvorm",)),
    )
    levels = (Level.REGION,)
    other = replace(persons, id=_QUOTIENT, measures=measures, levels=levels, breakdown_levels=levels)
    return {persons.id: persons, other.id: other}


def _cells(counts: Counts, begun: tuple[int, int]) -> pa.Table:
    """MEASURED, with so many trajectories of both forms of help begun in the first quarter."""
    persons = measured(counts)
    of_form = {"total": float(sum(begun)), "02": float(begun[0]), "03": float(begun[1])}
    rows = []
    for row in persons.to_pylist():
        if (row["area"], row["period"], row["unit"]) == ("JZ14", "2025KW01", "personen"):
            same, count = row | {"indicator": _QUOTIENT}, of_form[row["hulpvorm"]]
            rows.append(same | {"unit": "trajecten", "value": count})
            quotient = {"unit": "verhouding", "value": count / row["value"]}
            rows.append(same | quotient | {"numerator": count, "denominator": row["value"]})
    return pa.concat_tables([persons, pa.Table.from_pylist(rows, schema=persons.schema)])


def _release(counts: Counts, begun: tuple[int, int], *earlier: pa.Table) -> ProtectedRelease:
    known = [Earlier(f"uitgave-{number + 1}", cells) for number, cells in enumerate(earlier)]
    asked = Request(_cells(counts, begun), _definitions(), {POLICY.id: POLICY}, region(), earlier=known)
    return protect(asked, processes=1)


def _quotient(cells: pa.Table) -> tuple[float | None, str]:
    return figure(cells, "JZ14", form="03", unit="verhouding")


def test_it_tells_nothing_new_of_the_count_below_it() -> None:
    first = _release(PERSONS, (1500, 8))
    assert _quotient(first.cells) == (None, "suppressed")
    assert figure(first.cells, "GM0141", form="03") == (None, "suppressed")
    assert figure(first.cells, "JZ14", form="03") == (58.0, "value")
    second = _release(MORE, (1530, 29), first.cells)
    assert _quotient(second.cells) == (0.5, "value")
    for area in ("GM0141", "GM0147", "GM0153", "GM0158", "JZ14"):
        assert figure(second.cells, area, form="03") == figure(first.cells, area, form="03")
