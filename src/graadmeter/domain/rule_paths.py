"""The way from one counting rule to another: which switch is changed after which, and who can come or go by it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graadmeter.domain.counting_rules import AgeRange, Cause, Financing, RuleSet, Switches

OWN_RULE = "regiomonitor"
"""The rule by which the indicators of this catalogue count; every path begins there."""


@dataclass(frozen=True, slots=True)
class RuleStep:
    """One switch that is changed."""

    cause: Cause
    before: Switches
    after: Switches

    @property
    def only_enter(self) -> bool:
        """Whether nobody can go: whoever counted before, counts after."""
        return within(self.before, self.after)

    @property
    def only_leave(self) -> bool:
        """Whether nobody can come."""
        return within(self.after, self.before)


@dataclass(frozen=True, slots=True)
class RulePath:
    """The way from one rule to another, a switch at a time in published order."""

    start: RuleSet
    end: RuleSet

    @property
    def steps(self) -> tuple[RuleStep, ...]:
        """One step per switch that differs; the first begins at `start`, the last ends at `end`."""
        found, here = [], self.start.switches
        for cause in self.start.switches.differing(self.end.switches):
            there = here.taking(cause, self.end.switches)
            found.append(RuleStep(cause, here, there))
            here = there
        return tuple(found)


def paths(rules: Mapping[str, RuleSet], year: int) -> tuple[RulePath, ...]:
    """From our own rule to every other that holds in the year, in order of id; none when our own does not hold."""
    own = rules.get(OWN_RULE)
    if own is None or not own.holds_in(year):
        return ()
    others = (rules[name] for name in sorted(rules) if name != OWN_RULE)
    return tuple(RulePath(own, other) for other in others if other.holds_in(year))


def within(few: Switches, many: Switches) -> bool:
    """Whether whoever counts under `few` in a year counts in the same place under `many` as well."""
    return (
        (few.area, few.merging) == (many.area, many.merging)
        and (few.age is many.age or many.age is AgeRange.YOUNG)
        and len(few.period_in(0).quarters) <= len(many.period_in(0).quarters)
        and (few.financing is many.financing or many.financing is Financing.ALL)
        and (few.closing or not many.closing)
    )


def settings_of(every: Iterable[RulePath]) -> tuple[Switches, ...]:
    """All ways of counting on these paths, each once, in the order in which they are met."""
    met = (one for path in every for one in (path.start.switches, *(step.after for step in path.steps)))
    return tuple(dict.fromkeys(met))
