"""Cumulative incidence: the share to whom each of several competing things has happened by a moment.

The Aalen-Johansen estimator for competing risks (Aalen 1978; Kalbfleisch & Prentice 1980); variance of Dinse & Larson
(1986), which is Greenwood's when there is one outcome. What competes is never censoring: 1 - Kaplan-Meier of one
outcome alone is too high.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.domain.intervals import Z_95
from graadmeter.statistics.arrays import Floats
from graadmeter.statistics.risk import RiskTable
from graadmeter.statistics.survival import Curve, Interval, Scale, band, kaplan_meier, quantile


@dataclass(frozen=True, slots=True)
class Incidence:
    """The incidence of one outcome: constant between the moments, 0 before the first."""

    times: Floats
    share: Floats
    """The share to whom it has happened at each moment."""
    variance: Floats


def incidence(table: RiskTable, outcome: int) -> Incidence:
    """The cumulative incidence of an outcome (1, 2, ...); one that never occurs has incidence 0."""
    events = table.events[:, outcome - 1] if outcome <= table.events.shape[1] else np.zeros(table.times.size)
    curve = kaplan_meier(table)
    before = np.concatenate(([1.0], curve.share[:-1])) if table.times.size else curve.share
    share = np.cumsum(before * events / table.at_risk)
    return Incidence(table.times, share, _variance(table, before, events, share))


def share_by(found: Incidence, moment: float, *, z: float = Z_95) -> Interval:
    """The share to whom it has happened by the moment, with its interval on the log-log scale of the rest.

    Who has not come that far is in it, for as long as they were seen. The limits are None where it has happened to
    nobody yet or to everybody: then nothing is known of the variance.
    """
    place = int(np.searchsorted(found.times, moment, side="right")) - 1
    if place < 0:
        return Interval(0.0, None, None)
    low, high = band(_rest(found), Scale.LOG_LOG, z=z)
    limits = (None if np.isnan(limit[place]) else 1 - float(limit[place]) for limit in (high, low))
    return Interval(float(found.share[place]), *limits)


def incidence_quantile(found: Incidence, part: float, *, z: float = Z_95) -> Interval:
    """The moment by which it has happened to `part` of all who began; None where it never comes to so many."""
    return quantile(_rest(found), part, Scale.LOG_LOG, z=z)


def _rest(found: Incidence) -> Curve:
    """To whom it has not happened, as a curve: what the intervals of a survival curve are made for."""
    rest = 1 - found.share
    known = rest > 0
    return Curve(found.times, rest, np.where(known, found.variance / np.where(known, rest, 1.0) ** 2, np.inf))


def _variance(table: RiskTable, before: Floats, events: Floats, share: Floats) -> Floats:
    at_risk, ended = table.at_risk, table.ended
    left = at_risk - ended
    end = np.where(left > 0, ended / (at_risk * np.where(left > 0, left, 1.0)), 0.0)
    own = before**2 * events * (at_risk - events) / at_risk**3
    both = before * events / at_risk**2
    variance: Floats = (
        share**2 * np.cumsum(end)
        - 2 * share * np.cumsum(end * share)
        + np.cumsum(end * share**2)
        + np.cumsum(own)
        - 2 * (share * np.cumsum(both) - np.cumsum(both * share))
    )
    return np.asarray(np.maximum(variance, 0.0), dtype=np.float64)
