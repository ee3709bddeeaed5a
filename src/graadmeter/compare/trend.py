"""The tested direction of every series: the same period in five consecutive years, so that seasons do not count."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.compare.codes import GIVEN, reason_words, reasons, words
from graadmeter.compare.index import Index
from graadmeter.compare.intervals import Intervals
from graadmeter.compare.numbers import Numbers
from graadmeter.compare.series import Series
from graadmeter.domain.comparison import DIRECTIONS, JUDGEMENTS, Reason
from graadmeter.domain.periods import parse_period
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats
from graadmeter.statistics.trend_arrow import POINTS, better_or_worse, trend_arrow


@dataclass(frozen=True, slots=True)
class Trend:
    """Per row the direction and the judgement (-1, 0, 1) and the number of a reason."""

    direction: Ints
    judgement: Ints
    status: Ints

    def columns(self) -> dict[str, pa.Array]:
        """The columns of a comparison."""
        known = self.status == GIVEN
        return {
            "trend": words(self.direction + 1, DIRECTIONS, known),
            "trend_judgement": words(self.judgement + 1, JUDGEMENTS, known),
            "trend_status": reason_words(self.status),
        }


def trend_of(index: Index, series: Sequence[Series], numbers: Numbers, intervals: Intervals) -> Trend:
    """The direction up to and including each row. A change of definition, or a break it names, is a BREAK."""
    size = len(index.value)
    rows = _five(index)
    known: Bools = np.asarray((numbers.status[rows] == GIVEN).all(axis=1), dtype=np.bool_)
    version, era = index.cells["definition_version"].to_numpy(), _eras(index, series)
    alike = (version[rows] == version[:, None]) & (era[rows] == era[:, None])
    same: Bools = np.asarray(alike.all(axis=1), dtype=np.bool_)
    short: Bools = np.asarray((rows < 0).any(axis=1), dtype=np.bool_)
    status = reasons(
        [
            (numbers.status != GIVEN, Reason.NO_INTERVAL),
            (short, Reason.TOO_SHORT),
            (~same, Reason.BREAK),
            (~known, Reason.TOO_SHORT),
        ],
        size,
    )
    used = rows[status == GIVEN]
    direction = np.zeros(size, dtype=np.int64)
    figures = _unrounded(index, numbers)
    direction[status == GIVEN] = trend_arrow(figures[used], intervals.low_95[used], intervals.high_95[used])
    polarity = np.array([one.definition.polarity if one.definition else 0 for one in series], dtype=np.int64)
    return Trend(direction, better_or_worse(direction, polarity[index.slice]), status)


def _eras(index: Index, series: Sequence[Series]) -> Ints:
    """Per row how many of the breaks that its definition names lie before it."""
    found = np.zeros(len(index.value), dtype=np.int64)
    first = np.array([period.first for period in index.periods], dtype=np.int64)[index.period]
    for number, one in enumerate(series):
        for code in one.definition.metadata.breaks if one.definition else ():
            found += (index.slice == number) & (first >= parse_period(code).first)
    return found


def _unrounded(index: Index, numbers: Numbers) -> Floats:
    return floats(np.where(numbers.is_share, numbers.share * numbers.times, index.value))


def _five(index: Index) -> Ints:
    """Per row the rows of the same period five years running, oldest first; -1 where nothing is shown."""
    place = {(one.first, one.last): number for number, one in enumerate(index.periods)}
    earlier = np.array([place.get((one.first - 4, one.last - 4), -1) for one in index.periods], dtype=np.int64)
    columns, period = [], index.period
    for _ in range(POINTS):
        columns.append(index.rows(index.slice, index.area, period))
        period = np.where(period >= 0, earlier[period], -1)
    return np.stack(columns[::-1], axis=1)
