"""Finds what a release says of one figure beside others, by the words that a reader types."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.errors import ReleaseError, UnknownNameError, UsageError
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text
from graadmeter.release.explain import find_area
from graadmeter.release.places import COMPARISON
from graadmeter.release.read import Release


@dataclass(frozen=True, slots=True)
class Beside:
    """The rows of COMPARISON of one indicator, area and period, and what they are about."""

    edition: str
    indicator: Mapping[str, Any]
    area: Mapping[str, Any]
    period: str
    rows: tuple[Mapping[str, Any], ...]
    """One per unit and series, shares first."""


def beside(
    release: Release, indicator: str, area: str, period: str = "", dimensions: Mapping[str, str] | None = None
) -> Beside:
    """What the release says of a figure; without a period of the last year, or else the last period, that has one.

    Raises UnknownNameError with near matches for unknown names, UsageError when no such figure is shown, and
    ReleaseError for a release of before there were comparisons.
    """
    if COMPARISON not in release.files:
        raise ReleaseError(_NONE.fill(edition=release.edition))
    definitions = {entry["id"]: entry for entry in release.catalogue["indicators"]}
    if indicator not in definitions:
        raise UnknownNameError(Text("De indicator", "indicator"), indicator, definitions)
    place = find_area(release.region["areas"], area)
    table = release.comparison
    mine = pc.and_(pc.equal(table["indicator"], indicator), pc.equal(table["area"], place["code"]))
    rows = _of_slice(table.filter(mine), definitions[indicator], dimensions or {})
    code = parse_period(period).code if period else _latest(rows)
    found = [row for row in rows if row["period"] == code]
    if not found:
        raise UsageError(_NOTHING.fill(indicator=indicator, area=place["name"], period=code or "-"))
    shares_first = sorted(found, key=lambda row: (row["base"] is None, row["unit"]))
    return Beside(release.edition, definitions[indicator], place, code, tuple(shares_first))


def _of_slice(table: pa.Table, definition: Mapping[str, Any], wanted: Mapping[str, str]) -> list[dict[str, Any]]:
    """The rows with these members; of the dimensions that a series stands for, every member."""
    free = {name for measure in definition["measures"] for name in measure["fixed"]} - set(wanted)
    for name in DIMENSIONS:
        if name not in free:
            table = table.filter(pc.equal(table[name], wanted.get(name, TOTAL)))
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def _latest(rows: list[dict[str, Any]]) -> str:
    """The last year with a figure, or else the last period."""
    years = [row["period"] for row in rows if row["period_type"] == "jaar"]
    return max(years or [row["period"] for row in rows], default="")


_NONE = Text(
    "Uitgave {edition} is van voor er vergelijkingen waren. Maak een nieuwe met: graadmeter run",
    "Release {edition} is of before there were comparisons. Make a new one with: graadmeter run",
)
_NOTHING = Text(
    "Van '{indicator}' is voor {area} in {period} geen cijfer gepubliceerd. Kijk waarom met: graadmeter explain",
    "No figure of '{indicator}' is published for {area} in {period}. See why with: graadmeter explain",
)
