"""Estimates the final figures of the newest quarters, per municipality and for the region, from their delay triangles.

The region's triangle is the sum of those of its municipalities, and needs the newest delivery of all of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from graadmeter.catalogue.finality import stage_of
from graadmeter.domain.areas import Level
from graadmeter.domain.estimates import ESTIMATES, Basis
from graadmeter.domain.finality import Stage
from graadmeter.domain.growth_tables import Family
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.port import Engine
from graadmeter.measure.completeness.families import FIGURES, Figure
from graadmeter.measure.completeness.growth import Additions, Growth, growth
from graadmeter.measure.completeness.triangle import triangle
from graadmeter.statistics.arrays import Floats
from graadmeter.statistics.bornhuetter_ferguson import Expected, bornhuetter_ferguson

ENOUGH = 8
"""Stored deliveries without which nothing is estimated (statistics note, section 5)."""

_LOOK_BACK = 12
"""Quarters among which those that are not final yet are looked for."""


@dataclass(frozen=True, slots=True)
class _Area:
    """One area with what was added to its figures and which quarters it delivered."""

    code: str
    level: Level
    added: Additions
    delivered: frozenset[int]
    fewest: int
    """Quarters delivered: of a region, by the municipality with the fewest."""


def estimates(engine: Engine, region: Region) -> pa.Table:
    """The ESTIMATES rows of every quarter that is not final yet, sorted by family, area and period.

    `engine` must know the tables `aangroei` and `levering` of the model. Unprotected: see `protect.estimates`.
    """
    found = growth(engine)
    rows = [
        row
        for family, figure in FIGURES.items()
        for area in _areas(found, family, region)
        for row in _rows(family, figure, area, region.last_quarter)
    ]
    rows.sort(key=lambda row: (row["family"], row["level"], row["area"], row["period"]))
    return pa.Table.from_pylist(rows, schema=schema_of(ESTIMATES))


def _areas(found: Growth, family: Family, region: Region) -> list[_Area]:
    towns = [
        _Area(area.code, Level.MUNICIPALITY, found.added.get((family, area.code), {}), delivered, len(delivered))
        for area in region.of_level(Level.MUNICIPALITY)
        for delivered in (found.delivered.get((family, area.code), frozenset()),)
    ]
    together = frozenset.intersection(*(town.delivered for town in towns)) if towns else frozenset()
    if region.last_quarter not in together:
        together = frozenset()
    whole = _Area(region.code, Level.REGION, _sum(town.added for town in towns), together, len(together))
    return [whole, *towns]


def _sum(parts: Iterable[Additions]) -> Additions:
    """What was added to the figures of all together."""
    totals: dict[tuple[int, int], int] = {}
    for part in parts:
        for key, many in part.items():
            totals[key] = totals.get(key, 0) + many
    return totals


def _rows(family: Family, figure: Figure, area: _Area, last_quarter: int) -> Sequence[Mapping[str, Any]]:
    """The rows of the quarters that are not final yet."""
    first = min(area.delivered, default=last_quarter + 1)
    last = max(area.delivered, default=last_quarter)
    table = triangle(area.added, first, last) / figure.divisor if first <= last else np.zeros((0, 1))
    expected = bornhuetter_ferguson(table) if area.fewest >= ENOUGH else None
    rows = []
    for when in range(last_quarter - _LOOK_BACK, last_quarter + 1):
        stage = stage_of(quarter(when), last_quarter)
        if stage is not Stage.FINAL:
            known = table[when - first] if first <= when <= last else None
            rows.append(
                {
                    "family": family.value,
                    "indicator": figure.indicator,
                    "unit": figure.unit,
                    "stroom": figure.stroom,
                    "area": area.code,
                    "level": area.level.value,
                    "period": quarter(when).code,
                    "stage": stage.value,
                    "deliveries": area.fewest,
                    **_estimate(known, expected, when - first),
                }
            )
    return rows


def _estimate(known: Floats | None, expected: Expected | None, row: int) -> dict[str, Any]:
    if known is None:
        return {"basis": Basis.NOT_DELIVERED.value}
    value = float(known[~np.isnan(known)][-1])
    if expected is None:
        return {"basis": Basis.TOO_FEW.value, "value": value}
    return {
        "basis": Basis.ESTIMATED.value,
        "value": value,
        "completeness": float(expected.share[row]),
        "estimate": float(expected.final[row]),
        "low": float(expected.low[row]),
        "high": float(expected.high[row]),
    }
