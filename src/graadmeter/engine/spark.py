"""The engine on a cluster that speaks Spark Connect: Apache Spark 4, or Sail, which answers the same protocol.

Needs the extra `graadmeter[spark]`. Tables are Parquet in a scratch folder that this process and all workers see; what
a statement makes is written there once, so that no later query computes it again and no message grows too large.
"""

import re
import shutil
import socket
import sys
import tempfile
import warnings
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.engine.address import split_option, without_password
from graadmeter.engine.messages import not_reached

# Where the main module has no file (python -c, a process of a test runner) pyspark thinks it runs doctests and exits.
if sys.modules["__main__"].__spec__ is None:
    sys.modules["__main__"].__spec__ = ModuleSpec("__main__", None)

with warnings.catch_warnings():
    warnings.simplefilter("ignore", FutureWarning)  # it warns of pandas 3, which we let it use for nothing
    from pyspark.errors import PySparkException
    from pyspark.sql.connect.session import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema
    from pyspark.sql.types import StructType

_CREATE = re.compile(r"\s*CREATE\s+TABLE\s+`?(\w+)`?(?:\s+USING\s+\w+)?\s+AS\s+(.*)", re.IGNORECASE | re.DOTALL)
_DROP = re.compile(r"\s*DROP\s+TABLE\s+(?:IF\s+EXISTS\s+)?`?(\w+)`?\s*", re.IGNORECASE)
_SCHEME = "sc"
_PORT = 15002
_PATIENCE = 10.0


class SparkEngine:
    """A session on a cluster; use it as a context manager. Nothing stays behind in the scratch folder."""

    dialect = "spark"

    def __init__(self, address: str, *, scratch: str | None = None) -> None:
        """`address` is `spark://server:15002`, perhaps with `?scratch=/a/folder/that/all/workers/see`.

        Raises EngineError when nothing answers there.
        """
        place, asked = split_option(address, "scratch")
        _knock(place)
        if scratch:
            Path(scratch).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._scratch = Path(tempfile.mkdtemp(prefix="graadmeter-", dir=asked or scratch))
        self._known: set[str] = set()
        try:
            self._session = SparkSession.builder.remote(f"{_SCHEME}:{place.partition(':')[2]}").create()
            self._session.sql("SELECT 1").collect()
        except PySparkException as error:
            shutil.rmtree(self._scratch)
            raise not_reached(without_password(address), str(error).partition("\n")[0]) from None

    def query(self, sql: str) -> pa.Table:
        """The rows of one SELECT, as an Arrow table."""
        return self._session.sql(sql).toArrow()

    def batches(self, sql: str) -> Iterator[pa.RecordBatch]:
        """The rows of one SELECT; the client has them all before the first batch is given."""
        yield from self.query(sql).to_batches()

    def run(self, sql: str) -> None:
        """Executes a statement that yields no rows: CREATE TABLE name AS SELECT, or DROP TABLE."""
        made, dropped = _CREATE.match(sql), _DROP.fullmatch(sql)
        if made:
            rows = self._session.sql(made[2])
            rows.write.parquet(self._folder(made[1]))
            self._know(made[1], rows.schema)
        elif dropped:
            self.unregister(dropped[1])
        else:
            self._session.sql(sql).collect()

    def register(self, name: str, table: pa.Table) -> None:
        """Writes an Arrow table where the workers read it, and makes it known under `name`."""
        self.unregister(name)
        folder = Path(self._folder(name))
        folder.mkdir()
        pq.write_table(table, folder / "part-0.parquet")
        self._know(name, from_arrow_schema(table.schema))

    def unregister(self, name: str) -> None:
        """Forgets a table and removes its files; unknown names are ignored."""
        if name in self._known:
            self._known.remove(name)
            self._session.catalog.dropTempView(name)
        shutil.rmtree(self._folder(name), ignore_errors=True)

    def close(self) -> None:
        """Ends the session and removes the scratch folder."""
        try:
            self._session.stop()
        finally:
            shutil.rmtree(self._scratch)

    def _folder(self, name: str) -> str:
        return str(self._scratch / name)

    def _know(self, name: str, schema: StructType) -> None:
        """The schema is told, since a table without rows may be a folder without files."""
        self._session.read.schema(schema).parquet(self._folder(name)).createOrReplaceTempView(name)
        self._known.add(name)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the session."""
        self.close()


def _knock(address: str) -> None:
    """Raises EngineError when nothing listens; the client itself would go on trying for ten minutes."""
    parts = urlsplit(address)
    try:
        socket.create_connection((parts.hostname or "", parts.port or _PORT), timeout=_PATIENCE).close()
    except OSError as error:
        raise not_reached(without_password(address), str(error)) from None
