"""Measures a region with the reference engine: every cell by itself, in the order of its definition."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from graadmeter.catalogue.finality import stage_of
from graadmeter.domain.areas import Area, Level, unknown_wijk
from graadmeter.domain.cells import DIMENSIONS, KEY_COLUMNS, MEASURED, TOTAL
from graadmeter.domain.finality import Stage
from graadmeter.domain.indicators import Count, Indicator, Measure, Unit
from graadmeter.domain.periods import Period, periods_between
from graadmeter.domain.region import Region
from graadmeter.domain.slices import UNKNOWN
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.methods.interface import Part
from graadmeter.measure.methods.registry import METHODS
from graadmeter.measure.places import Places
from graadmeter.measure.reference.asking import answer
from graadmeter.measure.reference.bases import inhabitants, is_delivered
from graadmeter.measure.reference.counting import Counter
from graadmeter.measure.reference.derived import behind, statistic
from graadmeter.measure.reference.region import Facts, facts

Cell = dict[str, Any]
_CENTS = 100


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
                counted = self.counted
                if member != UNKNOWN or any(cell[counted] for cell in cells):
                    yield from cells

    @property
    def counted(self) -> str:
        """The column that tells whether a member occurs."""
        if self.measure.statistic:
            return "denominator"
        return "numerator" if self.measure.share_of is not None or self.measure.minus is not None else "value"

    def series(self, dimension: str, member: str) -> Iterator[Cell]:
        """The cells of one member (or the total) in every area and period."""
        measure, counter = self.measure, self.counter(self.measure.count)
        if measure.method:
            yield from self.by_method(dimension, member)
            return
        for area, period in self.places(dimension):
            number: float | None = None
            inside: dict[str, int] = {}
            if self.delivered(area, period):
                number = counter.number(area, period, dimension, member)
                inside = self.behind(area, period, dimension, member)
            cell = self.cell(area, period, dimension, member, number)
            if measure.statistic:
                cell |= self.of_values(area, period, dimension, member, number)
            yield {**cell, **(inside if cell["value"] is not None else {})}

    def by_method(self, dimension: str, member: str) -> Iterator[Cell]:
        """The cells that a method computes from answers to its questions: shared formulas, counts of our own."""
        method, part, places = (
            METHODS[self.measure.method],
            Part(self.measure, dimension, member),
            Places(self.known.region),
        )
        found = method.figures(part, {ask: answer(self.known, ask) for ask in method.asks(part)}, places)
        spots = {period: number for number, period in enumerate(places.periods)}
        for area, period in self.places(dimension):
            at = (places.index[area.code], spots[period])
            value = None if np.isnan(found.value[at]) else float(found.value[at])
            base = 0.0 if value is None else float(found.base[at])
            number = base if self.delivered(area, period) else None
            cell = self.cell(area, period, dimension, member, None)
            if number is None or not base:
                value = None
            status = CellStatus.NOT_APPLICABLE if number is not None and not base else self.status(value, period)
            inside = {"contributors": found.persons, "providers": found.providers} if value is not None else {}
            yield {
                **cell,
                "value": value,
                "status": status,
                "numerator": number,
                "denominator": number,
                **{name: int(numbers[at]) for name, numbers in inside.items() if numbers is not None},
            }

    def delivered(self, area: Area, period: Period) -> bool:
        """Whether all was delivered that the measure rests on."""
        return all(is_delivered(self.known, count, area, period) for count in self.measure.counts)

    def behind(self, area: Area, period: Period, dimension: str, member: str) -> dict[str, int]:
        """The persons and providers behind an amount or a derived figure."""
        if not self.measure.tells_persons:
            return {}
        return behind(self.measure, self.counter(self.measure.count).here(area, period, dimension, member))

    def of_values(self, area: Area, period: Period, dimension: str, member: str, number: float | None) -> Cell:
        """What is different in a cell with a statistic of the values of rows."""
        counter = self.counter(self.measure.count)
        values = counter.values(counter.here(area, period, dimension, member))
        value = None if number is None else statistic(self.measure.statistic, values)
        if value is not None and self.measure.count.of is Unit.EURO:
            value /= _CENTS
        status = self.status(value, period)
        if number is not None and not values:
            status = CellStatus.NOT_APPLICABLE
        return {"value": value, "status": status, "denominator": float(len(values))}

    def largest(self, dimension: str, top: int) -> Iterator[Cell]:
        """The cells of the largest providers, and of these together."""
        counter = self.counter(self.measure.count)
        for area, period in self.places(dimension):
            providers, together = counter.largest(area, period, top)
            found = {f"top{top}": together}
            if dimension not in self.measure.members:
                found |= providers
            for member, number in found.items():
                counted = float(number) if self.delivered(area, period) else None
                yield self.cell(area, period, dimension, member, counted)

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
        """The second number: below the line, or what is taken off; None when it was not delivered or there is none."""
        split = (dimension, member) if dimension in self.measure.split else ("", "")
        base = self.measure.share_of
        if self.measure.minus is not None:
            return self.counter(self.measure.minus).number(area, period, dimension, member)
        if isinstance(base, Count):
            return self.counter(base).number(area, period, *split) / (_CENTS if base.of is Unit.EURO else 1)
        return (
            None
            if base is None
            else inhabitants(self.known, base, area, period.year, dimension=split[0], member=split[1])
        )

    def cell(self, area: Area, period: Period, dimension: str, member: str, number: float | None) -> Cell:
        """One cell, with its status; of money `number` is in cents."""
        measure = self.measure
        below = self.below(area, period, dimension, member)
        if number is not None and measure.count.of is Unit.EURO:
            number /= _CENTS
        value, status = number, None
        if measure.share_of is not None:
            value = measure.unit.multiplier * number / below if below and number is not None else None
            status = CellStatus.NOT_APPLICABLE if below == 0 and number is not None else None
        if measure.minus is not None:
            value = None if number is None or below is None else number - below
        two = measure.share_of is not None or measure.minus is not None or bool(measure.statistic)
        return {
            "indicator": self.indicator.id,
            "unit": measure.unit.value,
            "area": area.code,
            "area_vintage": area.vintage,
            "level": area.level.value,
            "period": period.code,
            "period_type": period.type.value,
            **dict.fromkeys(DIMENSIONS, TOTAL),
            **measure.fixed,
            **({dimension: member} if dimension else {}),
            "value": value,
            "status": status or self.status(value, period),
            "numerator": number if two else None,
            "denominator": below,
            "contributors": None,
            "providers": None,
        }

    def status(self, value: float | None, period: Period) -> CellStatus:
        """The status of a value, or of the lack of one."""
        if value is None:
            return CellStatus.NOT_DELIVERED
        if stage_of(period, self.known.region.last_quarter) is Stage.PROVISIONAL:
            return CellStatus.PROVISIONAL
        return CellStatus.ZERO if value == 0 else CellStatus.VALUE


def all_areas(region: Region) -> list[Area]:
    """The region, its municipalities, their wijken, and the unknown wijk of each."""
    towns = region.of_level(Level.MUNICIPALITY)
    unknown = [Area(unknown_wijk(town.code), town.vintage, Level.WIJK, "", town.code) for town in towns]
    codes = {area.code for area in unknown}
    known = [wijk for town in towns for wijk in region.wijken_of(town.code) if wijk.code not in codes]
    return [Area(region.code, region.vintage, Level.REGION, region.name), *towns, *known, *unknown]
