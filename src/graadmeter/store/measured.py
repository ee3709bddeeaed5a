"""The last measurement on disk: unprotected cells of every indicator and year, with prints of what they follow from.

A file for each year: what a new quarter does not touch stays as it is and is not even read. Losing it all costs time
and nothing else.
"""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.cells import MEASURED
from graadmeter.engine.arrow import compact_schema_of
from graadmeter.store.folders import private_file, private_folder, replace_folder, write_private

_PRINTS = "prints.json"

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
    cells_of, known, places = _read(before)
    same = {
        year: [name for name in names if prints.get(name, {}).get(year) == known[name].get(year)]
        for year, names in places.items()
    }
    whole = [year for year, names in places.items() if names == same[year] and _is_whole(year, prints, known)]

    def fill(folder: Path) -> None:
        with _Writing(folder) as writing:
            for name, years in fresh:
                for year, cells in years.items():
                    writing.add(name, year, cells)
            for year, names in same.items():
                if year not in whole:
                    for name in names:
                        writing.add(name, year, cells_of(name, year))
        for year in whole:
            os.link(_file(before, year), _file(folder, year))
        told = {"places": writing.places | {year: places[year] for year in whole}, "prints": prints}
        write_private(folder / _PRINTS, json.dumps(told, sort_keys=True).encode())

    replace_folder(before, fill)


class _Writing(ExitStack):
    """The files of a folder that are being written, one for each year."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.places: dict[int, list[str]] = {}
        self._folder = folder
        self._writers: dict[int, pq.ParquetWriter] = {}

    def add(self, name: str, year: int, cells: pa.Table | None) -> None:
        if cells is None:
            return
        if year not in self._writers:
            file = self.enter_context(os.fdopen(private_file(_file(self._folder, year)), "wb"))
            writer = pq.ParquetWriter(file, compact_schema_of(MEASURED), compression="zstd")
            self._writers[year] = self.enter_context(writer)
        self._writers[year].write_table(cells, row_group_size=max(cells.num_rows, 1))
        self.places.setdefault(year, []).append(name)


def _is_whole(year: int, prints: Prints, known: Prints) -> bool:
    """Whether nothing of a year changed."""
    return all(years.get(year) == known.get(name, {}).get(year) for name, years in prints.items())


def read_measured(warehouse: Path) -> tuple[Kept, Prints]:
    """The cells of the last measurement, and its prints; nothing when there is none of this form."""
    cells_of, prints, _ = _read(measured_folder(warehouse))
    return cells_of, prints


def _read(folder: Path) -> tuple[Kept, Prints, dict[int, list[str]]]:
    told = json.loads((folder / _PRINTS).read_bytes()) if folder.exists() else {}
    if not isinstance(told, dict) or told.keys() != {"places", "prints"}:
        return lambda _name, _year: None, {}, {}
    places = {int(year): names for year, names in told["places"].items()}
    files = {year: pq.ParquetFile(_file(folder, year)) for year in places}
    prints = {name: {int(year): text for year, text in years.items()} for name, years in told["prints"].items()}

    def cells_of(name: str, year: int) -> pa.Table | None:
        names = places.get(year, [])
        if name not in names:
            return None
        return files[year].read_row_group(names.index(name)).cast(compact_schema_of(MEASURED))

    return cells_of, prints, places


def _file(folder: Path, year: int) -> Path:
    return folder / f"{year}.parquet"
