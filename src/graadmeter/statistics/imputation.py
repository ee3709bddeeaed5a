"""The effect as the difference with what is expected from the units and periods without the intervention.

Source: Borusyak, Jaravel & Spiess (2024). A level per unit and per period is fitted to all outcomes without the
intervention and filled in for those with it. The effect is linear in the outcome: effects per form of help add up to
the effect on the total, so what moves from one form to another is seen. That holds for levels, not for logarithms.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Ints
from graadmeter.statistics.panel import Panel, UnusablePanel


@dataclass(frozen=True, slots=True)
class Imputation:
    """The effect and what would have been."""

    effect: float
    """Mean over all units and periods with the intervention."""
    by_time_since_start: dict[int, float]
    """The same by periods since the start; 0 is the first with the intervention."""
    expected: Floats
    """Units x periods: the outcome without the intervention, by the levels of unit and period."""


def impute(panel: Panel) -> Imputation:
    """The effect on all that had the intervention.

    Raises UnusablePanel when in some period every unit has started.
    """
    treated = panel.treated
    refuse_without_others(panel)
    unit, period = _levels(~treated[None], np.where(treated, 0.0, panel.outcome)[None])
    expected = unit[0][:, None] + period[0]
    more = panel.outcome - expected
    since = (panel.periods - panel.start[:, None])[treated]
    by_time = {int(key): float(more[treated][since == key].mean()) for key in np.unique(since)}
    return Imputation(float(more[treated].mean()), by_time, expected)


def effect_weights(start: Ints, periods: Ints) -> Floats:
    """What each outcome counts for in the effect, for many assignments of starts (assignments x units) at once.

    Assignments x units x periods. The effect is the sum of weight x outcome. In every period of every assignment some
    unit must be without the intervention.
    """
    treated = periods >= start[:, :, None]
    own = treated / treated.sum(axis=(1, 2), keepdims=True)
    unit, period = _levels(~treated, own)
    return np.asarray(np.where(treated, own, -(unit[:, :, None] + period[:, None, :])), dtype=np.float64)


def refuse_without_others(panel: Panel) -> None:
    """Raises UnusablePanel when in some period every unit has started."""
    nobody = panel.treated.all(axis=0)
    if nobody.any():
        raise UnusablePanel(
            f"from period {panel.periods[nobody][0]} on every unit has the intervention: leave these periods out"
        )


def _levels(seen: Bools, values: Floats) -> tuple[Floats, Floats]:
    """The levels of units and periods of which the sums over what is seen are those of `values`, for many at once.

    Units are taken out of the equations first, so that only periods are left to solve for. Levels of periods add up to
    zero.
    """
    periods = seen.shape[2]
    counted = seen.astype(np.float64)
    per_unit, mean = counted.sum(axis=2), values.sum(axis=2)
    shared = counted / per_unit[:, :, None]
    system = np.eye(periods) * counted.sum(axis=1)[:, None, :] - counted.transpose(0, 2, 1) @ shared + 1 / periods
    right = values.sum(axis=1) - np.vecmat(mean, shared)
    period = np.linalg.solve(system, right[:, :, None])[:, :, 0]
    return np.asarray(mean / per_unit - np.matvec(shared, period)), np.asarray(period)
