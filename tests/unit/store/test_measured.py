"""The last measurement: owner only, read back as it was written, and left alone where nothing changed."""

import stat
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.cells import MEASURED
from graadmeter.engine.arrow import compact_schema_of, schema_of
from graadmeter.store.measured import measured_folder, read_measured, write_measured

FILLED = {"string": "x", "int32": 1}
CELL = {field.name: None if field.nullable else FILLED[str(field.type)] for field in schema_of(MEASURED)}


def cells(rows: int) -> pa.Table:
    return pa.Table.from_pylist([CELL] * rows, schema=schema_of(MEASURED)).cast(compact_schema_of(MEASURED))


def test_a_measurement_comes_back_and_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    nothing, none = read_measured(tmp_path)
    assert (nothing("jeugdhulp", 2024), none) == (None, {})
    first = {"jeugdhulp": {2023: "a", 2024: "b"}, "wmo": {2023: "c", 2024: "d"}, "leeg": {2023: "e", 2024: "f"}}
    write_measured(tmp_path, [("wmo", {2023: cells(1), 2024: cells(2)}), ("jeugdhulp", {2024: cells(3)})], first)
    files = sorted(measured_folder(tmp_path).iterdir())
    names = ["jeugdhulp-2024.parquet", "prints.json", "wmo-2023.parquet", "wmo-2024.parquet"]
    assert [file.name for file in files] == names
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(measured_folder(tmp_path).stat().st_mode) == 0o700
    numbers = {file.name: file.stat().st_ino for file in files}

    later = {name: {**years, 2025: "g"} for name, years in first.items()}
    later["jeugdhulp"] = {**later["jeugdhulp"], 2024: "other"}
    write_measured(tmp_path, [("jeugdhulp", {2024: cells(4), 2025: cells(5)})], later)
    found, prints = read_measured(tmp_path)
    assert prints == later
    sizes = {
        (name, year): table.num_rows
        for name in ("wmo", "jeugdhulp", "leeg")
        for year in (2023, 2024, 2025)
        if (table := found(name, year)) is not None
    }
    assert sizes == {("wmo", 2023): 1, ("wmo", 2024): 2, ("jeugdhulp", 2024): 4, ("jeugdhulp", 2025): 5}
    assert found("jeugdhulp", 2024).equals(cells(4))
    now = {file.name: file.stat().st_ino for file in measured_folder(tmp_path).iterdir()}
    assert {name for name in names if now[name] == numbers[name]} == {"wmo-2023.parquet", "wmo-2024.parquet"}


def test_what_is_gone_from_the_catalogue_or_the_window_is_not_kept(tmp_path: Path) -> None:
    first = {"jeugdhulp": {2023: "a", 2024: "b"}, "wmo": {2023: "c", 2024: "d"}}
    every = [(name, {2023: cells(1), 2024: cells(1)}) for name in first]
    write_measured(tmp_path, every, first)
    write_measured(tmp_path, [], {"wmo": {2024: "d"}})
    found, prints = read_measured(tmp_path)
    assert prints == {"wmo": {2024: "d"}}
    there = [(name, year) for name in first for year in (2023, 2024) if found(name, year) is not None]
    assert there == [("wmo", 2024)]
    assert len([*measured_folder(tmp_path).iterdir()]) == 1 + len(there)


def test_a_measurement_of_another_form_is_nothing(tmp_path: Path) -> None:
    folder = measured_folder(tmp_path)
    folder.mkdir()
    for told in ('{"indicators": [], "prints": {}}', '["other"]'):
        (folder / "prints.json").write_text(told, encoding="utf-8")
        assert read_measured(tmp_path)[1] == {}
