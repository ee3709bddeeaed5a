"""The whole catalogue on a cluster of 1, 2 and 4 workers: the speed-up, against DuckDB on one thread in one process.

    python -m bench.scale_out [--scale 0.5] [--municipalities 14] [--workers 1 2 4] [--address spark://server:15002]

The cluster is Sail in the mode `local-cluster`, in a process apart: workers exchange rows over the network, each may
use one partition per query. More workers than the machine has cores cannot be faster; the report says how many it has.
With `--address` the one cluster there is measured instead. The cells must be equal to those of DuckDB.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bench.written import region_in
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.fact_tables import FACT_MODEL
from graadmeter.domain.model import MODEL
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.engine.sail import cluster
from graadmeter.engine.spark import SparkEngine
from graadmeter.measure.run import measure
from graadmeter.synth import write_nation


@dataclass(frozen=True)
class Cost:
    """What one way of counting took."""

    name: str
    seconds: float
    """From the moment the engine has the tables."""
    cpu: float
    """Processor seconds of this process and those it started; of a cluster elsewhere only our own."""
    cells: pa.Table


def main() -> None:
    """Counts in every way, compares the cells and prints what it took."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale_out", description=__doc__)
    parser.add_argument("--scale", type=float, default=0.5, help="multiplies the inhabitants")
    parser.add_argument("--municipalities", type=int, default=14, help="the first so many by code")
    parser.add_argument("--first", default="2022KW01")
    parser.add_argument("--last", default="2025KW04")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--address", help="a cluster that runs already")
    chosen = parser.parse_args(sys.argv[1:] if sys.argv[0].endswith("scale_out.py") else [])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        options = {name: getattr(chosen, name) for name in ("scale", "municipalities", "first", "last")}
        rows = write_nation(folder, seed=1, **options).rows["traject"]
        region = region_in(folder, chosen.first, chosen.last)
        print(f"{chosen.municipalities} municipalities, {rows:,} trajectories, {os.cpu_count()} cores", flush=True)
        found = [timed("DuckDB, one thread", folder, region, DuckDBEngine(threads=1))]
        for workers in [0] if chosen.address else chosen.workers:
            name = chosen.address or f"Sail, {workers} workers"
            found.append(timed(name, folder, region, _opener(folder, chosen.address, workers)))
            print(f"{name}: {found[-1].seconds:.1f} s", flush=True)
    show(found)


def timed(name: str, folder: Path, region: Region, opened: AbstractContextManager[Engine]) -> Cost:
    """Measures the whole catalogue on an engine that is opened for it."""
    before = _cpu()
    with opened as engine:
        for table in (*MODEL, *FACT_MODEL):
            path = folder / f"{table.name}.parquet"
            engine.register(table.name, pq.read_table(path) if path.exists() else schema_of(table).empty_table())
        since = time.perf_counter()
        cells = measure(engine, indicators(), region, edition="bench")
        seconds = time.perf_counter() - since
    return Cost(name, seconds, _cpu() - before, cells)


def show(costs: list[Cost]) -> None:
    """Prints the table; raises RuntimeError when cells differ."""
    first, second = costs[0], costs[1]
    print(f"{'':<24}{'seconds':>9}{'cpu s':>8}{'/ DuckDB':>10}{'speed-up':>10}")
    for cost in costs:
        against = "" if cost is first else f"{second.seconds / cost.seconds:.2f}x"
        print(f"{cost.name:<24}{cost.seconds:>9.1f}{cost.cpu:>8.1f}{cost.seconds / first.seconds:>9.1f}x{against:>10}")
        if not cost.cells.equals(first.cells):
            raise RuntimeError(f"{cost.name} counts otherwise")
    print(f"all {first.cells.num_rows:,} cells are equal")


def _cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


@contextmanager
def _sail(workers: int, folder: Path) -> Iterator[Engine]:
    with cluster(workers=workers) as address, SparkEngine(address, scratch=str(folder)) as engine:
        yield engine


def _opener(folder: Path, address: str, workers: int) -> AbstractContextManager[Engine]:
    """An engine elsewhere: at an address, or on a cluster of our own of so many workers."""
    return SparkEngine(address, scratch=str(folder)) if address else _sail(workers, folder)


if __name__ == "__main__":
    main()
