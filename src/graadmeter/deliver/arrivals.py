"""When a known content came in again: which place it came from, and which how-manieth delivery that made it.

The inbox keeps lying there, so every run meets the same content in the same place. That is nothing new. Content that a
place sends after it sent something else, or that a person hands over by name, is a delivery again.
"""

import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from graadmeter.deliver import papers
from graadmeter.deliver.safe_write import replace_file
from graadmeter.deliver.shown_name import shown_name
from graadmeter.domain.deliveries import Manifest

AGAIN = "again.json"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One time that a content came in."""

    source: str
    """The place inside the workspace, such as `inbox/0141-2025KW04`; '' when it came from elsewhere."""
    number: int
    """The how-manieth arrival for this deliverer and period."""
    received_at: str
    """ISO 8601, UTC."""


def arrivals_of(folder: Path, manifest: Manifest) -> tuple[Arrival, ...]:
    """Every time this session's content came in, the first time first; raises WorkspaceError when damaged."""
    first = Arrival(manifest.source, manifest.number, manifest.received_at)
    if not (folder / AGAIN).exists():
        return (first,)
    content: Any = papers.read_paper(folder / AGAIN)
    try:
        return (first, *(Arrival(**item) for item in content))
    except TypeError as error:
        raise papers.damaged(folder / AGAIN) from error


def last_number(folder: Path, manifest: Manifest) -> int:
    """By which the session stands in the order of deliveries: its latest arrival counts."""
    return arrivals_of(folder, manifest)[-1].number


def is_news(source: str, session: Path, known: Iterable[tuple[Path, Manifest]]) -> bool:
    """Whether content that is `session` already, now met at `source`, was sent anew since.

    `known` are all sessions of its deliverer and period. A place is news when it sent something else last; a person's
    hand is, when something else came in last.
    """
    came = [(arrival, folder) for folder, manifest in known for arrival in arrivals_of(folder, manifest)]
    here = [(arrival.number, folder) for arrival, folder in came if not source or arrival.source == source]
    return not here or max(here)[1] != session


def note_again(folder: Path, manifest: Manifest, arrival: Arrival) -> None:
    """Writes down that the session's content came in once more."""
    arrivals = (*arrivals_of(folder, manifest)[1:], arrival)
    replace_file(folder / AGAIN, (json.dumps([asdict(one) for one in arrivals], indent=1) + "\n").encode())


def place_of(source: Path, deliveries: Path) -> str:
    """The place a delivery lies in, below the workspace; '' when it lies elsewhere."""
    workspace, place = deliveries.resolve().parent, source.resolve()
    if not place.is_relative_to(workspace):
        return ""
    return shown_name(place.relative_to(workspace).as_posix(), 1)


@contextmanager
def one_at_a_time(deliveries: Path) -> Iterator[None]:
    """Holds the folder of sessions, so that two receivers never give the same number; waits for another."""
    descriptor = os.open(deliveries, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
