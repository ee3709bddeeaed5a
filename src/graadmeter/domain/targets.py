"""What a region or municipality itself wants a figure to become, by when, and who decided so: a decision, no figure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graadmeter.domain.areas import Area, Level
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import Period
from graadmeter.domain.text import Text


class Bound(StrEnum):
    """On which side of the target the figure should come to lie."""

    AT_MOST = "hoogstens"
    AT_LEAST = "minstens"


@dataclass(frozen=True, slots=True)
class Target:
    """One figure that somebody wants to reach."""

    indicator: str
    unit: Unit
    """Which series of the indicator: the first that is given as a whole in this unit."""
    area: str
    """The code of the area; '' for the region and every municipality."""
    bound: Bound
    value: float
    """In the unit."""
    period: Period
    """When it should have been reached."""
    decided_by: str
    source: Text
    """The document in which it was decided."""

    @property
    def about(self) -> tuple[str, str, str]:
        """What there is one target of: indicator, unit and period."""
        return self.indicator, self.unit.value, self.period.code


def targets_of(targets: Iterable[Target], area: Area) -> list[Target]:
    """Those that hold for an area, in order of indicator and period; its own go before those for all."""
    every = list(targets)
    own = {one.about: one for one in every if one.area == area.code}
    given = area.level in (Level.REGION, Level.MUNICIPALITY)
    found = {one.about: one for one in every if given and not one.area} | own
    return sorted(found.values(), key=lambda one: (one.indicator, one.period.first, one.period.last, one.unit.value))
