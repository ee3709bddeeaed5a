"""From figures to cells: one row per indicator, unit, area, period and dimension, in the MEASURED shape."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.domain.cells import DIMENSIONS, KEY_COLUMNS, MEASURED, TOTAL
from graadmeter.domain.indicators import Unit
from graadmeter.domain.slices import UNKNOWN
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.figures import Array, Figures
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Inhabitants, Lane, Plan, Ranking, Series, behind

_STATUSES = (
    CellStatus.VALUE, CellStatus.ZERO, CellStatus.PROVISIONAL, CellStatus.NOT_DELIVERED, CellStatus.NOT_APPLICABLE,
)  # fmt: skip
_CENTS = 100


@dataclass(frozen=True, slots=True)
class Ranked:
    """The figures of one ranking, as columns: area and period numbers, member codes, counts."""

    area: NDArray[np.int64]
    period: NDArray[np.int64]
    member: NDArray[np.object_]
    n: Array


@dataclass(frozen=True, slots=True)
class Block:
    """Cells of one series at one level, as columns."""

    series: Series
    area: NDArray[np.intp]
    period: NDArray[np.intp]
    member: str | NDArray[np.object_]
    count: Array
    base: Array | None = None
    behind: tuple[Array, Array] | None = None


def cells_of(plan: Plan, places: Places, figures: Figures, ranked: Mapping[Ranking, Ranked], edition: str) -> pa.Table:
    """All cells, sorted by their key."""
    given = [series for series in plan.series if series.member != UNKNOWN or figures.lanes[series.lane].any()]
    blocks = [block for series in given for block in _blocks(series, plan, places, figures, ranked)]
    return _table(blocks, places, edition)


def _blocks(
    series: Series, plan: Plan, places: Places, figures: Figures, ranked: Mapping[Ranking, Ranked]
) -> Iterator[Block]:
    periods = places.of_types(series.indicator.periods)
    for level in series.levels:
        areas = places.at(level)
        where = np.ix_(areas, periods)
        area, period = (flat.ravel() for flat in np.broadcast_arrays(areas[:, None], periods[None, :]))
        base = _base(series, plan, figures)
        below = None if base is None else base[where].ravel()
        if series.ranking is not None:
            yield from _ranked_blocks(series, ranked[series.ranking], places, (area, period), below)
            continue
        count = figures.lanes[series.lane][where].ravel()
        inside = None
        if series.measure.unit is Unit.EURO:
            count = np.where(figures.claimed[where].ravel(), count / _CENTS, np.nan)
            persons = figures.lanes[behind(series.lane, Unit.PERSONS)][where].ravel()
            inside = persons, figures.lanes[behind(series.lane, Unit.PROVIDERS)][where].ravel()
        yield Block(series, area, period, series.member or TOTAL, count, below, inside)


def _base(series: Series, plan: Plan, figures: Figures) -> Array | None:
    below = series.denominator
    if isinstance(below, Lane):
        return figures.lanes[below]
    if isinstance(below, Inhabitants):
        return figures.inhabitants[plan.inhabitants.index(below)]
    return None


def _ranked_blocks(
    series: Series,
    ranked: Ranked,
    places: Places,
    dense: tuple[NDArray[np.intp], NDArray[np.intp]],
    below: Array | None,
) -> Iterator[Block]:
    joint = f"top{series.measure.top}"
    area, period = dense
    together = ranked.member == joint
    counts = np.zeros(places.shape)
    counts[ranked.area[together], ranked.period[together]] = ranked.n[together]
    yield Block(series, area, period, joint, counts[area, period], below)
    if not series.member:
        wanted = np.zeros(places.shape, dtype=bool)
        wanted[area, period] = True
        chosen = ~together & wanted[ranked.area, ranked.period]
        base = None
        if below is not None:
            spread = np.full(places.shape, np.nan)
            spread[area, period] = below
            base = spread[ranked.area[chosen], ranked.period[chosen]]
        yield Block(series, ranked.area[chosen], ranked.period[chosen], ranked.member[chosen], ranked.n[chosen], base)


def _table(blocks: list[Block], places: Places, edition: str) -> pa.Table:
    sizes = [len(block.area) for block in blocks]
    area = np.concatenate([block.area for block in blocks])
    period = np.concatenate([block.period for block in blocks])
    constant = {
        "indicator": [block.series.indicator.id for block in blocks],
        "unit": [block.series.measure.unit.value for block in blocks],
    }
    coded = {name: _coded(values, sizes) for name, values in constant.items()}
    coded["area"] = _looked_up([item.code for item in places.areas], area)
    coded["level"] = _looked_up([item.level.value for item in places.areas], area)
    coded["period"] = _looked_up([item.code for item in places.periods], period)
    coded["period_type"] = _looked_up([item.type.value for item in places.periods], period)
    for dimension in DIMENSIONS:
        coded[dimension] = _coded([_member(block, dimension) for block in blocks], sizes)
    vintage = np.array([item.vintage for item in places.areas])[area]
    order = np.lexsort([vintage if name == "area_vintage" else coded[name][0] for name in reversed(KEY_COLUMNS)])
    columns: dict[str, pa.Array] = {name: _texts(codes[order], names) for name, (codes, names) in coded.items()}
    columns["area_vintage"] = pa.array(vintage[order])
    columns["definition_version"] = pa.array(
        np.repeat([block.series.indicator.version for block in blocks], sizes)[order]
    )
    columns["edition"] = pa.repeat(pa.scalar(edition, pa.string()), len(order))
    columns |= _values(blocks, places.provisional[period], order)
    schema = schema_of(MEASURED)
    return pa.table({name: columns[name].cast(schema.field(name).type) for name in MEASURED.names}, schema=schema)


def _member(block: Block, dimension: str) -> str | NDArray[np.object_]:
    if dimension == block.series.dimension:
        return block.member
    return block.series.measure.fixed.get(dimension, TOTAL)


_Coded = tuple[NDArray[np.int64], list[str]]


def _coded(values: list[str | NDArray[np.object_]] | list[str], sizes: list[int]) -> _Coded:
    """Numbers that sort as the texts do, and the texts; one text or one text per row for each block."""
    names = sorted({name for value in values for name in ([value] if isinstance(value, str) else value)})
    number = {name: place for place, name in enumerate(names)}
    parts = [
        np.full(size, number[value], dtype=np.int64)
        if isinstance(value, str)
        else np.fromiter((number[name] for name in value), dtype=np.int64, count=size)
        for value, size in zip(values, sizes, strict=True)
    ]
    return np.concatenate(parts), names


def _looked_up(texts: list[str], rows: NDArray[np.intp]) -> _Coded:
    names = sorted(set(texts))
    number = {name: place for place, name in enumerate(names)}
    return np.array([number[value] for value in texts], dtype=np.int64)[rows], names


def _texts(codes: NDArray[np.int64], names: list[str]) -> pa.Array:
    return pa.array(names, pa.string()).take(pa.array(codes))


def _values(blocks: list[Block], provisional: NDArray[np.bool_], order: NDArray[np.intp]) -> dict[str, pa.Array]:
    count = np.concatenate([block.count for block in blocks]).astype(np.float64)
    empty = [np.full(len(block.count), np.nan) for block in blocks]
    is_share = np.repeat([block.base is not None for block in blocks], [len(block.count) for block in blocks])
    base = np.concatenate(
        [none if block.base is None else block.base for block, none in zip(blocks, empty, strict=True)]
    )
    factor = np.concatenate([np.full(len(block.count), block.series.measure.unit.multiplier) for block in blocks])
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where(is_share, factor * count / base, count)
    undelivered = np.isnan(count) | (is_share & np.isnan(base))
    undefined = is_share & (base == 0)
    value[undelivered | undefined] = np.nan
    status = np.select([undelivered, undefined, provisional, value == 0], [3, 4, 2, 1], default=0)
    behind_it = [
        np.concatenate(
            [none if block.behind is None else block.behind[place] for block, none in zip(blocks, empty, strict=True)]
        )
        for place in (0, 1)
    ]
    return {
        "value": _floats(value[order]),
        "status": _texts(status[order], [item.value for item in _STATUSES]),
        "numerator": _floats(np.where(is_share, count, np.nan)[order]),
        "denominator": _floats(base[order]),
        "contributors": _floats(np.where(np.isnan(value), np.nan, behind_it[0])[order]),
        "providers": _floats(np.where(np.isnan(value), np.nan, behind_it[1])[order]),
    }


def _floats(values: Array) -> pa.Array:
    return pa.array(values, pa.float64(), from_pandas=True)
