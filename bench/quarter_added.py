"""What one more quarter takes: the country as told a quarter ago is counted and kept, then the last quarter comes.

Everything that a run does for it is in it: prints of all rows, taking kept cells back, counting what changed, and
keeping all for the next time.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bench.written import engine_over
from graadmeter.catalogue.load_indicators import indicators
from graadmeter.domain.cells import MEASURED
from graadmeter.domain.region import Region
from graadmeter.engine.arrow import schema_of
from graadmeter.measure.renewal.combining import without_absent
from graadmeter.measure.renewal.prints import prints
from graadmeter.measure.renewal.run import measure_again
from graadmeter.store.measured import measured_folder, read_measured, write_measured


def quarter_ago(folder: Path, region: Region, _chosen: argparse.Namespace) -> pa.Table:
    """Counts the whole catalogue up to the quarter before the last, and keeps it; the number of cells per indicator."""
    before = replace(region, last_quarter=region.last_quarter - 1)
    return _counted(folder, before, until=before.last_quarter)


def quarter_added(folder: Path, region: Region, _chosen: argparse.Namespace) -> pa.Table:
    """The same with the last quarter, for which what was kept is used."""
    return _counted(folder, region, until=None)


def _counted(folder: Path, region: Region, *, until: int | None) -> pa.Table:
    known, counts, again = indicators(), [], []
    with engine_over(folder, until=until) as engine:
        found = prints(engine, known, region, keys=None, made_by="bench")
        earlier = read_measured(folder)
        renewed = measure_again(engine, known, region, edition="bench", earlier=earlier, prints=found)

        def kept() -> Iterator[tuple[str, pa.Table]]:
            for one in renewed:
                counts.append((one.indicator, one.complete.num_rows))
                again.append(len(one.counted))
                yield one.indicator, one.complete

        write_measured(folder, kept(), found)
    names, cells = zip(*counts, strict=True)
    return pa.table({"indicator": list(names), "cells": list(cells), "years": again})


def is_full_count(folder: Path) -> bool:
    """Whether what is kept is, cell by cell, what was written as `cells.parquet` by a full count."""
    cells_of, _ = read_measured(folder)
    file = pq.ParquetFile(folder / "cells.parquet")
    known = indicators()
    for number in range(file.num_row_groups):
        whole = file.read_row_group(number).cast(schema_of(MEASURED))
        name = whole.column("indicator")[0].as_py()
        if not without_absent(cells_of(name), known[name]).equals(whole):
            return False
    return measured_folder(folder).exists()
