"""What each series of figures is made of: which published series holds the number above and below its line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graadmeter.compare.index import Slice
from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count, Indicator, Measure, Population, Unit

COUNTED = frozenset({Unit.PERSONS, Unit.HOUSEHOLDS, Unit.TRAJECTORIES})
"""Units of things that happen by chance, so that a number of them has an interval."""

Member = tuple[str, str] | None
"""A dimension and its code, or None for what is not broken down."""


@dataclass(frozen=True, slots=True)
class Series:
    """One series with where its numbers are published; places are numbers of series, the likeliest first."""

    slice: Slice
    definition: Indicator | None
    measure: Measure | None
    member: Member
    count: tuple[int, ...] = ()
    base: tuple[int, ...] = ()
    inhabitants: tuple[str, str, str] | None = None
    """Age range, sex and age group of the inhabitants below the line."""

    @property
    def is_share(self) -> bool:
        """Whether it is a plain part of a whole: counted, not computed from rows."""
        one = self.measure
        return one is not None and one.unit.is_share and not one.is_derived and one.minus is None

    @property
    def is_numerator(self) -> bool:
        """Whether it may stand above the line of a share: a count, or a number that a register gives of people."""
        one = self.measure
        return self.is_count or (
            one is not None and one.unit is Unit.NUMBER and not one.is_derived and one.minus is None
        )

    @property
    def is_count(self) -> bool:
        """Whether it is a number of persons, households or trajectories."""
        one = self.measure
        return one is not None and one.unit in COUNTED and not one.is_derived and one.minus is None


def series_of(slices: Sequence[Slice], indicators: Mapping[str, Indicator]) -> list[Series]:
    """The series in the order of the slices; one that no definition knows has no measure."""
    found = [_matched(one, indicators.get(one.indicator)) for one in slices]
    counts: dict[tuple[object, ...], list[int]] = {}
    for number, one in enumerate(found):
        if one.is_numerator and one.measure is not None:
            counts.setdefault(_what(one.measure.count, one.member), []).append(number)
    return [_linked(one, found, counts) if one.is_share else one for one in found]


def inhabitants_of(measure: Measure, member: Member) -> tuple[str, str, str] | None:
    """Age range, sex and age group of the inhabitants that a measure is a share of; None for another share."""
    if not isinstance(measure.share_of, Population):
        return None
    own = dict([member]) if member is not None and member[0] in measure.split else {}
    return measure.share_of.age.value, own.get("geslacht", TOTAL), own.get("leeftijdsgroep", TOTAL)


def _matched(one: Slice, definition: Indicator | None) -> Series:
    for measure in definition.measures if definition is not None else ():
        rest = dict(one.members)
        fixed = all(rest.pop(name, TOTAL) == code for name, code in measure.fixed.items())
        if one.unit != measure.unit or not fixed or len(rest) > 1 or not set(rest) <= set(measure.breakdowns):
            continue
        return Series(one, definition, measure, next(iter(rest.items()), None))
    return Series(one, definition, None, None)


def _what(count: Count, member: Member) -> tuple[object, ...]:
    """What is counted in a member of a breakdown: equal for equal numbers, whatever the indicator is called."""
    own = tuple(group for group in count.groups if member == (group.dimension, group.member))
    return replace(count, groups=()), member, own


def _linked(one: Series, every: Sequence[Series], counts: Mapping[tuple[object, ...], list[int]]) -> Series:
    measure = one.measure
    if measure is None:
        return one
    split = one.member if one.member is not None and one.member[0] in measure.split else None
    below = measure.share_of
    return replace(
        one,
        count=tuple(_own_first(one, every, counts.get(_what(measure.count, one.member), []))),
        base=tuple(_own_first(one, every, counts.get(_what(below, split), []))) if isinstance(below, Count) else (),
        inhabitants=inhabitants_of(measure, one.member),
    )


def _own_first(one: Series, every: Sequence[Series], numbers: Sequence[int]) -> Iterator[int]:
    """The indicator's own series before those of others, which may be published at fewer levels."""
    yield from sorted(numbers, key=lambda number: every[number].slice.indicator != one.slice.indicator)
