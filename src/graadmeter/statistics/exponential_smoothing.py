"""Exponential smoothing: a level, a trend and a season that each follow the series, fitted by likelihood (ETS).

Hyndman, Koehler, Ord and Snyder (2008), 'Forecasting with exponential smoothing', chapters 5 to 7.
"""

from dataclasses import dataclass
from itertools import product

import numpy as np

from graadmeter.statistics.arrays import Floats, floats
from graadmeter.statistics.least_squares import least_squares
from graadmeter.statistics.smoothing_state import Smoothing, run, weights_of


@dataclass(frozen=True, slots=True)
class Smoothed:
    """A fitted model, where it stands at the end of the series, and how well it does."""

    model: Smoothing
    alpha: float
    beta: float
    gamma: float
    phi: float
    level: float
    slope: float
    season: Floats
    """Of the coming periods of a year."""
    variance: float
    """Of errors; of relative ones in a proportional model."""
    aicc: float
    """Lower is better; to compare models of one series."""

    def ahead(self, periods: int) -> tuple[Floats, Floats]:
        """What is expected of so many coming periods, and the variance of each; parameters are taken as known.

        Exact but for proportional models with a season more than a year ahead, where it is a close approximation.
        """
        kept = self.phi ** np.arange(1, periods + 1)
        trend = np.cumsum(kept)
        base = self.level + self.slope * trend
        season = self.season[np.arange(periods) % self.model.season]
        reach = self.alpha + self.beta * trend
        if not self.model.proportional:
            reach = reach + self.gamma * (np.arange(1, periods + 1) % self.model.season == 0) * (self.model.season > 1)
            return base + season, self.variance * np.cumsum(np.append(1.0, reach[:-1] ** 2))
        second = np.empty(periods)
        for step in range(periods):
            second[step] = base[step] ** 2 + self.variance * (reach[:step] ** 2 * second[:step][::-1]).sum()
        years = (1 + self.gamma**2 * self.variance) ** (np.arange(periods) // self.model.season)
        return base * season, season**2 * (second * (1 + self.variance) * years - base**2)


def smooth(series: Floats, model: Smoothing) -> Smoothed:
    """The model fitted to a series: the best of several starts, improved until nothing gains.

    Raises ValueError when the series has too few figures, never changes, or is not above zero in a proportional model.
    """
    n, unknowns = len(series), model.unknowns
    if not model.fits(series):
        raise ValueError(f"{model.name} does not fit a series of {n} figures from {series.min()} to {series.max()}")
    scale = float(np.abs(series).mean())
    small = series / scale
    with np.errstate(all="ignore"):  # what overflows on the way is not a number, and stepped back from
        starts = _starts(small, model)
        first = np.nan_to_num((_comparable(starts, small, model) ** 2).sum(axis=0), nan=np.inf).argmin()
        best, error = least_squares(lambda sets: _comparable(sets, small, model), starts[:, first])
    state, weight = run(best[:, None], small, model), weights_of(best[:, None], model)
    unit = 1.0 if model.proportional else scale
    return Smoothed(
        model=model,
        alpha=float(weight.level[0]),
        beta=float(weight.trend[0]),
        gamma=float(weight.season[0]),
        phi=float(weight.damping[0]),
        level=float(state.level[0]) * scale,
        slope=float(state.slope[0]) * scale,
        season=state.season[:, 0] * unit if model.season > 1 else np.full(1, float(model.proportional)),
        variance=float((state.errors**2).sum()) * unit**2 / (n - unknowns),
        aicc=_aicc(error * scale**2, n, unknowns + 1),
    )


def _aicc(error: float, n: int, k: int) -> float:
    return n * float(np.log(max(error, 1e-300))) + 2 * k + 2 * k * (k + 1) / (n - k - 1)


def _comparable(sets: Floats, series: Floats, model: Smoothing) -> Floats:
    """Residuals of which the sum of squares is smallest where the likelihood is largest, in units of the series."""
    state = run(sets, series, model)
    if not model.proportional:
        return state.errors
    return floats(state.errors * np.exp(np.log(state.expected).mean(axis=0)))


def _starts(series: Floats, model: Smoothing) -> Floats:
    """Sets of parameters to begin with: weights from slow to quick, states from the first years."""
    m, years = model.season, max(len(series) // model.season, 1)
    table = series[: years * m].reshape(years, m)[: max(5, -(-10 // m))]
    level = table.mean(axis=1)
    slope = (level[-1] - level[0]) / max((len(level) - 1) * m, 1)
    season = (table / level[:, None] if model.proportional else table - level[:, None]).mean(axis=0)
    slow_to_quick: list[tuple[float, ...]] = [(-2.0, 0.0, 1.5)]
    if model.trend:
        slow_to_quick.append((-3.0, 0.0))
    if model.damped:
        slow_to_quick.append((2.0,))
    if m > 1:
        slow_to_quick.append((-3.0, 0.0, 2.0))
    states = [level[0] - slope * (m + 1) / 2, *[slope] * model.trend, *season[: m - 1]]
    return np.array([[*weights, *states] for weights in product(*slow_to_quick)]).T
