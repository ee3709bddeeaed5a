"""Aalen-Johansen: which share is in which state at each moment, for any model of states and steps between them.

Aalen & Johansen (1978); the product integral of I + dA. Steps at the same moment are one factor, so ties are exact:
without censoring the shares are those that are counted.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from graadmeter.statistics.arrays import Floats, Ints

UNSEEN = -1
"""Target of a stay of which the end was not seen."""


@dataclass(frozen=True, slots=True)
class Stays:
    """Stays in states: at risk of leaving in (entry, left]; one row each."""

    state: Ints
    target: Ints
    """The next state, or UNSEEN."""
    entry: Floats
    left: Floats


@dataclass(frozen=True, slots=True)
class Occupancy:
    """The share in each state (columns) from each moment (rows) on."""

    times: Floats
    share: Floats
    start: Floats

    def at(self, moment: float) -> Floats:
        """The shares just after the moment."""
        place = int(np.searchsorted(self.times, moment, side="right"))
        return np.asarray(self.share[place - 1] if place else self.start, dtype=np.float64)


def stays(case: ArrayLike, state: ArrayLike, moment: ArrayLike, until: ArrayLike, *, since: float = -np.inf) -> Stays:
    """The stays that follow from a log of steps; time runs from the first step of each case.

    Rows come in any order, but those of one case and moment in the order in which they happened: of these only the
    last state lasts, and counts. `until` is, per row, the moment up to which its case was seen; a state that was
    entered then or later adds no stay. With `since` cases are seen from that moment on (delayed entry): what was left
    by then adds no stay either.
    """
    cases, states = np.asarray(case, dtype=np.int64), np.asarray(state, dtype=np.int64)
    moments, seen = np.asarray(moment, dtype=np.float64), np.asarray(until, dtype=np.float64)
    order = np.lexsort((moments, cases))
    cases, states, moments, seen = cases[order], states[order], moments[order], seen[order]
    first = np.concatenate(([True], cases[1:] != cases[:-1])) if cases.size else np.zeros(0, dtype=bool)
    zero = moments[first][np.cumsum(first) - 1]
    lasts = np.concatenate(((cases[1:] != cases[:-1]) | (moments[1:] != moments[:-1]), [True]))[: cases.size]
    cases, states = cases[lasts], states[lasts]
    moments, seen, zero = moments[lasts], seen[lasts], zero[lasts]
    goes_on = np.concatenate((cases[1:] == cases[:-1], [False]))[: cases.size]
    left = np.where(goes_on, np.roll(moments, -1), seen)
    entry = np.maximum(moments, since)
    kept = left > entry
    target = np.where(goes_on, np.roll(states, -1), UNSEEN)
    return Stays(states[kept], target[kept], (entry - zero)[kept], (left - zero)[kept])


def thinnest(found: Stays, moment: float) -> int:
    """The fewest that were seen just before any step up to the moment, and at the moment itself, in all states."""
    moved = (found.target != UNSEEN) & (found.target != found.state)
    times = np.unique(np.append(found.left[moved & (found.left <= moment)], moment))
    return int(_at_risk(replace(found, state=np.zeros_like(found.state)), times, 1).min())


def aalen_johansen(found: Stays, start: ArrayLike) -> Occupancy:
    """The share in each state over time, of a group that begins divided as `start` says (one number per state, sum 1).

    Raises ValueError when a stay ends at or before its entry.
    """
    begin = np.asarray(start, dtype=np.float64)
    if not (found.entry < found.left).all():
        raise ValueError("a stay ends at or before its entry")
    moved = (found.target != UNSEEN) & (found.target != found.state)
    times, moment = np.unique(found.left[moved], return_inverse=True)
    steps = np.zeros((times.size, begin.size, begin.size))
    np.add.at(steps, (moment, found.state[moved], found.target[moved]), 1.0)
    at_risk = _at_risk(found, times, begin.size)
    rates = np.divide(steps, at_risk[:, :, None], out=np.zeros_like(steps), where=at_risk[:, :, None] > 0)
    stay = 1 - rates.sum(axis=2)
    share = np.zeros((times.size, begin.size))
    now = begin
    for row in range(times.size):
        now = now * stay[row] + now @ rates[row]
        share[row] = now
    return Occupancy(times, share, begin)


def _at_risk(found: Stays, times: Floats, states: int) -> Floats:
    """How many are in each state just before each moment."""
    table = np.zeros((times.size, states))
    for state in range(states):
        here = found.state == state
        come = np.searchsorted(np.sort(found.entry[here]), times, side="left")
        gone = np.searchsorted(np.sort(found.left[here]), times, side="left")
        table[:, state] = come - gone
    return table
