"""The chance of the intervention given what was known, and the effect with persons weighted by it.

Source: logistic regression by Newton's steps; Hirano, Imbens & Ridder (2003) for the weights: those without the
intervention count by their odds of it, so that together they look like those with it.
"""

import numpy as np

from graadmeter.statistics.arrays import Floats, floats
from graadmeter.statistics.cohort import Cohort, CohortEffect, UnusableCohort, told

_STEPS = 50
_PRECISION = 1e-10
_SINGULAR = 1e12
_FAR = 700.0
"""Beyond this the exponent leaves the range of doubles."""


def inverse_probability(cohort: Cohort) -> CohortEffect:
    """The effect with the others weighted by their odds of the intervention, normalised to 1.

    Raises UnusableCohort when the covariates tell exactly who had the intervention.
    """
    weights = odds(cohort)
    effect = cohort.outcome[cohort.treated].mean() - weights @ cohort.outcome[~cohort.treated]
    return told(cohort, float(effect), weights)


def odds(cohort: Cohort) -> Floats:
    """Per person without the intervention the odds of it, adding up to 1; raises as `inverse_probability`."""
    score = cohort.design[~cohort.treated] @ _logit(cohort.design, cohort.treated.astype(np.float64))
    weights = np.exp(score - score.max())
    return floats(weights / weights.sum())


def _logit(design: Floats, happened: Floats) -> Floats:
    coefficient = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(design @ coefficient, -_FAR, _FAR)))
        bend = (design * (chance * (1 - chance))[:, None]).T @ design
        if np.linalg.cond(bend) > _SINGULAR:
            break
        step = np.linalg.solve(bend, design.T @ (happened - chance))
        coefficient = coefficient + step
        if np.abs(step).max() < _PRECISION:
            return floats(coefficient)
    raise UnusableCohort("the covariates tell exactly who had the intervention: there is nobody to compare with")
