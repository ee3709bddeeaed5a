"""Sums per key over Arrow tables, as every neighbour needs them."""

from collections.abc import Callable, Sequence
from math import prod

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.check.lookup import Positions, combined, numbered, ordering
from graadmeter.check.typed import whole

WITHDRAWN, CREDIT, TEMPORARY = "3", "C", "20"
"""StatusAanlevering that takes a report back; DebetCredit of a credit line; end reason of a temporary stop."""

_LOWEST, _HIGHEST = np.iinfo(np.int64).min, np.iinfo(np.int64).max
_TOTALS: dict[str, tuple[Callable[[Positions, Positions], Positions], int]] = {
    "sum": (np.add.reduceat, 0),
    "min": (np.minimum.reduceat, _HIGHEST),
    "max": (np.maximum.reduceat, _LOWEST),
}
"""How each total is made, and what stands for NULL while it is."""


def per_key(rows: pa.Table, keys: Sequence[str], totals: Sequence[tuple[str, str, str]]) -> pa.Table:
    """One row per key: `keys`, then for each (column, sum / min / max, name) the total under that name.

    Totalled columns hold whole numbers or days. Rows with a NULL in a key belong to nothing and are left out. NULLs in
    a totalled column are skipped; a minimum or maximum of nothing else is NULL.
    """
    columns = [numbered(whole(rows[name])) for name in keys]
    key = combined(columns)
    order = ordering(key, prod(column.size for column in columns))
    order = order[int(np.searchsorted(key[order], 0)) :]
    ordered = key[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(order) else order
    firsts = pa.array(order[starts])
    made = {name: whole(rows[name]).take(firsts) for name in keys}
    for column, how, name in totals:
        made[name] = _total(whole(rows[column]), how, order, starts)
    return pa.table(made)


def _total(column: pa.Array, how: str, order: Positions, starts: Positions) -> pa.Array:
    kind = pa.int64() if pa.types.is_integer(column.type) else column.type
    if not len(starts):
        return pa.array([], kind)
    reduce, nothing = _TOTALS[how]
    plain = column.cast(pa.int32()) if pa.types.is_date32(column.type) else column
    values = plain.cast(pa.int64()).fill_null(nothing).to_numpy(zero_copy_only=False)[order]
    totals = reduce(values, starts)
    known = pa.array(totals, pa.int64(), mask=totals == nothing if how != "sum" else None)
    return known.cast(pa.int32()).cast(kind) if pa.types.is_date32(kind) else known


def signs(column: pa.ChunkedArray, negative: str) -> pa.Array | pa.ChunkedArray:
    """-1 where the column holds `negative`, else 1."""
    minus = pc.equal(column, negative).fill_null(False)  # noqa: FBT003 - pyarrow takes it by position
    return pc.if_else(minus, pa.scalar(-1, pa.int64()), pa.scalar(1, pa.int64()))


def with_columns(rows: pa.Table, **columns: pa.Array | pa.ChunkedArray) -> pa.Table:
    """The rows with more columns."""
    for name, column in columns.items():
        rows = rows.append_column(name, column)
    return rows


def counting_one(rows: pa.Table) -> pa.Table:
    """The rows with a column `een` that is 1, to count them by."""
    return with_columns(rows, een=pa.array(np.ones(rows.num_rows, dtype=np.int64)))
