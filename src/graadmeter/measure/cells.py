"""From figures to cells: one row per indicator, unit, area, period and dimension, in the MEASURED shape."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from graadmeter.domain.cells import DIMENSIONS, KEY_COLUMNS, MEASURED, TOTAL
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.arrays import Array, Whole
from graadmeter.measure.blocks import Block, blocks_of
from graadmeter.measure.figures import Figures
from graadmeter.measure.places import Places
from graadmeter.measure.plan import Plan

_Codes = NDArray[np.int32]
_Coded = tuple[_Codes, list[str]]
"""Numbers that sort as their texts do, and the texts."""
_Members = str | NDArray[np.object_]
_STATUSES = (
    CellStatus.VALUE, CellStatus.ZERO, CellStatus.PROVISIONAL, CellStatus.NOT_DELIVERED, CellStatus.NOT_APPLICABLE,
)  # fmt: skip
_VALUE, _ZERO, _PROVISIONAL, _NOT_DELIVERED, _NOT_APPLICABLE = range(len(_STATUSES))


def cells_of(plan: Plan, figures: Figures, edition: str) -> pa.Table:
    """All cells, sorted by their key."""
    blocks = blocks_of(plan, figures)
    coded = _coded_keys(blocks, figures.places)
    order = np.lexsort([coded[name][0] for name in reversed(KEY_COLUMNS)])
    columns: dict[str, pa.Array] = {name: _texts(numbers[order], texts) for name, (numbers, texts) in coded.items()}
    columns["area_vintage"] = columns["area_vintage"].cast(pa.int32())
    versions = _spread([block.series.indicator.version for block in blocks], blocks)
    columns["definition_version"] = pa.array(versions[order], pa.int32())
    columns["edition"] = pa.repeat(pa.scalar(edition, pa.string()), len(order))
    columns |= _values(blocks, figures.places, order)
    return pa.table([columns[name] for name in MEASURED.names], schema=schema_of(MEASURED))


def _coded_keys(blocks: Sequence[Block], places: Places) -> dict[str, _Coded]:
    area = np.concatenate([block.area for block in blocks])
    period = np.concatenate([block.period for block in blocks])
    return {
        "indicator": _coded([block.series.indicator.id for block in blocks], blocks),
        "unit": _coded([block.series.measure.unit.value for block in blocks], blocks),
        "area": _looked_up([item.code for item in places.areas], area),
        "area_vintage": _looked_up([f"{item.vintage:04d}" for item in places.areas], area),
        "level": _looked_up([item.level.value for item in places.areas], area),
        "period": _looked_up([item.code for item in places.periods], period),
        "period_type": _looked_up([item.type.value for item in places.periods], period),
        **{name: _coded([_member(block, name) for block in blocks], blocks) for name in DIMENSIONS},
    }


def _member(block: Block, dimension: str) -> _Members:
    if dimension == block.series.dimension:
        return block.member
    return block.series.measure.fixed.get(dimension, TOTAL)


def _coded(values: Sequence[_Members], blocks: Sequence[Block]) -> _Coded:
    """One text, or one text per row, for each block."""
    texts = sorted({text for value in values for text in ([value] if isinstance(value, str) else value)})
    number = {text: place for place, text in enumerate(texts)}
    parts = [
        np.full(len(block.area), number[value], dtype=np.int32)
        if isinstance(value, str)
        else np.fromiter((number[text] for text in value), dtype=np.int32, count=len(value))
        for value, block in zip(values, blocks, strict=True)
    ]
    return np.concatenate(parts), texts


def _looked_up(values: Sequence[str], rows: NDArray[np.intp]) -> _Coded:
    texts = sorted(set(values))
    number = {text: place for place, text in enumerate(texts)}
    return np.array([number[value] for value in values], dtype=np.int32)[rows], texts


def _texts(numbers: _Codes | Whole, texts: Sequence[str]) -> pa.Array:
    return pa.array(texts, pa.string()).take(pa.array(numbers))


def _spread(values: Sequence[int], blocks: Sequence[Block]) -> Whole:
    return np.repeat(np.array(values, dtype=np.int64), [len(block.area) for block in blocks])


def _values(blocks: Sequence[Block], places: Places, order: NDArray[np.intp]) -> dict[str, pa.Array]:
    count = np.concatenate([block.count for block in blocks])[order]
    base = np.concatenate([block.base for block in blocks])[order]
    figure = np.concatenate([block.figure for block in blocks])[order]
    two = _spread([block.of_two for block in blocks], blocks)[order].astype(bool)
    divided = _spread([block.divided for block in blocks], blocks)[order].astype(bool)
    factor = _spread([block.series.measure.unit.multiplier for block in blocks], blocks)[order]
    provisional = places.provisional[np.concatenate([block.period for block in blocks])][order]
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
        "status": _texts(status, [item.value for item in _STATUSES]),
        "numerator": _numbers(np.where(two, count, np.nan)),
        "denominator": _numbers(base),
        **{name: _numbers(array).cast(pa.int64()) for name, array in behind.items()},
    }


def _numbers(values: Array) -> pa.Array:
    """A column that is empty where the array has no number."""
    return pa.array(values, pa.float64(), from_pandas=True)
