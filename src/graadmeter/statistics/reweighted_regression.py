"""Regression of counts in which earlier peaks tell less, with a trend where there is one, for Farrington's methods."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers
from graadmeter.statistics.beta import student_p
from graadmeter.statistics.poisson_regression import PoissonFit, poisson_regression

TREND = 1
"""The column of a design that holds the trend; the column before it is all ones."""
YEARS_FOR_A_TREND = 3


@dataclass(frozen=True, slots=True)
class Reweighted:
    """A fit of which the weights follow from how high each count was, and what it expects of the period to judge."""

    fit: PoissonFit
    weights: Floats
    dispersion: float
    """Never below 1."""
    logarithm: float
    """Of the expected count."""
    error: float
    """Of that logarithm, by the Poisson distribution: the dispersion is not in it."""
    trend: bool

    @property
    def expected(self) -> float:
        """The expected count."""
        return float(np.exp(self.logarithm))


def expect(counts: Floats, design: Floats, row: Floats, *, peak: float, significance: float, years: int) -> Reweighted:
    """What is expected at `row` of a design, from counts of which those with a residual above `peak` weigh less.

    The trend stays in when it is significant, there are three years or more, and it does not lead to more than was ever
    seen. Raises ValueError as `poisson_regression` does, and without freedom to judge dispersion by.

    Source: Farrington et al. (1996), sections 3.3 to 3.6; R's surveillance 1.20.
    """
    if len(counts) <= design.shape[1]:
        raise ValueError(f"{len(counts)} earlier periods are too few for {design.shape[1]} unknowns")
    found = _at(row, reweighted(counts, design, peak), trend=True)
    variance = found.fit.covariance[TREND, TREND] * found.fit.dispersion
    t = found.fit.coefficients[TREND] / np.sqrt(variance) if variance > 0 else np.inf
    clear = float(student_p(t, found.fit.freedom)) < significance
    if clear and years >= YEARS_FOR_A_TREND and found.expected <= counts.max():
        return found
    level = reweighted(counts, np.delete(design, TREND, axis=1), peak)
    return _at(np.delete(row, TREND), level, trend=False)


def reweighted(counts: Floats, design: Floats, peak: float, *, offset: Numbers = 0.0) -> tuple[PoissonFit, Floats]:
    """A regression of counts fitted twice, and the weights of the second time: less for residuals above `peak`.

    Raises ValueError as `poisson_regression` does.
    """
    first = poisson_regression(counts, design, offset=offset)
    residual = _anscombe(counts, first)
    own = np.where(residual > peak, np.maximum(residual, peak) ** -2, 1.0)
    weights = own * len(counts) / own.sum()
    return poisson_regression(counts, design, offset=offset, weights=weights), weights


def _at(row: Floats, fitted: tuple[PoissonFit, Floats], *, trend: bool) -> Reweighted:
    fit, weights = fitted
    return Reweighted(fit, weights, max(fit.dispersion, 1.0), *fit.predict(row), trend)


def _anscombe(counts: Floats, fit: PoissonFit) -> Floats:
    """Residuals that are nearly normal; 0 for a count that alone decides what is expected of it."""
    free = 1 - fit.leverage
    raw = 1.5 * (counts ** (2 / 3) * fit.fitted ** (-1 / 6) - np.sqrt(fit.fitted))
    scale = np.sqrt(max(fit.dispersion, 1.0) * np.where(free > 0, free, 1))
    return np.where(free > 0, raw / scale, 0.0)
