"""Writes tables of rows to Parquet as they come, in row groups of a fixed size, so that memory stays bounded."""

from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.tables import Table
from graadmeter.engine.arrow import schema_of

ROWS_PER_GROUP = 250_000


class ModelWriter:
    """One file per table of the model, open until the end; a context manager."""

    def __init__(self, folder: Path, tables: tuple[Table, ...]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._files = {
            table.name: pq.ParquetWriter(folder / f"{table.name}.parquet", schema_of(table), compression="zstd")
            for table in tables
        }
        self._waiting: dict[str, list[pa.Table]] = {table.name: [] for table in tables}
        self.rows = dict.fromkeys(self._files, 0)
        """Rows received per table."""

    def __enter__(self) -> Self:
        """The writer itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Writes what waits and closes every file."""
        for name, file in self._files.items():
            self._flush(name, 1)
            file.close()

    def add(self, table: Table, rows: pa.Table) -> None:
        """Takes rows in; writes a group when there are enough."""
        self._waiting[table.name].append(rows)
        self.rows[table.name] += rows.num_rows
        self._flush(table.name, ROWS_PER_GROUP)

    def _flush(self, name: str, least: int) -> None:
        if sum(rows.num_rows for rows in self._waiting[name]) >= least:
            group = pa.concat_tables(self._waiting[name])
            self._files[name].write_table(group, row_group_size=ROWS_PER_GROUP)
            self._waiting[name] = []
