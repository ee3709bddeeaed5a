"""The last measurement: owner only, read back as it was written, and left alone where nothing changed."""

import stat
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.cells import MEASURED
from graadmeter.engine.arrow import compact_schema_of, schema_of
from graadmeter.store.measured import measured_folder, read_measured, write_measured

FILLED = {"string": "x", "int32": 1}
CELL = {field.name: None if field.nullable else FILLED[str(field.type)] for field in schema_of(MEASURED)}


def cells(*codes: str) -> pa.Table:
    """A cell in each of these periods, two in quarters."""
    rows = [{**CELL, "period": code, "area": area} for code in codes for area in ("a", "b")[: 1 + ("KW" in code)]]
    return pa.Table.from_pylist(rows, schema=schema_of(MEASURED)).cast(compact_schema_of(MEASURED))


def inodes(warehouse: Path) -> set[int]:
    return {file.stat().st_ino for file in measured_folder(warehouse).glob("*.parquet")}


def test_a_measurement_comes_back_and_what_did_not_change_is_not_written_again(tmp_path: Path) -> None:
    nothing, none = read_measured(tmp_path)
    assert (nothing("jeugdhulp", 2024), none) == (None, {})
    first = {"jeugdhulp": {"2023KW04": "a", "2024KW01": "b"}, "wmo": {"2023KW04": "c"}, "leeg": {"2023KW04": "d"}}
    old, new = cells("2023KW04"), cells("2024KW01")
    write_measured(tmp_path, [("wmo", {2023: old}), ("jeugdhulp", {2023: old, 2024: new})], first)
    files = sorted(measured_folder(tmp_path).iterdir())
    names = [file.name.rpartition("-")[0] or file.name for file in files]
    assert names == ["jeugdhulp-2023", "jeugdhulp-2024", "prints.json", "wmo-2023"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(measured_folder(tmp_path).stat().st_mode) == 0o700
    before = inodes(tmp_path)

    later = {**first, "jeugdhulp": {**first["jeugdhulp"], "2024KW02": "e", "2024HJ01": "f"}}
    write_measured(tmp_path, [("jeugdhulp", {2024: cells("2024HJ01", "2024KW02")})], later)
    found, prints = read_measured(tmp_path)
    assert prints == later
    assert (len(inodes(tmp_path)), inodes(tmp_path) & before) == (4, before)
    assert found("wmo", 2023).equals(old)
    assert found("leeg", 2023) is None
    assert codes_of(found("jeugdhulp", 2024)) == ["2024HJ01", "2024KW01", "2024KW01", "2024KW02", "2024KW02"]

    again = {**later, "jeugdhulp": {**later["jeugdhulp"], "2024KW02": "g"}}
    write_measured(tmp_path, [("jeugdhulp", {2024: cells("2024KW02").slice(1)})], again)
    found, _ = read_measured(tmp_path)
    assert codes_of(found("jeugdhulp", 2024)) == ["2024HJ01", "2024KW01", "2024KW01", "2024KW02"]
    assert len(inodes(tmp_path)) == 5  # of the file with two periods one is still of now


def codes_of(table: pa.Table) -> list[str]:
    return sorted(table["period"].to_pylist())


def test_what_is_gone_from_the_catalogue_or_the_window_is_not_kept(tmp_path: Path) -> None:
    first = {"jeugdhulp": {"2023KW01": "a", "2024KW01": "b"}, "wmo": {"2023KW01": "c", "2024KW01": "d"}}
    every = [(name, {2023: cells("2023KW01"), 2024: cells("2024KW01")}) for name in first]
    write_measured(tmp_path, every, first)
    write_measured(tmp_path, [], {"wmo": {"2024KW01": "d"}})
    found, prints = read_measured(tmp_path)
    assert prints == {"wmo": {"2024KW01": "d"}}
    there = [(name, year) for name in first for year in (2023, 2024) if found(name, year) is not None]
    assert there == [("wmo", 2024)]
    assert len([*measured_folder(tmp_path).iterdir()]) == 1 + len(there)


def test_what_somebody_removed_is_not_known(tmp_path: Path) -> None:
    prints = {"wmo": {"2023KW01": "a", "2024KW01": "b"}}
    write_measured(tmp_path, [("wmo", {2023: cells("2023KW01"), 2024: cells("2024KW01")})], prints)
    (file,) = measured_folder(tmp_path).glob("wmo-2023*")
    file.unlink()
    found, known = read_measured(tmp_path)
    assert known == {"wmo": {"2024KW01": "b"}}
    assert found("wmo", 2023) is None
    write_measured(tmp_path, [("wmo", {2023: cells("2023KW01")})], prints)
    assert read_measured(tmp_path)[1] == prints
    (measured_folder(tmp_path) / "prints.json").unlink()
    assert read_measured(tmp_path)[1] == {}


def test_a_measurement_of_another_form_is_nothing(tmp_path: Path) -> None:
    folder = measured_folder(tmp_path)
    folder.mkdir()
    for told in ('{"indicators": [], "prints": {}}', '["other"]'):
        (folder / "prints.json").write_text(told, encoding="utf-8")
        assert read_measured(tmp_path)[1] == {}
