"""The whole catalogue, compiled, against one plain SQL query per indicator and against pandas: same run, same data.

    python -m bench.measure [--scale 0.5] [--municipalities 14] [--first 2019KW01] [--last 2025KW04] [--no-pandas]

Every contender reads the same Parquet files in a process of its own, on two threads. Printed are processor seconds,
peak memory and the ratio; all counts that the opponents produce are compared with ours. Ours also makes zeros, shares
and statuses, and the persons and providers behind amounts, which the opponents leave out.
"""

import argparse
import csv
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.measure_pandas import COLUMNS, figures, load
from bench.measure_sql import prepare, queries
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.model import MODEL
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.measure.run import measure
from graadmeter.synth import write_nation

_MB = 1024
_MEMORY = "4GB"


@dataclass(frozen=True)
class Cost:
    """What a contender took."""

    name: str
    cpu: float
    seconds: float
    peak: float


def region_in(folder: Path, first: str, last: str) -> Region:
    """The region of the written tables."""
    with (folder / "gebieden.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    areas = tuple(
        Area(row["code"], int(row["vintage"]), Level(row["level"]), row["name"], row["parent"]) for row in rows
    )
    top = next(area for area in areas if area.level is Level.REGION)
    return Region(top.name, top.code, top.vintage, areas, parse_period(first).first, parse_period(last).last, {})


def ours(folder: Path, region: Region) -> pa.Table:
    """The compiled catalogue."""
    with DuckDBEngine(threads=2, memory_limit=_MEMORY, temp_directory=str(folder)) as engine:
        for table in MODEL:
            engine.run(f"CREATE VIEW {table.name} AS SELECT * FROM read_parquet('{folder / table.name}.parquet')")
        return counted(measure(engine, indicators(), region, edition="bench"))


def plain_sql(folder: Path, region: Region) -> pa.Table:
    """One query per indicator."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": 2,
        "memory_limit": _MEMORY,
        "temp_directory": str(folder),
    }
    with duckdb.connect(":memory:", config=config) as connection:
        connection.execute("SET enable_progress_bar = false")
        for table in MODEL:
            connection.execute(
                f"CREATE VIEW {table.name} AS SELECT * FROM read_parquet('{folder / table.name}.parquet')"
            )
        prepare(connection, region)
        parts = []
        for name, query in queries(region).items():
            rows = connection.sql(query).to_arrow_table().rename_columns(COLUMNS)
            parts.append(rows.append_column("indicator", pa.repeat(name, len(rows))))
        return tidy(pa.concat_tables(parts, promote_options="permissive"))


def with_pandas(folder: Path, region: Region) -> pa.Table:
    """A loop over the periods."""
    parts = []
    for name, rows in figures(load(str(folder), region)).items():
        table = pa.Table.from_pandas(rows, preserve_index=False)
        parts.append(tidy(table.append_column("indicator", pa.repeat(name, len(table)))))
    return tidy(pa.concat_tables(parts))


def counted(cells: pa.Table) -> pa.Table:
    """Our counts that are not zero, in the columns of the opponents."""
    counts = pc.and_(pc.is_null(cells.column("denominator")), pc.is_null(cells.column("numerator")))
    there = pc.and_(pc.is_valid(cells.column("value")), pc.not_equal(cells.column("value"), 0))
    is_share = pc.is_in(cells.column("unit"), pa.array(["procent", "per_1000"]))
    cells = cells.filter(pc.and_(pc.and_(counts, there), pc.invert(is_share)))
    dimension, member = pa.repeat("", len(cells)), pa.repeat(TOTAL, len(cells))
    for name in (name for name in DIMENSIONS if name != "stroom"):
        broken = pc.not_equal(cells.column(name), TOTAL)
        dimension = pc.if_else(broken, name, dimension)
        member = pc.if_else(broken, cells.column(name), member)
    is_euro = pc.equal(cells.column("unit"), "euro")
    n = pc.round(pc.if_else(is_euro, pc.multiply(cells.column("value"), 100), cells.column("value")))
    columns = {
        "unit": cells.column("unit"), "stroom": cells.column("stroom"), "area": cells.column("area"),
        "periode": cells.column("period"), "dimensie": dimension, "lid": member, "n": n,
        "indicator": cells.column("indicator"),
    }  # fmt: skip
    return tidy(pa.table(columns))


def tidy(rows: pa.Table) -> pa.Table:
    """Rows with plain types, in one order, without zeros."""
    names = ["indicator", *COLUMNS]
    types = [pa.int64() if name == "n" else pa.string() for name in names]
    rows = rows.select(names).cast(pa.schema(list(zip(names, types, strict=True))))
    return (
        rows.filter(pc.not_equal(rows.column("n"), 0)).sort_by([(name, "ascending") for name in names]).combine_chunks()
    )


def _run(work: Callable[[Path, Region], pa.Table], folder: Path, region: Region, out: Path) -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, since = _cpu(), time.perf_counter()
    answer = work(folder, region)
    cost = _cpu() - before, time.perf_counter() - since, _peak()
    pq.write_table(answer.replace_schema_metadata({"cost": " ".join(map(str, cost))}), out)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / _MB


def contend(name: str, work: Callable[[Path, Region], pa.Table], folder: Path, region: Region) -> tuple[Cost, pa.Table]:
    """Runs a contender in a fresh process; raises RuntimeError when it fails."""
    out = folder / "answer.parquet"
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(work, folder, region, out))
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{name} failed with exit code {process.exitcode}")
    answer = pq.read_table(out)
    cpu, seconds, peak = map(float, answer.schema.metadata[b"cost"].decode().split())
    return Cost(name, cpu, seconds, peak), answer.replace_schema_metadata()


def main() -> None:
    """Runs the contenders one after another and prints what they took."""
    parser = argparse.ArgumentParser(prog="python -m bench.measure", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies the inhabitants")
    parser.add_argument("--municipalities", type=int, default=14, help="the first so many by code")
    parser.add_argument("--first", default="2019KW01")
    parser.add_argument("--last", default="2025KW04")
    parser.add_argument("--no-pandas", action="store_true")
    chosen = parser.parse_args(sys.argv[1:] if sys.argv[0].endswith("measure.py") else [])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        summary = write_nation(
            folder,
            seed=1,
            scale=chosen.scale,
            municipalities=chosen.municipalities,
            first=chosen.first,
            last=chosen.last,
        )
        region = region_in(folder, chosen.first, chosen.last)
        rows = f"{summary.rows['traject']:,} trajectories"
        print(f"{summary.municipalities} municipalities, {rows}, {chosen.first}-{chosen.last}")
        contenders = {"graadmeter": ours, "SQL per indicator": plain_sql}
        if not chosen.no_pandas:
            contenders["pandas loop"] = with_pandas
        report({title: contend(title, work, folder, region) for title, work in contenders.items()})


def report(found: dict[str, tuple[Cost, pa.Table]]) -> None:
    """Prints the costs and whether the counts are equal; raises RuntimeError when they are not."""
    (first, counts), *_ = found.values()
    print(f"{'':<20}{'cpu s':>8}{'seconds':>9}{'peak MB':>9}{'ours / theirs':>15}{'counts':>10}")
    for cost, answer in found.values():
        ratio = f"{first.cpu / cost.cpu:.2f}x"
        print(f"{cost.name:<20}{cost.cpu:>8.1f}{cost.seconds:>9.1f}{cost.peak:>9.0f}{ratio:>15}{len(answer):>10,}")
    for cost, answer in found.values():
        if not answer.equals(counts):
            raise RuntimeError(f"{cost.name} counts otherwise: {difference(counts, answer)}")
    print(f"all {len(counts):,} counts are equal")


def difference(left: pa.Table, right: pa.Table) -> str:
    """A few rows that only one of the two has."""
    mine, theirs = ({tuple(row.values()) for row in table.to_pylist()} for table in (left, right))
    return f"only ours {sorted(mine - theirs)[:3]}, only theirs {sorted(theirs - mine)[:3]}"


if __name__ == "__main__":
    main()
