"""What comes next in a series: exponential smoothing where it does better than 'the same as last year', else that."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.exponential_smoothing import Smoothed, smooth
from graadmeter.statistics.normal import two_sided
from graadmeter.statistics.smoothing_state import Smoothing

NAIVE = "seasonal-naive"
CONFIDENCE_80 = 0.8
"""The usual width of a forecast: four of five figures will lie within."""

_LONG = 5
"""From so many years on the last two are forecast as a trial, else the last one."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """Coming figures with the limits within which they will lie, and by which method."""

    method: str
    expected: Floats
    low: Floats
    high: Floats


def forecast(series: Numbers, season: int, ahead: int, *, confidence: float = CONFIDENCE_80) -> Forecast:
    """The coming `ahead` figures of a series without gaps, oldest first, with `season` periods in a year (1 for none).

    The model with the lowest AICc of all kinds of exponential smoothing that fit the series, if it forecasts the last
    year or two no worse than the same period of a year before; otherwise the latter. Limits allow for chance, not for
    the choice of the model. Where no figure was below zero no limit is. Raises ValueError for a missing figure, or
    fewer than two years or four figures.

    Source: Hyndman and Athanasopoulos (2021), 'Forecasting: principles and practice', chapters 5 and 8.
    """
    y = floats(series)
    if y.ndim != 1 or not np.isfinite(y).all() or len(y) < max(2 * season, 4) or season < 1:
        raise ValueError(f"a forecast needs one series without gaps of two years or more, not {y.size} figures")
    trial = season * (2 if len(y) >= _LONG * season else 1)
    model, before = best_model(y, season), best_model(y[:-trial], season)
    if model is None or before is None:
        return seasonal_naive(y, season, ahead, confidence=confidence)
    smoothed, same = before.ahead(trial)[0] - y[-trial:], _last_year(y[:-trial], season, trial) - y[-trial:]
    if (smoothed**2).sum() > (same**2).sum():
        return seasonal_naive(y, season, ahead, confidence=confidence)
    return _within(model.model.name, y, *model.ahead(ahead), confidence)


def seasonal_naive(series: Numbers, season: int, ahead: int, *, confidence: float = CONFIDENCE_80) -> Forecast:
    """The same as a year before, with limits by how much years differed. Raises ValueError for less than a year."""
    y = floats(series)
    if len(y) <= season:
        raise ValueError(f"{len(y)} figures are not more than the {season} of a year")
    years = 1 + np.arange(ahead) // season
    variance = np.mean((y[season:] - y[:-season]) ** 2) * years
    return _within(NAIVE, y, _last_year(y, season, ahead), variance, confidence)


def best_model(series: Floats, season: int) -> Smoothed | None:
    """The kind of exponential smoothing with the lowest AICc; None when the series is short or constant."""
    fitted = list[Smoothed]()
    for proportional, (trend, damped), own in product(
        (True, False), ((False, False), (True, False), (True, True)), sorted({1, season})
    ):
        model = Smoothing(proportional, trend, damped, own)
        if model.fits(series):
            fitted.append(smooth(series, model))
    return min(fitted, key=lambda one: one.aicc, default=None)


def _last_year(series: Floats, season: int, ahead: int) -> Floats:
    return series[len(series) - season + np.arange(ahead) % season]


def _within(method: str, series: Floats, expected: Floats, variance: Floats, confidence: float) -> Forecast:
    half = two_sided(confidence) * np.sqrt(variance)
    floor = 0.0 if (series >= 0).all() else -np.inf
    return Forecast(method, np.maximum(expected, floor), np.maximum(expected - half, floor), expected + half)
