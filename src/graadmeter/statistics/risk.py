"""Risk tables: who is at risk on each day on which something happened, and what happened to how many."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from graadmeter.statistics.arrays import Floats

CENSORED = 0
"""Outcome of a spell of which the end was not seen."""


@dataclass(frozen=True, slots=True)
class RiskTable:
    """Everything a survival method needs to know of the spells; row i is the i-th moment with an event."""

    times: Floats
    at_risk: Floats
    """Spells that had entered before the moment and had not left before it."""
    events: Floats
    """Events by moment (rows) and outcome 1, 2, ... (columns)."""

    @property
    def ended(self) -> Floats:
        """Events of any outcome at each moment."""
        return np.asarray(self.events.sum(axis=1), dtype=np.float64)


def risk_table(
    left: ArrayLike, outcome: ArrayLike, *, entry: ArrayLike | None = None, count: ArrayLike | None = None
) -> RiskTable:
    """The risk table of spells that are at risk in (entry, left] and end there with an outcome.

    `left` and `entry` are moments in any one unit (without `entry` all are at risk from the start on), `outcome` is 0
    when the end was not seen and else the number of what happened. `count` says for how many spells a row stands.
    Who leaves unseen at a moment still is at risk of what happens at it. Raises ValueError when a spell leaves at or
    before its entry, or an outcome or count is negative.
    """
    end = np.asarray(left, dtype=np.float64)
    what = np.asarray(outcome, dtype=np.int64)
    begin = np.full(end.shape, -np.inf) if entry is None else np.asarray(entry, dtype=np.float64)
    many = np.ones(end.shape) if count is None else np.asarray(count, dtype=np.float64)
    if not (begin < end).all():
        raise ValueError("a spell leaves at or before its entry")
    if (what < 0).any() or (many < 0).any():
        raise ValueError("an outcome or a count is negative")
    seen = (what > CENSORED) & (many > 0)
    times, moment = np.unique(end[seen], return_inverse=True)
    events = np.zeros((times.size, int(what.max(initial=1))))
    np.add.at(events, (moment, what[seen] - 1), many[seen])
    return RiskTable(times, _before(begin, many, times) - _before(end, many, times), events)


def _before(moments: Floats, many: Floats, times: Floats) -> Floats:
    """How many of the moments lie before each time."""
    order = np.argsort(moments, kind="stable")
    sums = np.concatenate(([0.0], np.cumsum(many[order])))
    return np.asarray(sums[np.searchsorted(moments[order], times, side="left")], dtype=np.float64)
