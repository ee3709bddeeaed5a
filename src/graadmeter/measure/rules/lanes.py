"""What is counted in one pass for many rules: the lanes, which leave out the period since all periods come at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from graadmeter.domain.counting_rules import AgeRange, AreaRule, Financing, Switches
from graadmeter.domain.indicators import Unit

UNITS = (Unit.PERSONS, Unit.TRAJECTORIES)
"""What is counted under every rule."""


@dataclass(frozen=True, slots=True, order=True)
class RuleLane:
    """Switches but for the period."""

    area: AreaRule
    age: AgeRange
    closing: bool
    financing: Financing
    merging: bool


def lane_of(switches: Switches) -> RuleLane:
    """The lane that a way of counting is read from."""
    return RuleLane(switches.area, switches.age, switches.closing, switches.financing, switches.merging)


def lanes_of(wanted: Iterable[Switches]) -> tuple[RuleLane, ...]:
    """The lanes that give all these ways of counting, each once."""
    return tuple(sorted({lane_of(switches) for switches in wanted}))
