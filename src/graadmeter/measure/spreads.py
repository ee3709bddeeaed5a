"""Distributions of a value: how many rows have which, and the mean and exact quantiles that follow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.domain.areas import Level, unknown_wijk
from graadmeter.measure.arrays import Array, Whole, area_numbers, column
from graadmeter.measure.lanes import Lane
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan

_QUANTILES = {"mediaan": (1, 2), "p90": (9, 10)}
"""Which part of the rows must have a value of at most the quantile, as numerator and denominator."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What is known of one distribution in every area and period; not a number where there are no rows."""

    n: Array
    total: Array
    statistics: Mapping[str, Array]
    """By the names in `domain.indicators.STATISTICS`."""


def spread_figures(plan: Plan, places: Places, answers: list[pa.Table]) -> dict[Lane, Spread]:
    """The distributions of the plan, from answers with rows lane, area, waarde, periode, n.

    What is in no known wijk of a municipality is in its unknown one.
    """
    nothing = [np.zeros(0, dtype=np.int64)] * 5
    parts = [nothing, *(_columns(answer, places) for answer in answers)]
    lane, area, period, value, n = (np.concatenate(found) for found in zip(*parts, strict=True))
    in_wijken = np.array([Level.WIJK in levels for levels in plan.spreads.values()], dtype=np.bool_)
    if in_wijken.any():
        added = _unknown_wijken(places, [lane, area, period, value, n], in_wijken[lane])
        lane, area, period, value, n = (
            np.concatenate(two) for two in zip((lane, area, period, value, n), added, strict=True)
        )
    _, periods = places.shape
    areas = places.down_to({level for levels in plan.spreads.values() for level in levels})
    cell = (lane * areas + area) * periods + period
    order = np.lexsort((value, cell))
    shape = (len(plan.spreads), areas, periods)
    figures = [one.reshape(shape) for one in _of_cells(cell[order], value[order], n[order], int(np.prod(shape)))]
    names = ("gemiddelde", *_QUANTILES)
    return {
        lane: Spread(
            figures[0][place],
            figures[1][place],
            {name: one[place] for name, one in zip(names, figures[2:], strict=True)},
        )
        for place, lane in enumerate(plan.spreads)
    }


def _columns(answer: pa.Table, places: Places) -> list[Whole]:
    area = area_numbers(answer, places)
    lane, period, value, n = (column(answer, name) for name in ("lane", "periode", "waarde", "n"))
    return [lane, area, period, value, n]


def _unknown_wijken(places: Places, rows: Sequence[Whole], chosen: NDArray[np.bool_]) -> list[Whole]:
    """Rows lane, area, period, value, n of the unknown wijken: those of the municipality less those of known wijken."""
    lane, area, period, value, n = (column[chosen] for column in rows)
    home, sign = _homes(places)
    inside = sign[area] != 0
    keys = np.stack([lane, home[area], period, value])[:, inside]
    different, place = np.unique(keys, axis=1, return_inverse=True)
    rest = np.zeros(different.shape[1], dtype=np.int64)
    np.add.at(rest, place.reshape(-1), (sign[area] * n)[inside])
    return [*different[:, rest > 0], rest[rest > 0]]


def _homes(places: Places) -> tuple[Whole, Whole]:
    """Per area the unknown wijk that its rows count in (sign 1) or are taken off from (-1); sign 0: neither."""
    home, sign = np.zeros(len(places.areas), dtype=np.int64), np.zeros(len(places.areas), dtype=np.int64)
    for town in places.at(Level.MUNICIPALITY):
        code = places.areas[town].code
        known = places.children(code)
        home[town] = home[known] = places.index[unknown_wijk(code)]
        sign[town], sign[known] = 1, -1
    return home, sign


def _of_cells(cell: Whole, value: Whole, n: Whole, size: int) -> list[Array]:
    """Rows, sum, mean and quantiles per cell, from values in ascending order within each cell."""
    rows, total = np.zeros(size), np.zeros(size)
    np.add.at(rows, cell, n)
    np.add.at(total, cell, n * value)
    mean = np.divide(total, rows, out=np.full(size, np.nan), where=rows > 0)
    return [rows, total, mean, *(_quantile(cell, value, n, rows, part) for part in _QUANTILES.values())]


def _quantile(cell: Whole, value: Whole, n: Whole, rows: Array, part: tuple[int, int]) -> Array:
    """The smallest value such that at least the part of the rows of its cell have that value or less."""
    found = np.full(len(rows), np.nan)
    until = np.cumsum(n)
    first = np.searchsorted(cell, cell)
    before = np.where(first > 0, until[np.maximum(first - 1, 0)], 0)
    enough = (until - before) * part[1] >= rows[cell].astype(np.int64) * part[0]
    place = np.flatnonzero(enough)[::-1]
    found[cell[place]] = value[place]
    return found
