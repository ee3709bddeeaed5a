"""The last measurement on disk: unprotected cells of every indicator and year, with prints of what they follow from.

A file for each indicator and year: what a new quarter does not touch stays as it is and is not even read. Losing it all
costs time and nothing else.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.cells import MEASURED
from graadmeter.engine.arrow import compact_schema_of
from graadmeter.store.folders import private_file, private_folder, replace_folder, write_private

_PRINTS = "prints.json"
_FORM = "een bestand per indicator en jaar"

Prints = Mapping[str, Mapping[int, str]]
"""Per indicator and year."""
Kept = Callable[[str, int], pa.Table | None]
"""The cells of an indicator in a year, texts as dictionaries; None when there are none."""


def measured_folder(warehouse: Path) -> Path:
    """Where the measurement lies."""
    return warehouse / "gemeten"


def write_measured(warehouse: Path, fresh: Iterable[tuple[str, Mapping[int, pa.Table]]], prints: Prints) -> None:
    """Keeps a measurement in the place of the one before, in one step: `fresh`, and all of which the print is the same.

    `fresh` are the cells per indicator and year, texts as dictionaries.
    """
    before = measured_folder(private_folder(warehouse))
    _, known = read_measured(warehouse)

    def fill(folder: Path) -> None:
        for name, years in fresh:
            for year, cells in years.items():
                with os.fdopen(private_file(_file(folder, name, year)), "wb") as file:
                    pq.write_table(cells, file, compression="zstd", row_group_size=max(cells.num_rows, 1))
        for name, told in prints.items():
            same = [year for year, text in told.items() if known.get(name, {}).get(year) == text]
            for old in (_file(before, name, year) for year in same):
                if old.exists():
                    os.link(old, folder / old.name)
        write_private(folder / _PRINTS, json.dumps({"form": _FORM, "prints": prints}, sort_keys=True).encode())

    replace_folder(before, fill)


def read_measured(warehouse: Path) -> tuple[Kept, Prints]:
    """The cells of the last measurement, and its prints; nothing when there is none of this form."""
    folder = measured_folder(warehouse)
    told = json.loads((folder / _PRINTS).read_bytes()) if folder.exists() else {}
    if not isinstance(told, dict) or told.get("form") != _FORM:
        return lambda _name, _year: None, {}
    prints = {name: {int(year): text for year, text in years.items()} for name, years in told["prints"].items()}

    def cells_of(name: str, year: int) -> pa.Table | None:
        file = _file(folder, name, year)
        return pq.ParquetFile(file).read().cast(compact_schema_of(MEASURED)) if file.exists() else None

    return cells_of, prints


def _file(folder: Path, name: str, year: int) -> Path:
    return folder / f"{name}-{year}.parquet"
