"""What a region has agreed about deliveries that are not right: known faults, corrections, and the days that count."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Known:
    """A fault that cannot be mended for now: accepted until a day, with the reason."""

    check: str
    """Code of a check or of the reader (GM-VZ08, DL-CSV-KOLOM-ONBEKEND)."""
    reason: str
    until: date
    """The last day on which it is accepted."""
    deliverer: str = ""
    """GM code; empty = every deliverer."""
    table: str = ""
    """Raw table; empty = every table."""
    field: str = ""
    """One of the fields the finding is about; empty = any."""

    def covers(self, check: str, deliverer: str, table: str, fields: Collection[str]) -> bool:
        """Whether it speaks of findings of this check, by this deliverer, on this table and one of these fields."""
        return (
            self.check == check
            and self.deliverer in {"", deliverer}
            and self.table in {"", table}
            and (not self.field or self.field in fields)
        )


class Action(StrEnum):
    """What a correction does."""

    SET = "zet"
    """Puts `value` in `field`."""
    REMOVE = "verwijder"
    """Leaves the row out."""


class Status(StrEnum):
    """Where a correction stands."""

    ACTIVE = "actief"
    WITHDRAWN = "ingetrokken"
    """Kept for history, not applied."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change to delivered rows, made before checking. It expects to find the fault it mends."""

    id: str
    deliverer: str
    """GM code."""
    period: str
    """CBS code of the quarter the delivery speaks of."""
    table: str
    key: Mapping[str, str]
    """Fields and the values that tell the rows, as delivered."""
    action: Action
    field: str
    """The field that is wrong."""
    expect: str
    """The value it must hold in every one of these rows; another value means that the source was repaired."""
    value: str
    """What SET puts in its place."""
    reason: str
    status: Status = Status.ACTIVE


@dataclass(frozen=True, slots=True)
class Terms:
    """Everything agreed, and the days that decide what holds."""

    known: tuple[Known, ...] = ()
    corrections: tuple[Correction, ...] = ()
    today: date | None = None
    """The day `Known.until` is held against: that of receipt; None = the last day of the quarter delivered."""
    rules_on: date | None = None
    """The day whose rules are used; None = the last day of the quarter delivered."""

    def about(self, deliverer: str, period: str) -> "Terms":
        """What of it concerns the delivery of one municipality (GM code) about one quarter."""
        known = tuple(one for one in self.known if one.deliverer in {"", deliverer})
        corrections = tuple(one for one in self.corrections if (one.deliverer, one.period) == (deliverer, period))
        return Terms(known, corrections, self.today, self.rules_on)
