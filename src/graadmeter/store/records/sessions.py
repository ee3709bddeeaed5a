"""The events of one delivery session: one folder, one Parquet file per event table."""

import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.events import EVENTS, TELLING, engine_name
from graadmeter.domain.fact_tables import FACT_EVENTS
from graadmeter.domain.text import Text
from graadmeter.engine.port import Engine
from graadmeter.store.folders import private_folder, replace_folder
from graadmeter.store.parquet import view, write_table


def session_folder(warehouse: Path, session: str) -> Path:
    """Where the events of a session lie."""
    return warehouse / "sessions" / session


def write_session(warehouse: Path, session: str, events: Mapping[str, pa.Table]) -> str:
    """Writes the pseudonymised events of a session in one step, replacing earlier ones; returns `session_hash`."""
    private_folder(warehouse / "sessions")

    def fill(folder: Path) -> None:
        for table in EVENTS:
            write_table(folder / f"{table.name}.parquet", events[table.name], table)
        for table in FACT_EVENTS:
            if table.name in events:
                write_table(folder / f"{table.name}.parquet", events[table.name], table)

    replace_folder(session_folder(warehouse, session), fill)
    return folder_hash(session_folder(warehouse, session))


def has_session(warehouse: Path, session: str) -> bool:
    """Whether the events of the session are there, all of them; a fact table is there only when delivered."""
    folder = session_folder(warehouse, session)
    return all((folder / f"{table.name}.parquet").is_file() for table in EVENTS)


def read_session(warehouse: Path, session: str) -> dict[str, pa.Table]:
    """The stored events of a session by table; raises WorkspaceError when they are missing."""
    if not has_session(warehouse, session):
        raise _missing(session)
    folder = session_folder(warehouse, session)
    facts = (table for table in FACT_EVENTS if (folder / f"{table.name}.parquet").is_file())
    return {table.name: pq.ParquetFile(folder / f"{table.name}.parquet").read() for table in (*EVENTS, *facts)}


def session_hash(warehouse: Path, session: str) -> str | None:
    """SHA-256 over the session's files, None when it has none.

    A run compares it with its journal: files that a power failure or a hand damaged are then made anew.
    """
    folder = session_folder(warehouse, session)
    return folder_hash(folder) if folder.is_dir() else None


def remove_session(warehouse: Path, session: str) -> None:
    """Removes the events of a session, as when a delivery is withdrawn; nothing happens when there are none."""
    shutil.rmtree(session_folder(warehouse, session), ignore_errors=True)


def table_facts(warehouse: Path, session: str) -> dict[str, tuple[str, int]]:
    """SHA-256 and size of each stored table of the session that holds rows, by name."""
    folder = session_folder(warehouse, session)
    paths = [folder / f"{table.name}.parquet" for table in (*EVENTS, *FACT_EVENTS)]
    return {
        path.stem: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size)
        for path in paths
        if path.is_file() and pq.ParquetFile(path).metadata.num_rows
    }


def unmapped(warehouse: Path, session: str) -> dict[tuple[str, str], int]:
    """Rows of the session that could not be mapped, by subject and code; nothing when it is not stored."""
    path = session_folder(warehouse, session) / f"{TELLING.name}.parquet"
    rows = pq.ParquetFile(path).read().to_pylist() if path.is_file() else []
    return {(row["onderwerp"], row["sleutel"]): row["aantal"] for row in rows}


def empty_tables(warehouse: Path, session: str, names: Iterable[str]) -> None:
    """Deletes the rows of these tables of the session, in one step; the others stay as they are."""
    gone = set(names)
    events = read_session(warehouse, session)
    write_session(
        warehouse, session, {name: rows.slice(0, 0) if name in gone else rows for name, rows in events.items()}
    )


def register_events(engine: Engine, warehouse: Path, sessions: Iterable[str]) -> None:
    """Makes the events of the current sessions known as `event_<name>`; raises WorkspaceError when one is missing."""
    current = sorted(sessions)
    for session in current:
        if not has_session(warehouse, session):
            raise _missing(session)
    for table in EVENTS:
        paths = [session_folder(warehouse, session) / f"{table.name}.parquet" for session in current]
        view(engine, engine_name(table), table, paths)
    for table in FACT_EVENTS:
        paths = [session_folder(warehouse, session) / f"{table.name}.parquet" for session in current]
        view(engine, engine_name(table), table, [path for path in paths if path.is_file()])


def folder_hash(folder: Path) -> str:
    """SHA-256 over names and contents of the files in a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        digest.update(f"{path.name}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _missing(session: str) -> WorkspaceError:
    return WorkspaceError(
        Text(
            f"De gegevens van levering {session} ontbreken in het magazijn. Draai 'graadmeter run' opnieuw.",
            f"The records of delivery {session} are missing from the warehouse. Run 'graadmeter run' again.",
        )
    )
