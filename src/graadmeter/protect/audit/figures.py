"""What the audit calls the counts behind published cells. It shares no names with the engine, on purpose."""

from dataclasses import dataclass
from typing import NamedTuple

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count, Unit
from graadmeter.domain.policies import Policy
from graadmeter.protect.system import UNBOUNDED


class What(NamedTuple):
    """Something counted, in one member of one dimension or not broken down."""

    of: Count
    dimension: str = TOTAL
    member: str = TOTAL


class Spot(NamedTuple):
    """A count at one place and time."""

    what: What
    area: str
    period: str


@dataclass(slots=True)
class Figure:
    """One count and what is published of it."""

    spot: Spot
    truth: int
    """The count, or the amount in eurocents."""
    policy: Policy
    indicator: str
    printed: bool = False
    """Whether the count itself has a row; if not, it is known from the shares it is part of."""
    known: bool = False
    ceiling: int = UNBOUNDED
    """The most it can be: no more youths with help than youths."""
    floor: int = 0
    """The least it can be."""
    few: bool = False
    """Whether too few persons or providers are behind an amount."""

    @property
    def money(self) -> bool:
        """Whether it is an amount."""
        return self.spot.what.of.of is Unit.EURO

    @property
    def sensitive(self) -> bool:
        """Whether it is too small to be known."""
        if self.money:
            return self.few and self.truth != 0
        if self.few and self.truth != 0:
            return True
        return (1 if self.policy.zeros_shown else 0) <= self.truth < self.policy.threshold

    @property
    def need(self) -> int:
        """How wide its range must be when it is hidden."""
        if not self.money:
            return self.policy.interval
        percent = self.policy.money.interval_percent
        return max(1, -(-abs(self.truth) * percent // 100)) if self.sensitive else 1

    @property
    def name(self) -> str:
        """What it is called in messages."""
        what = self.spot.what
        broken = "" if what.dimension == TOTAL else f" {what.dimension} {what.member}"
        return f"{self.indicator}{broken} {self.spot.area} {self.spot.period}"
