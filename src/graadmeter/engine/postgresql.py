"""The engine on a PostgreSQL server (15 or later): everything in temporary tables of one connection.

Needs the extra `graadmeter[postgresql]`. Rows travel as Arrow over binary COPY, both ways.
"""

import re
from collections.abc import Iterator
from types import TracebackType
from typing import Self

import adbc_driver_manager
import pyarrow as pa
from adbc_driver_postgresql import dbapi

from graadmeter.engine.address import without_password
from graadmeter.engine.messages import not_reached

_SETTINGS = (
    "SET search_path TO pg_temp",  # whatever is made without a schema is then temporary, and gone with the connection
    "SET client_min_messages TO error",
    "SET jit TO off",  # compiling the long queries of a catalogue takes longer than running them
)
_CREATES = re.compile(r'\s*CREATE\s+TABLE\s+("?\w+"?)', re.IGNORECASE)


class PostgreSQLEngine:
    """A connection to a server; use it as a context manager. Nothing stays behind on the server."""

    dialect = "postgres"

    def __init__(self, address: str, *, work_memory: str = "256MB") -> None:
        """`address` is a connection URI; `work_memory` is what one sort or hash may use.

        Raises EngineError when no server answers or it lets us not in.
        """
        try:
            self._connection = dbapi.connect(address, autocommit=True)
        except adbc_driver_manager.Error as error:
            raise not_reached(without_password(address), str(error)) from None
        for setting in (*_SETTINGS, f"SET work_mem TO '{work_memory}'"):
            self._execute(setting)

    def query(self, sql: str) -> pa.Table:
        """The rows of one SELECT, as an Arrow table."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetch_arrow_table()

    def batches(self, sql: str) -> Iterator[pa.RecordBatch]:
        """The rows of one SELECT, some at a time."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            yield from cursor.fetch_record_batch()

    def run(self, sql: str) -> None:
        """Executes a statement that yields no rows; a table made by it is temporary."""
        self._execute(sql)
        made = _CREATES.match(sql)
        if made:
            self._execute(f"ANALYZE {made[1]}")  # the server never looks at temporary tables by itself

    def register(self, name: str, table: pa.Table) -> None:
        """Copies an Arrow table to the server under `name`, replacing any earlier one."""
        self.unregister(name)
        with self._connection.cursor() as cursor:
            cursor.adbc_ingest(name, table, mode="create", temporary=True)
        self._execute(f'ANALYZE "{name}"')

    def unregister(self, name: str) -> None:
        """Drops a copied table; unknown names are ignored."""
        self._execute(f'DROP TABLE IF EXISTS pg_temp."{name}"')

    def close(self) -> None:
        """Closes the connection; the server then drops all that was made."""
        self._connection.close()

    def _execute(self, sql: str) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(sql)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the connection."""
        self.close()
