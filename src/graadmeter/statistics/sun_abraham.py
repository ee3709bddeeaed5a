"""Effects by group of starters and time since the start in one regression, averaged by how many had them.

Source: Sun & Abraham (2021), the interaction-weighted estimator, as in the R package fixest (`sunab`): shares of groups
count as known. The period before the start is what others are compared with; units that never start are the controls.
Unlike the other estimators it takes covariates that change over time. A covariate that the intervention changes must
stay out: part of the effect would go into it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Ints
from graadmeter.statistics.panel import Panel, UnusablePanel
from graadmeter.statistics.two_way import TwoWay, two_way

Errors = Literal["by unit", "classical"]


@dataclass(frozen=True, slots=True)
class Interacted:
    """Effects per group and time since the start, with the covariates they were corrected for."""

    group: Ints
    since: Ints
    """Periods since the start, negative before it; -1 is left out."""
    units: Ints
    """How many units are in the group."""
    covariates: tuple[str, ...]
    fit: TwoWay
    """Coefficients of the covariates and then of the effects."""

    def overall(self, errors: Errors = "by unit") -> tuple[float, float]:
        """The mean effect over all units and periods with the intervention, and its standard error."""
        return self._mean(self.since >= 0, errors)

    def by_time_since_start(self, errors: Errors = "by unit") -> dict[int, tuple[float, float]]:
        """The mean effect and its standard error by periods since the start."""
        return {int(key): self._mean(self.since == key, errors) for key in np.unique(self.since)}

    def covariate(self, name: str, errors: Errors = "by unit") -> tuple[float, float]:
        """The coefficient of a covariate and its standard error; ValueError when it is not there."""
        weight = np.zeros(self.fit.coefficient.size)
        weight[self.covariates.index(name)] = 1
        return self._told(weight, errors)

    def _mean(self, which: Bools, errors: Errors) -> tuple[float, float]:
        weight = np.where(which, self.units, 0)
        return self._told(np.concatenate((np.zeros(len(self.covariates)), weight / weight.sum())), errors)

    def _told(self, weight: Floats, errors: Errors) -> tuple[float, float]:
        covariance = self.fit.by_unit if errors == "by unit" else self.fit.classical
        return float(weight @ self.fit.coefficient), float(np.sqrt(weight @ covariance @ weight))


def sun_abraham(panel: Panel, covariates: Mapping[str, Floats] | None = None) -> Interacted:
    """The effects, corrected for `covariates` (each units x periods, in the order of the panel).

    Raises UnusablePanel when every unit starts, when a covariate follows from the levels of units and periods, and when
    the panel is too small to learn errors from.
    """
    if panel.starters.all():
        raise UnusablePanel("every unit starts within the panel: this estimator compares with units that never do")
    given = dict(covariates or {})
    keys = [(group, period) for group in panel.groups for period in panel.periods if period != group - 1]
    dummies = [(panel.start == group)[:, None] & (panel.periods == period) for group, period in keys]
    try:
        fit = two_way(panel.outcome, np.array([*given.values(), *dummies], dtype=np.float64))
    except ValueError as reason:
        raise UnusablePanel(f"{reason}; covariates: {', '.join(given) or 'none'}") from reason
    group, period = np.array(keys, dtype=np.int64).T
    units = (panel.start[:, None] == group).sum(axis=0)
    return Interacted(group, period - group, units, tuple(given), fit)
