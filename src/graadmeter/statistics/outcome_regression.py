"""What the outcome would have been by a regression among those without the intervention, alone and with weights.

Sources: Imbens (2004) for the regression; Robins, Rotnitzky & Zhao (1994) for the augmented weights (AIPW), which are
right when the regression or the chances are.
"""

import numpy as np

from graadmeter.statistics.arrays import Floats
from graadmeter.statistics.cohort import Cohort, CohortEffect, told
from graadmeter.statistics.propensity import odds


def outcome_regression(cohort: Cohort) -> CohortEffect:
    """The mean of what those with the intervention had more than the regression expects of them.

    The weights are those that the regression gives implicitly; they may be negative.
    """
    others = cohort.design[~cohort.treated]
    weights = others @ np.linalg.solve(others.T @ others, cohort.design[cohort.treated].mean(axis=0))
    effect = cohort.outcome[cohort.treated].mean() - weights @ cohort.outcome[~cohort.treated]
    return told(cohort, float(effect), np.asarray(weights, dtype=np.float64))


def augmented(cohort: Cohort) -> CohortEffect:
    """The effect by regression, corrected by the weighted residuals of the others.

    Raises UnusableCohort when the covariates tell exactly who had the intervention.
    """
    weights = odds(cohort)
    own, others = residuals(cohort, np.ones(weights.size))
    return told(cohort, float(own.mean() - weights @ others), weights, standard_error(own, weights, others))


def residuals(cohort: Cohort, weights: Floats) -> tuple[Floats, Floats]:
    """What persons with and without the intervention had more than a weighted regression among the latter expects."""
    others = cohort.design[~cohort.treated]
    root = np.sqrt(weights)
    coefficient = np.linalg.lstsq(others * root[:, None], cohort.outcome[~cohort.treated] * root)[0]
    left = np.asarray(cohort.outcome - cohort.design @ coefficient, dtype=np.float64)
    return left[cohort.treated], left[~cohort.treated]


def standard_error(own: Floats, weights: Floats, others: Floats) -> float:
    """The standard error of the mean residual with, less the weighted one without, the intervention."""
    return float(np.sqrt(own.var(ddof=1) / own.size + (weights**2) @ (others - weights @ others) ** 2))
