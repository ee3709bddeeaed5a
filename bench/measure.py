"""The whole catalogue, compiled, against one plain SQL query per indicator, and part of it against pandas: same data.

    python -m bench.measure [--scale 0.5] [--municipalities 14] [--first 2019KW01] [--last 2025KW04] [--no-pandas]
    python -m bench.measure --nation 20m --no-pandas --folder /where/60/GB/fit

`--nation` is all 342 municipalities since 2016, with so many trajectories. With `--folder` everything stays, and
what was finished is not done again when the command is given again.

Everything runs in a process of its own, also the making of the data, so that each has its own peak; SQL on one thread
where there are few rows and on two where there are many, for us and for the opponent.
Printed are processor seconds, peak memory and ratios. First the whole catalogue, and what it takes to add each of the
last four quarters to a measurement of all before it (which must give the same cells). Then the opponents, whose counts
must be equal to ours: SQL counts every indicator of which the invented country fills the tables, pandas the first
twelve. Ours also makes zeros, shares and statuses, the persons and providers behind amounts, and the indicators of
empty tables.
"""

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from bench.measure_counts import counted, tidy
from bench.measure_pandas import COLUMNS, figures, load
from bench.measure_rest import rest
from bench.measure_sql import prepare, queries
from bench.quarter_added import is_full_count, lay_ready, quarter_added, quarters_added, until_then
from bench.written import engine_over, region_in
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.catalogue.price_indexes import price_indexes
from graadmeter.domain.cells import MEASURED
from graadmeter.domain.model import MODEL
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import compact_schema_of
from graadmeter.engine.duckdb import FEW
from graadmeter.measure.run import measure_by_indicator
from graadmeter.synth import write_nation

_MB = 1024
_NATIONS = {"200k": 0.0233, "1m": 0.1165, "2m": 0.233, "4m": 0.466, "20m": 2.33}
"""Scales of the invented country, by the trajectories that it then has."""
_MEMORY = "4GB"
"""What DuckDB may use for the opponents."""


@dataclass(frozen=True)
class Cost:
    """What a contender took."""

    name: str
    cpu: float
    seconds: float
    peak: float


Work = Callable[[Path, Any, argparse.Namespace], pa.Table]


def invented(folder: Path, _region: Region | None, chosen: argparse.Namespace) -> pa.Table:
    """Makes the data up; the number of rows per table."""
    options = {name: getattr(chosen, name) for name in ("scale", "municipalities", "first", "last")}
    rows = write_nation(folder, seed=1, **options).rows
    return pa.table({"table": list(rows), "rows": list(rows.values())})


def whole(folder: Path, region: Region, chosen: argparse.Namespace) -> pa.Table:
    """The whole catalogue, written cell by cell; the number of cells per indicator."""
    counts: dict[str, int] = {}
    shape = compact_schema_of(MEASURED)
    # Numbers are hardly ever the same twice and nobody looks for one: without either this is written twice as fast.
    texts = [one.name for one in shape if pa.types.is_dictionary(one.type)]
    with (
        engine_over(folder, memory=chosen.memory) as engine,
        pq.ParquetWriter(folder / "cells.parquet", shape, use_dictionary=texts, write_statistics=False) as writer,
    ):
        for part in measure_by_indicator(engine, indicators(), region, edition="bench", compact=True):
            counts[part.column("indicator")[0].as_py()] = part.num_rows
            writer.write_table(part, row_group_size=part.num_rows)
    return pa.table({"indicator": list(counts), "cells": list(counts.values())})


def ours(folder: Path, region: Region, chosen: argparse.Namespace) -> pa.Table:
    """The indicators that the pandas loop counts, compiled."""
    shared = {name: indicator for name, indicator in indicators().items() if name in queries(region)}
    with engine_over(folder, memory=chosen.memory) as engine:
        parts = measure_by_indicator(engine, shared, region, edition="bench")
        return tidy(pa.concat_tables([counted(cells, shared[_named(cells)], derived=False) for cells in parts]))


def _named(cells: pa.Table) -> str:
    """The one indicator of some cells."""
    found: str = cells.column("indicator")[0].as_py()
    return found


def asked(region: Region) -> dict[str, str]:
    """The query of every indicator that is counted in filled tables."""
    first = queries(region)
    return {**first, **rest(region.code, indicators(), first)}


def _growth() -> dict[int, float]:
    """What amounts of each year are multiplied by to be in prices of one year."""
    (measure,) = indicators()["reele_kosten"].measures
    levels = price_indexes()[measure.options["index"]].values
    return {year: levels[int(measure.options["jaar"])] / level for year, level in levels.items()}


def plain_sql(folder: Path, region: Region, _chosen: argparse.Namespace) -> pa.Table:
    """One query per indicator, on as many threads as we take."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "threads": 1 if pq.read_metadata(folder / "traject.parquet").num_rows <= FEW else 2,
        "memory_limit": _MEMORY,
        "temp_directory": str(folder),
    }
    with duckdb.connect(":memory:", config=config) as connection:
        connection.execute("SET enable_progress_bar = false")
        for table in MODEL:
            connection.execute(
                f"CREATE VIEW {table.name} AS SELECT * FROM read_parquet('{folder / table.name}.parquet')"
            )
        prepare(connection, region, _growth())
        parts = []
        for name, query in asked(region).items():
            rows = connection.sql(query).to_arrow_table().rename_columns(COLUMNS)
            parts.append(rows.append_column("indicator", pa.repeat(name, len(rows))))
        return tidy(pa.concat_tables(parts, promote_options="permissive"))


def with_pandas(folder: Path, region: Region, _chosen: argparse.Namespace) -> pa.Table:
    """A loop over the periods."""
    parts = []
    for name, rows in figures(load(str(folder), region)).items():
        table = pa.Table.from_pandas(rows, preserve_index=False)
        parts.append(tidy(table.append_column("indicator", pa.repeat(name, len(table)))))
    return tidy(pa.concat_tables(parts))


def in_cells(folder: Path, region: Region, names: set[str]) -> pa.Table:
    """What the written cells say, in the columns of the opponents, of the indicators they count."""
    known, done = indicators(), queries(region)
    file = pq.ParquetFile(folder / "cells.parquet")
    parts = []
    for number in range(file.num_row_groups):
        cells = file.read_row_group(number)
        name = _named(cells)
        if name in names:
            parts.append(counted(cells, known[name], derived=name not in done))
    return tidy(pa.concat_tables(parts))


def _run(work: Work, folder: Path, region: Region | None, chosen: argparse.Namespace, out: Path) -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, since = _cpu(), time.perf_counter()
    answer = work(folder, region, chosen)
    cost = _cpu() - before, time.perf_counter() - since, _peak()
    pq.write_table(answer.replace_schema_metadata({"cost": " ".join(map(str, cost))}), out)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / _MB


def _answer(folder: Path, name: str) -> Path:
    """Where the answer of a contender lies when it is done."""
    return folder / f"{name.replace(' ', '_')}.answer"


def contend(
    name: str, work: Work, folder: Path, region: Region | None, chosen: argparse.Namespace
) -> tuple[Cost, pa.Table]:
    """Runs a contender in a fresh process, or takes what it came to there before; raises RuntimeError when it fails."""
    out = _answer(folder, name)
    unfinished = out.with_suffix(".unfinished")
    if not out.exists():
        work_in = (work, folder, region, chosen, unfinished)
        process = multiprocessing.get_context("spawn").Process(target=_run, args=work_in)
        process.start()
        process.join()
        if process.exitcode:
            raise RuntimeError(f"{name} failed with exit code {process.exitcode}")
        unfinished.rename(out)
    answer = pq.read_table(out)
    cpu, seconds, peak = map(float, answer.schema.metadata[b"cost"].decode().split())
    print(f"{name}: {cpu:.0f} processor seconds, {seconds:.0f} s, {peak:.0f} MB", file=sys.stderr, flush=True)
    return Cost(name, cpu, seconds, peak), answer.replace_schema_metadata()


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.measure", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies the inhabitants")
    parser.add_argument("--municipalities", type=int, default=14, help="the first so many by code")
    parser.add_argument("--first", default="2019KW01")
    parser.add_argument("--last", default="2025KW04")
    parser.add_argument("--nation", choices=list(_NATIONS), help="the whole country, with so many trajectories")
    parser.add_argument("--folder", type=Path, help="where everything is kept; without it nothing is")
    parser.add_argument("--memory", default="2GB", help="what DuckDB may use for us, next to figures and cells")
    parser.add_argument("--no-pandas", action="store_true")
    parser.add_argument("--no-opponents", action="store_true")
    chosen = parser.parse_args(sys.argv[1:] if sys.argv[0].endswith("measure.py") else [])
    if chosen.nation:
        chosen.scale, chosen.municipalities, chosen.first = _NATIONS[chosen.nation], 342, "2016KW01"
    return chosen


@contextmanager
def _place(chosen: argparse.Namespace) -> Iterator[Path]:
    """The folder to work in: the chosen one, which stays, or one that goes."""
    if chosen.folder:
        chosen.folder.mkdir(parents=True, exist_ok=True)
        yield chosen.folder
        return
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def main() -> None:
    """Runs the contenders one after another and prints what they took."""
    chosen = _chosen()
    with _place(chosen) as folder:
        made, rows = contend("making the data", invented, folder, None, chosen)
        region = region_in(folder, chosen.first, chosen.last)
        sizes = dict(zip(*rows.to_pydict().values(), strict=True))
        print(
            f"{chosen.municipalities} municipalities, {sizes['traject']:,} trajectories, {chosen.first}-{chosen.last}"
        )
        complete, cells = contend("whole catalogue", whole, folder, region, chosen)
        print(f"{cells.num_rows} indicators, {pc.sum(cells.column('cells')).as_py():,} cells")
        show([made, complete, *one_by_one(folder, region, chosen)], against=complete, title="/ whole")
        if not is_full_count(folder, region):
            raise RuntimeError("adding a quarter does not give what a full count gives")
        if chosen.no_opponents:
            return
        counts = in_cells(folder, region, set(asked(region)))
        sql = contend("SQL per indicator", plain_sql, folder, region, chosen)
        report({"whole catalogue": (complete, counts), "SQL per indicator": sql})
        if not chosen.no_pandas:
            contenders: dict[str, Work] = {"the first twelve": ours, "pandas loop": with_pandas}
            report({title: contend(title, work, folder, region, chosen) for title, work in contenders.items()})


def one_by_one(folder: Path, region: Region, chosen: argparse.Namespace) -> Iterator[Cost]:
    """What it takes to count until a year ago, each quarter since then, and on average each of these."""
    later = quarters_added(region)
    before = replace(region, last_quarter=later[0].last_quarter - 1)
    yield contend("until then", until_then, folder, before, chosen)[0]
    costs = []
    for one in later:
        name = f"{quarter(one.last_quarter).code} added"
        if not _answer(folder, name).exists():
            lay_ready(folder, one)
        cost, again = contend(name, quarter_added, folder, one, chosen)
        print(f"{pc.sum(again.column('cells')).as_py():,} cells counted again", file=sys.stderr, flush=True)
        costs.append(cost)
        yield cost
    cpu, seconds, peak = (
        sum(cost.cpu for cost in costs),
        sum(cost.seconds for cost in costs),
        max(cost.peak for cost in costs),
    )
    yield Cost("a quarter, on average", cpu / len(costs), seconds / len(costs), peak)


def show(costs: list[Cost], *, against: Cost, title: str) -> None:
    """Prints what each took, and that as part of one of them."""
    print(f"{'':<20}{'cpu s':>8}{'seconds':>9}{'peak MB':>9}{title:>15}")
    for cost in costs:
        ratio = f"{cost.cpu / against.cpu:.2f}x"
        print(f"{cost.name:<20}{cost.cpu:>8.1f}{cost.seconds:>9.1f}{cost.peak:>9.0f}{ratio:>15}", flush=True)


def report(found: dict[str, tuple[Cost, pa.Table]]) -> None:
    """Prints the costs and whether the counts are equal; raises RuntimeError when they are not."""
    (first, counts), *_ = found.values()
    print(f"{'':<20}{'cpu s':>8}{'seconds':>9}{'peak MB':>9}{'ours / theirs':>15}{'counts':>10}")
    for cost, answer in found.values():
        ratio = f"{first.cpu / cost.cpu:.2f}x"
        print(f"{cost.name:<20}{cost.cpu:>8.1f}{cost.seconds:>9.1f}{cost.peak:>9.0f}{ratio:>15}{len(answer):>10,}")
    for cost, answer in found.values():
        off = rounded_otherwise(counts, answer)
        if off is None:
            raise RuntimeError(f"{cost.name} counts otherwise: {difference(counts, answer)}")
        print(f"{cost.name}: {off} numbers that are no counts rounded otherwise", flush=True)
    print(f"all {len(counts):,} counts are equal")


def rounded_otherwise(left: pa.Table, right: pa.Table) -> int | None:
    """How many numbers that methods compute differ by one after rounding; None when anything else differs."""
    keys = [name for name in left.column_names if name != "n"]
    if not left.select(keys).equals(right.select(keys)):
        return None
    off = pc.abs(pc.subtract(left.column("n"), right.column("n")))
    computed = [name for name, one in indicators().items() if any(measure.method for measure in one.measures)]
    may = pc.is_in(left.column("indicator"), pa.array(computed, pa.string()))
    allowed = pc.less_equal(off, may.cast(pa.int64()))
    return int(pc.sum(off).as_py() or 0) if pc.all(allowed).as_py() else None


def difference(left: pa.Table, right: pa.Table) -> str:
    """A few rows that only one of the two has."""
    mine, theirs = ({tuple(row.values()) for row in table.to_pylist()} for table in (left, right))
    return f"only ours {sorted(mine - theirs)[:3]}, only theirs {sorted(theirs - mine)[:3]}"


if __name__ == "__main__":
    main()
