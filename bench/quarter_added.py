"""What one more quarter takes: the country as told a quarter ago is counted and kept, then the last quarter comes.

Everything that a run does for it is in it: prints of all rows, taking kept cells back, counting what changed, and
keeping all for the next time.
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
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.renewal.prints import prints
from graadmeter.measure.renewal.run import measure_again, measured_again
from graadmeter.store.measured import read_measured, write_measured

_AGO, _ADDED = "kwartaal_terug", "kwartaal_erbij"


def quarter_ago(folder: Path, region: Region, chosen: argparse.Namespace) -> pa.Table:
    """Counts the whole catalogue up to the quarter before the last, and keeps it; the number of cells per indicator."""
    before = replace(region, last_quarter=region.last_quarter - 1)
    shutil.rmtree(folder / _AGO, ignore_errors=True)
    return _counted(folder, folder / _AGO, before, memory=chosen.memory, until=before.last_quarter)


def quarter_added(folder: Path, region: Region, chosen: argparse.Namespace) -> pa.Table:
    """The same with the last quarter, for which what was kept is used."""
    shutil.rmtree(folder / _ADDED, ignore_errors=True)
    shutil.copytree(folder / _AGO, folder / _ADDED)
    return _counted(folder, folder / _ADDED, region, memory=chosen.memory)


def _counted(folder: Path, kept: Path, region: Region, *, memory: str, until: int | None = None) -> pa.Table:
    catalogue, counts = indicators(), []
    with engine_over(folder, memory=memory, until=until) as engine:
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
    cells_of, _ = read_measured(folder / _ADDED)
    file = pq.ParquetFile(folder / "cells.parquet")
    parts = measured_again(cells_of, indicators(), region, edition="bench")
    pairs = zip(range(file.num_row_groups), parts, strict=True)
    return all(file.read_row_group(number).cast(schema_of(MEASURED)).equals(part) for number, part in pairs)
