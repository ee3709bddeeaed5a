"""Figures that follow from the rows of one cell: means, exact quantiles, and who is behind them."""

from collections.abc import Sequence
from fractions import Fraction

from graadmeter.domain.indicators import Measure, Unit
from graadmeter.domain.living_tables import HEADS
from graadmeter.domain.sources import has_column
from graadmeter.measure.reference.presence import Presence

_PART = {"mediaan": Fraction(1, 2), "p90": Fraction(9, 10)}


def statistic(name: str, values: Sequence[int]) -> float | None:
    """The mean, or the smallest value that at least the part of the rows do not exceed; `values` ascend."""
    if not values:
        return None
    if name == "gemiddelde":
        return sum(values) / len(values)
    return float(next(value for place, value in enumerate(values, 1) if place >= _PART[name] * len(values)))


def behind(measure: Measure, found: Sequence[Presence]) -> dict[str, int]:
    """The distinct persons (where rows tell of none: rows) and, of money, providers behind a figure."""
    money = measure.count.of is Unit.EURO
    if not measure.tells_persons:
        return {}
    numbers = {"contributors": _persons(measure, found)}
    if money and _has(measure, "aanbieder"):
        numbers["providers"] = _different(found, "aanbieder")
    return numbers


def _persons(measure: Measure, found: Sequence[Presence]) -> int:
    if measure.count.table in HEADS:
        return sum(one.row[HEADS[measure.count.table]] or 0 for one in found)
    return _different(found, "persoon") if _has(measure, "persoon") else len(found)


def _has(measure: Measure, column: str) -> bool:
    return has_column(measure.count.table, column)


def _different(found: Sequence[Presence], column: str) -> int:
    return len({one.row[column] for one in found if one.row[column] is not None})
