"""Did care use change: the controlled estimate of an effect, its intervals, a second opinion and the word for it."""

from dataclasses import dataclass

import numpy as np

from graadmeter.evaluate.design import Design
from graadmeter.evaluate.shown import Shown
from graadmeter.statistics.arrays import Floats
from graadmeter.statistics.callaway_santanna import group_effects
from graadmeter.statistics.group_effects import overall
from graadmeter.statistics.imputation import impute
from graadmeter.statistics.panel import Panel
from graadmeter.statistics.permuted_starts import PermutedEffect, assignments
from graadmeter.statistics.verdict import CONFIDENCE_80, Verdict, smallest_detectable, verdict

_CONFIDENCE_95 = 0.95


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect per 1,000 youths a quarter, on all starts and after referral by the GP."""

    every: PermutedEffect
    gp: PermutedEffect
    second: float
    """On all starts, by Callaway and Sant'Anna."""
    observed: Floats
    """Per quarter, the mean rate of all starts in the municipalities that start."""
    expected: Floats
    """The same without the intervention."""

    @property
    def wide(self) -> tuple[float, float]:
        """The 95 % interval."""
        return self.every.interval(_CONFIDENCE_95)

    @property
    def narrow(self) -> tuple[float, float]:
        """The 80 % interval."""
        return self.every.interval(CONFIDENCE_80)

    @property
    def verdict(self) -> Verdict:
        """What may be said of it; opposite signs of the two methods are never more than unknown."""
        return verdict(self.wide, self.narrow, self.second)

    @property
    def detectable(self) -> float:
        """The smallest effect that would be found in 80 of 100 cases."""
        return smallest_detectable(self.every.spread, self.every.smallest_p)

    def draws(self, random: np.random.Generator, number: int) -> Floats:
        """Effects that chance could have made of this one: each with the error of another assignment of the starts."""
        errors = (self.every.effects - self.every.effect * self.every.ones)[1:]
        return np.asarray(self.every.effect - random.choice(errors, size=number), dtype=np.float64)


def effect(plan: Design, found: Shown, seed: int) -> Effect:
    """The effect on all care and on that after referral by the GP, by the same assignments of the starts.

    Raises UnusablePanel when the panel cannot tell one; `plan` must not be refused.
    """
    every, gp = plan.rates(found.every, found), plan.rates(found.gp, found)
    panel = Panel(plan.units, plan.quarters, every, plan.start)
    tried, starters = assignments(panel, seed), panel.starters
    return Effect(
        tried.effect(every),
        tried.effect(gp),
        overall(group_effects(panel))[0],
        every[starters].mean(axis=0),
        impute(panel).expected[starters].mean(axis=0),
    )
