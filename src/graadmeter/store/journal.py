"""What a run has done: per stage and subject the hash of what went in and of what came out, so that a rerun resumes."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from graadmeter.store.folders import FILE_MODE, private_folder


@dataclass(frozen=True, slots=True)
class Entry:
    """One finished piece of work."""

    stage: str
    subject: str
    """What was worked on: a session, or 'model'."""
    input: str
    output: str


class Journal:
    """The journal in one file of JSON lines. A line is one write, so a crash loses at most the line it was writing."""

    def __init__(self, path: Path) -> None:
        """Reads what is there; a last line that was cut off does not count."""
        self._path = path
        self._entries: dict[tuple[str, str], Entry] = {}
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        self._cut_off = not text.endswith("\n") and text != ""
        for line in text.split("\n"):
            self._remember(_entry(line))

    def output_of(self, stage: str, subject: str, given: str) -> str | None:
        """The hash of what the stage made of this subject from input `given`; None when it was not done from that."""
        entry = self._entries.get((stage, subject))
        return entry.output if entry is not None and entry.input == given else None

    def record(self, stage: str, subject: str, *, given: str, made: str) -> None:
        """Writes down that the work is done; call it after its result is safely stored."""
        entry = Entry(stage, subject, given, made)
        line = "\n" * self._cut_off + json.dumps([entry.stage, entry.subject, entry.input, entry.output]) + "\n"
        private_folder(self._path.parent)
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, FILE_MODE)
        try:
            os.write(descriptor, line.encode())
        finally:
            os.close(descriptor)
        self._cut_off = False
        self._remember(entry)

    def _remember(self, entry: Entry | None) -> None:
        if entry is not None:
            self._entries[entry.stage, entry.subject] = entry


def _entry(line: str) -> Entry | None:
    try:
        stage, subject, given, made = json.loads(line)
    except ValueError:
        return None
    return Entry(stage, subject, given, made)
