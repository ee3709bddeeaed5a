"""The beta distribution: its share below a point; and from it the tails of Student's t and the negative binomial.

numpy has none of these. Source: Abramowitz and Stegun 26.5.8 (continued fraction), 26.7.1 and 26.5.26, in Lentz's form.
"""

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.gamma import log_gamma

_TERMS = 10_000
_TOLERANCE = 1e-15
_TINY = 1e-300


def share_below(point: Numbers, first: Numbers, second: Numbers) -> Floats:
    """The share of a beta distribution with these shapes (above 0) that lies below the point, from 0 to 1."""
    x, a, b = np.broadcast_arrays(floats(point), floats(first), floats(second))
    turned = x > (a + 1) / (a + b + 2)
    p, q = np.where(turned, b, a), np.where(turned, a, b)
    y = np.clip(np.where(turned, 1 - x, x), 0, 1)
    inside = (y > 0) & (y < 1)
    z = np.where(inside, y, 0.5)
    front = np.exp(p * np.log(z) + q * np.log1p(-z) + log_gamma(p + q) - log_gamma(p) - log_gamma(q))
    share = np.where(inside, front * _fraction(z, p, q) / p, y)
    return floats(np.where(turned, 1 - share, share))


def student_p(t: Numbers, freedom: Numbers) -> Floats:
    """The chance of a value of Student's t as far from 0 as this or farther, on either side."""
    v = floats(freedom)
    return share_below(v / (v + floats(t) ** 2), v / 2, 0.5)


def negative_binomial_tail(count: Numbers, mean: Numbers, dispersion: Numbers) -> Floats:
    """The chance of a count this high or higher when its variance is the mean times the dispersion (above 1)."""
    y, extra = floats(count), floats(dispersion) - 1
    size = floats(mean) / extra
    found = share_below(extra / (1 + extra), np.maximum(y, 0.5), size)
    return floats(np.where(y > 0, found, 1.0))


def _fraction(x: Floats, a: Floats, b: Floats) -> Floats:
    """The continued fraction, in pairs of terms."""
    c = np.ones_like(x)
    d = 1 / _away(1 - (a + b) * x / (a + 1))
    total = d
    for n in range(1, _TERMS):
        before = total
        for term in (
            n * (b - n) * x / ((a + 2 * n - 1) * (a + 2 * n)),
            -(a + n) * (a + b + n) * x / ((a + 2 * n) * (a + 2 * n + 1)),
        ):
            d = 1 / _away(1 + term * d)
            c = _away(1 + term / c)
            total = total * c * d
        if (np.abs(total - before) <= _TOLERANCE * np.abs(total)).all():
            break
    return floats(total)


def _away(x: Floats) -> Floats:
    return np.where(np.abs(x) < _TINY, _TINY, x)
