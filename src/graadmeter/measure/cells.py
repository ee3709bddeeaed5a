"""From figures to cells: one row per indicator, unit, area, period and dimension, in the MEASURED shape.

A country has tens of millions of cells, and most of their columns say 'total'. So cells are made one indicator at a
time, in the order of the key, and columns with one text all over share one piece of memory.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.domain.cells import DIMENSIONS, MEASURED, TOTAL
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import compact_schema_of, schema_of
from graadmeter.measure.arrays import Array, Whole
from graadmeter.measure.blocks import Block, blocks_of
from graadmeter.measure.figures import Figures
from graadmeter.measure.keys import Members, Texts, coded, order_of, ranked
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan

_Order = NDArray[np.intp]
_STATUSES = (
    CellStatus.VALUE, CellStatus.ZERO, CellStatus.PROVISIONAL, CellStatus.NOT_DELIVERED, CellStatus.NOT_APPLICABLE,
)  # fmt: skip
_VALUE, _ZERO, _PROVISIONAL, _NOT_DELIVERED, _NOT_APPLICABLE = range(len(_STATUSES))


def cells_of(plan: Plan, figures: Figures, edition: str) -> pa.Table:
    """All cells, sorted by their key."""
    return pa.concat_tables([schema_of(MEASURED).empty_table(), *cells_by_indicator(plan, figures, edition)])


def cells_by_indicator(
    plan: Plan, figures: Figures, edition: str, *, complete: bool = False, compact: bool = False
) -> Iterator[pa.Table]:
    """The cells of each indicator that has any, sorted by their key: one after another they are `cells_of`.

    With `complete` also those of unknown members that do not occur; with `compact` texts are dictionaries.
    """
    texts = Texts(compact=compact)
    for indicator in sorted({series.indicator.id for series in plan.series}):
        blocks = blocks_of(plan, figures, indicator, complete=complete)
        if blocks:
            columns = _columns(blocks, figures.places, edition, texts)
            schema = compact_schema_of(MEASURED) if compact else schema_of(MEASURED)
            yield pa.table([columns[name] for name in MEASURED.names], schema=schema)


def _columns(blocks: Sequence[Block], places: Places, edition: str, texts: Texts) -> dict[str, pa.Array]:
    indicator = blocks[0].series.indicator
    area = np.concatenate([block.area for block in blocks])
    period = np.concatenate([block.period for block in blocks])
    sizes = [len(block.area) for block in blocks]
    keys = {
        "unit": coded([block.series.measure.unit.value for block in blocks], sizes),
        **{name: coded([_member(block, name) for block in blocks], sizes) for name in DIMENSIONS},
    }
    areas, periods = ([item.code for item in items] for items in (places.areas, places.periods))
    order = order_of([keys["unit"], ranked(areas, area), ranked(periods, period), *(keys[name] for name in DIMENSIONS)])
    area, period = area[order], period[order]
    columns: dict[str, pa.Array] = {
        "indicator": texts.all_over(indicator.id, len(order)),
        "area": texts.at(area, areas),
        "area_vintage": pa.array([item.vintage for item in places.areas], pa.int32()).take(pa.array(area)),
        "level": texts.at(area, [item.level.value for item in places.areas]),
        "period": texts.at(period, periods),
        "period_type": texts.at(period, [item.type.value for item in places.periods]),
        "definition_version": pa.repeat(pa.scalar(indicator.version, pa.int32()), len(order)),
        "edition": texts.all_over(edition, len(order)),
        **_values(blocks, places.provisional[period], order, texts),
    }
    for name, (numbers, said) in keys.items():
        columns[name] = texts.at(numbers[order], said) if len(said) > 1 else texts.all_over(said[0], len(order))
    return columns


def _member(block: Block, dimension: str) -> Members:
    if dimension == block.series.dimension:
        return block.member
    return block.series.measure.fixed.get(dimension, TOTAL)


def _spread(values: Sequence[int], blocks: Sequence[Block]) -> Whole:
    return np.repeat(np.array(values, dtype=np.int64), [len(block.area) for block in blocks])


def _values(
    blocks: Sequence[Block], provisional: NDArray[np.bool_], order: _Order, texts: Texts
) -> dict[str, pa.Array]:
    count = np.concatenate([block.count for block in blocks])[order]
    base = np.concatenate([block.base for block in blocks])[order]
    figure = np.concatenate([block.figure for block in blocks])[order]
    two = _spread([block.of_two for block in blocks], blocks)[order].astype(bool)
    divided = _spread([block.divided for block in blocks], blocks)[order].astype(bool)
    factor = _spread([block.series.measure.unit.multiplier for block in blocks], blocks)[order]
    undelivered = np.isnan(count) | (two & np.isnan(base))
    undefined = divided & (base == 0)
    missing = undelivered | undefined
    share = np.divide(factor * count, base, out=np.full(len(base), np.nan), where=divided & ~missing)
    value = np.where(np.isnan(figure) | missing, np.where(divided, share, count), figure)
    status = np.select(
        [undelivered, undefined, provisional, value == 0],
        [_NOT_DELIVERED, _NOT_APPLICABLE, _PROVISIONAL, _ZERO],
        default=_VALUE,
    )
    behind = {
        name: np.where(missing, np.nan, np.concatenate([getattr(block, column) for block in blocks])[order])
        for name, column in (("contributors", "persons"), ("providers", "providers"))
    }
    return {
        "value": _numbers(value),
        "status": texts.at(status, [item.value for item in _STATUSES]),
        "numerator": _numbers(np.where(two, count, np.nan)),
        "denominator": _numbers(base),
        **{name: _numbers(array).cast(pa.int64()) for name, array in behind.items()},
    }


def _numbers(values: Array) -> pa.Array:
    """A column that is empty where the array has no number."""
    return pa.array(values, pa.float64(), from_pandas=True)
