"""What an indicator is: which things are counted, from which table, at what moment, over whom, and how it may be shown.

An indicator definition is data (one YAML file in the catalogue); compiling it to a query is `measure`'s work.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from graadmeter.domain.areas import Level
from graadmeter.domain.metadata import Metadata
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.text import Text


class Unit(StrEnum):
    """Units of figures; the value is what the `unit` column of a release holds."""

    PERSONS = "personen"
    HOUSEHOLDS = "huishoudens"
    TRAJECTORIES = "trajecten"
    PROVIDERS = "aanbieders"
    EURO = "euro"
    NUMBER = "aantal"
    """Rows of any table, or different values of a column; `words` of the measure say what one is."""
    BALANCE = "saldo"
    """One count less another: begun minus ended."""
    PERCENT = "procent"
    PER_1000 = "per_1000"
    DAYS = "dagen"
    RATIO = "verhouding"
    """One count per other: trajectories per young person."""
    EURO_PER = "euro_per"
    """Euros per something: a price, an amount per young person."""
    INDEX = "index"
    """A figure on a scale of its own: a concentration index, an index number."""

    @property
    def is_share(self) -> bool:
        """Whether the figure is a part of a whole."""
        return self in _SHARES

    @property
    def is_count(self) -> bool:
        """Whether the figure is a number of things."""
        return self in _COUNTS

    @property
    def is_money(self) -> bool:
        """Whether it is written with the sign of the euro."""
        return self in {Unit.EURO, Unit.EURO_PER}

    @property
    def is_quotient(self) -> bool:
        """Whether the figure is one number over another that need not contain it."""
        return self in {Unit.RATIO, Unit.EURO_PER}

    @property
    def multiplier(self) -> int:
        """What numerator / denominator is multiplied by."""
        return {Unit.PERCENT: 100, Unit.PER_1000: 1000}.get(self, 1)

    @property
    def decimals(self) -> int:
        """How many decimals are published."""
        return {Unit.PERCENT: 1, Unit.PER_1000: 1, Unit.EURO: 2, Unit.RATIO: 2, Unit.EURO_PER: 2}.get(self, 0)


_SHARES = frozenset({Unit.PERCENT, Unit.PER_1000})
_COUNTS = frozenset({Unit.PERSONS, Unit.HOUSEHOLDS, Unit.TRAJECTORIES, Unit.PROVIDERS, Unit.NUMBER})


class AgeScope(StrEnum):
    """Whose days count; of the population: which inhabitants.

    Beside the named ones there are any two ages (`16-26`) or a least one (`65+`): see `by_year`.
    """

    MINOR = "0-17"
    ADULT = "18+"
    ALL = "all"
    BY_LAW = "by_law"
    """Jeugdwet: days before the 18th birthday; Wmo: days from it on; Participatiewet: every day."""
    TO_22 = "0-22"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """The scope of two ages or a least one, made once; None (a ValueError) for what is no such thing."""
        found = _AGES.fullmatch(str(value))
        if found is None or int(found["oldest"] or OLDEST) < int(found["youngest"]):
            return None
        made = str.__new__(cls, value)
        made._name_ = made._value_ = str(value)
        cls._value2member_map_[value] = made
        return made

    @property
    def by_year(self) -> bool:
        """Whether of persons the age on 31 December of the year before counts, as of `leeftijdsgroep`.

        The model has no dates of birth: only the 18th and 23rd birthday are known to the day, and only of those the
        named scopes tell.
        """
        return self not in _NAMED

    @property
    def bounds(self) -> tuple[int, int]:
        """The youngest and oldest age in whole years; everybody for the scopes that are no range."""
        if self in {AgeScope.ALL, AgeScope.BY_LAW}:
            return 0, OLDEST
        youngest, _, oldest = self.value.rstrip("+").partition("-")
        return int(youngest), int(oldest or OLDEST)


OLDEST = 200
"""An age that nobody reaches."""
_AGES = re.compile(r"(?P<youngest>\d{1,2})(-(?P<oldest>\d{1,2})|\+)")
_NAMED = frozenset(AgeScope)


class Moment(StrEnum):
    """When a trajectory counts in a period."""

    ACTIVE = "active"
    """At least one active day in the period (within the age scope)."""
    BEGUN = "begun"
    ENDED = "ended"
    PAID = "paid"
    """Claimed for care delivered in the period."""
    AT_START = "at_start"
    """Begun before the first day of the period and not ended before it."""
    AT_END = "at_end"
    """Begun, and not ended, by the end of the last day of the period."""
    BESIDE = "naast_andere_wet"
    """Active in a quarter of the period with a day on which the person has a trajectory under another act as well."""
    BESIDE_RESIDENCE = "naast_verblijf"
    """Active in a quarter of the period with a day on which the person has one with residence as well."""
    ON = "op"
    """A date of the row lies in the period."""
    DELIVERED = "kwartaal"
    """The row was delivered for a quarter of the period."""
    BETWEEN = "van_tot"
    """Some day of the row, from its first date to its last, lies in the period."""
    OPEN = "stand"
    """The row began on or before the last day of the period, and its end lies after it: still waiting."""

    @property
    def of_dates(self) -> bool:
        """Whether it names date columns of the table."""
        return self in {Moment.ON, Moment.BETWEEN, Moment.OPEN}

    @property
    def of_trajectories(self) -> bool:
        """Whether it looks at the quarter columns that only a trajectory has."""
        return self in _OF_TRAJECTORIES

    @property
    def is_beside(self) -> bool:
        """Whether it looks at the days on which another trajectory of the person runs as well."""
        return self in {Moment.BESIDE, Moment.BESIDE_RESIDENCE}

    @property
    def is_stock(self) -> bool:
        """Whether it holds for one day of the period, so that of a year only one quarter is looked at."""
        return self in {Moment.AT_START, Moment.AT_END, Moment.OPEN}


_OF_TRAJECTORIES = frozenset(
    {
        Moment.ACTIVE,
        Moment.BEGUN,
        Moment.ENDED,
        Moment.AT_START,
        Moment.AT_END,
        Moment.BESIDE,
        Moment.BESIDE_RESIDENCE,
    }
)


class Delivered(StrEnum):
    """Of which quarters of a period the table must have been delivered, for there to be a figure."""

    ALL = "all"
    ANY = "any"
    """One is enough: surveys, school years, half-yearly registers."""
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Group:
    """One member of a breakdown, as a predicate on rows instead of a code in a column."""

    dimension: str
    member: str
    where: str = "TRUE"
    waited: tuple[int, int | None] | None = None
    """Of a stock: at least, and less than, so many days since the first date on the last day of the period."""


@dataclass(frozen=True, slots=True)
class Count:
    """Something countable: distinct `of` in the rows of `table` that satisfy `where`."""

    of: Unit
    table: str
    where: str = "TRUE"
    """Portable SQL predicate on the columns of the table."""
    age: AgeScope = AgeScope.ALL
    moment: Moment = Moment.ACTIVE
    start: str = ""
    """The date column of `op`, or the first of `van_tot` and `stand`."""
    ends: tuple[str, ...] = ()
    """The date columns of which the earliest ends the row; none known = still running."""
    distinct: str = ""
    """Of `aantal`: the column whose different values are counted; empty = rows."""
    value: str = ""
    """The whole number of each row that is added up, or whose distribution is taken; empty = 1 (euro: the amount)."""
    groups: tuple[Group, ...] = ()
    """Members of breakdowns that are predicates, when the definition does not follow `catalogue/groups`."""
    delivered: Delivered = Delivered.ALL


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
    minus: Count | None = None
    """What is taken off the count: begun minus ended."""
    statistic: str = ""
    """What of the distribution of `count.value` is given: see `STATISTICS`."""
    method: str = ""
    """The named method that computes the figures; empty = counting."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What the method is told."""
    words: Text | None = None
    """What one of a count of `aantal` is called, in the plural: reports."""

    @property
    def of_two(self) -> bool:
        """Whether the figure is made of two counts, the second of which may be the population."""
        return self.share_of is not None or self.minus is not None

    @property
    def second(self) -> Count | None:
        """The second of two counts; None when there is none or it is the population, which everybody knows."""
        return self.minus if self.minus is not None else self.counted_base

    @property
    def counted_base(self) -> Count | None:
        """What stands below the line, when that is a count."""
        return self.share_of if isinstance(self.share_of, Count) else None

    @property
    def is_average(self) -> bool:
        """Whether it is a quotient whose denominator adds up values of rows: a price."""
        base = self.counted_base
        return self.unit.is_quotient and base is not None and bool(base.value)

    @property
    def is_derived(self) -> bool:
        """Whether the figure is computed from the rows themselves, so that no published count gives it away."""
        return bool(self.statistic or self.method) or self.is_average

    @property
    def tells_persons(self) -> bool:
        """Whether it must be known how many persons are behind a figure: counting things does not tell."""
        return self.count.of is Unit.EURO or bool(self.count.value) or self.is_derived

    @property
    def counts(self) -> tuple[Count, ...]:
        """Every count it is made of."""
        return (self.count, *((self.second,) if self.second is not None else ()))


METHODS: Mapping[str, tuple[str, ...]] = {
    "concentratie": ("grootste",),
    "cohort": (),
    "doorstroom": ("van", "dagen"),
    "ketenstappen": ("van", "naar", "tot", "per", "aansluitend", "maat", "norm", "dagen"),
    "prijs_volume_mix": (),
    "samenloop": ("maat",),
    "vaste_prijzen": ("index", "jaar"),
    "wachttijd": ("maat", "norm", "dagen"),
}
"""The methods that a measure may name, each with its options; `measure.methods` holds one file for each."""

METHOD_DIMENSIONS = ("component", "paar", "verstreken")
"""Dimensions whose members only a method can tell apart."""

STATISTICS = ("gemiddelde", "mediaan", "p90")
"""Mean; smallest value that at least half, and nine in ten, of the rows do not exceed."""


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
    metadata: Metadata = field(default_factory=Metadata)
