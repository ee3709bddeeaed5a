"""The records of messages: assignments and their versions, starts, stops, requests, and what they tell together.

Each bag has one place per record; `of` is the place in the provisions and `sent` the Dagtekening.
Everything is already cut to the window: what was sent before it is told again on its second day, what is sent after
it is not there.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from graadmeter.synth.bags import Bag
from graadmeter.synth.days import Flags, Ints

REMOVED, EXTENDED, SHORTENED = 13, 4, 12
"""Reasons of change (WJ002) that a version can have; 0 is none."""
TEMPORARY = 20
"""Reason of a stop that ends nothing."""
WITHDRAWN = 3
"""StatusAanlevering that takes an earlier record back."""


@dataclass(frozen=True, slots=True)
class Records(Bag):
    """Records of one kind."""

    of: Ints
    sent: Ints


@dataclass(frozen=True, slots=True)
class Assignments(Records):
    """Versions of assignments (301)."""

    dated: Ints
    """Toewijzingsdatum: before `sent` for what is told again."""
    until: Ints
    """Einddatum; FAR when open."""
    change: Ints
    referring: Flags
    """Carries the reference of the request it grants (TR379: the first version only)."""
    granting: Flags
    """Carries the reference of the request for a change (317) it grants."""
    second: Ints
    """Toewijzingstijd in seconds."""


@dataclass(frozen=True, slots=True)
class Starts(Records):
    """Starts of care (305)."""

    begin: Ints
    status: Ints


@dataclass(frozen=True, slots=True)
class Stops(Records):
    """Ends of care (307)."""

    begin: Ints
    end: Ints
    reason: Ints
    status: Ints


@dataclass(frozen=True, slots=True)
class Requests(Records):
    """Requests for an assignment (315)."""


Kept = TypeVar("Kept", bound=Records)


def in_order(parts: list[Kept]) -> Kept:
    """All records of several bags of one kind, ordered by when they were sent."""
    whole = type(parts[0]).joined(parts)
    return whole.where(np.lexsort((whole.of, whole.sent)))


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
