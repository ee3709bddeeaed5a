"""The embedded engine: DuckDB 2.0 in memory, its limits given as arguments."""

from collections.abc import Iterator
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa

_ROWS = 1 << 18
"""How many rows of a large answer are taken at a time."""
FEW = 500_000
"""So many rows keep hardly more than one thread busy, while dividing the work among threads costs what it always does.

Counting the catalogue takes 9.3 processor seconds on one thread and 10.8 on two over 333 thousand trajectories of 14
municipalities, and 17.9 and 20.3 over 200 thousand of 342, in turns on a busy machine; on the clock it was less too.
"""


class DuckDBEngine:
    """An in-memory DuckDB; use it as a context manager."""

    dialect = "duckdb"

    def __init__(
        self, *, threads: int = 2, memory_limit: str = "4GB", temp_directory: str | None = None, ordered: bool = True
    ) -> None:
        """`temp_directory` is where intermediate results may spill; without one nothing touches the disk.

        Not `ordered`: rows that no query puts in order may come in any, so that tables are made of many in less time.
        """
        config: dict[str, str | bool | int | float | list[str]] = {
            "threads": threads,
            "memory_limit": memory_limit,
            "preserve_insertion_order": ordered,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        if temp_directory is not None:
            config["temp_directory"] = temp_directory
        self._threads = threads
        self._connection = duckdb.connect(":memory:", config=config)
        self._connection.execute("SET enable_progress_bar = false")

    def suit(self, rows: int) -> None:
        """From now on takes as many threads as work for that number of rows; `rows` are those of the main table."""
        self._connection.execute(f"SET threads = {1 if rows <= FEW else self._threads}")

    def query(self, sql: str) -> pa.Table:
        """The rows of one SELECT, as an Arrow table."""
        return self._connection.sql(sql).to_arrow_table()

    def batches(self, sql: str) -> Iterator[pa.RecordBatch]:
        """The rows of one SELECT, some at a time."""
        yield from self._connection.sql(sql).to_arrow_reader(_ROWS)

    def run(self, sql: str) -> None:
        """Executes a statement that yields no rows."""
        self._connection.execute(sql)

    def register(self, name: str, table: pa.Table) -> None:
        """Makes an Arrow table known under `name`, replacing any earlier one."""
        self._connection.register(name, table)

    def unregister(self, name: str) -> None:
        """Forgets a registered table; unknown names are ignored."""
        self._connection.unregister(name)

    def close(self) -> None:
        """Frees the memory of the engine."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the engine."""
        self.close()
