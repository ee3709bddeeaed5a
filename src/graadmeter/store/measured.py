"""The last measurement on disk: unprotected cells of every indicator and year, with prints of what they follow from.

A run takes from here what did not change. Losing it costs time and nothing else.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.cells import MEASURED
from graadmeter.engine.arrow import shaped
from graadmeter.store.folders import private_file, private_folder, replace_folder, write_private

_CELLS, _PRINTS = "cells.parquet", "prints.json"

Prints = Mapping[str, Mapping[int, str]]
"""Per indicator and year."""


def measured_folder(warehouse: Path) -> Path:
    """Where the measurement lies."""
    return warehouse / "gemeten"


def write_measured(warehouse: Path, cells: pa.Table, prints: Prints) -> None:
    """Keeps a measurement in the place of the one before, in one step."""
    private_folder(warehouse)

    def fill(folder: Path) -> None:
        with os.fdopen(private_file(folder / _CELLS), "wb") as file:
            pq.write_table(cells, file, compression="zstd")
        write_private(folder / _PRINTS, json.dumps(prints, sort_keys=True).encode())

    replace_folder(measured_folder(warehouse), fill)


def read_measured(warehouse: Path) -> tuple[pa.Table, Prints] | None:
    """The last measurement; None when there is none."""
    folder = measured_folder(warehouse)
    if not folder.exists():
        return None
    prints = json.loads((folder / _PRINTS).read_bytes())
    years = {name: {int(year): text for year, text in found.items()} for name, found in prints.items()}
    return shaped(pq.ParquetFile(folder / _CELLS).read(), MEASURED), years
