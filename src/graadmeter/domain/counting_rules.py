"""What a counting rule is: a setting of six switches. Two rules give different figures by these causes only."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from graadmeter.domain.periods import Period, PeriodType
from graadmeter.domain.text import Text


class AgeRange(StrEnum):
    """Whose days of help count: those before the 18th or before the 23rd birthday."""

    MINOR = "0-17"
    YOUNG = "0-22"

    @property
    def oldest(self) -> int:
        """The highest age in whole years that belongs to it."""
        return int(self.value.split("-")[1])


class AreaRule(StrEnum):
    """In which municipality somebody counts: the one that is responsible (woonplaatsbeginsel), or where they live."""

    RESPONSIBLE = "verantwoordelijk"
    ADDRESS = "adres"


class Financing(StrEnum):
    """Which help counts: all, or only in kind (ZIN)."""

    ALL = "alle"
    IN_KIND = "zin"


class Cause(StrEnum):
    """Why two rules give different figures, in the published order of the steps from one to the other."""

    AGE = "leeftijd"
    PERIOD = "periode"
    AREA = "gebied"
    FINANCING = "financiering"
    MERGING = "samenvoegen"
    CLOSING = "sluiten"


@dataclass(frozen=True, slots=True)
class Switches:
    """One way of counting; every combination has a meaning."""

    age: AgeRange
    period: PeriodType
    area: AreaRule
    financing: Financing
    merging: bool
    """Overlapping trajectories of one form and provider count as one."""
    closing: bool
    """What later deliveries do not name any more has ended."""

    def taking(self, cause: Cause, other: "Switches") -> "Switches":
        """These switches, but set as in `other` for one cause."""
        name = cause.name.lower()
        return replace(self, **{name: getattr(other, name)})

    def differing(self, other: "Switches") -> tuple[Cause, ...]:
        """The causes for which the two are set differently, in published order."""
        return tuple(cause for cause in Cause if self.taking(cause, other) != self)

    def mixtures(self, other: "Switches") -> Iterator["Switches"]:
        """Every way of counting between the two, both included: each differing switch as in one or the other."""
        found = [self]
        for cause in self.differing(other):
            found += [one.taking(cause, other) for one in found]
        yield from found

    def period_in(self, year: int) -> Period:
        """The period whose figure stands for a year: the last of its type in it."""
        return last_in(self.period, year)


def last_in(kind: PeriodType, year: int) -> Period:
    """The last period of a type in a year."""
    quarters = {PeriodType.QUARTER: 1, PeriodType.HALF_YEAR: 2, PeriodType.YEAR: 4}[kind]
    return Period(year * 4 + 4 - quarters, year * 4 + 3)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A counting rule that somebody publishes by, as one file of the catalogue declares it."""

    id: str
    version: int
    title: Text
    explanation: Text
    switches: Switches
    own: frozenset[Cause]
    """Switches that the source does not prescribe: the setting is our own reading."""
    source: str
    valid_from: date
    valid_until: date | None

    def holds_in(self, year: int) -> bool:
        """Whether the rule holds in the year, or in part of it."""
        return self.valid_from.year <= year and (self.valid_until is None or self.valid_until.year >= year)


@dataclass(frozen=True, slots=True)
class CauseText:
    """A cause in plain words."""

    cause: Cause
    title: Text
    explanation: Text
