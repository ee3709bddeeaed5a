"""Measures a region with the reference engine: every cell by itself, in the order of its definition."""

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from graadmeter.domain.areas import Area, Level, unknown_wijk
from graadmeter.domain.cells import DIMENSIONS, KEY_COLUMNS, MEASURED, TOTAL
from graadmeter.domain.indicators import Count, Indicator, Measure, Unit
from graadmeter.domain.periods import Period, periods_between
from graadmeter.domain.region import Region
from graadmeter.domain.slices import UNKNOWN
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.reference.bases import claimed, inhabitants
from graadmeter.measure.reference.counting import Counter
from graadmeter.measure.reference.region import Facts, facts

Cell = dict[str, Any]
_PROVISIONAL = 2


def measure_plainly(
    tables: Mapping[str, pa.Table], indicators: Mapping[str, Indicator], region: Region, *, edition: str
) -> pa.Table:
    """The same table as `measure.run.measure`, from the model tables by name. For small regions: it takes its time."""
    known = facts(tables, region)
    counters: dict[Count, Counter] = {}
    cells = [
        {**cell, "definition_version": indicator.version, "edition": edition}
        for indicator in indicators.values()
        for measure in indicator.measures
        for cell in Plainly(known, counters, indicator, measure).cells()
    ]
    cells.sort(key=lambda cell: tuple(cell[name] for name in KEY_COLUMNS))
    return pa.Table.from_pylist(cells, schema=schema_of(MEASURED))


class Plainly:
    """The cells of one measure."""

    def __init__(self, known: Facts, counters: dict[Count, Counter], indicator: Indicator, measure: Measure) -> None:
        """`counters` is shared between measures, so that the rows of a count are looked up once."""
        self.known = known
        self.counters = counters
        self.indicator = indicator
        self.measure = measure

    def cells(self) -> Iterator[Cell]:
        """The cells of the total and of every breakdown."""
        if self.measure.total:
            yield from self.series("", "")
        for dimension in self.measure.breakdowns:
            if self.measure.top is not None:
                yield from self.largest(dimension, self.measure.top)
                continue
            for member in self.measure.members[dimension]:
                cells = list(self.series(dimension, member))
                counted = "numerator" if self.measure.unit.is_share else "value"
                if member != UNKNOWN or any(cell[counted] for cell in cells):
                    yield from cells

    def series(self, dimension: str, member: str) -> Iterator[Cell]:
        """The cells of one member (or the total) in every area and period."""
        counter = self.counter(self.measure.count)
        for area, period in self.places(dimension):
            number: float | None = counter.number(area, period, dimension, member)
            inside = {}
            if self.measure.unit is Unit.EURO:
                if claimed(self.known, area, period):
                    rows = [presence.row for presence in counter.here(area, period, dimension, member)]
                    inside["contributors"] = len({row["persoon"] for row in rows})
                    inside["providers"] = len({row["aanbieder"] for row in rows})
                else:
                    number = None
            yield {**self.cell(area, period, dimension, member, number), **inside}

    def largest(self, dimension: str, top: int) -> Iterator[Cell]:
        """The cells of the largest providers, and of these together."""
        counter = self.counter(self.measure.count)
        for area, period in self.places(dimension):
            providers, together = counter.largest(area, period, top)
            found = {f"top{top}": together}
            if dimension not in self.measure.members:
                found |= providers
            for member, number in found.items():
                yield self.cell(area, period, dimension, member, float(number))

    def counter(self, count: Count) -> Counter:
        """The counter of a count, made once."""
        return self.counters.setdefault(count, Counter(self.known, count))

    def places(self, dimension: str) -> Iterator[tuple[Area, Period]]:
        """Every area and period for which the total (or the breakdown) is given."""
        levels = self.indicator.breakdown_levels if dimension else self.indicator.levels
        for area in all_areas(self.known.region):
            if area.level in levels:
                for period in periods_between(self.known.region.first_quarter, self.known.region.last_quarter):
                    if period.type in self.indicator.periods:
                        yield area, period

    def below(self, area: Area, period: Period, dimension: str, member: str) -> float | None:
        """The number below the line; None when it was not delivered."""
        split = (dimension, member) if dimension in self.measure.split else ("", "")
        base = self.measure.share_of
        if isinstance(base, Count):
            return self.counter(base).number(area, period, *split)
        return (
            None
            if base is None
            else inhabitants(self.known, base, area, period.year, dimension=split[0], member=split[1])
        )

    def cell(self, area: Area, period: Period, dimension: str, member: str, number: float | None) -> Cell:
        """One cell, with its status."""
        unit = self.measure.unit
        below = self.below(area, period, dimension, member)
        value, status = number, None
        if unit is Unit.EURO and number is not None:
            value = number / 100
        if unit.is_share:
            value = unit.multiplier * (number or 0.0) / below if below else None
            status = CellStatus.NOT_APPLICABLE if below == 0 else None
        return {
            "indicator": self.indicator.id,
            "unit": unit.value,
            "area": area.code,
            "area_vintage": area.vintage,
            "level": area.level.value,
            "period": period.code,
            "period_type": period.type.value,
            **dict.fromkeys(DIMENSIONS, TOTAL),
            **self.measure.fixed,
            **({dimension: member} if dimension else {}),
            "value": value,
            "status": status or self.status(value, period),
            "numerator": number if unit.is_share else None,
            "denominator": below,
            "contributors": None,
            "providers": None,
        }

    def status(self, value: float | None, period: Period) -> CellStatus:
        """The status of a value, or of the lack of one."""
        if value is None:
            return CellStatus.NOT_DELIVERED
        if period.last > self.known.region.last_quarter - _PROVISIONAL:
            return CellStatus.PROVISIONAL
        return CellStatus.ZERO if value == 0 else CellStatus.VALUE


def all_areas(region: Region) -> list[Area]:
    """The region, its municipalities, their wijken, and the unknown wijk of each."""
    towns = region.of_level(Level.MUNICIPALITY)
    unknown = [Area(unknown_wijk(town.code), town.vintage, Level.WIJK, "", town.code) for town in towns]
    codes = {area.code for area in unknown}
    known = [wijk for town in towns for wijk in region.wijken_of(town.code) if wijk.code not in codes]
    return [Area(region.code, region.vintage, Level.REGION, region.name), *towns, *known, *unknown]
