"""What it saved: the naive sum, labelled so, and the controlled saving by draws of effect and price."""

from dataclasses import dataclass

import numpy as np

from graadmeter.evaluate.shown import Shown
from graadmeter.statistics.arrays import Floats

DRAWS = 10_000
_FEWEST_PRICES = 5
"""Municipalities with both claims and starts shown, without which the spread of the price cannot be told."""


@dataclass(frozen=True, slots=True)
class Naive:
    """Everyone who was not referred on as if that were a trajectory avoided: an upper limit, and no evidence."""

    fewer: float
    """Young people seen and not referred on."""
    price: float
    """Euros per started trajectory."""

    @property
    def avoided(self) -> float:
        """Euros that would have been avoided."""
        return self.fewer * self.price


@dataclass(frozen=True, slots=True)
class Saving:
    """The net saving over the draws, in euros."""

    median: float
    low: float
    high: float
    chance: float
    """Share of draws in which benefit exceeds cost."""
    break_even: float
    """The effect per 1,000 youths a quarter at which they are equal."""


def not_referred(found: Shown, area: str, year: int) -> float | None:
    """Young people seen in the year and not referred on; None when that is not shown."""
    seen, share = found.seen.shown.get((area, year * 4)), found.referred.shown.get((area, year * 4))
    return None if seen is None or share is None else seen * (1 - share / 100)


def cost(found: Shown, area: str, year: int) -> float | None:
    """Euros that interventions cost in the year; None when that is not shown."""
    seen, each = found.seen.shown.get((area, year * 4)), found.cost_per_seen.shown.get((area, year * 4))
    return None if seen is None or each is None else seen * each


def price(found: Shown, area: str, year: int) -> float | None:
    """Euros claimed in the year per trajectory begun in it: sum over sum; None when either is not shown."""
    claimed, begun = found.claimed.shown.get((area, year * 4)), found.starts.shown.get((area, year * 4))
    return None if claimed is None or not begun else claimed / begun


def price_draws(found: Shown, municipalities: tuple[str, ...], year: int, random: np.random.Generator) -> Floats | None:
    """Prices that chance could have made: the same, of municipalities drawn with replacement; None with too few."""
    both = [
        (found.claimed.shown.get((one, year * 4)), found.starts.shown.get((one, year * 4))) for one in municipalities
    ]
    known = np.array([pair for pair in both if None not in pair and pair[1]], dtype=np.float64)
    if known.shape[0] < _FEWEST_PRICES:
        return None
    drawn = known[random.integers(0, known.shape[0], size=(DRAWS, known.shape[0]))].sum(axis=1)
    return np.asarray(drawn[:, 0] / drawn[:, 1], dtype=np.float64)


def saving(effects: Floats, exposure: float, prices: Floats, paid: float) -> Saving:
    """The saving of these effects per 1,000 youths a quarter, at these prices.

    `exposure` is how many thousands of youths had the intervention for how many quarters, `paid` what it cost in euros.
    Effect and price are drawn apart, since what is known of the one says nothing of the other.
    """
    net = -effects * exposure * prices - paid
    low, median, high = np.quantile(net, [0.1, 0.5, 0.9])
    even = -paid / (exposure * float(np.median(prices)))
    return Saving(float(median), float(low), float(high), float((net > 0).mean()), even)
