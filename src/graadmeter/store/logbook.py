"""What was done with data: one record per processing step, in the shape of the Logboek Dataverwerkingen standard.

A record says which step, about which session, from when until when and whether it went well; never about whom, and not
by whom: who gave the command stands in the audit log, under the same trace. Both are JSON lines that only grow.
"""

import errno
import json
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from graadmeter.domain.errors import WorkspaceError
from graadmeter.domain.text import Text
from graadmeter.store.folders import FILE_MODE, private_folder

LOGBOOK, AUDIT = "logboek", "audit"
_ACTIVITY = "urn:graadmeter:verwerking:"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def new_trace() -> str:
    """An id for everything that one command does (W3C Trace Context: 32 hex)."""
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class Logbook:
    """Where the steps of one command are written; without a workspace nothing is."""

    workspace: Path | None
    clock: Callable[[], datetime]
    software: str = ""
    trace: str = field(default_factory=new_trace)

    @contextmanager
    def step(self, name: str, subject: str = "", *, more: bool = False, **counts: int) -> Iterator[None]:
        """Records the step when it ends, well or not. `subject` is a session or edition; nothing may name a person.

        With `more` steps to come on the subject, the last of them waits for the disk for all.
        Raises WorkspaceError when the record cannot be written: nothing is done unrecorded.
        """
        began = self.clock()
        status = "ERROR"
        try:
            yield
            status = "OK"
        finally:
            self._write(name, subject, began, status, counts, settle=not more or status != "OK")

    def _write(
        self, name: str, subject: str, began: datetime, status: str, counts: dict[str, int], *, settle: bool
    ) -> None:
        if self.workspace is None:
            return
        attributes: dict[str, object] = {
            "dpl.core.processing_activity_id": f"{_ACTIVITY}{name}",
            **({"graadmeter.subject": subject} if subject else {}),
            **{f"graadmeter.{key}": value for key, value in sorted(counts.items())},
        }
        ended = self.clock()
        record = {
            "trace_id": self.trace,
            "operation_id": secrets.token_hex(8),
            "status": status,
            "name": name,
            "start_time": _moment(began),
            "end_time": _moment(ended),
            "resource": {"name": "graadmeter", "version": self.software},
            "attributes": attributes,
        }
        append_line(self.workspace / LOGBOOK / f"{ended:%Y-%m}.jsonl", record, settle=settle)


def silent_moment() -> datetime:
    """The clock of a logbook that writes nothing."""
    return datetime.fromtimestamp(0, UTC)


NO_LOG = Logbook(None, silent_moment, trace="")
"""For work outside a command, such as tests of a single stage."""


def note_user(workspace: Path, *, trace: str, user: str, command: str, now: datetime) -> None:
    """Writes in the audit log who gave the command, joined to the logbook by `trace`; raises WorkspaceError."""
    record = {"trace_id": trace, "time": _moment(now), "user": user, "command": command}
    append_line(workspace / AUDIT / f"{now:%Y-%m}.jsonl", record)


def append_line(path: Path, record: Mapping[str, object], *, settle: bool = True) -> None:
    """One more line at the end of the file, with `settle` on disk when this returns.

    After a line that was cut off a new one begins.
    Several processes may do this at once: a line is one write. Raises WorkspaceError when the disk refuses.
    """
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    try:
        private_folder(path.parent)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, FILE_MODE)
        try:
            size = os.fstat(descriptor).st_size
            whole = not size or os.pread(descriptor, 1, size - 1) == b"\n"
            content = line if whole else b"\n" + line
            if os.write(descriptor, content) != len(content):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if settle:
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise WorkspaceError(_NO_ROOM if error.errno in _FULL else _UNWRITABLE) from error


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="milliseconds")


_NO_ROOM = Text(
    "De schijf is vol: het logboek kan niet worden bijgewerkt. Maak ruimte en begin opnieuw.",
    "The disk is full: the logbook cannot be written. Make room and begin again.",
)
_UNWRITABLE = Text(
    "Het logboek in de werkmap kan niet worden geschreven. Er is gestopt. Controleer de rechten op de map.",
    "The logbook in the workspace cannot be written. Work was stopped. Check the permissions of the folder.",
)
