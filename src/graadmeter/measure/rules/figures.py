"""Figures under many rules, looked up by area, year and way of counting."""

from collections.abc import Mapping
from dataclasses import dataclass

from graadmeter.domain.counting_rules import AgeRange, Switches
from graadmeter.domain.indicators import Unit
from graadmeter.measure.rules.lanes import RuleLane, lane_of


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """Unprotected counts: never for a release (docs/counting-rules.md says why)."""

    counted: Mapping[tuple[Unit, RuleLane, str, str], int]
    """(unit, lane, area, period code) -> count; what is absent is zero."""
    young: Mapping[tuple[str, int, int], int]
    """(area, year, age) -> inhabitants on 1 January; ages 0 to 22."""

    def count(self, unit: Unit, area: str, year: int, switches: Switches) -> int:
        """The count that stands for the year: that of the year itself, or of its last half-year or quarter."""
        return self.counted.get((unit, lane_of(switches), area, switches.period_in(year).code), 0)

    def inhabitants(self, area: str, year: int, ages: AgeRange) -> int:
        """Inhabitants of these ages on 1 January; 0 when no population was delivered."""
        return sum(self.young.get((area, year, age), 0) for age in range(ages.oldest + 1))
