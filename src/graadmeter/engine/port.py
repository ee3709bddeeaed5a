"""What a query engine must be able to do for us. Stages see this protocol only, never a connection."""

from collections.abc import Iterator
from typing import Protocol

import pyarrow as pa


class Engine(Protocol):
    """Runs portable SQL over named tables."""

    dialect: str
    """SQLGlot dialect name of the engine."""

    def query(self, sql: str) -> pa.Table:
        """The rows of one SELECT, as an Arrow table."""
        ...

    def batches(self, sql: str) -> Iterator[pa.RecordBatch]:
        """The rows of one SELECT, some at a time: for answers that may be large.

        All must be taken before anything else is asked.
        """
        ...

    def run(self, sql: str) -> None:
        """Executes a statement that yields no rows (CREATE TABLE AS, CREATE VIEW, DROP)."""
        ...

    def register(self, name: str, table: pa.Table) -> None:
        """Makes an Arrow table known under `name`, replacing any earlier one."""
        ...

    def unregister(self, name: str) -> None:
        """Forgets a registered table; unknown names are ignored."""
        ...
