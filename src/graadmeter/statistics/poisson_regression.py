"""Regression of counts: the logarithm of what is expected is a sum of what is known of each, fitted by likelihood."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats

_ROUNDS = 60
_SETTLED = 1e-13
"""Relative change of the deviance at which fitting stops."""
_DEPENDENT = 1e-10


@dataclass(frozen=True, slots=True)
class PoissonFit:
    """A fitted regression. `covariance` is that of Poisson counts; times `dispersion` that of quasi-Poisson ones."""

    coefficients: Floats
    covariance: Floats
    fitted: Floats
    leverage: Floats
    """How much each count decides its own fitted value, 0 to 1."""
    dispersion: float
    """Pearson's chi-squared per degree of freedom: 1 when counts vary as chance makes them; NaN without freedom."""
    freedom: int

    def predict(self, row: Numbers) -> tuple[float, float]:
        """The expected count at a row of the design (offset not included), on the log scale, and its Poisson error."""
        x = floats(row)
        return float(x @ self.coefficients), float(np.sqrt(x @ self.covariance @ x))


def poisson_regression(
    counts: Numbers, design: Numbers, *, offset: Numbers = 0.0, weights: Numbers = 1.0
) -> PoissonFit:
    """The regression of counts on the columns of a design, fitted by iteratively reweighted least squares.

    `offset` is the logarithm of what counts are in proportion to; `weights` say how much each count tells.
    Raises ValueError for negative counts, no events at all, columns that depend on each other, or no convergence.

    Source: McCullagh and Nelder (1989), 'Generalized linear models', sections 2.5 and 6.2; R's `glm`.
    """
    y, x = floats(counts), floats(design)
    shift, w = np.broadcast_to(floats(offset), y.shape), np.broadcast_to(floats(weights), y.shape)
    if not (y >= 0).all() or not np.isfinite(x).all():
        raise ValueError("counts are zero or more, and nothing is missing")
    if not (y * w).sum() > 0:
        raise ValueError("no events: there is nothing to learn from")
    mu, before = y + 0.1, np.inf
    for _ in range(_ROUNDS):
        root = np.sqrt(w * mu)
        q, r = np.linalg.qr(root[:, None] * x)
        _check_rank(r)
        beta = np.linalg.solve(r, q.T @ (root * (np.log(mu) - shift + (y - mu) / mu)))
        mu = np.exp(np.clip(shift + x @ beta, -300, 300))
        deviance = _deviance(y, mu, w)
        if abs(deviance - before) <= _SETTLED * (abs(deviance) + 0.1):
            break
        before = deviance
    else:
        raise ValueError("the regression does not settle: too few events for so many columns")
    q, r = np.linalg.qr(np.sqrt(w * mu)[:, None] * x)
    inverse = np.linalg.inv(r)
    freedom = int((w > 0).sum()) - x.shape[1]
    pearson = float((w * (y - mu) ** 2 / mu).sum())
    dispersion = pearson / freedom if freedom > 0 else float("nan")
    return PoissonFit(beta, inverse @ inverse.T, floats(mu), floats((q * q).sum(axis=1)), dispersion, freedom)


def _check_rank(triangle: Floats) -> None:
    size = np.abs(np.diag(triangle))
    if triangle.shape[0] < triangle.shape[1] or size.min() <= _DEPENDENT * size.max():
        raise ValueError("the columns of the design depend on each other, or there are more of them than counts")


def _deviance(y: Floats, mu: Floats, w: Floats) -> float:
    own = np.where(y > 0, y * np.log(np.where(y > 0, y, 1) / mu), 0) - (y - mu)
    return 2 * float((w * own).sum())
