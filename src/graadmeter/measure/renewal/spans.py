"""From sums per bitmap of presence to what each quarter, half-year and year sees of the rows."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from graadmeter.domain.periods import Period, periods_between
from graadmeter.domain.region import Region

_YEAR = 4
_PATTERNS = 1 << _YEAR
"""The ways in which a row can be present in the quarters of one year."""
_UNTIL = (((0, 0),), ((0, 1),), ((0, 1), (2, 2)), ((0, 3),))
"""By the place of a quarter in its year: the first and last quarters of the fewest periods from the first up to it."""
Whole = NDArray[np.int64]
Sum = NDArray[np.uint64]
"""Sums of hashes, which begin again at 2 to the power 64."""


def years_of(region: Region) -> tuple[Period, ...]:
    """The calendar years that the region's quarters lie in, also where only a part of the year does."""
    numbers = range(region.first_quarter // _YEAR, region.last_quarter // _YEAR + 1)
    return tuple(Period(number * _YEAR, number * _YEAR + _YEAR - 1) for number in numbers)


def year_of(period: Period) -> Period:
    """The calendar year that a period lies in."""
    return Period(period.year * _YEAR, period.year * _YEAR + _YEAR - 1)


def until(period: Period) -> tuple[Period, ...]:
    """The fewest periods that together are the year of a period up to its last quarter."""
    year = year_of(period)
    return tuple(Period(year.first + first, year.first + last) for first, last in _UNTIL[period.last - year.first])


def seen_in(masks: Whole, totals: Sum, region: Region) -> Iterator[tuple[Period, bytes]]:
    """For every period with rows: the sum for every set of its quarters in which rows are present.

    `masks` are bitmaps of the region's quarters, each with the sum of the hashes of the rows that have it.
    """
    for year in years_of(region):
        after = year.first - region.first_quarter
        inside = (masks >> after if after >= 0 else masks << -after) & (_PATTERNS - 1)
        sums = _added(inside, totals)
        if not sums.any():
            continue
        for period in periods_between(year.first, year.last):
            quarters = ((1 << len(period.quarters)) - 1) << (period.first - year.first)
            found = _added(np.arange(_PATTERNS) & quarters, sums)
            if found.any():
                yield period, found.tobytes()


def told_in(quarters: Whole, totals: Sum) -> Iterator[tuple[Period, bytes]]:
    """The same of rows that are told of one quarter: the sum of each quarter of every period with rows.

    A quarter may have more than one total.
    """
    different, place = np.unique(quarters, return_inverse=True)
    added = np.zeros(len(different), dtype=np.uint64)
    np.add.at(added, place, totals)
    sums = dict(zip(different.tolist(), added.tolist(), strict=True))
    for first in sorted({number // _YEAR * _YEAR for number in sums}):
        for period in periods_between(first, first + _YEAR - 1):
            found = [sums.get(number, 0) for number in period.quarters]
            if any(found):
                yield period, np.array(found, dtype=np.uint64).tobytes()


def _added(patterns: Whole, totals: Sum) -> Sum:
    """The sum of every pattern; nothing for what is not present at all."""
    found = np.zeros(_PATTERNS, dtype=np.uint64)
    np.add.at(found, patterns, totals)
    found[0] = 0
    return found
