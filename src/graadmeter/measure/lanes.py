"""What is counted, once for all measures that need it: lanes, inhabitants, rankings."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import AgeScope, Count, Moment, Population, Unit
from graadmeter.domain.living_tables import HEADS
from graadmeter.domain.sources import has_column


@dataclass(frozen=True, slots=True)
class Kind:
    """What counts must have in common to be counted in one pass over the rows."""

    of: Unit
    table: str
    moment: Moment
    age: AgeScope
    start: str = ""
    ends: tuple[str, ...] = ()
    distinct: str = ""
    value: str = ""
    """What is added up; empty = 1 for each row."""

    @property
    def thing(self) -> str:
        """The column that tells distinct things apart; empty when rows are counted or added up."""
        return self.distinct or THINGS.get(self.of, "")

    @property
    def gatherable(self) -> bool:
        """Whether distinct things are counted in claims, of which it makes no difference how many there are."""
        return bool(self.thing) and self.moment is Moment.PAID and has_column(self.table, "gemeente")


THINGS = {Unit.PERSONS: "persoon", Unit.HOUSEHOLDS: "huishouden", Unit.PROVIDERS: "aanbieder"}
"""The column that tells the distinct things of a unit apart."""

_AMOUNT = "bedrag_cent"


def kind_of(count: Count) -> Kind:
    """The kind of a count."""
    value = count.value or (_AMOUNT if count.of is Unit.EURO else "")
    return Kind(count.of, count.table, count.moment, count.age, count.start, count.ends, count.distinct, value)


@dataclass(frozen=True, slots=True)
class Lane:
    """One thing that is counted in every area and period; without a dimension it is the total."""

    count: Count
    dimension: str = ""
    member: str = ""


def adds_up(lane: Lane, levels: Collection[Level]) -> bool:
    """Whether the figure of the region follows from those of its municipalities, which are counted as well.

    It is their sum; of distinct things only what is in several municipalities is counted for the region besides.
    """
    both = Level.REGION in levels and Level.MUNICIPALITY in levels
    return both and has_column(lane.count.table, "gemeente")


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


def behind(lane: Lane, unit: Unit) -> Lane | None:
    """The lane that counts the distinct persons or providers behind an amount or a statistic.

    Where the rows tell of no persons: the rows, or how many people these stand for. None for providers of rows without.
    """
    plain = replace(lane.count, value="", distinct="")
    if has_column(lane.count.table, THINGS[unit]):
        return replace(lane, count=replace(plain, of=unit))
    heads = replace(plain, of=Unit.NUMBER, value=HEADS.get(lane.count.table, ""))
    return replace(lane, count=heads) if unit is Unit.PERSONS else None
