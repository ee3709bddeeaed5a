"""Shrinkage of small areas: counts of areas whose rates themselves differ as a gamma distribution (empirical Bayes).

A small area with a striking rate is mostly luck. Its estimate lies between its own rate and that of all areas, nearer
to its own the more was expected there. Raw and shrunk are always published together.
Source: Clayton and Kaldor (1987); the maximum-likelihood fit of MASS::glm.nb.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics import gamma
from graadmeter.statistics.arrays import Bools, Floats, Numbers, floats

LARGEST_SHAPE = 1e6
"""From here on areas do not differ more than chance makes them: every estimate is that of all areas."""
_ROUNDS = 200
_SETTLED = 1e-12


@dataclass(frozen=True, slots=True)
class Prior:
    """How ratios of observed to expected differ between areas: gamma with this shape around this mean."""

    shape: Floats
    """Small when areas differ much; LARGEST_SHAPE when chance explains all."""
    mean: Floats


@dataclass(frozen=True, slots=True)
class Shrunk:
    """The estimate of each area and the weight (0-1) of its own figure in it."""

    value: Floats
    own_weight: Floats
    posterior_shape: Floats
    posterior_rate: Floats

    def quantile(self, share: float) -> Floats:
        """The point with this share (0-1) of what is plausible for the area below it."""
        return floats(gamma.quantile(share, self.posterior_shape) / self.posterior_rate)


def fit(observed: Numbers, expected: Numbers, *, mean: float | None = None) -> Prior:
    """The prior of sets of areas, along the last axis; areas with NaN do not count. `mean` is fitted unless given."""
    o, e = np.broadcast_arrays(floats(observed), floats(expected))
    known = np.isfinite(o) & np.isfinite(e) & (e > 0)
    o, e = np.where(known, o, 0.0), np.where(known, e, 0.0)
    log_mean = np.log(o.sum(axis=-1) / e.sum(axis=-1)) if mean is None else np.full(o.shape[:-1], np.log(mean))
    log_shape = np.zeros(o.shape[:-1])
    for _ in range(_ROUNDS):
        shape = np.exp(log_shape)[..., None]
        m = np.exp(log_mean)[..., None] * e
        step = _shape_step(o, m, shape, known)
        move = _mean_step(o, m, shape) if mean is None else np.zeros_like(log_mean)
        log_shape = np.minimum(log_shape + step, np.log(LARGEST_SHAPE))
        log_mean = log_mean + move
        if (((np.abs(step) < _SETTLED) | (log_shape >= np.log(LARGEST_SHAPE))) & (np.abs(move) < _SETTLED)).all():
            break
    return Prior(floats(np.exp(log_shape)), floats(np.exp(log_mean)))


def fit_with_covariates(observed: Numbers, expected: Numbers, covariates: Numbers) -> tuple[Prior, Floats]:
    """The same for one set of areas whose mean follows covariates (areas by variables): prior and coefficients.

    The coefficients are on the logarithmic scale, the intercept first; the mean of the prior is one per area.
    """
    o, e = floats(observed), floats(expected)
    design = np.column_stack([np.ones(len(o)), floats(covariates)])
    coefficients = np.zeros(design.shape[1])
    coefficients[0] = np.log(o.sum() / e.sum())
    log_shape = np.zeros(())
    everywhere = np.ones(o.shape, dtype=np.bool_)
    for _ in range(_ROUNDS):
        shape, m = np.exp(log_shape), np.exp(design @ coefficients) * e
        step = _shape_step(o, m, shape, everywhere)
        weight = m * shape / (shape + m)
        move = np.linalg.solve((design.T * weight) @ design, design.T @ ((o - m) * shape / (shape + m)))
        log_shape = np.minimum(log_shape + step, np.log(LARGEST_SHAPE))
        coefficients = coefficients + move
        if abs(float(step)) < _SETTLED and np.abs(move).max() < _SETTLED:
            break
    return Prior(floats(np.exp(log_shape)), floats(np.exp(design @ coefficients))), floats(coefficients)


def shrink(observed: Numbers, expected: Numbers, prior: Prior) -> Shrunk:
    """The ratio of observed to expected of each area, drawn towards the prior; areas along the last axis."""
    o, e = floats(observed), floats(expected)
    shape = prior.shape[..., None]
    rate = shape / (prior.mean if prior.mean.ndim == o.ndim else prior.mean[..., None])
    return Shrunk(floats((o + shape) / (e + rate)), floats(e / (e + rate)), floats(o + shape), floats(e + rate))


def _shape_step(o: Floats, m: Floats, shape: Floats, known: Bools) -> Floats:
    """A Newton step of the logarithm of the shape, at most 1 long; uphill where the likelihood is not concave."""
    total = shape + m
    slope = gamma.digamma(shape + o) - gamma.digamma(shape) + np.log(shape / total) + 1 - (o + shape) / total
    bend = gamma.trigamma(shape + o) - gamma.trigamma(shape) + 1 / shape - 2 / total + (o + shape) / total**2
    first = np.where(known, slope * shape, 0).sum(axis=-1)
    second = np.where(known, bend * shape * shape, 0).sum(axis=-1) + first
    newton = np.where(second < 0, -first / np.where(second < 0, second, 1), np.sign(first))
    return floats(np.clip(newton, -1, 1))


def _mean_step(o: Floats, m: Floats, shape: Floats) -> Floats:
    """A scoring step of the logarithm of the mean."""
    pull = shape / (shape + m)
    return floats(((o - m) * pull).sum(axis=-1) / (m * pull).sum(axis=-1))
