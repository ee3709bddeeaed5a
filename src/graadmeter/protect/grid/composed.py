"""Which counts are the sum of some members of another indicator's breakdown, as the counts themselves show.

Clients of the Wmo are those combinations of laws in which the Wmo takes part: whoever knows the clients and all of
these combinations but one knows that one. No definition says so, but everybody can find it in what is published.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from graadmeter.domain.cells import TOTAL
from graadmeter.domain.indicators import Count
from graadmeter.domain.periods import Period
from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.additivity import Additivity
from graadmeter.protect.grid.grid import Grid

MOST = 10
"""Breakdowns with more members that are not nothing are not looked at: the combinations double with each."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A sum that holds in a year: the number of the series of the whole, and those of its parts."""

    year: int
    whole: int
    parts: tuple[int, ...]
    inside: tuple[Period, ...] = ()
    """The periods of the one part that the year of the whole is; nothing where all are of the same period."""


def composed(grid: Grid, declared: Mapping[Count, Additivity]) -> tuple[Composed, ...]:
    """Every such sum, but those over all members: these are totals, and equal totals are one count (`kinship`)."""
    return tuple(
        one
        for when in grid.years
        for alike in grid.of_one_thing
        for members in _breakdowns(grid, alike, declared)
        for one in _of_breakdown(grid, alike, members, when)
    )


def _breakdowns(grid: Grid, alike: Ints, declared: Mapping[Count, Additivity]) -> Iterator[Ints]:
    """The members of each breakdown in which nobody is in two of them."""
    found: dict[tuple[Count, str], list[int]] = {}
    for number in alike.tolist():
        one = grid.series[number]
        if one.dimension != TOTAL and declared[one.count].dimension(one.dimension):
            found.setdefault((one.count, one.dimension), []).append(number)
    yield from (np.array(members, dtype=np.int64) for members in found.values())


def _of_breakdown(grid: Grid, alike: Ints, members: Ints, when: Ints) -> Iterator[Composed]:
    """The series of other counts that are the sum of some of the members, in one year."""
    here = np.ix_(grid.wide, when)
    something = [number for number in members.tolist() if (grid.value[number][here] > 0).any()]
    if not 3 <= len(something) <= MOST:  # noqa: PLR2004 - two of them together are less than all only of three
        return
    all_counted = np.all([grid.counted[number][here] for number in something], axis=0)
    values = np.stack([grid.value[number][here] for number in something])
    chosen = _choices(len(something))
    least, most = np.minimum(values, 0).sum(axis=0), np.maximum(values, 0).sum(axis=0)
    for whole in alike.tolist():
        if grid.series[whole].count == grid.series[members[0]].count:
            continue
        both = all_counted & grid.counted[whole][here]
        wanted = grid.value[whole][here]
        if (both & ((wanted < least) | (wanted > most))).any():
            continue
        if not grid.is_no_chance(np.where(both, wanted, 0)):
            continue
        sums = chosen @ values[:, both]
        for choice in np.flatnonzero((sums == wanted[both]).all(axis=1)).tolist():
            parts = tuple(number for number, used in zip(something, chosen[choice], strict=True) if used)
            yield Composed(grid.periods[when[0]].year, whole, parts)


def _choices(members: int) -> Ints:
    """All ways to take two or more of so many members, but not all of them: rows of noughts and ones."""
    ways = np.arange(1 << members, dtype=np.int64)[:, None] >> np.arange(members) & 1
    size = ways.sum(axis=1)
    chosen: Ints = ways[(size > 1) & (size < members)]
    return chosen
