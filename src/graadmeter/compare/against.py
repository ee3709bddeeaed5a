"""A figure beside another area's: the other's value, the class of the difference, and why there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.compare.codes import GIVEN, reason_words, reasons, words
from graadmeter.compare.index import Index
from graadmeter.compare.intervals import rounded
from graadmeter.compare.numbers import Numbers
from graadmeter.compare.series import Series
from graadmeter.domain.comparison import STANDINGS, Comparator, Reason
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats
from graadmeter.statistics.funnel import share_class


@dataclass(frozen=True, slots=True)
class Against:
    """Per row the benchmark in the unit of the figure, the class (-2 to 2) and the number of a reason."""

    value: Floats
    rank: Ints
    status: Ints

    def columns(self, name: Comparator) -> dict[str, pa.Array]:
        """The columns of a comparison."""
        known = self.status == GIVEN
        return {
            f"{name}_value": rounded(self.value, 2, known),
            f"{name}_class": words(self.rank + 2, STANDINGS, known),
            f"{name}_status": reason_words(self.status),
        }


def comparable(index: Index, series: Sequence[Series]) -> tuple[Bools, Bools]:
    """Whether the rows are plain shares, and whether of the largest few, of which every area has its own."""
    share = np.array([one.is_share for one in series], dtype=np.bool_)
    largest = np.array([one.measure is not None and one.measure.top is not None for one in series], dtype=np.bool_)
    return share[index.slice], largest[index.slice]


def unfit(index: Index, series: Sequence[Series], numbers: Numbers) -> list[tuple[Bools, Reason]]:
    """Why rows can be compared with nothing at all, the first reason first."""
    share, largest = comparable(index, series)
    return [
        (numbers.is_count, Reason.SIZE),
        (largest, Reason.OWN_LARGEST),
        (~share | (numbers.status != GIVEN), Reason.NO_INTERVAL),
    ]


def judged(numbers: Numbers, benchmark: Floats, cases: list[tuple[Bools, Reason]]) -> Against:
    """Rows against a benchmark share (0-1); `cases` say where and why not, a missing benchmark is NOT_SHOWN."""
    size = len(numbers.count)
    status = reasons([*cases, (~np.isfinite(benchmark), Reason.NOT_SHOWN)], size)
    given = status == GIVEN
    rank = np.zeros(size, dtype=np.int64)
    rank[given] = share_class(numbers.count[given], numbers.base[given], benchmark[given])
    return Against(floats(benchmark * numbers.times), rank, status)


def against_area(
    index: Index,
    numbers: Numbers,
    others: Mapping[str, str],
    cases: list[tuple[Bools, Reason]],
) -> Against:
    """Every row against the same figure of one other area: `others` by the code of the area; none is OTHER_LEVEL.

    The value given is the published one; the class uses the unrounded share where that is known.
    """
    named = np.array([code in others for code in index.areas], dtype=np.bool_)
    itself = np.array([others.get(code) == code for code in index.areas], dtype=np.bool_)
    row = _rows(index, others)
    found = judged(
        numbers,
        _share(index, numbers, row),
        [(~named[index.area], Reason.OTHER_LEVEL), (itself[index.area], Reason.ITSELF), *cases],
    )
    value = np.where(row >= 0, index.value[row], np.nan)
    return Against(floats(value), found.rank, found.status)


def share_elsewhere(index: Index, numbers: Numbers, area: str) -> Floats:
    """The share (0-1) of one area in the series and period of every row; NaN where it is not published."""
    return _share(index, numbers, _rows(index, dict.fromkeys(index.areas, area)))


def _rows(index: Index, others: Mapping[str, str]) -> Ints:
    """The row of the other area with the series and period of every row, -1 where nothing is shown."""
    places = {code: number for number, code in enumerate(index.areas)}
    other = np.array([places.get(others.get(code, ""), -1) for code in index.areas], dtype=np.int64)
    return index.rows(index.slice, other[index.area], index.period)


def _share(index: Index, numbers: Numbers, row: Ints) -> Floats:
    share = np.where(np.isfinite(numbers.share), numbers.share, index.value / numbers.times)
    return floats(np.where(row >= 0, share[row], np.nan))
