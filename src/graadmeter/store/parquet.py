"""Tables as Parquet files: owner only, and the same rows give the same bytes."""

import os
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.tables import Table
from graadmeter.engine.arrow import schema_of, shaped
from graadmeter.engine.port import Engine
from graadmeter.store.folders import private_file


def write_table(path: Path, rows: pa.Table, shape: Table) -> None:
    """Writes the columns of `shape`, in order; raises pa.ArrowInvalid when the rows do not have them."""
    with os.fdopen(private_file(path), "wb") as file:
        # Pseudonyms hardly repeat within a file, so dictionaries cost time and save no space.
        pq.write_table(shaped(rows, shape), file, compression="zstd", use_dictionary=False)


def view(engine: Engine, name: str, shape: Table, paths: Iterable[Path]) -> None:
    """Makes the files known to the engine as one table that is read anew by every query; no file is an empty table."""
    files = [path.as_posix().replace("'", "''") for path in paths]
    if not files:
        engine.register(name, schema_of(shape).empty_table())
        return
    engine.unregister(name)
    quoted = ", ".join(f"'{file}'" for file in files)
    engine.run(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet([{quoted}])")
