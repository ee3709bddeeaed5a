"""How many people of each wijk are expected in an indicator, from public figures only: its counts are not looked at."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Level
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text
from graadmeter.release.read import Release


def expected_counts(release: Release, indicator: str) -> dict[str, float]:
    """Per wijk the inhabitants times the share of the whole region, in the newest year that the release shows.

    A wijk with too few inhabitants to be listed is expected to have none. Raises UnknownNameError for an indicator that
    the release does not have, UsageError for one that is no share of the inhabitants.
    """
    share = _share(release, indicator)
    region = _of_region(release.cells, indicator, share["unit"])
    if not region.num_rows:
        raise _no_share(indicator)
    newest = max(region.to_pylist(), key=lambda row: (parse_period(row["period"]).last, row["period_type"] == "jaar"))
    part = newest["value"] / Unit(share["unit"]).multiplier
    found = {area["code"]: 0.0 for area in release.region["areas"] if area["level"] == Level.WIJK}
    year = parse_period(newest["period"]).year
    for row in release.inhabitants.to_pylist():
        whole = row["geslacht"] == row["leeftijdsgroep"] == TOTAL and row["age"] == share["share_of"]["age"]
        if whole and row["year"] == year and row["area"] in found:
            found[row["area"]] = part * row["inhabitants"]
    return found


def _share(release: Release, indicator: str) -> Mapping[str, Any]:
    """The measure that is a share of the inhabitants."""
    known = {one["id"]: one for one in release.catalogue["indicators"]}
    if indicator not in known:
        raise UnknownNameError(Text("De indicator", "indicator"), indicator, sorted(known))
    for measure in known[indicator]["measures"]:
        if measure["share_of"] is not None and measure["share_of"]["of"] == "inwoners" and not measure["fixed"]:
            found: Mapping[str, Any] = measure
            return found
    raise _no_share(indicator)


def _of_region(cells: pa.Table, indicator: str, unit: str) -> pa.Table:
    rows = cells.filter(
        pc.and_(
            pc.and_(pc.equal(cells["indicator"], indicator), pc.equal(cells["unit"], unit)),
            pc.and_(pc.equal(cells["level"], Level.REGION.value), pc.is_valid(cells["value"])),
        )
    )
    for name in DIMENSIONS:
        rows = rows.filter(pc.equal(rows[name], TOTAL))
    return rows


def _no_share(indicator: str) -> UsageError:
    return UsageError(
        Text(
            f"Van {indicator} is geen aandeel van de inwoners gepubliceerd. Kies een andere indicator.",
            f"No share of the inhabitants is published of {indicator}. Choose another indicator.",
        )
    )
