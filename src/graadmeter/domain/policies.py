"""What a disclosure policy is: when a figure is too small to show, and how well it must be hidden."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from graadmeter.domain.areas import Level
from graadmeter.domain.disclosure_rules import OPEN, Rule, RuleKind
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Text


@dataclass(frozen=True, slots=True)
class MoneyRule:
    """When an amount tells too much of one client or provider."""

    persons: int
    """The smallest number of persons behind an amount that is shown."""
    providers: int
    """The smallest number of providers behind an amount that is shown."""
    interval_percent: int
    """How wide the range must be in which a hidden amount may lie, as a percentage of the amount."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a reader misses a figure: the higher, the sooner another figure is hidden in its place."""

    levels: Mapping[Level, float]
    periods: Mapping[PeriodType, float]
    total: float
    """Factor for figures that are not broken down."""
    latest: float
    """Factor for periods in the last year."""


class Method(StrEnum):
    """How the figures of an indicator are published; never two ways for figures that hang together."""

    HIDE = "afschermen"
    """To the last digit, or not at all."""
    CBS = "cbs"
    """As Statistics Netherlands does: hidden all the same, and what is shown in multiples of five."""
    ROUND = "afronden"
    """Nothing is hidden: counts below the threshold become 0 or the threshold, and all totals add up."""


@dataclass(frozen=True, slots=True)
class Merging:
    """Merging instead of hiding: a group of areas carries the figure of the areas in it."""

    level: Level
    """The level of the areas that are merged; wijken only."""
    indicators: tuple[str, ...] = ()
    """The indicators it holds for; none named: all."""


@dataclass(frozen=True, slots=True)
class MemberMerging:
    """Merging instead of hiding: a group of age bands or care forms carries the figure of the members in it."""

    dimensions: tuple[str, ...]
    """The dimensions whose members are merged."""
    levels: tuple[Level, ...]
    """Where: in municipalities, the region, or both."""
    indicators: tuple[str, ...] = ()
    """The indicators it holds for; none named: all."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One way of protecting figures, as one file of the catalogue declares it."""

    id: str
    version: int
    title: Text
    reason: Text
    """What a reader is told about a hidden figure."""
    source: str
    valid_from: date
    valid_until: date | None
    threshold: int
    """Counts from 1 to below the threshold are hidden."""
    interval: int
    """From everything that is published a hidden count may be worked out to no less than this many plus one
    consecutive whole numbers, the true one among them."""
    zeros_shown: bool
    """Whether a true zero is shown. If so, everybody knows that a hidden count is at least 1."""
    complement: bool
    """Whether the rest (denominator minus numerator) may not be small either."""
    money: MoneyRule
    fallback: Level | None
    """The level whose figure is shown in the place of a hidden figure of a municipality."""
    weights: Weights = field(repr=False)
    merging: Merging | None = None
    """Which figures of areas are carried by groups of them, where a region made such groups."""
    member_merging: MemberMerging | None = None
    """Which figures of age bands and care forms are carried by groups of them, where a region made such groups."""
    rules: tuple[Rule, ...] = ()
    """What it asks beyond all this, of some figures."""
    method: Method = Method.HIDE
    cap: int = 0
    """Of method `afronden`: how far a published count may be from the true one."""

    @property
    def widest(self) -> int:
        """The highest threshold of all: of the policy and of its rules on counts."""
        ruled = (one.numbers["threshold"] for one in self.rules if one.kind is RuleKind.THRESHOLD)
        return max((self.threshold, *ruled))

    @property
    def rounding(self) -> str:
        """How it rounds such that totals add up, as `base/cap`; '' when it does not."""
        return f"{self.threshold}/{self.cap}" if self.method is Method.ROUND else ""

    def in_force(self, day: date, access: str = OPEN) -> "Policy":
        """The same with only the rules that hold for a release whose newest figures are of `day`."""
        return replace(self, rules=tuple(rule for rule in self.rules if rule.holds(day, access)))

    def merges_wijken(self, indicator: str) -> bool:
        """Whether groups of wijken carry the figures of an indicator."""
        asked = self.merging is not None and self.merging.level is Level.WIJK
        return asked and self.merging is not None and indicator in (self.merging.indicators or (indicator,))

    def merges_members(self, indicator: str, dimension: str) -> bool:
        """Whether groups of members of a dimension carry the figures of an indicator, at the levels that it names."""
        asked = self.member_merging
        return asked is not None and dimension in asked.dimensions and indicator in (asked.indicators or (indicator,))

    def rules_of(self, kind: RuleKind, indicator: str) -> tuple[Rule, ...]:
        """Its rules of one kind that are about an indicator, in the order of the file."""
        return tuple(rule for rule in self.rules if rule.kind is kind and rule.asks(indicator))
