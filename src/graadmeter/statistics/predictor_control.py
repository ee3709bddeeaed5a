"""The classic synthetic control: the mix of units nearest to one in what predicts the outcome, by given importance.

Source: Abadie, Diamond & Hainmueller (2010). How important each predictor is must be given: the search for it has many
optima, of which each gives other units (docs/statistics.md has the figures), so it is not here. To judge an effect use
`synthetic`, which needs outcomes only; this is to check what others published.
"""

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, floats

_ZERO = 1e-12
_ROUNDS = 10
"""Steps per unit after which rounding, not the problem, keeps the search going."""


def predictor_control(own: Floats, controls: Floats, importance: Floats) -> Floats:
    """The weights of the controls, from 0 and together 1, with the least weighted sum of squared differences.

    `own` has a value per predictor, `controls` is controls x predictors. Predictors are divided by their standard
    deviation over all units first. Raises ValueError when an importance is negative or a predictor never differs.
    """
    if (importance < 0).any() or not importance.any():
        raise ValueError("importance is zero or more for every predictor, and more for one")
    spread = np.vstack((controls, own)).std(axis=0, ddof=1)
    if not (spread > 0).all():
        raise ValueError("a predictor is the same for all units: leave it out")
    away = ((controls - own) * np.sqrt(importance) / spread).T
    # A mix that adds up to 1 is away by the mix of what its parts are away; the nearest point of a hull to zero is a
    # least-squares problem without the sum (Lawson & Hanson 1974, chapter 23).
    system = np.vstack((away, np.ones(controls.shape[0])))
    found = _not_negative(system, np.append(np.zeros(own.size), 1.0))
    return floats(found / found.sum())


def _not_negative(system: Floats, target: Floats) -> Floats:
    """Least squares with answers from zero; exact in finitely many steps (Lawson & Hanson 1974)."""
    used = np.zeros(system.shape[1], dtype=bool)
    answer = np.zeros(used.size)
    for _ in range(_ROUNDS * used.size):
        slope = system.T @ (target - system @ answer)
        if not (slope[~used] > _ZERO).any():
            return answer
        used[np.where(used, -np.inf, slope).argmax()] = True
        answer, used = _inside(system, target, answer, used)
    raise ValueError("no mix was found: the predictors of these units are of too different sizes")


def _inside(system: Floats, target: Floats, answer: Floats, used: Bools) -> tuple[Floats, Bools]:
    """The answer with only what is used, after leaving out what would become negative."""
    while True:
        tried = np.zeros_like(answer)
        tried[used] = np.linalg.lstsq(system[:, used], target)[0]
        if (tried[used] > 0).all():
            return tried, used
        below = used & (tried <= 0)
        step = (answer[below] / (answer[below] - tried[below])).min()
        answer = answer + step * (tried - answer)
        used = used & (answer > _ZERO)
