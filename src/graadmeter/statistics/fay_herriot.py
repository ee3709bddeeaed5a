"""Shrinkage of small areas whose direct estimates have known variances (survey rates): the model of Fay and Herriot."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats

_ROUNDS = 200
_SETTLED = 1e-12


@dataclass(frozen=True, slots=True)
class AreaModel:
    """The estimates with their mean squared error, the variance between areas and the coefficients."""

    value: Floats
    mean_squared_error: Floats
    own_weight: Floats
    between: float
    coefficients: Floats


def fay_herriot(direct: Numbers, variance: Numbers, covariates: Numbers | None = None) -> AreaModel:
    """Estimates by restricted maximum likelihood; `covariates` are areas by variables, an intercept is added.

    Source: Fay and Herriot (1979); mean squared error after Prasad and Rao (1990) and Datta and Lahiri (2000), with
    the doubled third term for REML.
    """
    y, d = floats(direct), floats(variance)
    columns = [np.ones(len(y))] if covariates is None else [np.ones(len(y)), floats(covariates)]
    x = np.column_stack(columns)
    between = _restricted(y, d, x)
    weight = 1 / (between + d)
    spread = np.linalg.inv((x.T * weight) @ x)
    beta = spread @ (x.T @ (weight * y))
    own = between * weight
    value = own * y + (1 - own) * (x @ beta)
    first = own * d
    second = (1 - own) ** 2 * np.einsum("ij,jk,ik->i", x, spread, x)
    third = d**2 * weight**3 * 2 / (weight**2).sum()
    return AreaModel(floats(value), floats(first + second + 2 * third), floats(own), between, floats(beta))


def _restricted(y: Floats, d: Floats, x: Floats) -> float:
    """The variance between areas by Fisher scoring, never below zero."""
    between = float(np.median(d))
    for _ in range(_ROUNDS):
        weight = np.diag(1 / (between + d))
        p = weight - weight @ x @ np.linalg.inv(x.T @ weight @ x) @ x.T @ weight
        py = p @ y
        score = float(py @ py - np.trace(p)) / 2
        following = max(0.0, between + score / (float((p * p).sum()) / 2))
        settled = abs(following - between) < _SETTLED * max(1.0, between)
        between = following
        if settled:
            break
    return between
