"""What the audit calls the counts behind published cells. It shares no names with the engine, on purpose."""

from dataclasses import dataclass
from typing import NamedTuple

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count, Unit
from graadmeter.domain.policies import Policy
from graadmeter.protect.system import UNBOUNDED


class _What(NamedTuple):
    of: Count
    dimension: str = TOTAL
    member: str = TOTAL


class What(_What):
    """Something counted, in one member of one dimension or not broken down.

    It is looked up millions of times in a year, and a count has many fields: its hash is kept, which took a third of
    the time of reading. A hash differs between processes, so that it does not travel.
    """

    def __hash__(self) -> int:
        """The hash of what it holds."""
        kept: int | None = self.__dict__.get("hash")
        if kept is None:
            kept = self.__dict__["hash"] = super().__hash__()
        return kept

    def __getstate__(self) -> None:
        """Nothing beside what it holds."""


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
    told: bool = False
    """Whether a row that it is part of is not hidden: of a count without a row of its own that tells a zero."""
    ceiling: int = UNBOUNDED
    """The most it can be: no more youths with help than youths."""
    floor: int = 0
    """The least it can be."""
    persons: int | None = None
    """How many persons are behind an amount or a sum of values."""
    earlier: tuple[tuple[int, str], ...] = ()
    """What releases before this one showed, each with the release that did so first; the last one last."""
    seen: bool = False
    """Whether it was counted in a release before this one, shown or hidden."""
    vague: bool = False
    """Whether only figures made of it were ever shown."""
    few: bool = False
    """Whether too few persons or providers are behind an amount."""
    merged: bool = False
    """Whether it is told of a wijk that a group carries the figure: it may be anything, nothing too."""

    ruled: bool = False
    """Whether a rule of its policy says that it is too small to be known."""
    above: int = 0
    """How far above the truth it must be possible, for a rule on money."""
    least: int = 0
    """The least that it is for somebody who knows his own part of it."""
    leader: str = ""
    """Who is alone in it, and knows it."""
    may_be_zero: bool = False
    """Whether it is nothing and may be hidden, for the sake of a group that is all in one other member."""

    @property
    def money(self) -> bool:
        """Whether it is an amount."""
        return self.spot.what.of.of is Unit.EURO

    @property
    def sensitive(self) -> bool:
        """Whether it is too small to be known."""
        if self.ruled:
            return True
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
        return max(1, -(-abs(self.truth) * percent // 100), 2 * self.above) if self.sensitive else 1

    @property
    def moved(self) -> bool:
        """Whether it is not what was last shown of it."""
        return bool(self.earlier) and self.earlier[-1][0] != self.truth

    @property
    def is_sum(self) -> bool:
        """Whether it is an amount or a sum of values, so that it does not tell how many persons it is about."""
        return self.money or bool(self.spot.what.of.value)

    def is_near(self, before: int) -> bool:
        """Whether the difference with an earlier figure is itself a small count."""
        away = abs(self.truth - before)
        if self.is_sum:
            return 0 < away * max(self.persons or 0, 1) < self.policy.threshold * abs(self.truth)
        return 0 < away < self.policy.threshold

    @property
    def name(self) -> str:
        """What it is called in messages."""
        what = self.spot.what
        broken = "" if what.dimension == TOTAL else f" {what.dimension} {what.member}"
        return f"{self.indicator}{broken} {self.spot.area} {self.spot.period}"
