"""Which estimates of final figures may be published: those that follow from published figures alone.

An estimate is the figure plus a share of the mean of the four quarters before it. So it goes out only where the figure
and those four quarters are all published: then it tells nothing but one rounded percentage, of how late deliveries
usually are. It is left out where its figure is hidden or below the threshold.
"""

from collections.abc import Mapping
from math import ceil, floor, isclose
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.estimates import COMPLETENESS, TOTALS, Basis
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import PeriodType, parse_period, quarter
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import schema_of
from graadmeter.statistics.bornhuetter_ferguson import BEFORE

_THOUSAND = 1000
_CENT = 0.01

_Key = tuple[str, str, str, str, str]


def visible_estimates(estimates: pa.Table, cells: pa.Table, thresholds: Mapping[str, int], vintage: int) -> pa.Table:
    """The COMPLETENESS rows that may stand beside the protected `cells` (PUBLISHED), in the order of the estimates.

    `thresholds` are the smallest publishable counts per indicator, `vintage` the year of the region's borders. A row
    whose figure is not the published one is left out.
    """
    shown = _shown(cells, sorted(set(estimates["indicator"].to_pylist())))
    rows = []
    for row in estimates.to_pylist():
        figure = shown.get(_key(row, row["period"]))
        if figure is None or row["value"] is None or not isclose(figure, row["value"], rel_tol=0, abs_tol=_CENT):
            continue
        if row["unit"] == Unit.EURO or figure >= thresholds.get(row["indicator"], figure + 1):
            rows.append(_published(row, shown, vintage))
    return pa.Table.from_pylist(rows, schema=schema_of(COMPLETENESS))


def _shown(cells: pa.Table, indicators: list[str]) -> dict[_Key, float]:
    """The published totals of quarters."""
    own = pc.is_in(cells["indicator"], pa.array(indicators, pa.string()))
    rows = cells.filter(pc.and_(own, pc.equal(cells["period_type"], PeriodType.QUARTER.value)))
    for name, code in TOTALS.items():
        rows = rows.filter(pc.equal(rows[name], code))
    found = rows.select(["indicator", "unit", "stroom", "area", "period", "status", "value"]).to_pylist()
    return {_key(row, row["period"]): row["value"] for row in found if CellStatus(row["status"]).has_value}


def _key(row: Mapping[str, Any], period: str) -> _Key:
    return row["indicator"], row["unit"], row["stroom"], row["area"], period


def _published(row: Mapping[str, Any], shown: Mapping[_Key, float], vintage: int) -> dict[str, Any]:
    when = parse_period(row["period"]).first
    rests_on = [_key(row, quarter(index).code) for index in range(when - BEFORE, when)]
    estimated = row["basis"] == Basis.ESTIMATED
    open_ = all(key in shown for key in rests_on)
    told = {name: row[name] for name in ("indicator", "unit", "area", "level", "period", "stroom", "stage", "value")}
    basis = row["basis"] if open_ or not estimated else Basis.NOT_SHOWN.value
    rounded = _rounded(row) if estimated and open_ else {}
    fixed = {"area_vintage": vintage, "period_type": PeriodType.QUARTER.value}
    return {**TOTALS, **told, **fixed, "basis": basis, **rounded}


def _rounded(row: Mapping[str, Any]) -> dict[str, Any]:
    step = _THOUSAND if row["unit"] == Unit.EURO else 1
    complete = row["low"] == row["high"] == row["value"]
    return {
        "completeness": round(100 * row["completeness"]),
        "estimate": row["value"] if complete else float(round(row["estimate"] / step) * step),
        "low": row["value"] if complete else float(floor(row["low"] / step) * step),
        "high": row["value"] if complete else float(ceil(row["high"] / step) * step),
    }
