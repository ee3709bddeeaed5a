"""The last measurement on disk: unprotected cells of every indicator and year, with prints of what they follow from.

A run takes from here what did not change. Losing it costs time and nothing else.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.cells import MEASURED
from graadmeter.engine.arrow import schema_of, shaped
from graadmeter.store.folders import private_file, private_folder, replace_folder, write_private

_CELLS, _PRINTS = "cells.parquet", "prints.json"

Prints = Mapping[str, Mapping[int, str]]
"""Per indicator and year."""


def measured_folder(warehouse: Path) -> Path:
    """Where the measurement lies."""
    return warehouse / "gemeten"


def write_measured(warehouse: Path, cells: Iterable[tuple[str, pa.Table]], prints: Prints) -> None:
    """Keeps a measurement, indicator by indicator, in the place of the one before, in one step."""
    private_folder(warehouse)

    def fill(folder: Path) -> None:
        names = []
        with (
            os.fdopen(private_file(folder / _CELLS), "wb") as file,
            pq.ParquetWriter(file, schema_of(MEASURED), compression="zstd") as writer,
        ):
            for name, own in cells:
                writer.write_table(own, row_group_size=max(own.num_rows, 1))
                names.append(name)
        write_private(folder / _PRINTS, json.dumps({"indicators": names, "prints": prints}, sort_keys=True).encode())

    replace_folder(measured_folder(warehouse), fill)


def read_measured(warehouse: Path) -> tuple[Callable[[str], pa.Table], Prints]:
    """The cells of an indicator in the last measurement, and its prints; nothing when there is none of this form."""
    folder, empty = measured_folder(warehouse), schema_of(MEASURED).empty_table()
    known = json.loads((folder / _PRINTS).read_bytes()) if folder.exists() else {}
    if not isinstance(known, dict) or known.keys() != {"indicators", "prints"}:
        return lambda _: empty, {}
    names, found = known["indicators"], known["prints"]
    file, place = pq.ParquetFile(folder / _CELLS), {name: number for number, name in enumerate(names)}
    prints = {name: {int(year): text for year, text in years.items()} for name, years in found.items()}

    def cells_of(name: str) -> pa.Table:
        return shaped(file.read_row_group(place[name]), MEASURED) if name in place else empty

    return cells_of, prints
