"""How much of a delivery was to be expected, from what its deliverer handed in before; a range, and how often it held.

The next count is the last one times the usual change between two counts, give or take three times the usual deviation
of that change (median absolute deviation, scaled to a standard deviation) or twice the square root of the count, which
is what chance alone does. How often the range would have held in earlier quarters is told with it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import median

from graadmeter.domain.text import Text

_LEAST = 4
"""Earlier counts without which nothing is expected: the first holds what was there already, three changes are few."""
_PROVEN = 2
"""Earlier quarters on which a range must have been tried before what lies outside it is called fewer or more."""
_LOOK_BACK = 12
_DEVIATIONS = 3.0
_TO_SIGMA = 1.4826
_YEAR = 4


class Fullness(StrEnum):
    """How what was received compares with what was expected."""

    AS_EXPECTED = "zoals verwacht"
    FEWER = "minder dan verwacht"
    MORE = "meer dan verwacht"
    MISSING = "niet geleverd"
    UNKNOWN = "te weinig historie"

    @property
    def label(self) -> Text:
        """The word in both languages."""
        english = {
            Fullness.AS_EXPECTED: "as expected",
            Fullness.FEWER: "fewer than expected",
            Fullness.MORE: "more than expected",
            Fullness.MISSING: "not delivered",
            Fullness.UNKNOWN: "too little history",
        }
        return Text(self.value, english[self])


@dataclass(frozen=True, slots=True)
class Expected:
    """A range for the number of rows of one table in one quarter."""

    low: int
    middle: int
    high: int
    held: int
    """In how many of the `tried` earlier quarters a range made the same way held the true count."""
    tried: int


@dataclass(frozen=True, slots=True)
class Completeness:
    """One table of one deliverer in one quarter."""

    table: str
    received: int | None
    """Rows; None when the quarter was not delivered."""
    expected: Expected | None
    fullness: Fullness


def completeness(table: str, counts: Mapping[int, int], quarter: int) -> Completeness:
    """`counts`: rows of the table by quarter index, of every quarter that was delivered."""
    received = counts.get(quarter)
    expected = expected_rows({when: rows for when, rows in counts.items() if when < quarter}, quarter)
    return Completeness(table, received, expected, _fullness(received, expected))


def expected_rows(earlier: Mapping[int, int], quarter: int) -> Expected | None:
    """The range for `quarter` from earlier counts; None when there are too few."""
    spread = _range(earlier, quarter)
    if spread is None:
        return None
    held = tried = 0
    in_season = _comparable(earlier, quarter) is not None
    for when, rows in sorted(earlier.items()):
        before = {one: count for one, count in earlier.items() if one < when}
        told = _range(before, when)
        if told is not None and (_comparable(before, when) is not None) == in_season:
            tried += 1
            held += told[0] <= rows <= told[2]
    return Expected(*spread, held, tried)


def _range(earlier: Mapping[int, int], quarter: int) -> tuple[int, int, int] | None:
    counts = _comparable(earlier, quarter)
    if counts is None:
        return 0, 0, 0
    if len(counts) < _LEAST:
        return None
    changes = [after / before for before, after in pairwise(counts) if before]
    if not changes:
        return 0, 0, 0
    usual = median(changes)
    deviation = _TO_SIGMA * median(abs(change - usual) for change in changes)
    middle = counts[-1] * usual
    give = max(_DEVIATIONS * deviation * counts[-1], 2 * math.sqrt(middle))
    return max(0, math.floor(middle - give)), round(middle), math.ceil(middle + give)


def _comparable(earlier: Mapping[int, int], quarter: int) -> Sequence[int] | None:
    """Counts of the quarters of the year in which the table is handed in; None when this is not one of those.

    A count of inhabitants comes once a year, so that other quarters tell nothing of it.
    """
    seen = {when % _YEAR for when in earlier}
    used = {when % _YEAR for when, rows in earlier.items() if rows}
    if quarter % _YEAR in seen - used:
        return None
    usual = used or seen
    return [rows for when, rows in sorted(earlier.items()) if when % _YEAR in usual][-_LOOK_BACK:]


def _fullness(received: int | None, expected: Expected | None) -> Fullness:
    if received is None:
        return Fullness.MISSING
    if expected is None:
        return Fullness.UNKNOWN
    if expected.low <= received <= expected.high:
        return Fullness.AS_EXPECTED
    if expected.tried < _PROVEN:
        return Fullness.UNKNOWN
    return Fullness.FEWER if received < expected.low else Fullness.MORE
