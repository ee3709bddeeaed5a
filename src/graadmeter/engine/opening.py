"""From what was typed after `--engine` to an engine that is ready."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

from graadmeter.engine.address import scheme, without_password
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.messages import not_installed, unknown_engine
from graadmeter.engine.port import Engine

DEFAULT = "duckdb"
"""The engine that is used when none is asked for: embedded, in this process."""


def open_engine(address: str, *, scratch: str | None = None) -> AbstractContextManager[Engine]:
    """The engine at `address`: duckdb, postgresql://..., spark://... or sail; a context in which it can be used.

    `scratch` is a folder for what does not fit in memory, and for the tables of a cluster. Raises EngineError when the
    address is of no known engine, its driver is not installed, or nothing answers there.
    """
    kind = scheme(address)
    if kind == DEFAULT:
        return DuckDBEngine(temp_directory=scratch, ordered=False)
    if kind in {"postgresql", "postgres"}:
        found: AbstractContextManager[Engine] = _driver("postgresql", "PostgreSQL").PostgreSQLEngine(address)
        return found
    if kind == "spark":
        cluster: AbstractContextManager[Engine] = _driver("spark", "Spark").SparkEngine(address, scratch=scratch)
        return cluster
    if kind == "sail":
        return _on_sail(scratch)
    raise unknown_engine(without_password(address))


def try_engine(address: str, *, scratch: str | None = None) -> None:
    """Raises EngineError now rather than after long work when the engine at `address` cannot be used."""
    if address != DEFAULT:
        with open_engine(address, scratch=scratch):
            pass


@contextmanager
def _on_sail(scratch: str | None) -> Iterator[Engine]:
    spark, sail = _driver("spark", "Sail", extra="sail"), _driver("sail", "Sail")
    with sail.cluster() as address, spark.SparkEngine(address, scratch=scratch) as engine:
        yield engine


def _driver(module: str, name: str, *, extra: str = "") -> Any:
    """The adapter, imported only now: its packages are not part of a plain installation."""
    try:
        found: ModuleType = import_module(f"graadmeter.engine.{module}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("graadmeter"):
            raise
        raise not_installed(name, extra or module) from None
    return found
