"""How a series is smoothed by given parameters: errors, and the level, trend and season where it ends.

Every function takes sets of parameters as columns, so that many are tried at once. Hyndman, Koehler, Ord and Snyder
(2008), 'Forecasting with exponential smoothing', chapter 2.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats

_LOW, _HIGH = 1e-4, 0.9999
_DAMPED_LOW, _DAMPED_HIGH = 0.8, 0.98
_SPARE = 3
"""So many figures more than unknowns are needed to compare models."""


@dataclass(frozen=True, slots=True)
class Smoothing:
    """A kind of model; `season` is the number of periods in a year, 1 for none.

    In a `proportional` one errors and season are in proportion to the level; otherwise they are added to it.
    """

    proportional: bool
    trend: bool
    damped: bool
    season: int

    @property
    def name(self) -> str:
        """As in the literature: error, trend and season, each N(one), A(dditive), A(dditive) d(amped) or M."""
        kind = "M" if self.proportional else "A"
        trend = ("Ad" if self.damped else "A") if self.trend else "N"
        return f"ETS({kind},{trend},{kind if self.season > 1 else 'N'})"

    @property
    def unknowns(self) -> int:
        """How many parameters and first states are estimated."""
        return 2 + 2 * self.trend + self.damped + (self.season if self.season > 1 else 0)

    def fits(self, series: Floats) -> bool:
        """Whether a series is long enough, changes, and is above zero where figures are proportional to the level."""
        enough = len(series) >= max(self.unknowns + _SPARE, 2 * self.season)
        return enough and bool(np.ptp(series) > 0) and (not self.proportional or bool((series > 0).all()))


@dataclass(frozen=True, slots=True)
class Weights:
    """How much of each error goes into level, trend and season, and what is left of the trend after each period."""

    level: Floats
    trend: Floats
    season: Floats
    damping: Floats


@dataclass(frozen=True, slots=True)
class State:
    """Errors (relative ones in a proportional model), what was expected, and the state at the end.

    `season` begins with that of the first coming period.
    """

    errors: Floats
    expected: Floats
    level: Floats
    slope: Floats
    season: Floats


def weights_of(sets: Floats, model: Smoothing) -> Weights:
    """The weights of sets of parameters: any numbers, made to fit between the usual bounds."""
    with np.errstate(over="ignore"):
        share = iter(1 / (1 + np.exp(-sets)))
    level = _LOW + (_HIGH - _LOW) * next(share)
    none = np.zeros_like(level)
    trend = _LOW + (level - _LOW) * next(share) if model.trend else none
    damping = _DAMPED_LOW + (_DAMPED_HIGH - _DAMPED_LOW) * next(share) if model.damped else none + 1
    season = _LOW + (1 - level - _LOW) * next(share) if model.season > 1 else none
    return Weights(level, trend, season, damping)


def run(sets: Floats, series: Floats, model: Smoothing) -> State:
    """A series smoothed by each of the sets: weights, first level, first slope, and a season less its last period."""
    weight, place = weights_of(sets, model), 1 + model.trend + model.damped + (model.season > 1)
    level = sets[place]
    slope = sets[place + 1] if model.trend else np.zeros_like(level)
    season = _first_season(sets[place + 1 + model.trend :], model)
    errors, expected = np.empty((2, len(series), sets.shape[1]))
    for now, figure in enumerate(series):
        base, own = level + weight.damping * slope, season[now % model.season]
        expected[now] = base * own if model.proportional else base + own
        error = figure / expected[now] - 1 if model.proportional else figure - expected[now]
        errors[now] = error
        step = base * error if model.proportional else error
        level, slope = base + weight.level * step, weight.damping * slope + weight.trend * step
        season[now % model.season] = (
            own * (1 + weight.season * error) if model.proportional else own + weight.season * error
        )
    turn = len(series) % model.season
    return State(errors, expected, level, slope, np.stack(season[turn:] + season[:turn]))


def _first_season(rows: Floats, model: Smoothing) -> list[Floats]:
    """A season sums to 0, or to the number of its periods in a proportional model."""
    whole = model.season if model.proportional else 0
    return [*rows[: model.season - 1], whole - rows[: model.season - 1].sum(axis=0)]
