"""The parameters at which a sum of squares is smallest, by the method of Levenberg and Marquardt."""

from collections.abc import Callable

import numpy as np

from graadmeter.statistics.arrays import Floats

_ROUNDS = 200
_TRIES = 25
_SETTLED = 1e-8
_STEP, _LEAST = 1e-6, 1e-2


def least_squares(residuals: Callable[[Floats], Floats], start: Floats) -> tuple[Floats, float]:
    """The best parameters near `start` and their sum of squares.

    `residuals` takes sets of parameters as columns and gives the residuals of each as columns; a set that cannot be
    gives NaN and is stepped back from. Source: Marquardt (1963).
    """
    best, damping = start, 1e-2
    own, slopes = _around(residuals, best)
    error = float(own @ own)
    for _ in range(_ROUNDS):
        normal, downhill = slopes.T @ slopes, -slopes.T @ own
        for _ in range(_TRIES):
            scale = damping * (np.diag(normal) + 1e-12 * np.trace(normal) + 1e-300)
            there = best + np.linalg.solve(normal + np.diag(scale), downhill)
            tried, slopes = _around(residuals, there)
            lower = float(tried @ tried)
            if lower < error:
                break
            damping *= 4
        else:
            break
        settled = error - lower <= _SETTLED * error
        best, own, error, damping = there, tried, lower, damping / 5
        if settled:
            break
    return best, error


def _around(residuals: Callable[[Floats], Floats], at: Floats) -> tuple[Floats, Floats]:
    """The residuals at a set of parameters and their slopes, asked for at once."""
    step = _STEP * np.maximum(np.abs(at), _LEAST)
    here, n = at[:, None], len(at)
    found = residuals(np.concatenate((here, here + np.diag(step), here - np.diag(step)), axis=1))
    return found[:, 0], np.nan_to_num((found[:, 1 : n + 1] - found[:, n + 1 :]) / (2 * step))
