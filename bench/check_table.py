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
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from pyarrow import csv

from graadmeter.catalogue.layouts import layouts
from graadmeter.catalogue.products import base_products
from graadmeter.deliver.assess import assess
from graadmeter.deliver.reader import read_files
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.bsn import WEIGHTS
from graadmeter.domain.periods import parse_period
from graadmeter.domain.region import Region
from graadmeter.domain.tables import Type
from graadmeter.engine.duckdb import DuckDBEngine

_ROWS = 500_000
_MB = 1_000_000
_KIB = 1024
_TABLE = "voorziening"
_MOST_BSN = 10_000_000

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
        _alone(_write, file, rows)
        print(f"{rows:,} rows, {file.stat().st_size / _MB:.0f} MB")
        ours, theirs = _alone(_check, file), _alone(_read_and_type, file)
    for name, cost in (("graadmeter check", ours), ("DuckDB read and type", theirs)):
        print(f"{name:<22}{cost.seconds:8.2f} CPU s   peak {cost.peak / _MB:6.0f} MB   {cost.said}")
    print(f"ratio                 {ours.seconds / theirs.seconds:8.2f}   (goal: at most 3)")


def _alone(work: Callable[..., Done], *arguments: object) -> Done:
    """What the work gives, done in a process of its own: peak memory is counted per process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *arguments).result()


def _write(file: Path, rows: int) -> None:
    """A provision per row: about five per person, half of them under the Jeugdwet and with a product code each."""
    chance = np.random.default_rng(1)
    bsn = _valid()
    person = bsn[np.arange(rows) // 5 % len(bsn)]
    youth = person % 2 == 0
    born = np.where(youth, 2010 + person % 15, 1940 + person % 50)
    begin = np.datetime64("2025-01-01") + chance.integers(0, 364, rows)
    columns = {
        "gemeente": np.full(rows, "0153"),
        "kwartaal": np.full(rows, "2025KW04"),
        "bsn": np.char.zfill(person.astype("U9"), 9),
        "geboortedatum": np.char.add(born.astype("U4"), "-03-01"),
        "geslacht": np.where(person % 3 == 0, "1", "2"),
        "wet": np.where(youth, "jeugdwet", "wmo"),
        "toewijzingnummer": (1 + np.arange(rows)).astype("U9"),
        "voorziening_id": np.char.add("V", np.arange(rows).astype("U9")),
        "productcode": np.where(youth, "45A48", "01T01"),
        "hulpvorm": np.full(rows, ""),
        "leveringsvorm": np.full(rows, "ZIN"),
        "lokaal_team": np.full(rows, "N"),
        "aanbieder": np.char.add("999900", (10 + np.arange(rows) % 80).astype("U2")),
        "begindatum": begin.astype("U10"),
        "einddatum": np.full(rows, ""),
        "verwijzer": np.where(youth, "02", ""),
        "crisis": np.full(rows, "N"),
        "wijk": np.char.add("WK01530", (person // 3 % 10).astype("U1")),
        "huishouden": np.char.add("H", (person // 3).astype("U9")),
    }
    options = csv.WriteOptions(delimiter=";", quoting_style="none")
    csv.write_csv(pa.table({name: pa.array(values) for name, values in columns.items()}), file, options)


def _valid() -> npt.NDArray[np.int64]:
    """Every BSN below ten million that passes the eleven test: none of a living person."""
    numbers = np.arange(1, _MOST_BSN)
    total = sum(weight * (numbers // 10**place % 10) for place, weight in enumerate(reversed(WEIGHTS)))
    valid: npt.NDArray[np.int64] = numbers[total % 11 == 0]
    return valid


def _region() -> Region:
    """What the file names: its wijken and providers; invented persons are allowed in an invented region."""
    wijken = [Area(f"WK01530{number}", 2025, Level.WIJK, str(number), "GM0153") for number in range(10)]
    areas = (Area("JZ14", 2025, Level.REGION, "Twente"), Area("GM0153", 2025, Level.MUNICIPALITY, "Enschede", "JZ14"))
    providers = {f"999900{number}": str(number) for number in range(10, 90)}
    quarter = parse_period("2025KW04").first
    return Region("Twente", "JZ14", 2025, (*areas, *wijken), quarter, quarter, providers, fictitious=True)


def _check(file: Path) -> Cost:
    start = time.process_time()
    raw = read_files([file])
    with DuckDBEngine(threads=2) as engine:
        result = assess(engine, raw, deliverer="GM0153", period="2025KW04", products=base_products(), region=_region())
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
