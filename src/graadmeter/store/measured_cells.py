"""A file of unprotected cells, whose texts are dictionaries: what every row says is told once, beside the columns.

Most of the columns of a cell are texts that are the same all over; as columns they take most of the time.
"""

import json
import os
from collections.abc import Collection
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from graadmeter.domain.cells import MEASURED
from graadmeter.engine.arrow import compact_schema_of
from graadmeter.store.folders import private_file

_SAID = "overal"
"""Where the schema tells what every row says: names of columns with their text."""


def write_cells(path: Path, cells: pa.Table) -> None:
    """Writes cells in a file that only its owner can read."""
    said = {name: text for name in cells.column_names if (text := _said_all_over(cells.column(name))) is not None}
    less = cells.drop_columns(list(said)).replace_schema_metadata({_SAID: json.dumps(said)})
    with os.fdopen(private_file(path), "wb") as file:
        pq.write_table(less, file, compression="zstd", row_group_size=max(cells.num_rows, 1))


def _said_all_over(column: pa.ChunkedArray) -> str | None:
    if not pa.types.is_dictionary(column.type) or column.num_chunks != 1 or column.null_count:
        return None
    texts: list[str] = column.chunk(0).dictionary.to_pylist()
    return texts[0] if len(texts) == 1 else None


def read_cells(path: Path) -> pa.Table:
    """The cells of a file, as they were written."""
    cells = pq.ParquetFile(path).read().unify_dictionaries().combine_chunks()
    nothing = pa.array(np.zeros(cells.num_rows, dtype=np.int32))
    for name, text in json.loads(cells.schema.metadata[_SAID.encode()]).items():
        cells = cells.append_column(name, pa.DictionaryArray.from_arrays(nothing, pa.array([text], pa.string())))
    return cells.select(list(MEASURED.names)).replace_schema_metadata().cast(compact_schema_of(MEASURED))


def of_periods(cells: pa.Table, codes: Collection[str]) -> pa.Table:
    """The cells of these periods."""
    column = cells.column("period").chunk(0)
    wanted = pc.is_in(column.dictionary, pa.array(sorted(codes), pa.string())).take(column.indices)
    return cells if pc.all(wanted).as_py() else cells.filter(wanted)
