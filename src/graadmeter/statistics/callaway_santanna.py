"""The effect per group of starters and period, against units that did not start (yet): Callaway and Sant'Anna.

Source: Callaway & Sant'Anna (2021), without covariates. A period after the start is compared with the last one before
it; a period before the start with the one before that, which shows whether the trends were parallel. Standard errors
follow from the influence of each unit.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Ints
from graadmeter.statistics.panel import Panel, UnusablePanel

Controls = Literal["never", "not yet"]


@dataclass(frozen=True, slots=True)
class GroupEffects:
    """One effect per start (`group`) and period (`time`), all arrays of one length, by group and time."""

    group: Ints
    time: Ints
    effect: Floats
    influence: Floats
    """Units x effects: what each unit does to each effect, times the number of units."""
    start: Ints
    """The start of each unit."""

    @property
    def error(self) -> Floats:
        """Standard errors, clustered by unit."""
        return standard_error(self.influence)


def standard_error(influence: Floats) -> Floats:
    """The standard error that follows from the influence of each unit (rows) on each figure (columns)."""
    return np.asarray(np.sqrt((influence**2).sum(axis=0)) / influence.shape[0], dtype=np.float64)


def group_effects(panel: Panel, controls: Controls = "not yet") -> GroupEffects:
    """The effect per group and period, also of periods before the start (where it should be about zero).

    `controls` are the units that never start, or all that have not started in the period and its base. Effects nobody
    can be compared for are left out. Raises UnusablePanel when that leaves none.
    """
    group, time, effect, influence = [], [], [], []
    for start in panel.groups:
        for period in panel.periods[1:]:
            base = min(start, period) - 1
            compared = _controls(panel, start, period, controls)
            if not compared.any():
                continue
            change = panel.outcome[:, panel.column(period)] - panel.outcome[:, panel.column(base)]
            own, its = _mean(change, panel.start == start)
            others, theirs = _mean(change, compared)
            group.append(start)
            time.append(period)
            effect.append(own - others)
            influence.append(its - theirs)
    if not effect:
        raise UnusablePanel("every unit starts within the panel: compare with units that have not started yet")
    return GroupEffects(
        np.array(group), np.array(time), np.array(effect), np.column_stack(influence), np.array(panel.start)
    )


def _controls(panel: Panel, start: int, period: int, controls: Controls) -> Bools:
    if controls == "never":
        return ~panel.starters
    return np.asarray((panel.start > period) & (panel.start != start))


def _mean(change: Floats, which: Bools) -> tuple[float, Floats]:
    """The mean of these units and the influence of every unit on it."""
    mean = float(change[which].mean())
    return mean, np.where(which, (change - mean) * (which.size / which.sum()), 0.0)
