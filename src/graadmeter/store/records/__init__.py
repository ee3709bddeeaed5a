"""Person records on disk. Protected: only the pipeline and the store itself may import this (see pyproject.toml)."""

from graadmeter.store.records.model import register_model, write_model
from graadmeter.store.records.sessions import (
    empty_tables,
    has_session,
    read_session,
    register_events,
    remove_session,
    session_hash,
    table_facts,
    unmapped,
    write_session,
)

__all__ = [
    "empty_tables",
    "has_session",
    "read_session",
    "register_events",
    "register_model",
    "remove_session",
    "session_hash",
    "table_facts",
    "unmapped",
    "write_model",
    "write_session",
]
