"""What is active, begins and ends: three counts of the same trajectories, that tell each other in the next period.

Who is active in a half-year was so in its first quarter or began in its second; and is so in its second or ended in its
first. From one quarter to the next: who is active and does not end is active again, beside who begins. Some leave
without an end (on their 18th birthday, or to another municipality), so these sums hold where they hold.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from graadmeter.domain.indicators import Count, Moment, Unit
from graadmeter.domain.periods import Period
from graadmeter.protect.grid.lines import Series

_NONE = -1
Places = tuple[tuple[int, int], ...]
"""Numbers of a series and a period."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The numbers of three series of the same trajectories; -1 where there is none."""

    active: int
    begun: int
    ended: int

    @property
    def moves(self) -> tuple[int, ...]:
        """The series of what begins and ends, as far as they are there."""
        return tuple(number for number in (self.begun, self.ended) if number != _NONE)

    def steps(self, periods: Sequence[Period], told: Collection[Period]) -> Iterator[tuple[Places, Places]]:
        """What is as much together as what: a period and its parts, and a quarter and the next one.

        The parts are its halves; where there is none of what is active (`told` are the periods of that), its quarters.
        """
        number = {period: place for place, period in enumerate(periods)}
        for period, now in number.items():
            shorter = halves(period) if any(half in told for half in halves(period)) else quarters(period)
            parts = [number[part] for part in shorter if part in number]
            if parts and len(parts) == len(shorter):
                begun, ended = (tuple((move, part) for part in parts) for move in (self.begun, self.ended))
                yield ((self.active, now),), ((self.active, parts[0]), *begun[1:])
                yield ((self.active, now),), ((self.active, parts[-1]), *ended[:-1])
            then = number.get(Period(period.first + 1, period.last + 1))
            if period.first == period.last and then is not None:
                yield ((self.active, then), (self.ended, now)), ((self.active, now), (self.begun, then))


def flows(series: Sequence[Series]) -> Iterator[Flow]:
    """Every series of active trajectories of which it is also told what begins or ends."""
    number = {one: place for place, one in enumerate(series)}
    for one, place in number.items():
        if one.count.moment is Moment.ACTIVE and is_each_once(one.count):
            begun, ended = (
                number.get(replace(one, count=replace(one.count, moment=moment)), _NONE)
                for moment in (Moment.BEGUN, Moment.ENDED)
            )
            if {begun, ended} != {_NONE}:
                yield Flow(place, begun, ended)


def is_each_once(count: Count) -> bool:
    """Whether each trajectory counts as one: of persons it is not known who of them has another one."""
    return count.of is Unit.TRAJECTORIES and not count.value and not count.distinct


def flowing(count: Count) -> Count:
    """The count of what is active, of what begins and ends as well; any other count itself."""
    moves = count.moment in {Moment.BEGUN, Moment.ENDED} and is_each_once(count)
    return replace(count, moment=Moment.ACTIVE) if moves else count


def halves(period: Period) -> tuple[Period, ...]:
    """The two halves of a half-year or year; nothing for a quarter."""
    if period.first == period.last:
        return ()
    middle = (period.first + period.last) // 2
    return Period(period.first, middle), Period(middle + 1, period.last)


def quarters(period: Period) -> tuple[Period, ...]:
    """The quarters of a period of more than two; nothing for others."""
    inside = tuple(Period(one, one) for one in range(period.first, period.last + 1))
    return inside if len(inside) > len(halves(period)) > 0 else ()
