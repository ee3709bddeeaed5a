"""The cells of the truth: what is counted, for which area and period, broken down by what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.periods import Period
from graadmeter.synth.workspace import VINTAGE

HEADER = ("indicator", "unit", "area", "area_vintage", "level", "period", "period_type", *DIMENSIONS, "value")


@dataclass(frozen=True, slots=True)
class Area:
    """An area by code and level."""

    code: str
    level: Level


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted: indicator, unit, and the dimensions it is broken down by (others are total)."""

    indicator: str
    unit: str
    members: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """One exact answer."""

    series: Series
    area: Area
    period: Period
    value: float

    def row(self) -> tuple[str, ...]:
        """The texts of the cell in the order of HEADER; whole numbers without a point."""
        value = str(int(self.value)) if self.value.is_integer() else repr(self.value)
        series, area = self.series, self.area
        return (
            series.indicator,
            series.unit,
            area.code,
            str(VINTAGE),
            area.level.value,
            *_texts(self.period),
            *_members(tuple(series.members.items())),
            value,
        )


@cache
def _texts(period: Period) -> tuple[str, str]:
    return period.code, period.type.value


@cache
def _members(members: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    given = dict(members)
    return tuple(given.get(name, TOTAL) for name in DIMENSIONS)


def wijk_area(codes: tuple[str, ...], place: int, gemeente: str) -> Area:
    """The wijk at a place in the municipality's list, -1 for the unknown one."""
    return Area(codes[place] if place >= 0 else unknown_wijk(gemeente), Level.WIJK)


def in_order(cells: Iterable[Cell]) -> list[tuple[str, ...]]:
    """The rows of the cells, sorted."""
    return sorted(cell.row() for cell in cells)
