"""Takes in many deliveries at once: one that cannot be received never stands in the way of the others."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path

from graadmeter.catalogue.fingerprint import rule_set, software
from graadmeter.deliver.session import Permit, Session, all_sessions, take_in
from graadmeter.domain.errors import GraadmeterError
from graadmeter.domain.progress import Progress
from graadmeter.domain.text import Text

Clock = Callable[[Path], datetime]
"""Tells when a delivery came in, with its time zone."""

Refusal = tuple[str, Text]
"""The name of a delivery that could not be received, and why."""


def receive_all(
    sources: Sequence[Path], deliveries: Path, *, clock: Clock, progress: Progress, permit: Permit | None = None
) -> tuple[Refusal, ...]:
    """Takes in every delivery that was not received before and is permitted; returns what could not be."""
    refused = []
    for done, source in enumerate(sources, 1):
        try:
            take_in(source, deliveries, now=clock(source), rule_set=rule_set(), software=software(), permit=permit)
        except GraadmeterError as error:
            refused.append((source.name, error.text))
        progress("receive", done, len(sources))
    return tuple(refused)


Queue = tuple[tuple[Session, ...], ...]
"""The sessions of one municipality: per quarter, in order, those about that quarter, the newest first."""


def by_municipality(deliveries: Path) -> list[Queue]:
    """The sessions of each municipality; those with most bytes first, so that processes end at about the same time."""
    sessions = all_sessions(deliveries)
    groups = [tuple(group) for _, group in groupby(sessions, key=lambda one: one.manifest.deliverer)]
    groups.sort(key=lambda group: -sum(file.bytes for one in group for file in one.manifest.files))
    return [_queue(group) for group in groups]


def _queue(sessions: Sequence[Session]) -> Queue:
    quarters = groupby(sessions, key=lambda one: one.manifest.period)
    return tuple(tuple(reversed(list(candidates))) for _, candidates in quarters)
