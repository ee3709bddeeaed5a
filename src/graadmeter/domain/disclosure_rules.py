"""What a disclosure rule says and where it holds: the vocabulary of the `rules` of a policy.

A policy holds for every figure (`domain.policies`); a rule asks for more, of some indicators, levels or readers, from
one day to another. Rules never take anything away: a figure is hidden when the policy or any of its rules says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from graadmeter.domain.areas import Level


class Contributor(StrEnum):
    """Whose parts of an amount of money are looked at."""

    PROVIDER = "aanbieder"
    HOLDING = "concern"
    """Providers with one owner; a provider of whom no owner is known is one by itself."""
    CLIENT = "client"


class RuleKind(StrEnum):
    """The rules there are; `protect.rules` holds one file for each, the audit checks each with code of its own."""

    THRESHOLD = "drempel"
    """Counts from 1 to below `threshold`."""
    REST = "restgroep"
    """Counts that leave out from 1 to below `below` of their denominator."""
    GROUP = "groepsonthulling"
    """One member of a dimension holds everybody of a total from 1 to below `below`."""
    POPULATION = "kleine_bevolking"
    """Breakdowns in an area with fewer than `inhabitants`."""
    DOMINANCE = "dominantie"
    """Amounts of which the `largest` contributors together have more than `percent`."""
    P_PERCENT = "p_procent"
    """Amounts from which the second contributor can tell that of the first to within `percent`."""
    OWN_SHARE = "eigen_aandeel"
    """Who contributes to amounts knows how much: nobody's own share may give another amount away."""
    BASE = "grondslag"
    """Shares, means and quantiles of fewer than `persons`."""
    MEAN = "gemiddelde"
    """Means and shares computed from rows that fewer than `denominators` numbers of rows can be behind."""


RULE_NUMBERS: Mapping[RuleKind, Mapping[str, tuple[int, int]]] = {
    RuleKind.THRESHOLD: {"threshold": (1, 1000)},
    RuleKind.REST: {"below": (2, 1000)},
    RuleKind.GROUP: {"below": (2, 100_000)},
    RuleKind.POPULATION: {"inhabitants": (1, 1_000_000)},
    RuleKind.DOMINANCE: {"largest": (1, 3), "percent": (1, 99)},
    RuleKind.P_PERCENT: {"percent": (1, 100)},
    RuleKind.OWN_SHARE: {},
    RuleKind.BASE: {"persons": (2, 10_000)},
    RuleKind.MEAN: {"denominators": (2, 100)},
}
"""The numbers that each rule needs, with the least and the most that makes sense."""

RULES_OF_MONEY = frozenset({RuleKind.DOMINANCE, RuleKind.P_PERCENT, RuleKind.OWN_SHARE})
"""Rules that look at who contributes how much; they name their contributors in `among`."""

RULES_OF_DIMENSIONS = frozenset({RuleKind.GROUP, RuleKind.POPULATION})
"""Rules that look at breakdowns; they may name the dimensions."""

OPEN = "open"
"""Who may see an open release: everybody."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a policy. An empty tuple of names means: all of them."""

    kind: RuleKind
    source: str
    valid_from: date
    valid_until: date | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)
    among: tuple[Contributor, ...] = ()
    indicators: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    dimensions: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    """Whose releases it holds for: `open`, or names of access levels."""

    def holds(self, day: date, access: str) -> bool:
        """Whether it holds for a release of which the newest figures are of `day`, for these readers."""
        until = self.valid_until or date.max
        return self.valid_from <= day <= until and (not self.access or access in self.access)

    def asks(self, indicator: str) -> bool:
        """Whether it is about this indicator."""
        return not self.indicators or indicator in self.indicators

    def is_at(self, level: Level) -> bool:
        """Whether it is about areas of this level."""
        return not self.levels or level in self.levels

    def is_along(self, dimension: str) -> bool:
        """Whether it is about this breakdown."""
        return not self.dimensions or dimension in self.dimensions
