"""Weights that make both sides exactly alike in the mean of every covariate and are as even as they can be.

Source: Hainmueller (2012), by Newton's steps on the dual; doubly robust as Zhao & Percival (2017) show.
"""

from math import inf

import numpy as np

from graadmeter.statistics.arrays import Floats, floats
from graadmeter.statistics.cohort import Cohort, CohortEffect, UnusableCohort, told
from graadmeter.statistics.outcome_regression import residuals, standard_error

_STEPS = 200
_HALVINGS = 60
_PRECISION = 1e-9
_ROUNDING = 1e-12
"""So much a step may go up, which is what doubles cannot tell."""


def entropy_balancing(cohort: Cohort) -> CohortEffect:
    """The effect with the others weighted such that their means are those of persons with the intervention.

    Raises UnusableCohort when no weights do that: there are none like them among the others.
    """
    weights = _weights(cohort)
    own, others = residuals(cohort, weights)
    effect = cohort.outcome[cohort.treated].mean() - weights @ cohort.outcome[~cohort.treated]
    return told(cohort, float(effect), weights, standard_error(own, weights, others))


def _weights(cohort: Cohort) -> Floats:
    away = (cohort.design[~cohort.treated] - cohort.design[cohort.treated].mean(axis=0))[:, 1:]
    tilt, best = np.zeros(away.shape[1]), inf
    for _ in range(_STEPS):
        best, weights = _potential(away @ tilt)
        uneven = weights @ away
        if np.abs(uneven).max() < _PRECISION:
            return weights
        bend = (away * weights[:, None]).T @ away - np.outer(uneven, uneven)
        tilt = tilt + _downhill(away, tilt, np.linalg.lstsq(bend, -uneven)[0], best)
    raise UnusableCohort("no weights make both sides alike: leave out who is unlike all without the intervention")


def _potential(score: Floats) -> tuple[float, Floats]:
    """The logarithm of the sum of the exponents, and their shares."""
    top = score.max()
    share = np.exp(score - top)
    total = share.sum()
    return float(top + np.log(total)), floats(share / total)


def _downhill(away: Floats, tilt: Floats, step: Floats, best: float) -> Floats:
    """The step, halved until it does not go up."""
    for _ in range(_HALVINGS):
        if _potential(away @ (tilt + step))[0] <= best + _ROUNDING:
            break
        step = step / 2
    return step
