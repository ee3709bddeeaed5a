"""Which counts had better be protected together, before a whole block is."""

from collections.abc import Iterable, Iterator

import numpy as np

from graadmeter.domain.indicators import Count
from graadmeter.protect.arrays import Ints
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.facts import Facts
from graadmeter.protect.grid.flows import flowing
from graadmeter.protect.grid.lines import Series


def kinds(facts: Facts, composed: Iterable[Composed]) -> Ints:
    """For every series the number of what it counts, alike for what had better be protected together.

    What is active, begins and ends is one: by themselves these took twice as long, since their sums run between them.
    Otherwise a count and one that is a share of it are one, and so are two that are together a third: reasons why help
    ended hide each other within what ended. By themselves these were left to the whole block, where each search takes
    ten times as long: a tenth of the largest piece of a year.
    """
    series = facts.grid.series
    counts = dict.fromkeys(flowing(one.count) for one in series)
    kind = {count: number for number, count in enumerate(counts)}
    large = _of_several_moments(series)
    for one, other in _kin(facts, composed):
        if not {one, other} & large and kind[one] != kind[other]:
            first, second = sorted((kind[one], kind[other]))
            kind = {count: first if number == second else number for count, number in kind.items()}
    return np.array([kind[flowing(one.count)] for one in series], dtype=np.int64)


def _of_several_moments(series: Iterable[Series]) -> set[Count]:
    """The counts of which more than one of active, begun and ended is told: large parts already."""
    told = [count for count, _ in {(flowing(one.count), one.count.moment) for one in series}]
    return {count for count in told if told.count(count) > 1}


def _kin(facts: Facts, composed: Iterable[Composed]) -> Iterator[tuple[Count, Count]]:
    """Pairs of counts: a share and what it is a share of, and those that a third is the sum of."""
    for line in facts.lines:
        if line.below is not None and line.unit.is_share:
            yield flowing(line.top.count), flowing(line.below.count)
    for one in composed:
        first, *others = (flowing(facts.grid.series[part].count) for part in one.parts)
        yield from ((first, other) for other in others)
