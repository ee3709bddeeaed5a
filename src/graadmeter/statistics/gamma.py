"""The gamma distribution: its share below a point, its quantiles, and the derivatives of the logarithm of the function.

numpy has none of these. Sources: Abramowitz and Stegun 6.3.18 and 6.4.12 (asymptotic series), 6.5.29 (series), and
Lentz's form of 6.5.31 (continued fraction). Relative error below 1e-12 where tests hold them against known values.
"""

from math import lgamma
from statistics import NormalDist

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats

_LARGE = 10.0
"""From here on the asymptotic series are exact in double precision."""
_TERMS = 10_000
_TOLERANCE = 1e-16
_TINY = 1e-300
_STEPS = 60
_NEAR = 1e-10
"""A step this small, relatively, was the last: the next would be about its square."""
_log_gamma = np.frompyfunc(lgamma, 1, 1)


def log_gamma(shape: Numbers) -> Floats:
    """The natural logarithm of the gamma function of positive numbers."""
    return floats(_log_gamma(floats(shape)))


def digamma(shape: Numbers) -> Floats:
    """The first derivative of the logarithm of the gamma function of positive numbers."""
    x, shift = _raised(floats(shape), 1)
    r = 1 / (x * x)
    series = r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - r * 691 / 32760)))))
    return floats(np.log(x) - 0.5 / x - series - shift)


def trigamma(shape: Numbers) -> Floats:
    """The second derivative of the logarithm of the gamma function of positive numbers."""
    x, shift = _raised(floats(shape), 2)
    r = 1 / (x * x)
    series = r * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r * (1 / 30 - r * (5 / 66 - r * 691 / 2730)))))
    return floats(1 / x + r / 2 + series / x + shift)


def share_below(point: Numbers, shape: Numbers) -> Floats:
    """The share of a gamma distribution with this shape and scale 1 that lies below the point (not negative)."""
    x, a = np.broadcast_arrays(floats(point), floats(shape))
    left = x < a + 1
    found = np.empty(x.shape)
    found[left] = _series(floats(x[left]), floats(a[left]))
    found[~left] = 1 - _fraction(floats(x[~left]), floats(a[~left]))
    return floats(found)


def quantile(share: Numbers, shape: Numbers) -> Floats:
    """The point of a gamma distribution (scale 1) that has this share (0-1, ends left out) below it.

    Newton's method from the approximation of Wilson and Hilferty (1931), kept inside a bracket that halves when a
    step would leave it. A point that was found is left as it is (0.6 s instead of 25 for those of a region).
    """
    p, a = np.broadcast_arrays(floats(share), floats(shape))
    z = floats(np.frompyfunc(NormalDist().inv_cdf, 1, 1)(p))
    root = 1 - 1 / (9 * a) + z / (3 * np.sqrt(a))
    tail = np.exp((np.log(p) + log_gamma(a + 1)) / a)
    found = np.where(root > 0, a * root**3, tail)
    whole = found.reshape(-1)
    _newton(whole, floats(p).reshape(-1), floats(a).reshape(-1))
    return floats(whole.reshape(found.shape))


def _newton(found: Floats, share: Floats, shape: Floats) -> None:
    """Improves points in place until they have the share below them."""
    at = np.arange(len(found))
    low, high = np.zeros(len(found)), np.full(len(found), np.inf)
    for _ in range(_STEPS):
        x, p, a = found[at], share[at], shape[at]
        error = share_below(x, a) - p
        low, high = np.where(error < 0, x, low), np.where(error < 0, high, x)
        step = x - error / np.maximum(np.exp((a - 1) * np.log(np.maximum(x, _TINY)) - x - log_gamma(a)), _TINY)
        middle = np.where(np.isfinite(high), (low + high) / 2, 2 * x)
        following = np.where((step >= low) & (step <= high), step, middle)
        found[at] = following
        open_ = np.abs(following - x) > _NEAR * x
        at, low, high = at[open_], low[open_], high[open_]
        if not len(at):
            return


def _raised(x: Floats, power: int) -> tuple[Floats, Floats]:
    """The numbers raised by whole steps until they are large, and what the steps add: the sum of 1 / x^power."""
    shift = np.zeros_like(x)
    for _ in range(int(_LARGE)):
        small = x < _LARGE
        shift = shift + np.where(small, 1 / x**power, 0)
        x = np.where(small, x + 1, x)
    return x, shift


def _front(x: Floats, a: Floats) -> Floats:
    return floats(np.exp(a * np.log(np.maximum(x, _TINY)) - x - log_gamma(a)))


def _series(x: Floats, a: Floats) -> Floats:
    term = 1 / a
    total = term
    for n in range(1, _TERMS):
        term = term * x / (a + n)
        total = total + term
        if (term <= total * _TOLERANCE).all():
            break
    return floats(total * _front(x, a))


def _fraction(x: Floats, a: Floats) -> Floats:
    b = x + 1 - a
    c = np.full_like(b, 1 / _TINY)
    d = 1 / b
    total = d
    for n in range(1, _TERMS):
        upper = -n * (n - a)
        b = b + 2
        d = 1 / (upper * d + b)
        c = b + upper / c
        total = total * d * c
        if (np.abs(d * c - 1) <= _TOLERANCE * 10).all():
            break
    return floats(total * _front(x, a))
