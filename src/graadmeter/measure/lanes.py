"""What is counted, once for all measures that need it: lanes, inhabitants, rankings."""

from dataclasses import dataclass, replace

from graadmeter.domain.indicators import AgeScope, Count, Moment, Population, Unit


@dataclass(frozen=True, slots=True)
class Kind:
    """What counts must have in common to be counted in one pass over the rows."""

    of: Unit
    table: str
    moment: Moment
    age: AgeScope


def kind_of(count: Count) -> Kind:
    """The kind of a count."""
    return Kind(count.of, count.table, count.moment, count.age)


@dataclass(frozen=True, slots=True)
class Lane:
    """One thing that is counted in every area and period; without a dimension it is the total."""

    count: Count
    dimension: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Inhabitants:
    """One denominator of the population register: inhabitants in an age scope, perhaps in one member."""

    population: Population
    dimension: str = ""
    member: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The largest `top` providers of a count, per area and period."""

    count: Count
    top: int


def behind(lane: Lane, unit: Unit) -> Lane:
    """The lane that counts the distinct persons or providers behind the euros of `lane`."""
    return replace(lane, count=replace(lane.count, of=unit))
