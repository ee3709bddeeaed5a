"""Rows of one raw table in the columns of another, so that what is delivered in two ways is counted in one."""

from collections.abc import Mapping

import pyarrow as pa


def reshaped(schema: pa.Schema, taken: Mapping[str, pa.ChunkedArray], fixed: Mapping[str, str]) -> pa.Table:
    """A table of `schema`: columns as `taken`, the same text in every row as `fixed`, else empty."""
    length = len(next(iter(taken.values())))
    columns = [
        taken[field.name].cast(field.type)
        if field.name in taken
        else pa.repeat(pa.scalar(fixed.get(field.name), field.type), length)
        for field in schema
    ]
    return pa.table(columns, schema=schema)
