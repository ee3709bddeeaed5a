"""What one more quarter takes: the country as told a year ago is counted and kept, then its last quarters come.

Everything that a run does for a quarter is in it: prints of all rows, counting what changed, and keeping all for the
next time. Quarters differ: a second one ends a half-year, a fourth one also a year, so a year of them tells most.
"""

import argparse
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bench.written import engine_over
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.cells import MEASURED
from graadmeter.domain.periods import quarter
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.renewal.prints import prints
from graadmeter.measure.renewal.run import measure_again, measured_again
from graadmeter.store.measured import read_measured, write_measured

_QUARTERS = 4


def quarters_added(region: Region) -> list[Region]:
    """The region as it is after each of its last four quarters, as far as there are quarters before these."""
    first = max(region.first_quarter + 1, region.last_quarter - _QUARTERS + 1)
    return [replace(region, last_quarter=number) for number in range(first, region.last_quarter + 1)]


def until_then(folder: Path, region: Region, chosen: argparse.Namespace) -> pa.Table:
    """Counts the whole catalogue up to the last quarter and keeps it; the number of cells and years per indicator."""
    shutil.rmtree(_kept(folder, region.last_quarter), ignore_errors=True)
    return _counted(folder, region, memory=chosen.memory)


def lay_ready(folder: Path, region: Region) -> None:
    """Puts what was kept a quarter before where `quarter_added` looks: a region has it there, and copies nothing."""
    shutil.rmtree(_kept(folder, region.last_quarter), ignore_errors=True)
    shutil.copytree(_kept(folder, region.last_quarter - 1), _kept(folder, region.last_quarter))


def quarter_added(folder: Path, region: Region, chosen: argparse.Namespace) -> pa.Table:
    """The same as `until_then`, for which what was kept a quarter before is used."""
    return _counted(folder, region, memory=chosen.memory)


def _kept(folder: Path, last: int) -> Path:
    """Where the measurement of the country as told at the end of a quarter is kept."""
    return folder / f"tot_en_met_{quarter(last).code}"


def _counted(folder: Path, region: Region, *, memory: str) -> pa.Table:
    catalogue, counts, kept = indicators(), [], _kept(folder, region.last_quarter)
    with engine_over(folder, memory=memory, until=region.last_quarter) as engine:
        found = prints(engine, catalogue, region, keys=None, made_by="bench")
        _, known = read_measured(kept)
        renewed = measure_again(engine, catalogue, region, edition="bench", known=known, prints=found)

        def fresh() -> Iterator[tuple[str, Mapping[int, pa.Table]]]:
            for one in renewed:
                counts.append((one.indicator, sum(part.num_rows for part in one.cells.values()), len(one.cells)))
                yield one.indicator, one.cells

        write_measured(kept, fresh(), found)
    names, cells, years = zip(*counts, strict=True)
    return pa.table({"indicator": list(names), "cells": list(cells), "years": list(years)})


def is_full_count(folder: Path, region: Region) -> bool:
    """Whether what is kept is, cell by cell, what was written as `cells.parquet` by a full count."""
    cells_of, _ = read_measured(_kept(folder, region.last_quarter))
    file = pq.ParquetFile(folder / "cells.parquet")
    parts = measured_again(cells_of, indicators(), region, edition="bench")
    pairs = zip(range(file.num_row_groups), parts, strict=True)
    return all(file.read_row_group(number).cast(schema_of(MEASURED)).equals(part) for number, part in pairs)
