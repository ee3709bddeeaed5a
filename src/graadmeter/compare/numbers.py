"""The exact numbers behind published shares, from what is published: counts beside them, and inhabitants."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.compare.codes import GIVEN, reasons
from graadmeter.compare.index import Index
from graadmeter.compare.inhabitants import Inhabitants
from graadmeter.compare.series import Series
from graadmeter.domain.comparison import Reason
from graadmeter.domain.indicators import Unit
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats

_ROUNDING = 0.05
"""Shares are published to one decimal."""
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Numbers:
    """Per row the number above and below the line (NaN where not known), and why there is none."""

    count: Floats
    base: Floats
    times: Floats
    """What count / base is multiplied by."""
    is_share: Bools
    is_count: Bools
    status: Ints
    """Per row the number of a reason: GIVEN, or why no interval can be given."""

    @property
    def share(self) -> Floats:
        """The unrounded share (0-1), NaN for what is none."""
        return floats(np.where(self.is_share, self.count / np.where(self.base > 0, self.base, np.nan), np.nan))


def numbers_of(index: Index, series: Sequence[Series], persons: Inhabitants) -> Numbers:
    """The numbers of every row."""
    is_share = np.array([one.is_share for one in series], dtype=np.bool_)[index.slice]
    is_count = np.array([one.is_count for one in series], dtype=np.bool_)[index.slice]
    times = np.array([float(Unit(one.slice.unit).multiplier) for one in series])[index.slice]
    base = _published(index, series, lambda one: one.base)
    base = np.where(np.isnan(base), _of_inhabitants(index, series, persons), base)
    count = _published(index, series, lambda one: one.count)
    count = np.where(np.isnan(count) & is_share, _only_possible(index.value, base, times), count)
    count = np.where(is_count, index.value, count)
    base = np.where(is_count, np.nan, base)
    exact = np.abs(count * times - index.value * base) <= (_ROUNDING + _SLACK) * base
    amount = np.array([one.slice.unit == Unit.EURO for one in series], dtype=np.bool_)[index.slice]
    cases = (
        (amount, Reason.AMOUNT),
        (~is_share & ~is_count, Reason.DERIVED),
        (is_share & ~(base > 0), Reason.NO_BASE),
        (is_share & np.isnan(count), Reason.NO_COUNT),
        (is_share & ~exact, Reason.NOT_EXACT),
    )
    status = reasons(cases, len(index.value))
    given = status == GIVEN
    count, base = np.where(given, count, np.nan), np.where(given, base, np.nan)
    return Numbers(floats(count), floats(base), floats(times), is_share, is_count, status)


def _published(index: Index, series: Sequence[Series], places: Callable[[Series], tuple[int, ...]]) -> Floats:
    """The number that one of the candidate series publishes for the area and period of each row."""
    found = np.full(len(index.value), np.nan)
    for rank in range(max((len(places(one)) for one in series), default=0)):
        wanted = np.array([(*places(one), -1)[min(rank, len(places(one)))] for one in series], dtype=np.int64)
        row = index.rows(wanted[index.slice], index.area, index.period)
        found = np.where(np.isnan(found) & (row >= 0), index.value[row], found)
    return floats(found)


def _of_inhabitants(index: Index, series: Sequence[Series], persons: Inhabitants) -> Floats:
    """The inhabitants below the line of each row; NaN for what is no share of inhabitants."""
    found = np.full(len(index.value), np.nan)
    for kind in sorted({one.inhabitants for one in series if one.inhabitants is not None}):
        mine = np.array([one.inhabitants == kind for one in series], dtype=np.bool_)[index.slice]
        found = np.where(mine, persons.of(kind), found)
    return floats(found)


def _only_possible(value: Floats, base: Floats, times: Floats) -> Floats:
    """The one whole number that gives the rounded share; NaN when several do."""
    low = np.ceil((value - _ROUNDING) * base / times - _SLACK)
    high = np.ceil((value + _ROUNDING) * base / times - _SLACK) - 1
    return floats(np.where(low == high, low, np.nan))
