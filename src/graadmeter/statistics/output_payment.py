"""Output-based payment replayed: what a fixed sum per profile would have paid for last year's trajectories.

Each trajectory that closed gets the sum of its profile (case-mix group) instead of what was claimed for it. Chance is
shown by the bootstrap over the trajectories of a provider or group: it might as well have had others like these. For n
independent trajectories the variance of the result is n x variance(cost - tariff); the bootstrap must give the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Ints

LOSS = 0.05
"""A loss above this share of what was claimed endangers a provider; own rule."""

DRAWS = 1999

_CHUNK = 4_000_000
"""Numbers drawn at a time: it bounds memory."""


@dataclass(frozen=True, slots=True)
class Trajectory:
    """One closed trajectory: who gave it, its profile, and what was paid for it by effort."""

    provider: str
    profile: str
    cost: float


@dataclass(frozen=True, slots=True)
class Result:
    """What output-based payment would have meant for a provider or profile."""

    name: str
    trajectories: int
    by_effort: float
    by_output: float
    low: float
    high: float
    """95 % bootstrap interval of the difference `by_output - by_effort`."""
    error: float
    """Standard error of the difference: the square root of n x variance(cost - tariff)."""
    chance_of_loss: float
    """Share of the draws with a loss above `LOSS` of what was claimed."""

    @property
    def difference(self) -> float:
        """What would have been paid more (or, negative, less)."""
        return self.by_output - self.by_effort


def mean_tariffs(trajectories: Sequence[Trajectory]) -> dict[str, float]:
    """The sum per profile that would have cost as much as was claimed: the mean cost of each profile."""
    costs: dict[str, list[float]] = {}
    for one in trajectories:
        costs.setdefault(one.profile, []).append(one.cost)
    return {profile: float(np.mean(each)) for profile, each in sorted(costs.items())}


def simulate(
    trajectories: Sequence[Trajectory], tariffs: Mapping[str, float], *, by: str, seed: int, draws: int = DRAWS
) -> list[Result]:
    """The result of each provider (`by='provider'`) or profile (`by='profile'`), by name.

    Draws follow from the seed and the name, so another provider more or less changes nothing for the rest.
    By profile one sees on which clients a provider would gain: the risk of picking. Raises KeyError when a profile has
    no tariff.
    """
    groups: dict[str, list[Trajectory]] = {}
    for one in trajectories:
        groups.setdefault(one.provider if by == "provider" else one.profile, []).append(one)
    return [
        _result(name, groups[name], tariffs, np.random.default_rng([seed, *name.encode()]), draws)
        for name in sorted(groups)
    ]


def _result(
    name: str, own: Sequence[Trajectory], tariffs: Mapping[str, float], random: np.random.Generator, draws: int
) -> Result:
    ordered = sorted(own, key=lambda one: (one.profile, one.provider, one.cost))
    cost = np.array([one.cost for one in ordered])
    paid = np.array([tariffs[one.profile] for one in ordered])
    differences, costs = _draws(paid - cost, cost, random, draws)
    low, high = np.quantile(differences, (0.025, 0.975))
    return Result(
        name=name,
        trajectories=cost.size,
        by_effort=float(cost.sum()),
        by_output=float(paid.sum()),
        low=float(low),
        high=float(high),
        error=float(np.sqrt(cost.size * np.var(paid - cost, ddof=1))) if cost.size > 1 else 0.0,
        chance_of_loss=float((differences < -LOSS * costs).mean()),
    )


def _draws(gain: Floats, cost: Floats, random: np.random.Generator, draws: int) -> tuple[Floats, Floats]:
    """The total gain and cost of as many trajectories drawn with replacement, so many times."""
    at_once = max(1, _CHUNK // gain.size)
    gains, costs = [], []
    for begin in range(0, draws, at_once):
        chosen: Ints = random.integers(0, gain.size, (min(at_once, draws - begin), gain.size))
        gains.append(gain[chosen].sum(axis=1))
        costs.append(cost[chosen].sum(axis=1))
    return np.concatenate(gains), np.concatenate(costs)
