"""What is declared about a series: where its parts add up to their total, and whether its parts are all given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graadmeter.domain.indicators import Count, Indicator
from graadmeter.domain.slices import COMPOSITION_DIMENSIONS


@dataclass(frozen=True, slots=True)
class Additivity:
    """What the definitions say of one count, whichever indicators publish it."""

    additive: frozenset[str]
    """Any of 'area', 'wijk', 'period' and names of dimensions."""
    partial: frozenset[str]
    """Dimensions of which only the largest members are given."""

    def dimension(self, name: str) -> bool:
        """Whether the members of a dimension add up to the total."""
        return name in self.additive

    @property
    def period(self) -> bool:
        """Whether quarters add up to half-years and years."""
        return "period" in self.additive

    def linked_over_time(self, dimension: str) -> bool:
        """Whether a figure says anything of the same figure in a longer period.

        What somebody has all together (number of provisions, combination of laws) may be different in each period.
        """
        return dimension not in COMPOSITION_DIMENSIONS


def additivity(indicators: Iterable[Indicator]) -> Mapping[Count, Additivity]:
    """What holds for every count; of a denominator, what holds over areas and periods for the share."""
    found: dict[Count, Additivity] = {}
    for indicator in indicators:
        for measure in (one for one in indicator.measures if not one.is_derived):
            declared = frozenset(indicator.additive) | frozenset(measure.additive)
            partial = frozenset(measure.breakdowns) if measure.top is not None else frozenset[str]()
            _add(found, measure.count, declared, partial)
            if measure.minus is not None:
                _add(found, measure.minus, declared, frozenset())
            elif measure.second is not None:
                _add(found, measure.second, declared & {"area", "wijk", "period"}, frozenset())
    return found


def _add(found: dict[Count, Additivity], count: Count, additive: frozenset[str], partial: frozenset[str]) -> None:
    before = found.get(count, Additivity(frozenset(), frozenset()))
    found[count] = Additivity(before.additive | additive, before.partial | partial)
