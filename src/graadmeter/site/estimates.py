"""What figures of the newest quarters will probably come to, as the release tells; estimates, never figures."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.estimates import TOTALS, Basis

_KEY = ("indicator", "unit", "area", "period", "stroom")


@dataclass(frozen=True, slots=True)
class Estimate:
    """The estimated final figure with its 95 % band, and the percentage of it that is usually known by now."""

    percent: int
    final: float
    low: float
    high: float
    open: bool = True
    """Whether more is expected: the estimate differs from the figure known now."""


Key = tuple[str, str, str, str, str]
"""Indicator, unit, area code, period and stroom."""


def estimates(table: pa.Table) -> Mapping[Key, Estimate]:
    """The estimates of a table of COMPLETENESS (domain.estimates)."""
    found: dict[Key, Estimate] = {}
    for row in table.to_pylist():
        if row["basis"] == Basis.ESTIMATED and all(row[name] == TOTAL for name in TOTALS):
            key = tuple(str(row[name]) for name in _KEY)
            found[key[0], key[1], key[2], key[3], key[4]] = Estimate(
                row["completeness"], row["estimate"], row["low"], row["high"], row["estimate"] != row["value"]
            )
    return found
