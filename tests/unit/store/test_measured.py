"""The last measurement: owner only, and read back as it was written."""

import stat
from pathlib import Path

import pyarrow as pa

from graadmeter.domain.cells import MEASURED
from graadmeter.engine.arrow import schema_of
from graadmeter.store.measured import measured_folder, read_measured, write_measured

FILLED = {"string": "x", "int32": 1}
CELL = {field.name: None if field.nullable else FILLED[str(field.type)] for field in schema_of(MEASURED)}


def test_a_measurement_comes_back(tmp_path: Path) -> None:
    assert read_measured(tmp_path) is None
    for rows in ([CELL], [CELL, CELL]):
        cells = pa.Table.from_pylist(rows, schema=schema_of(MEASURED))
        write_measured(tmp_path, cells, {"jeugdhulp": {2024: "a", 2025: "b"}})
        found, prints = read_measured(tmp_path)
        assert found.equals(cells)
        assert prints == {"jeugdhulp": {2024: "a", 2025: "b"}}
    files = [*measured_folder(tmp_path).iterdir()]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(measured_folder(tmp_path).stat().st_mode) == 0o700
