"""The stored model for the region's own analyst: an engine to put questions to. No answer of it is protected."""

from collections.abc import Iterator
from contextlib import contextmanager

from graadmeter.deliver.assess import accepted
from graadmeter.engine.duckdb import DuckDBEngine
from graadmeter.engine.port import Engine
from graadmeter.store import records
from graadmeter.store.workspace import Workspace


@contextmanager
def analysed(workspace: Workspace, *, events: bool = False) -> Iterator[Engine]:
    """An engine that knows the model tables and, with `events`, what the deliveries that count told.

    Raises WorkspaceError when nothing was measured yet, or stored events are missing.
    """
    with DuckDBEngine(temp_directory=str(workspace.warehouse / "spill")) as engine:
        records.register_model(engine, workspace.warehouse)
        if events:
            sessions = [one.manifest.session for one in accepted(workspace.deliveries)]
            records.register_events(engine, workspace.warehouse, sessions)
        yield engine
