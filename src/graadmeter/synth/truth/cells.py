"""The cells of the truth: what is counted, for which area and period, broken down by what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
        value = str(int(self.value)) if float(self.value).is_integer() else repr(float(self.value))
        return (
            self.series.indicator,
            self.series.unit,
            self.area.code,
            str(VINTAGE),
            self.area.level.value,
            self.period.code,
            self.period.type.value,
            *(self.series.members.get(name, TOTAL) for name in DIMENSIONS),
            value,
        )


def wijk_area(codes: tuple[str, ...], place: int, gemeente: str) -> Area:
    """The wijk at a place in the municipality's list, -1 for the unknown one."""
    return Area(codes[place] if place >= 0 else unknown_wijk(gemeente), Level.WIJK)


def in_order(cells: Iterable[Cell]) -> list[tuple[str, ...]]:
    """The rows of the cells, sorted."""
    return sorted(cell.row() for cell in cells)
