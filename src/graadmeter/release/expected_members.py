"""How many people of each age band or form of help are expected in a municipality, from public figures only."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.catalogue.member_kin import kin_of
from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text
from graadmeter.release.read import Release


def expected_members(release: Release, indicator: str, dimension: str) -> dict[str, float]:
    """Per member what the whole region shows in its newest period, divided by the number of municipalities.

    In the order of the code list; of a member that the region does not show none are expected. Raises UnknownNameError
    for an indicator that the release does not have, UsageError for one that is not broken down so.
    """
    known = sorted(entry["id"] for entry in release.catalogue["indicators"])
    if indicator not in known:
        raise UnknownNameError(Text("De indicator", "indicator"), indicator, known)
    towns = sum(area["level"] == Level.MUNICIPALITY for area in release.region["areas"])
    rows = [row for row in _of_region(release.cells, indicator, dimension) if Unit(row["unit"]).is_count]
    if not rows or not towns:
        raise UsageError(
            Text(
                f"Van {indicator} is geen aantal per {dimension} gepubliceerd. Kies een andere indicator.",
                f"No number by {dimension} is published of {indicator}. Choose another indicator.",
            )
        )
    newest = max(rows, key=lambda row: (parse_period(row["period"]).last, row["period_type"] == "jaar"))
    same = [row for row in rows if (row["period"], row["unit"]) == (newest["period"], newest["unit"])]
    shown = {row[dimension]: (row["value"] or 0.0) / towns for row in same}
    return {code: shown.get(code, 0.0) for code in kin_of(dimension)}


def _of_region(cells: pa.Table, indicator: str, dimension: str) -> list[dict[str, Any]]:
    """The rows of the region by member; of indicators that part persons by more than this, those of no such part."""
    rows = cells.filter(pc.and_(pc.equal(cells["indicator"], indicator), pc.equal(cells["level"], Level.REGION.value)))
    rows = rows.filter(pc.not_equal(rows[dimension], TOTAL))
    for name in DIMENSIONS:
        if name not in {dimension, "stroom"}:
            rows = rows.filter(pc.equal(rows[name], TOTAL))
    found: list[dict[str, Any]] = rows.to_pylist()
    first = min((str(row["stroom"]) for row in found), default=TOTAL)
    return [row for row in found if row["stroom"] == first]
