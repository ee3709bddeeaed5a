"""Columns of answers as arrays, and areas as their numbers."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from graadmeter.measure.places import Places

Array = NDArray[np.float64]
Whole = NDArray[np.int64]


def column(table: pa.Table, name: str) -> Whole:
    """A column of whole numbers."""
    return np.asarray(table.column(name).to_numpy()).astype(np.int64)


def area_numbers(table: pa.Table, places: Places, name: str = "area") -> Whole:
    """The number of each row's area; -1 for an area that the region does not have."""
    if pa.types.is_integer(table.schema.field(name).type):
        return column(table, name)
    codes = pa.array(list(places.index), pa.string())
    found = pc.fill_null(pc.index_in(table.column(name).cast(pa.string()), value_set=codes), -1)
    return np.asarray(found.to_numpy()).astype(np.int64)


def numbered(table: pa.Table, places: Places) -> pa.Table:
    """The table with the numbers of its areas in place of their codes: for what is looked at many times."""
    numbers = pa.array(area_numbers(table, places), pa.int32())
    return table.set_column(table.schema.get_field_index("area"), "area", numbers)
