"""What could not be mapped in stored sessions, so that it can be shown."""

from collections.abc import Iterable

from graadmeter.store import records
from graadmeter.store.workspace import Workspace


def unmapped(workspace: Workspace, sessions: Iterable[str]) -> dict[str, dict[tuple[str, str], int]]:
    """Per session what could not be mapped: rows by subject and code (see `standardise.counts`)."""
    return {session: records.unmapped(workspace.warehouse, session) for session in sessions}
