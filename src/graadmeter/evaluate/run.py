"""Evaluates every kind of intervention of a region: one row per kind and year, and the course by quarter.

Only published cells, public inhabitants and the starts that municipalities deliver come in here, so nothing that is
hidden can come out. The same tables and seed give the same rows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from graadmeter.domain.areas import Level
from graadmeter.domain.interventions import COURSE, INTERVENTIONS, Reason
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.evaluate.arm import Arm
from graadmeter.evaluate.course import course
from graadmeter.evaluate.design import Begun, design
from graadmeter.evaluate.effect import effect
from graadmeter.evaluate.result import result
from graadmeter.evaluate.shown import Shown, shown

SEED = 1


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What a release tells of its interventions."""

    results: pa.Table
    """INTERVENTIONS."""
    course: pa.Table
    """COURSE."""

    @classmethod
    def none(cls) -> "Evaluated":
        """Of a region without interventions."""
        return cls(schema_of(INTERVENTIONS).empty_table(), schema_of(COURSE).empty_table())


def evaluate(
    cells: pa.Table, inhabitants: pa.Table, starts: pa.Table, region: Region, *, seed: int = SEED
) -> Evaluated:
    """The results of these cells (PUBLISHED), INHABITANTS and STARTS: a row per kind and year, refusals included."""
    kinds = _kinds(starts.to_pylist())
    if not kinds:
        return Evaluated.none()
    found = shown(cells, inhabitants)
    arms = [_arm(kind, begun, region, found, seed, alone=len(kinds) == 1) for kind, begun in sorted(kinds.items())]
    results = [result(arm, found, year, seed) for arm in arms for year in _years(arm, found)]
    courses = [row for arm in arms if arm.effect for row in course(arm, arm.effect)]
    return Evaluated(
        pa.Table.from_pylist(results, schema=schema_of(INTERVENTIONS)),
        pa.Table.from_pylist(courses, schema=schema_of(COURSE)),
    )


def _kinds(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Begun]]:
    found: dict[str, dict[str, Begun]] = {}
    for row in rows:
        found.setdefault(row["soort"], {})[row["area"]] = Begun(row["begin"], row["ended"])
    return found


def _arm(kind: str, begun: Mapping[str, Begun], region: Region, found: Shown, seed: int, *, alone: bool) -> Arm:
    plan = design(begun, (area.code for area in region.of_level(Level.MUNICIPALITY)), found)
    told = effect(plan, found, seed) if plan.refused is Reason.GIVEN else None
    return Arm(kind, region, plan, told, alone)


def _years(arm: Arm, found: Shown) -> list[int]:
    """From the first start, and at least from the first year of which the reach is shown; the newest year otherwise."""
    begins = [at // 4 for at in arm.plan.treated.values()]
    reached = [at // 4 for area, at in found.seen.shown if area == arm.region.code]
    last = arm.region.last_quarter // 4
    return list(range(min([*begins, *reached, last]), last + 1))
