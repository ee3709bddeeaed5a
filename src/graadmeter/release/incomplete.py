"""What a release tells of figures that are not final: how final a period is, and what a figure may still come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow.compute as pc

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.estimates import TOTALS, Basis
from graadmeter.domain.finality import Stage
from graadmeter.release.places import COMPLETENESS
from graadmeter.release.read import Release


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a figure will probably come to. Never a figure itself."""

    percent: int
    """Percentage of a final figure that is usually known by now."""
    final: float
    low: float
    high: float


def stage_in(release: Release, period: str) -> Stage:
    """How final the figures of a period are in a release; of releases from before the ladder, final."""
    return Stage(release.region.get("stages", {}).get(period, Stage.FINAL.value))


def estimates_of(release: Release, indicator: str, area: str, period: str) -> dict[tuple[str, str], Estimate]:
    """The published estimates by unit and stroom; none in releases from before there were any."""
    if COMPLETENESS not in release.files:
        return {}
    rows = release.completeness
    for name, value in (("indicator", indicator), ("area", area), ("period", period)):
        rows = rows.filter(pc.equal(rows[name], value))
    return {
        (row["unit"], row["stroom"]): Estimate(row["completeness"], row["estimate"], row["low"], row["high"])
        for row in rows.to_pylist()
        if row["basis"] == Basis.ESTIMATED and row["estimate"] != row["value"]
    }


def estimate_for(found: Mapping[tuple[str, str], Estimate], row: Mapping[str, Any]) -> Estimate | None:
    """The estimate of one cell: of totals only."""
    if any(row[name] != TOTAL for name in TOTALS):
        return None
    return found.get((row["unit"], row["stroom"]))
