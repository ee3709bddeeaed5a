"""A cohort: persons with and without the intervention, what was known of them before, and what came of them.

How alike both sides are is here too. A difference of 0.1 standard deviation or more is too large; Austin (2009).
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats

LARGEST_DIFFERENCE = 0.1
"""From here on, both sides are not alike; Austin (2009)."""

_NOTHING = 1e-9
"""What a covariate adds to the ones before it, in standard deviations, when that is only rounding."""


class UnusableCohort(ValueError):  # noqa: N818 - named after what is told, not after what went wrong
    """These persons cannot tell an effect; the message says why and what to leave out."""


@dataclass(frozen=True, slots=True)
class Cohort:
    """Persons (rows) with their covariates (columns).

    Raises UnusableCohort when a value is missing, when a side has no more persons than there are covariates to compare
    by, and when a covariate follows from the others among those without the intervention.
    """

    names: tuple[str, ...]
    """Of the covariates: only what was known before the intervention."""
    covariates: Floats
    treated: Bools
    outcome: Floats

    def __post_init__(self) -> None:
        _refuse_shape(self)
        others = int((~self.treated).sum())
        if self.treated.sum() < 2 or others <= len(self.names) + 1:  # noqa: PLR2004 - a mean with a spread
            raise UnusableCohort(
                f"{self.treated.sum()} persons with and {others} without the intervention are too few for "
                f"{len(self.names)} covariates"
            )
        own_part = np.abs(np.diag(np.linalg.qr(self.design[~self.treated], mode="r"))[1:])
        if own_part.min() < _NOTHING * np.sqrt(others):
            name = self.names[int(own_part.argmin())]
            raise UnusableCohort(
                f"covariate {name} is the same for all without the intervention, or follows from the ones before it: "
                f"leave it out"
            )

    @property
    def design(self) -> Floats:
        """A column of ones and the covariates in standard deviations from the mean."""
        spread = self.covariates.std(axis=0)
        centred = self.covariates - self.covariates.mean(axis=0)
        return np.column_stack((np.ones(self.outcome.size), centred / np.where(spread > 0, spread, 1.0)))

    @property
    def naive(self) -> float:
        """The difference in mean outcome, without making both sides alike."""
        return float(self.outcome[self.treated].mean() - self.outcome[~self.treated].mean())


@dataclass(frozen=True, slots=True)
class CohortEffect:
    """The mean effect on those who had the intervention."""

    effect: float
    error: float
    """Standard error, with what was fitted taken as known; NaN for methods that have none."""
    weights: Floats
    """How much each person without the intervention counts; together 1."""
    largest: tuple[str, float]
    """The covariate in which both sides differ most, and by how many standard deviations."""

    @property
    def alike(self) -> bool:
        """Whether both sides are alike enough to tell an effect."""
        return abs(self.largest[1]) < LARGEST_DIFFERENCE

    @property
    def effective_size(self) -> float:
        """How many equally weighted persons would tell as much as the weighted ones; Kish (1965)."""
        return float(1 / (self.weights @ self.weights))


def standardised_differences(cohort: Cohort, weights: Floats | None = None) -> Floats:
    """Per covariate, mean with less (weighted) mean without the intervention, in standard deviations.

    The standard deviation is the root of the mean variance of both sides before weighting.
    """
    own, others = cohort.covariates[cohort.treated], cohort.covariates[~cohort.treated]
    mean = others.mean(axis=0) if weights is None else weights @ others
    spread = np.sqrt((own.var(axis=0, ddof=1) + others.var(axis=0, ddof=1)) / 2)
    return np.asarray((own.mean(axis=0) - mean) / spread, dtype=np.float64)


def told(cohort: Cohort, effect: float, weights: Floats, error: float = np.nan) -> CohortEffect:
    """The effect with how alike the weights make both sides."""
    differences = standardised_differences(cohort, weights)
    worst = int(np.abs(differences).argmax())
    return CohortEffect(effect, error, weights, (cohort.names[worst], float(differences[worst])))


def _refuse_shape(cohort: Cohort) -> None:
    persons = cohort.outcome.size
    if (
        cohort.covariates.shape != (persons, len(cohort.names))
        or cohort.treated.shape != (persons,)
        or not cohort.names
    ):
        raise UnusableCohort(
            f"{cohort.covariates.shape} covariates do not belong to {persons} persons and {len(cohort.names)} names"
        )
    if not (np.isfinite(cohort.covariates).all() and np.isfinite(cohort.outcome).all()):
        raise UnusableCohort("a covariate or outcome is missing: leave these persons out and say how many they are")
