"""The uniform model on disk: one Parquet file per table of `domain.model` and per fact table."""

from pathlib import Path

import pyarrow.parquet as pq

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.fact_tables import FACT_MODEL
from graadmeter.domain.model import MODEL
from graadmeter.domain.text import Text
from graadmeter.engine.port import Engine
from graadmeter.store.folders import private_folder, replace_folder
from graadmeter.store.parquet import write_table
from graadmeter.store.records.sessions import folder_hash


def model_folder(warehouse: Path) -> Path:
    """Where the model lies."""
    return warehouse / "model"


def write_model(engine: Engine, warehouse: Path) -> str:
    """Writes the model tables that the engine holds, in one step; returns a hash of the files."""
    private_folder(warehouse)

    def fill(folder: Path) -> None:
        for table in (*MODEL, *FACT_MODEL):
            rows = engine.query(f"SELECT {', '.join(table.names)} FROM {table.name}")
            write_table(folder / f"{table.name}.parquet", rows, table)

    replace_folder(model_folder(warehouse), fill)
    return folder_hash(model_folder(warehouse))


def register_model(engine: Engine, warehouse: Path) -> None:
    """Loads the stored model into the engine; raises WorkspaceError when there is none."""
    folder = model_folder(warehouse)
    if not all((folder / f"{table.name}.parquet").is_file() for table in (*MODEL, *FACT_MODEL)):
        raise WorkspaceError(
            Text(
                "In deze werkmap is nog niets gemeten. Draai eerst 'graadmeter run'.",
                "Nothing has been measured in this workspace yet. Run 'graadmeter run' first.",
            )
        )
    for table in (*MODEL, *FACT_MODEL):
        path = folder / f"{table.name}.parquet"
        if engine.dialect == "duckdb":
            quoted = path.as_posix().replace("'", "''")
            engine.run(f"CREATE OR REPLACE TABLE {table.name} AS SELECT * FROM read_parquet('{quoted}')")
        else:
            engine.register(table.name, pq.ParquetFile(path).read())
