"""A year that holds only the quarters that could be followed tells, with all that ended, what the others leave."""

from dataclasses import replace

import pyarrow as pa
import pytest
from tests.unit.protect.ruled import definitions, row, ruled, table, with_region
from tests.unit.protect.two_releases import region

from graadmeter.domain.indicators import AgeScope, Count, Indicator, Measure, Moment, Unit
from graadmeter.protect.audit.release import audit_release
from graadmeter.protect.grid import found_sums
from graadmeter.protect.request import Request
from graadmeter.protect.run import protect

ENDED = Count(Unit.TRAJECTORIES, "traject", "soort = 'jeugdhulp'", AgeScope.MINOR, Moment.ENDED)
FOLLOWED = replace(ENDED, where="soort = 'jeugdhulp' AND jaar_gevolgd")
NO_START = replace(FOLLOWED, where="soort = 'jeugdhulp' AND jaar_gevolgd AND NOT nieuwe_start")
QUARTERS = ((34, 40, 52, 61), (38, 41, 55, 62), (31, 47, 51, 60), (9, 44, 38, 66))
"""What ended per quarter in four municipalities; the last quarter of the year cannot be followed yet."""
STAYED = (61, 88, 101, 130)
"""Of those that could be followed."""


def ended() -> pa.Table:
    parts = {f"2025KW0{number}": values for number, values in enumerate(QUARTERS, 1)}
    parts |= {"2025HJ01": _together(QUARTERS[:2]), "2025HJ02": _together(QUARTERS[2:]), "2025JJ00": _together(QUARTERS)}
    kinds = {"KW": "kwartaal", "HJ": "halfjaar", "JJ": "jaar"}
    return table(
        row(Unit.TRAJECTORIES, area, value, indicator="trajecten", period=period, period_type=kinds[period[4:6]])
        for period, values in parts.items()
        for area, value in with_region(values).items()
    )


def shares(quarters: int) -> pa.Table:
    """Of those that ended in the first so many quarters, the part that had no new start."""
    followed = with_region(_together(QUARTERS[:quarters]))
    stayed = with_region([value * quarters // 3 for value in STAYED])
    return table(
        row(
            Unit.PERCENT,
            area,
            100 * stayed[area] / followed[area],
            indicator="geen_nieuwe_start",
            period="2025JJ00",
            period_type="jaar",
            numerator=float(stayed[area]),
            denominator=float(followed[area]),
        )
        for area in followed
    )


def _together(values: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*values, strict=True))


def named(name: str, measure: Measure) -> dict[str, Indicator]:
    (one,) = definitions(measure).values()
    return {name: replace(one, id=name, additive=("area", "period"))}


INDICATORS = named("trajecten", Measure(Unit.TRAJECTORIES, ENDED)) | named(
    "geen_nieuwe_start", Measure(Unit.PERCENT, NO_START, share_of=FOLLOWED)
)


def request(quarters: int = 3) -> Request:
    return Request(pa.concat_tables([ended(), shares(quarters)]), INDICATORS, ruled(), region())


def worked_out(cells: pa.Table, quarters: int) -> list[str]:
    """Where an attacker who sees a share, and so knows what it is of, takes it off what ended in parts of the year."""
    shown = {(one["indicator"], one["area"], one["period"]): one["value"] for one in cells.to_pylist()}
    followed = with_region(_together(QUARTERS[:quarters]))
    found = []
    for area, value in followed.items():
        rest = [f"2025KW0{number}" for number in range(quarters + 1, 5)]
        whole, share = shown["trajecten", area, "2025JJ00"], shown["geen_nieuwe_start", area, "2025JJ00"]
        hidden = [one for one in rest if shown["trajecten", area, one] is None]
        if None not in (whole, share) and len(hidden) == 1:
            others = sum(shown["trajecten", area, one] for one in rest if one not in hidden)
            found.append(f"{area} {hidden[0]} = {whole - value - others:.0f}")
    return found


@pytest.mark.parametrize("quarters", [2, 3])
def test_the_quarters_that_are_left_do_not_follow(quarters: int) -> None:
    asked = request(quarters)
    safe = protect(asked, processes=1)
    assert not worked_out(safe.cells, quarters)
    assert len([one for one in safe.cells.to_pylist() if one["value"] is not None]) > 20
    assert not [text for text in audit_release(safe.cells, asked, claims=()).problems if "no proof" not in text.en]


def test_an_engine_that_forgets_it_gives_a_count_away_and_is_found_out(monkeypatch) -> None:
    monkeypatch.setattr(found_sums, "so_far", lambda grid: ())
    asked = request()
    parts = [protect(replace(asked, measured=part), processes=1).cells for part in (ended(), shares(3))]
    cells = pa.concat_tables(parts)
    assert "GM0141 2025KW04 = 9" in worked_out(cells, 3)
    problems = [text.en for text in audit_release(cells, asked, claims=()).problems]
    assert any("can be worked out" in text and "only the first quarters" in text for text in problems), problems
