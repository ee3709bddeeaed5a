"""Waiting times of a period, from everyone who waits in it: also those who wait still.

The period curve: whoever waits in the period is at risk from the day already waited when it begins (delayed entry) to
the day waited when it ends, the help starts or the referral is withdrawn. So it tells how long one would wait if the
whole wait went as it goes in this period, where the waits that ended in it tell of the past and of the quick ones.
Withdrawal competes with help; it is not censoring.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from graadmeter.domain.intervals import Z_95
from graadmeter.statistics.arrays import Ints
from graadmeter.statistics.incidence import incidence, incidence_quantile, share_by
from graadmeter.statistics.risk import CENSORED, RiskTable, risk_table
from graadmeter.statistics.survival import Interval

STARTED = 1
WITHDRAWN = 2

ENOUGH = 20
"""So many waits must have ended with help for a 90th percentile of a period by itself; own rule."""

NEVER = np.iinfo(np.int64).max // 4
"""A day that has not come: for those who have not started, or not withdrawn."""


@dataclass(frozen=True, slots=True)
class Waits:
    """What one period saw of each wait that was open in it; days waited, the day of referral is day 0."""

    entry: Ints
    """Day of the wait after which it was seen: one less than the days waited when the period began, or -1."""
    left: Ints
    """Day of the wait on which it was last seen, or ended."""
    outcome: Ints
    """0 still waiting at the end of the period, 1 help started, 2 withdrawn."""

    @property
    def table(self) -> RiskTable:
        """The risk table by days waited."""
        return risk_table(self.left, self.outcome, entry=self.entry)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The waiting times of a period; the moments are days since the referral."""

    people: int
    """Waits open in the period: what the figures rest on."""
    started: int
    withdrawn: int
    still_waiting: int
    """At the end of the last day."""
    thinnest: int
    """Fewest at risk on any day with an event up to the median: where this is small, one wait moves everything."""
    median: Interval
    """Day by which half of all who were referred have help; None when it never comes to half."""
    p90: Interval
    within_norm: Interval
    """Share that has help within the norm, with an interval; those who wait still are in it."""
    withdrawn_by_norm: Interval
    """Share that has withdrawn by then."""


def period_waits(referred: ArrayLike, started: ArrayLike, withdrawn: ArrayLike, first: int, last: int) -> Waits:
    """The waits open on any day from `first` to `last`; all moments are day numbers, `NEVER` for what did not happen.

    Who started and withdrew counts by what came first, and as started on the same day. A start before the referral
    makes no wait. To pool the periods of a small provider, give the first day of the first and the last of the last.
    """
    begin, start, stop = (np.asarray(days, dtype=np.int64) for days in (referred, started, withdrawn))
    end = np.minimum(start, stop)
    open_then = (begin <= last) & (end >= first) & (end >= begin)
    begin, start, end = begin[open_then], start[open_then], end[open_then]
    what = np.where(end > last, CENSORED, np.where(start == end, STARTED, WITHDRAWN))
    return Waits(np.maximum(first - begin, 0) - 1, np.minimum(end, last) - begin, what)


def pooled(
    referred: ArrayLike,
    started: ArrayLike,
    withdrawn: ArrayLike,
    periods: Sequence[tuple[int, int]],
    *,
    enough: int = ENOUGH,
) -> tuple[Waits, int]:
    """The waits of the last period, or of the last few together, and of how many.

    `periods` are the first and last days of adjoining periods, oldest first. Periods are added, up to all that are
    given (four, as a rule), until `enough` have started: the 90th percentile of fewer jumps. Raises ValueError when
    there is no period.
    """
    if not periods:
        raise ValueError("no period")
    many = 1
    found = period_waits(referred, started, withdrawn, *periods[-1])
    while many < len(periods) and (found.outcome == STARTED).sum() < enough:
        many += 1
        found = period_waits(referred, started, withdrawn, periods[-many][0], periods[-1][1])
    return found, many


def waiting(waits: Waits, norm: float, *, z: float = Z_95) -> Waiting:
    """Median, 90th percentile and share within `norm` days of a period's waits, each with its interval."""
    table = waits.table
    help_, gone = incidence(table, STARTED), incidence(table, WITHDRAWN)
    outcome, median = waits.outcome, incidence_quantile(help_, 0.5, z=z)
    up_to = table.at_risk[table.times <= (np.inf if median.value is None else median.value)]
    return Waiting(
        people=int(outcome.size),
        started=int((outcome == STARTED).sum()),
        withdrawn=int((outcome == WITHDRAWN).sum()),
        still_waiting=int((outcome == CENSORED).sum()),
        thinnest=int(up_to.min(initial=outcome.size)),
        median=median,
        p90=incidence_quantile(help_, 0.9, z=z),
        within_norm=share_by(help_, norm, z=z),
        withdrawn_by_norm=share_by(gone, norm, z=z),
    )
