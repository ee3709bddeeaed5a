"""Plans the whole catalogue at once: every figure that is asked for, and the fewest lanes that give them all.

A *lane* is one thing that is counted (a count, perhaps in one member of a dimension). Measures share lanes: the share
of an indicator, the count it is made of and the denominator of another are one lane, counted once.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graadmeter.domain.areas import Level
from graadmeter.domain.indicators import Count, Indicator, Measure, Unit
from graadmeter.domain.slices import COMPOSITION_DIMENSIONS
from graadmeter.measure.exact_members import parts_of
from graadmeter.measure.lanes import Inhabitants, Kind, Lane, Ranking, behind, kind_of
from graadmeter.measure.methods.interface import Ask, Method, Part
from graadmeter.measure.methods.registry import METHODS


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures of a measure: its total or one member of a breakdown.

    With a `ranking` and no member it stands for the largest members and for these together; with member 'top10' only
    for the latter.
    """

    indicator: Indicator
    measure: Measure
    dimension: str = ""
    member: str = ""
    ranking: Ranking | None = None

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels at which it is given."""
        levels = self.indicator.breakdown_levels if self.dimension else self.indicator.levels
        return tuple(level for level in Level if level in levels)

    @property
    def lane(self) -> Lane:
        """What is counted; of a share: above the line."""
        return Lane(self.measure.count, self.dimension, self.member)

    @property
    def method(self) -> Method | None:
        """The method that computes it; None when it is counted."""
        return METHODS[self.measure.method] if self.measure.method else None

    @property
    def part(self) -> Part:
        """The series as a method sees it."""
        return Part(self.measure, self.dimension, self.member, self.indicator.periods)

    @property
    def subtracted(self) -> Lane | None:
        """What is taken off what is counted."""
        return None if self.measure.minus is None else Lane(self.measure.minus, self.dimension, self.member)

    @property
    def persons(self) -> Lane | None:
        """The persons (or rows) behind an amount or a derived figure; None for plain counts."""
        return behind(self.lane, Unit.PERSONS) if self.measure.tells_persons else None

    @property
    def providers(self) -> Lane | None:
        """The providers behind an amount of money; None where there is no money or no provider."""
        return behind(self.lane, Unit.PROVIDERS) if self.measure.count.of is Unit.EURO else None

    @property
    def denominator(self) -> Lane | Inhabitants | None:
        """What is counted below the line of a share."""
        base = self.measure.share_of
        split = (self.dimension, self.member) if self.dimension in self.measure.split else ("", "")
        if base is None:
            return None
        return Lane(base, *split) if isinstance(base, Count) else Inhabitants(base, *split)


@dataclass(frozen=True, slots=True)
class Plan:
    """All series of the catalogue, and what must be counted at which levels to give them."""

    series: tuple[Series, ...]
    lanes: Mapping[Lane, frozenset[Level]]
    inhabitants: tuple[Inhabitants, ...]
    rankings: Mapping[Ranking, frozenset[Level]]
    spreads: Mapping[Lane, frozenset[Level]] = field(default_factory=dict)
    """The lanes of which the distribution of a value is asked."""
    asks: tuple[Ask, ...] = ()
    """What methods ask."""

    @property
    def tables(self) -> tuple[str, ...]:
        """The model tables that are counted, by name."""
        return tuple(sorted({count.table for count in self.counts}))

    @property
    def counts(self) -> tuple[Count, ...]:
        """Everything that is counted, each once."""
        lanes = (*self.lanes, *self.spreads, *(ask.lane for ask in self.asks))
        return tuple(dict.fromkeys([*(lane.count for lane in lanes), *(one.count for one in self.rankings)]))

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of what is counted, each once."""
        return tuple(dict.fromkeys(kind_of(count) for count in self.counts))

    @property
    def numbers(self) -> dict[Lane, int]:
        """The number of each lane: its place."""
        return {lane: number for number, lane in enumerate(self.lanes)}

    @property
    def plain(self) -> dict[Lane, frozenset[Level]]:
        """The lanes in which a row, person or household is simply present or not."""
        return {lane: at for lane, at in self.lanes.items() if lane.dimension not in COMPOSITION_DIMENSIONS}

    @property
    def compositions(self) -> dict[Count, frozenset[Level]]:
        """The counts that are broken down by what a person or household has all together."""
        found: dict[Count, frozenset[Level]] = {}
        for lane, levels in self.lanes.items():
            if lane.dimension in COMPOSITION_DIMENSIONS:
                found[lane.count] = found.get(lane.count, frozenset()) | levels
        return found


def plan(indicators: Iterable[Indicator]) -> Plan:
    """The plan of these indicators, in their order."""
    series = tuple(item for indicator in indicators for item in _series_of(indicator))
    lanes: dict[Lane, frozenset[Level]] = {}
    rankings: dict[Ranking, frozenset[Level]] = {}
    spreads: dict[Lane, frozenset[Level]] = {}
    for item in series:
        levels = frozenset(item.levels)
        if item.measure.statistic:
            spreads[item.lane] = spreads.get(item.lane, frozenset()) | levels
        if item.ranking is not None:
            rankings[item.ranking] = rankings.get(item.ranking, frozenset()) | levels
        for lane in (part for needed in _needed(item) for part in parts_of(needed)):
            lanes[lane] = lanes.get(lane, frozenset()) | levels
    below = dict.fromkeys(item.denominator for item in series)
    inhabitants = tuple(item for item in below if isinstance(item, Inhabitants))
    asks = dict.fromkeys(ask for item in series if item.method for ask in item.method.asks(item.part))
    return Plan(series, lanes, inhabitants, rankings, spreads, tuple(asks))


def _needed(item: Series) -> Iterator[Lane]:
    if item.method is not None:
        return
    if item.ranking is None and not item.measure.statistic:
        yield item.lane
    yield from (lane for lane in (item.denominator, item.subtracted) if isinstance(lane, Lane))
    yield from (lane for lane in (item.persons, item.providers) if lane is not None)


def _series_of(indicator: Indicator) -> Iterator[Series]:
    for measure in indicator.measures:
        if measure.total:
            yield Series(indicator, measure)
        for dimension in measure.breakdowns:
            if measure.top is not None:
                only = measure.members.get(dimension, ("",))
                yield from (
                    Series(indicator, measure, dimension, member, Ranking(measure.count, measure.top))
                    for member in only
                )
            else:
                for member in measure.members[dimension]:
                    yield Series(indicator, measure, dimension, member)
