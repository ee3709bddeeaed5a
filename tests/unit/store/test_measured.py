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
    nothing, none = read_measured(tmp_path)
    assert (nothing("jeugdhulp").num_rows, none) == (0, {})
    for rows in ([CELL], [CELL, CELL]):
        cells = pa.Table.from_pylist(rows, schema=schema_of(MEASURED))
        prints = {"jeugdhulp": {2024: "a", 2025: "b"}}
        write_measured(tmp_path, [("wmo", cells.slice(0, 0)), ("jeugdhulp", cells)], prints)
        found, known = read_measured(tmp_path)
        assert found("jeugdhulp").equals(cells)
        assert (found("wmo").num_rows, found("verblijf").num_rows, known) == (0, 0, prints)
    files = [*measured_folder(tmp_path).iterdir()]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(measured_folder(tmp_path).stat().st_mode) == 0o700
