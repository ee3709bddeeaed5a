"""Is the newest value (a share, a mean, days) of a series unusual, given its trend, season and the value before."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Numbers, floats
from graadmeter.statistics.beta import student_p
from graadmeter.statistics.earlier_figures import earlier_figures

_HALVINGS = 80
_ROUNDING = 1e-9
"""Relative to the figures: nothing smaller is a difference."""


@dataclass(frozen=True, slots=True)
class NewestValue:
    """The newest value, what was expected of it, and the chance of one as far off, on either side."""

    observed: float
    expected: float
    error: float
    """Standard error of the prediction: chance, and not knowing exactly."""
    freedom: int

    @property
    def p(self) -> float:
        """The chance; a p of 0.01 is one in a hundred."""
        if self.error == 0:
            return float(self.observed == self.expected)
        return float(student_p((self.observed - self.expected) / self.error, self.freedom))

    def limits(self, alpha: float = 0.05) -> tuple[float, float]:
        """The lowest and the highest value of which the p is `alpha` or more."""
        low, high = 0.0, 1.0
        while student_p(high, self.freedom) > alpha:
            high *= 2
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if student_p(middle, self.freedom) > alpha else (low, middle)
        return self.expected - high * self.error, self.expected + high * self.error


def newest_value(values: Numbers, season: int) -> NewestValue:
    """The newest value (oldest first; NaN is unknown) against a linear regression on the earlier ones.

    `season` periods make a year. Raises ValueError as `earlier_figures` does. Source: linear
    regression, the prediction of a new value; the residual of the value before is one of the columns.
    """
    before = earlier_figures(values, season)
    level, *_ = np.linalg.lstsq(before.design, before.figures)
    design, row = before.after(before.figures - before.design @ level)
    best, _, rank, _ = np.linalg.lstsq(design, before.figures)
    residual = before.figures - design @ best
    freedom = len(residual) - int(rank)
    leverage = float(row @ np.linalg.pinv(design.T @ design) @ row)
    error = max(
        float(np.sqrt(residual @ residual / freedom * (1 + leverage))), _ROUNDING * float(np.abs(before.figures).max())
    )
    return NewestValue(float(floats(values)[-1]), float(row @ best), error, freedom)
