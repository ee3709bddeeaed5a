"""One run at a time: a lock on the workspace that the system itself frees when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text
from graadmeter.store.folders import FILE_MODE


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock file (its text is our process number); raises WorkspaceError when another run holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
    try:
        _take(descriptor)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(descriptor, 20, 0).decode("ascii", errors="replace").strip() or "?"
        raise WorkspaceError(
            Text(
                f"In deze werkmap loopt al een andere opdracht (proces {holder}). Wacht tot die klaar is.",
                f"Another command is at work in this workspace (process {holder}). Wait until it is done.",
            )
        ) from error
