"""The last measurement on disk: unprotected cells of every indicator and year, with prints of what they follow from.

A file for what was counted together of an indicator in a year: what a new quarter does not touch stays as it is and is
not even read. Losing it all costs time and nothing else.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from graadmeter.store.folders import private_folder, replace_folder, write_private
from graadmeter.store.measured_cells import of_periods, read_cells, write_cells

_CONTENTS = "prints.json"
_FORM = "een bestand per indicator en jaar van wat samen geteld is"

Prints = Mapping[str, Mapping[str, str]]
"""Per indicator and period code."""
Kept = Callable[[str, int], pa.Table | None]
"""The cells of an indicator in a year, texts as dictionaries; None when there are none."""
_Files = Mapping[str, Mapping[str, str]]
"""The name of the file with the cells, per indicator and period code."""


def measured_folder(warehouse: Path) -> Path:
    """Where the measurement lies."""
    return warehouse / "gemeten"


def write_measured(warehouse: Path, fresh: Iterable[tuple[str, Mapping[int, pa.Table]]], prints: Prints) -> None:
    """Keeps a measurement in the place of the one before, in one step: `fresh`, and all of which the print is the same.

    `fresh` are the cells per indicator and year of the periods of which the print is another; texts as dictionaries.
    """
    before = measured_folder(private_folder(warehouse))
    known, at = _contents(warehouse)

    def fill(folder: Path) -> None:
        files = {name: _same(told, known.get(name, {}), at.get(name, {})) for name, told in prints.items()}
        for old in sorted({file for own in files.values() for file in own.values()}):
            os.link(before / old, folder / old)
        for name, years in fresh:
            for year, cells in years.items():
                new = {code: prints[name][code] for code in _other(prints[name], known.get(name, {}), year)}
                file = f"{name}-{year}-{_digest(new)}.parquet"
                write_cells(folder / file, cells)
                files[name] |= dict.fromkeys(new, file)
        told = {"form": _FORM, "prints": prints, "files": files}
        write_private(folder / _CONTENTS, json.dumps(told, sort_keys=True).encode())

    replace_folder(before, fill)


def read_measured(warehouse: Path) -> tuple[Kept, Prints]:
    """The cells of the last measurement, and its prints; nothing when there is none of this form."""
    folder = measured_folder(warehouse)
    prints, files = _contents(warehouse)

    def cells_of(name: str, year: int) -> pa.Table | None:
        periods: dict[str, set[str]] = {}
        for code, file in files.get(name, {}).items():
            if code.startswith(str(year)):
                periods.setdefault(file, set()).add(code)
        parts = [of_periods(read_cells(folder / file), codes) for file, codes in sorted(periods.items())]
        return pa.concat_tables(parts) if parts else None

    return cells_of, prints


def _contents(warehouse: Path) -> tuple[Prints, _Files]:
    """What is known of the last measurement: of each period its print and its file; nothing where the file is gone."""
    folder = measured_folder(warehouse)
    contents = folder / _CONTENTS
    told: Any = json.loads(contents.read_bytes()) if contents.exists() else {}
    if not isinstance(told, dict) or told.get("form") != _FORM:
        return {}, {}
    there, files = {file.name for file in folder.iterdir()}, told["files"]
    gone = {(name, code) for name, own in files.items() for code, file in own.items() if file not in there}

    def known(every: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, str]]:
        kept = ((name, own.items()) for name, own in every.items())
        return {name: {code: said for code, said in own if (name, code) not in gone} for name, own in kept}

    return known(told["prints"]), known(files)


def _same(now: Mapping[str, str], known: Mapping[str, str], files: Mapping[str, str]) -> dict[str, str]:
    """The files of the periods of which the print is what it was."""
    return {code: files[code] for code, text in now.items() if code in files and known.get(code) == text}


def _other(now: Mapping[str, str], known: Mapping[str, str], year: int) -> list[str]:
    """The periods of a year of which the print is not what it was."""
    return [code for code, text in now.items() if code.startswith(str(year)) and known.get(code) != text]


def _digest(prints: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(prints, sort_keys=True).encode()).hexdigest()[:16]
