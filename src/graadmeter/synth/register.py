"""The records of messages: assignments and their versions, starts, stops, requests, and what they tell together.

Each bag holds parallel arrays, one place per record; `of` is the place in the provisions and `sent` the Dagtekening.
Everything is already cut to the window: what was sent before it is told again on its second day, what is sent after
it is not there.
"""

from dataclasses import dataclass, fields
from typing import TypeVar

import numpy as np

from graadmeter.synth.days import Flags, Ints

REMOVED, EXTENDED, SHORTENED = 13, 4, 12
"""Reasons of change (WJ002) that a version can have; 0 is none."""
TEMPORARY = 20
"""Reason of a stop that ends nothing."""
WITHDRAWN = 3
"""StatusAanlevering that takes an earlier record back."""


@dataclass(frozen=True, slots=True)
class Assignments:
    """Versions of assignments (301)."""

    of: Ints
    sent: Ints
    dated: Ints
    """Toewijzingsdatum: before `sent` for what is told again."""
    until: Ints
    """Einddatum; FAR when open."""
    change: Ints
    referring: Flags
    """Carries the reference of the request it grants (TR379: the first version only)."""
    second: Ints
    """Toewijzingstijd in seconds."""


@dataclass(frozen=True, slots=True)
class Starts:
    """Starts of care (305)."""

    of: Ints
    sent: Ints
    begin: Ints
    status: Ints


@dataclass(frozen=True, slots=True)
class Stops:
    """Ends of care (307)."""

    of: Ints
    sent: Ints
    begin: Ints
    end: Ints
    reason: Ints
    status: Ints


@dataclass(frozen=True, slots=True)
class Requests:
    """Requests for an assignment (315)."""

    of: Ints
    sent: Ints


Records = TypeVar("Records", Assignments, Starts, Stops, Requests)


def only(records: Records, keep: Flags | Ints) -> Records:
    """The chosen records."""
    return type(records)(*(getattr(records, field.name)[keep] for field in fields(records)))


def stacked(parts: list[Records]) -> Records:
    """All records of several bags of one kind, ordered by when they were sent."""
    names = [field.name for field in fields(parts[0])]
    whole = type(parts[0])(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))
    return only(whole, np.lexsort((whole.of, whole.sent)))


@dataclass(frozen=True, slots=True)
class Register:
    """Everything sent about the provisions, and what a reader of all of it knows in the end."""

    number: Ints
    """Toewijzingnummer per provision, running within the domain; 0 without one."""
    valid_from: Ints
    """Ingangsdatum per provision."""
    assignments: Assignments
    starts: Starts
    stops: Stops
    requests: Requests
    start_known: Ints
    """Day the start was first told; FAR when never."""
    stop_known: Ints
    """Day the (right) end was told; FAR when never."""
    until: Ints
    """Einddatum of the last delivered version."""
    begin: Ints
    """Begin as all delivered records together tell it; FAR when never started."""
    end: Ints
    """End as all delivered records together tell it; FAR while running."""
    pause: tuple[Ints, Ints]
    """First day without care and day of resuming, for care that was stopped temporarily; FAR otherwise."""
