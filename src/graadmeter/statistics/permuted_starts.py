"""How large an effect chance gives when the same starts fall to other units, and the effects that fit what was seen.

Source: Fisher (1935) for the test; the interval holds every constant effect that the test does not reject
(Rosenbaum 2002). It needs one assumption: any unit could have had any of the starts. All assignments are enumerated
when they are few, and drawn otherwise. Few units give few assignments: then no interval of high confidence has ends.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, factorial, floor, prod

import numpy as np

from graadmeter.statistics.arrays import Floats, Ints
from graadmeter.statistics.imputation import effect_weights, refuse_without_others
from graadmeter.statistics.panel import Panel

DRAWS = 999
ENUMERATED = 5_000
"""Below this number all assignments are tried."""

_SAME = 1e-9
_CHUNK = 4_000_000
"""Weights found at a time: it bounds memory."""


@dataclass(frozen=True, slots=True)
class PermutedEffect:
    """The effect and what it is under each assignment of the starts; the first assignment is the real one."""

    effects: Floats
    ones: Floats
    """The effect that each assignment gives when the real one has an effect of exactly 1 and there is no chance."""

    @property
    def effect(self) -> float:
        """The effect by the real starts."""
        return float(self.effects[0])

    @property
    def smallest_p(self) -> float:
        """What `p` would be at its best: no conclusion at a smaller level is possible."""
        return 1 / self.effects.size

    @property
    def spread(self) -> float:
        """How much the effect varies by chance: its standard deviation when the effect found is taken away first."""
        return float((self.effects - self.effect * self.ones)[1:].std())

    def p(self, effect: float = 0.0) -> float:
        """The chance of an estimate at least as far away when this is the effect."""
        away = np.abs(self.effects - effect * self.ones)
        return float((away >= away[0] - _SAME * np.abs(self.effects).max()).mean())

    def interval(self, confidence: float) -> tuple[float, float]:
        """Lowest and highest constant effect that is not rejected; endless where there are too few assignments."""
        rejected = floor(round((1 - confidence) * self.effects.size, 9))
        low, high = self._reach()
        return float(np.sort(low)[rejected]), float(np.sort(high)[-1 - rejected])

    def _reach(self) -> tuple[Floats, Floats]:
        """Per assignment, between which effects its estimate is at least as far away as the real one."""
        told = np.abs(self.ones) < 1 - _SAME
        ones = np.where(told, self.ones, 0.0)
        ends = np.array([(self.effect - self.effects) / (1 - ones), (self.effect + self.effects) / (1 + ones)])
        return np.where(told, ends.min(axis=0), -np.inf), np.where(told, ends.max(axis=0), np.inf)


@dataclass(frozen=True, slots=True)
class Assignments:
    """The weights of every outcome under each assignment of the starts: for all outcomes of the same units."""

    weights: Floats
    ones: Floats
    enumerated: bool

    def effect(self, outcome: Floats) -> PermutedEffect:
        """The effect on this outcome (units x periods)."""
        return PermutedEffect(self.weights @ outcome.ravel(), self.ones)


def assignments(panel: Panel, seed: int, draws: int = DRAWS) -> Assignments:
    """All assignments of the starts to units when fewer than `ENUMERATED`, or `draws` of them; the real one is first.

    Raises UnusablePanel when in some period every unit has started.
    """
    refuse_without_others(panel)
    counts = Counter(panel.start.tolist())
    few = factorial(panel.start.size) // prod(factorial(number) for number in counts.values()) < ENUMERATED
    if few:
        real = panel.start.tolist()
        others = np.array([one for one in _every(dict(sorted(counts.items()))) if one != real])
    else:
        others = np.random.default_rng(seed).permuted(np.tile(panel.start, (draws, 1)), axis=1)
    starts: Ints = np.concatenate((panel.start[None], others))
    parts = np.array_split(starts, ceil(starts.size * panel.periods.size / _CHUNK))
    weights = np.concatenate([effect_weights(part, panel.periods) for part in parts]).reshape(starts.shape[0], -1)
    return Assignments(weights, weights @ panel.treated.ravel().astype(np.float64), few)


def _every(counts: dict[int, int]) -> Iterator[list[int]]:
    """Every order of the starts, each so many times as counted."""
    if not any(counts.values()):
        yield []
    for start, number in counts.items():
        if number:
            yield from ([start, *rest] for rest in _every(counts | {start: number - 1}))
