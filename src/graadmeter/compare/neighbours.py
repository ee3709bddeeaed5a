"""Statistical neighbours of the municipalities of the region, with the variables that decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from graadmeter.compare.inhabitants import Inhabitants
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.comparison import NEIGHBOURS, VARIABLES
from graadmeter.engine.arrow import schema_of
from graadmeter.statistics.arrays import floats
from graadmeter.statistics.nearest import neighbours

MOST = 5
"""How many neighbours a municipality has."""
_SOURCE = "inwoners van deze uitgave"
_MINOR, _ADULT = ("0-17", TOTAL, TOTAL), ("18+", TOTAL, TOTAL)


@dataclass(frozen=True, slots=True)
class Alike:
    """The neighbours of each municipality, nearest first, and the table NEIGHBOURS that tells why."""

    groups: Mapping[str, tuple[str, ...]]
    table: pa.Table


def alike(variables: pa.Table, areas: Sequence[str]) -> Alike:
    """The neighbours among `areas` by VARIABLES: those that every area has, each in its latest common year.

    Without variables, or with fewer than three areas, nobody has neighbours.
    """
    names = _complete(variables, areas)
    if not names or len(areas) <= 2:  # noqa: PLR2004 - of two areas each is the other's only one
        return Alike({}, pa.Table.from_pylist([], schema=schema_of(NEIGHBOURS)))
    values = floats([[names[name][area]["value"] for name in names] for area in areas])
    weights = floats([names[name][areas[0]]["weight"] for name in names])
    found = neighbours(values, weights, MOST)
    groups = {area: tuple(areas[one] for one in found.nearest[at].tolist()) for at, area in enumerate(areas)}
    rows: list[dict[str, Any]] = []
    for at, area in enumerate(areas):
        for place, other in enumerate(groups[area]):
            for variable, name in enumerate(names):
                one = names[name]
                part = float(found.deciding[at, place, variable])
                rows.append(
                    {
                        "area": area,
                        "neighbour": other,
                        "place": place + 1,
                        "distance": round(float(found.distance[at, place]), 3),
                        "variable": name,
                        "area_value": one[area]["value"],
                        "neighbour_value": one[other]["value"],
                        "deciding": None if np.isnan(part) else round(part, 3),
                        "year": one[area]["year"],
                        "source": one[area]["source"],
                    }
                )
    return Alike(groups, pa.Table.from_pylist(rows, schema=schema_of(NEIGHBOURS)))


def own_variables(persons: Inhabitants, areas: Sequence[str]) -> pa.Table:
    """What the release itself tells of municipalities: their size (as a logarithm) and the share of minors."""
    years = {year for year in range(1900, 2200) if all(persons.at(_MINOR, area, year) for area in areas)}
    years &= {year for year in years if all(persons.at(_ADULT, area, year) for area in areas)}
    rows = []
    for area in areas if years else ():
        minors, adults = (persons.at(kind, area, max(years)) or 0 for kind in (_MINOR, _ADULT))
        told: tuple[tuple[str, float], ...] = (
            ("inwoners_log", round(float(np.log(minors + adults)), 4)),
            ("pct_0_17", round(100 * minors / (minors + adults), 2)),
        )
        rows += [
            {"area": area, "variable": name, "year": max(years), "value": value, "weight": 1.0, "source": _SOURCE}
            for name, value in told
        ]
    return pa.Table.from_pylist(rows, schema=schema_of(VARIABLES))


def _complete(variables: pa.Table, areas: Sequence[str]) -> dict[str, dict[str, dict[str, Any]]]:
    """Per variable that every area has in one year, the latest such year: its row by area."""
    found: dict[tuple[str, int], dict[str, dict[str, Any]]] = {}
    for row in variables.to_pylist():
        found.setdefault((row["variable"], row["year"]), {})[row["area"]] = row
    whole = {key: rows for key, rows in found.items() if set(areas) <= set(rows)}
    return {name: whole[name, year] for name, year in sorted(whole)}
