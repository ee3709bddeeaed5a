"""What a norm is: how long something may take, since when, and who says so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from graadmeter.domain.text import Text


class NormUnit(StrEnum):
    """What a norm is counted in; the value is the name of the function it is compared with."""

    DAYS = "DAGEN"
    WORKDAYS = "WERKDAGEN"


@dataclass(frozen=True, slots=True)
class NormValue:
    """The norm between two days."""

    most: int
    valid_from: date | None
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Norm:
    """One norm, as one file of the catalogue declares it."""

    id: str
    title: Text
    unit: NormUnit
    values: tuple[NormValue, ...]
    """In order of time, without a gap between them."""
    target_percent: int | None
    """The share that must be within the norm, when the sector agreed on one."""
    source: str
    verified: bool
    """Whether the text that sets the norm was seen; readers are told when it was not."""

    def most_on(self, day: date) -> int:
        """What the norm is on a day; before its first value that value, after its last the last."""
        begun = [value for value in self.values if value.valid_from is None or value.valid_from <= day]
        return (begun or self.values)[-1 if begun else 0].most
