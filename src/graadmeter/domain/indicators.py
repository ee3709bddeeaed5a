"""What an indicator is: which things are counted, from which table, at what moment, over whom, and how it may be shown.

An indicator definition is data (one YAML file in the catalogue); compiling it to a query is `measure`'s work.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graadmeter.domain.areas import Level
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Text


class Unit(StrEnum):
    """Units of figures; the value is what the `unit` column of a release holds."""

    PERSONS = "personen"
    HOUSEHOLDS = "huishoudens"
    TRAJECTORIES = "trajecten"
    PROVIDERS = "aanbieders"
    EURO = "euro"
    PERCENT = "procent"
    PER_1000 = "per_1000"

    @property
    def is_share(self) -> bool:
        """Whether the figure is a numerator over a denominator."""
        return self in {Unit.PERCENT, Unit.PER_1000}

    @property
    def multiplier(self) -> int:
        """What numerator / denominator is multiplied by."""
        return {Unit.PERCENT: 100, Unit.PER_1000: 1000}.get(self, 1)


class AgeScope(StrEnum):
    """Whose days count."""

    MINOR = "0-17"
    ADULT = "18+"
    ALL = "all"
    BY_LAW = "by_law"
    """Jeugdwet: days before the 18th birthday; Wmo: days from it on; Participatiewet: every day."""


class Moment(StrEnum):
    """When a trajectory counts in a period."""

    ACTIVE = "active"
    """At least one active day in the period (within the age scope)."""
    BEGUN = "begun"
    ENDED = "ended"
    PAID = "paid"
    """Claimed for care delivered in the period."""


@dataclass(frozen=True, slots=True)
class Count:
    """Something countable: distinct `of` in the rows of `table` that satisfy `where`."""

    of: Unit
    table: str
    where: str = "TRUE"
    """Portable SQL predicate on the columns of the table."""
    age: AgeScope = AgeScope.ALL
    moment: Moment = Moment.ACTIVE


@dataclass(frozen=True, slots=True)
class Population:
    """Inhabitants on 1 January of the year of the period, in the age scope and area."""

    age: AgeScope


@dataclass(frozen=True, slots=True)
class Measure:
    """One published series of an indicator: a count, or a count as a share of another."""

    unit: Unit
    count: Count
    share_of: Count | Population | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    """Dimension values this series stands for, such as stroom = begonnen."""
    breakdowns: tuple[str, ...] = ()
    """Dimensions by which it is also given, one at a time."""
    top: int | None = None
    """Keep only the largest so many members of the (single) breakdown per area and period."""
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Per breakdown the codes that are given, in order; a breakdown by `aanbieder` takes them from the data."""
    split: tuple[str, ...] = ()
    """Breakdowns of a share in which the denominator is split as well; in others it stays that of the total."""
    total: bool = True
    """Whether the figure is also given not broken down."""
    additive: tuple[str, ...] = ()
    """Where the counts (of a share: the numerators) of this measure add up exactly to their total:
    'area' = wijken to municipality and municipalities to region; 'wijk' = only wijken, with the wijk unknown, to
    their municipality (a person in two municipalities counts once in the region); 'period' = quarters to half-years
    and years; and the names of breakdowns whose members are disjoint and complete."""


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """Rows and the figure they give; the specification test runs it on every engine."""

    rows: Mapping[str, tuple[Mapping[str, object], ...]]
    expect: tuple[Mapping[str, object], ...]
    """Cells by area, period, unit and dimensions, with `value` and, where it matters, `status`."""
    first: str = ""
    """Code of the first quarter the example's region covers."""
    last: str = ""
    """Code of the last quarter."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A complete definition: identity, meaning, measures, levels, periods, disclosure, caveats, worked example."""

    id: str
    version: int
    theme: str
    title: Text
    counts_what: Text
    """'Wat telt mee?', in plain words."""
    says_not: Text
    """'Wat zegt dit niet?'."""
    definition: Text
    """The exact definition."""
    sentence: Text
    """Lead sentence template with {value}, {area}, {period}, {one_in}."""
    caveats: tuple[Text, ...]
    source: str
    polarity: int
    """+1 higher is better, -1 lower is better, 0 no judgement."""
    measures: tuple[Measure, ...]
    levels: tuple[Level, ...]
    breakdown_levels: tuple[Level, ...]
    """Levels at which breakdowns are given; at other levels only the total."""
    periods: tuple[PeriodType, ...]
    policy: str
    """Disclosure policy id."""
    additive: tuple[str, ...]
    """What every measure's `additive` has in common: any of 'area', 'wijk', 'period' and the names of dimensions."""
    example: WorkedExample
