"""Checking one large regional extract with every check, against DuckDB that only reads and types the same file.

Run: python -m bench.check_table [ROWS] (default 500,000; 5,000,000 is the size that the goals speak of). The file is a
quarter of one municipality that is far too large, every row of it fine. Each contender runs in a process of its own on
two threads. The goals: at most 3 times the CPU of reading and typing, and at most 2 GB.
"""

import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import NamedTuple, TypeVar

import duckdb

from bench.provisions import region, write
from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.products import base_products
from graadmeter.deliver.assess import assess
from graadmeter.deliver.reader import read_files
from graadmeter.domain.tables import Type
from graadmeter.engine.duckdb import DuckDBEngine

_ROWS = 500_000
_MB = 1_000_000
_KIB = 1024
_TABLE = "voorziening"

Done = TypeVar("Done")


class Cost(NamedTuple):
    """What a contender took."""

    seconds: float
    """CPU."""
    peak: int
    """Bytes at most."""
    said: str


def main() -> None:
    """Prints CPU seconds, the ratio and peak memory."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else _ROWS
    with TemporaryDirectory() as folder:
        file = Path(folder) / "voorzieningen.csv"
        _alone(write, file, rows)
        print(f"{rows:,} rows, {file.stat().st_size / _MB:.0f} MB")
        ours, theirs = _alone(_check, file), _alone(_read_and_type, file)
    for name, cost in (("graadmeter check", ours), ("DuckDB read and type", theirs)):
        print(f"{name:<22}{cost.seconds:8.2f} CPU s   peak {cost.peak / _MB:6.0f} MB   {cost.said}")
    print(f"ratio                 {ours.seconds / theirs.seconds:8.2f}   (goal: at most 3)")


def _alone(work: Callable[..., Done], *arguments: object) -> Done:
    """What the work gives, done in a process of its own: peak memory is counted per process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *arguments).result()


def _check(file: Path) -> Cost:
    start = time.process_time()
    raw = read_files([file])
    with DuckDBEngine(threads=2) as engine:
        result = assess(engine, raw, deliverer="GM0153", period="2025KW04", products=base_products(), region=region())
    seconds = time.process_time() - start
    used = {count.table: count.used for count in result.tables}[_TABLE]
    said = f"{result.verdict.value}, {used:,} rows used, {sum(result.counts.values()):,} findings"
    return Cost(seconds, _peak(), said)


def _read_and_type(file: Path) -> Cost:
    types = {Type.DATE: "DATE", Type.INT: "INTEGER", Type.BIGINT: "BIGINT", Type.TEXT: "VARCHAR"}
    kinds = {field.name: types[field.type] for field in layouts()[_TABLE].fields}
    start = time.process_time()
    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(
            "CREATE TABLE delivered AS FROM read_csv(?, delim = ';', header = true, columns = ?)", [str(file), kinds]
        )
        (count,) = connection.execute("SELECT count(*) FROM delivered").fetchone() or (0,)
    return Cost(time.process_time() - start, _peak(), f"{count:,} rows")


def _peak() -> int:
    return getrusage(RUSAGE_SELF).ru_maxrss * _KIB


if __name__ == "__main__":
    main()
