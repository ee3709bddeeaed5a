"""The interval of every figure by its kind: Wilson for shares, Byar for numbers, exact for numbers below ten."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.compare.codes import GIVEN, words
from graadmeter.compare.numbers import Numbers
from graadmeter.domain.comparison import Method
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats
from graadmeter.statistics.byar import EXACT_BELOW, count_interval
from graadmeter.statistics.normal import CONFIDENCE_95, CONFIDENCE_998
from graadmeter.statistics.wilson import wilson

_METHODS = (Method.NONE, Method.WILSON, Method.BYAR, Method.EXACT)


@dataclass(frozen=True, slots=True)
class Intervals:
    """Per row the ends of both intervals in the unit of the figure (NaN where none), and the method's number."""

    low_95: Floats
    high_95: Floats
    low_998: Floats
    high_998: Floats
    method: Ints

    def columns(self) -> dict[str, pa.Array]:
        """The columns of a comparison, rounded."""
        ends = {name: getattr(self, name) for name in ("low_95", "high_95", "low_998", "high_998")}
        return {"method": words(self.method, _METHODS)} | {name: rounded(end, 2) for name, end in ends.items()}


def intervals_of(numbers: Numbers) -> Intervals:
    """The intervals of all rows."""
    ends = [_ends(numbers, level) for level in (CONFIDENCE_95, CONFIDENCE_998)]
    given = numbers.status == GIVEN
    exact = numbers.is_count & (numbers.count < EXACT_BELOW)
    method = np.select([~given, numbers.is_share, exact], [0, 1, 3], default=2).astype(np.int64)
    return Intervals(*ends[0], *ends[1], method)


def rounded(figures: Floats, decimals: int, given: Bools | None = None) -> pa.Array:
    """Figures as a column: rounded, null where not known or not given. Never minus nought."""
    known = np.isfinite(figures) if given is None else np.isfinite(figures) & given
    return pa.array(np.round(figures, decimals) + 0.0, mask=~known)


def _ends(numbers: Numbers, level: float) -> tuple[Floats, Floats]:
    low, high = np.full(len(numbers.count), np.nan), np.full(len(numbers.count), np.nan)
    shares, counts = np.flatnonzero(numbers.is_share), np.flatnonzero(numbers.is_count)
    ends = wilson(numbers.count[shares], numbers.base[shares], level)
    low[shares], high[shares] = (end * numbers.times[shares] for end in ends)
    low[counts], high[counts] = _once(numbers.count[counts], lambda some: count_interval(some, level))
    return floats(low), floats(high)


def _once(count: Floats, method: Callable[[Floats], tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """The method on every different number once."""
    different, place = np.unique(count, return_inverse=True)
    low, high = method(floats(different))
    return low[place], high[place]
