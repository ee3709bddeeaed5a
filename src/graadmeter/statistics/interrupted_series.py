"""Did the level of a series of counts change at a known moment: an interrupted time series.

The series is its own comparison, so anything else that happened at that moment counts as the change. Weaker evidence
than a comparison with places where nothing changed.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.normal import CONFIDENCE_95, two_sided
from graadmeter.statistics.poisson_regression import PoissonFit, poisson_regression


@dataclass(frozen=True, slots=True)
class Interruption:
    """The change of level, as a ratio (0.9 = a tenth lower), and what the series would have been without it."""

    ratio: float
    low: float
    high: float
    dispersion: float
    """How much more counts vary around the line than chance makes them; intervals allow for it when above 1."""
    autocorrelation: float
    """Of residuals of figures that follow each other: well above 0 means that the interval is too narrow."""
    fitted: Floats
    without: Floats
    """What is expected of every period had nothing changed; before the change this is `fitted`."""
    without_low: Floats
    without_high: Floats
    """An interval around the line, not around single counts."""


def interrupted_series(
    counts: Numbers,
    start: int,
    *,
    exposure: Numbers = 1.0,
    season: int | None = None,
    harmonics: int = 2,
    overdispersed: bool = True,
    confidence: float = CONFIDENCE_95,
) -> Interruption:
    """The change of level from period `start` (from 0) on in a series of counts with a straight trend.

    `exposure` is what counts are in proportion to, such as inhabitants. `season` is the number of periods in a year
    (4, 12); a season is a sum of so many `harmonics`. `overdispersed` widens intervals by the dispersion, if that is
    above 1 (quasi-Poisson). Raises ValueError when fewer than two periods lie before the start or from it on, when
    there are too few periods or events for the line, or for exposure that is not above zero.

    Source: Lopez Bernal, Cummins and Gasparrini (2017), 'Interrupted time series regression'.
    """
    y = floats(counts)
    n = len(y)
    if not 1 < start < n - 1:
        raise ValueError(f"a change at period {start} of {n} cannot be told: two or more periods before and after it")
    after = (np.arange(n) >= start).astype(float)
    design = np.column_stack((after, np.ones(n), np.arange(n) - start, *_season(n, season, harmonics)))
    size = np.broadcast_to(floats(exposure), y.shape)
    if not (size > 0).all() or n <= design.shape[1]:
        raise ValueError(f"every exposure is above zero, and {design.shape[1]} unknowns need more than {n} periods")
    offset = np.log(size)
    fit = poisson_regression(y, design, offset=offset)
    spread = max(fit.dispersion, 1.0) if overdispersed else 1.0
    z = two_sided(confidence) * np.sqrt(spread)
    step, error = float(fit.coefficients[0]), float(np.sqrt(fit.covariance[0, 0]))
    untouched = design * (np.arange(design.shape[1]) > 0)
    line = untouched @ fit.coefficients + offset
    wide = z * np.sqrt(np.einsum("ij,jk,ik->i", untouched, fit.covariance, untouched))
    return Interruption(
        ratio=float(np.exp(step)),
        low=float(np.exp(step - z * error)),
        high=float(np.exp(step + z * error)),
        dispersion=fit.dispersion,
        autocorrelation=_autocorrelation(y, fit),
        fitted=fit.fitted,
        without=np.exp(line),
        without_low=np.exp(line - wide),
        without_high=np.exp(line + wide),
    )


def _season(n: int, season: int | None, harmonics: int) -> list[Floats]:
    """Sines and cosines; the sine of half the length of the season is nothing and left out."""
    if season is None:
        return []
    if not 0 < harmonics <= season // 2:
        raise ValueError(f"a season of {season} periods has 1 to {season // 2} harmonics, not {harmonics}")
    turns = [2 * np.pi * np.arange(n) * order / season for order in range(1, harmonics + 1)]
    sines = [np.sin(turn) for order, turn in enumerate(turns, 1) if 2 * order < season]
    return [*sines, *(np.cos(turn) for turn in turns)]


def _autocorrelation(y: Floats, fit: PoissonFit) -> float:
    residual = (y - fit.fitted) / np.sqrt(fit.fitted)
    whole = float(residual @ residual)
    return float(residual[1:] @ residual[:-1]) / whole if whole > 0 else 0.0
