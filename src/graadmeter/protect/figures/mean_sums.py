"""Which means and shares of methods follow from others, as sums: a mean times what it is a mean of is an amount.

The base of such a figure (trajectories that ended, young people at the start) is often a count that is published too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.areas import Area
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import parse_period
from graadmeter.protect.arrays import Floats
from graadmeter.protect.grid.flows import halves, quarters
from graadmeter.protect.grid.lines import Line, lines_of

QUANTILES = ("mediaan", "p90")
_ROUNDING = 1e-6
_PERSONS_OF_SEVERAL = 0.05
"""Persons with help in two municipalities count once in the region: the sums hold but for so large a part."""


@dataclass(frozen=True, slots=True)
class MeanSum:
    """A figure and those it is made of, by the numbers of their rows."""

    whole: int
    parts: tuple[int, ...]
    areas: tuple[str, ...] = ()
    """Of parts that are areas, whose they are: then nobody is in two of them."""


@dataclass(frozen=True)
class Amounts:
    """What the rows of derived figures add up to; nan where a row has no figure."""

    base: Floats
    amount: Floats

    @classmethod
    def of(cls, rows: pa.Table, lines: Sequence[Line]) -> "Amounts":
        """From the figure of every row and what it is a mean or a share of; `lines` has the line of every row."""
        base, value = (
            pc.fill_null(rows[name], np.nan).to_numpy(zero_copy_only=False).astype(np.float64)
            for name in ("denominator", "value")
        )
        times = np.array([line.unit.multiplier for line in lines], dtype=np.float64)
        return cls(base, value * base / times)

    def adds_up(self, whole: int, parts: Sequence[int], *, slack: float = _ROUNDING) -> bool:
        """Whether these parts make that whole, but for so large a part of it."""
        return all(
            abs(float(of[list(parts)].sum() - of[whole])) <= slack * max(abs(float(of[whole])), 1.0)
            for of in (self.base, self.amount)
        )


def mean_sums(rows: pa.Table, indicators: Mapping[str, Indicator], areas: Iterable[Area]) -> list[list[MeanSum]]:
    """The sums over areas, periods and members of a breakdown, of every series and year; never of quantiles."""
    found = lines_of(rows, indicators)
    lines = [found.lines[number] for number in found.of_row.tolist()]
    amounts = Amounts.of(rows, lines)
    there = np.flatnonzero(~np.isnan(amounts.amount) & (amounts.base > 0)).tolist()
    where, when = rows["area"].to_pylist(), rows["period"].to_pylist()
    series: dict[tuple[object, ...], list[_Place]] = defaultdict(list)
    for row in there:
        line = lines[row]
        if not set(line.measure.fixed.values()) & set(QUANTILES):
            key = (line.indicator, line.unit, *sorted(line.measure.fixed.items()), when[row][:4])
            series[key].append(_Place(row, where[row], when[row], (line.top.dimension, line.top.member)))
    above = {area.code: area.parent for area in areas}
    return [list(_of_series(places, amounts, above)) for places in series.values()]


@dataclass(frozen=True, slots=True)
class _Place:
    row: int
    area: str
    period: str
    member: tuple[str, str]


_Key = tuple[str | None, str, tuple[str, str]]


def _of_series(places: Sequence[_Place], amounts: Amounts, above: Mapping[str, str | None]) -> Iterator[MeanSum]:
    at: dict[_Key, int] = {(one.area, one.period, one.member): one.row for one in places}
    yield from _of_members(places, at, amounts, above)
    yield from _of_periods(places, at, amounts)


def _of_members(
    places: Sequence[_Place], at: Mapping[_Key, int], amounts: Amounts, above: Mapping[str, str | None]
) -> Iterator[MeanSum]:
    lower: dict[tuple[int, str], list[_Place]] = defaultdict(list)
    for one in places:
        dimension, _ = one.member
        wholes: dict[str, _Key] = {"": (above.get(one.area), one.period, one.member)}
        if dimension != TOTAL:
            wholes[dimension] = (one.area, one.period, (TOTAL, TOTAL))
        for kind, whole in wholes.items():
            if whole in at:
                lower[at[whole], kind].append(one)
    for (row, kind), parts in lower.items():
        own = tuple(one.row for one in parts)
        if amounts.adds_up(row, own, slack=_ROUNDING if kind else _PERSONS_OF_SEVERAL):
            yield MeanSum(row, own, () if kind else tuple(one.area for one in parts))


def _of_periods(places: Sequence[_Place], at: Mapping[_Key, int], amounts: Amounts) -> Iterator[MeanSum]:
    for one in places:
        period = parse_period(one.period)
        for shorter in (halves(period), quarters(period)):
            keys = [(one.area, each.code, one.member) for each in shorter]
            own = tuple(at[key] for key in keys if key in at)
            if own and amounts.adds_up(one.row, own):
                yield MeanSum(one.row, own)
