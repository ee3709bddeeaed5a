"""The directly standardised rate: what the rate would be if the population had the age mix of the standard."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.byar import byar
from graadmeter.statistics.normal import CONFIDENCE_95

FEWEST = 10
"""With fewer events the rate is not given: the interval would not hold what it promises."""


@dataclass(frozen=True, slots=True)
class Standardised:
    """A standardised rate with its interval; NaN where it is not given."""

    value: Floats
    low: Floats
    high: Floats


def directly_standardised(
    count: Numbers,
    population: Numbers,
    weight: Numbers,
    *,
    variance: Numbers | None = None,
    confidence: float = CONFIDENCE_95,
    multiplier: float = 1,
) -> Standardised:
    """The rate of each area, its strata along the last axis; `weight` is the standard population of each stratum.

    `variance` is the variance of each count: the count itself by default. When one person can have several events,
    it is the sum of (events of a person) squared over the persons, `repeated_events`. NaN with fewer than ten events.

    Source: Dobson, Kuulasmaa, Eberle and Scherer (1991), in the form of PHEindicatormethods 2.1.0.
    """
    o, n, w = np.broadcast_arrays(floats(count), floats(population), floats(weight))
    spread = o if variance is None else floats(variance)
    whole = w.sum(axis=-1)
    value = (w * o / n).sum(axis=-1) / whole
    error = (w * w * spread / (n * n)).sum(axis=-1) / (whole * whole)
    total = o.sum(axis=-1)
    enough = np.where(total >= FEWEST, total, np.nan)
    low, high = byar(enough, confidence)
    times = np.sqrt(error / enough)
    given = np.where(total >= FEWEST, value, np.nan)
    return Standardised(
        floats(given * multiplier),
        floats((given + times * (low - enough)) * multiplier),
        floats((given + times * (high - enough)) * multiplier),
    )


def repeated_events(persons: Numbers, events: Numbers) -> Floats:
    """The variance of a number of events when `persons` have `events` each; the numbers of events on the last axis.

    Persons are independent, their events are not: a person with three trajectories counts for nine.
    Source: Stukel, Glynn, Fisher, Sharp, Lu-Yao and Wennberg (1994), as PHEindicatormethods has it.
    """
    return floats((floats(persons) * floats(events) ** 2).sum(axis=-1))
