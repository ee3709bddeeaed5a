"""Overdispersion: how much more areas differ than chance alone would make them."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Numbers, floats

_TAIL = 0.1
"""The share at either end that may be exceptional and must not widen the limits of all others."""


@dataclass(frozen=True, slots=True)
class Overdispersion:
    """`phi` = mean squared z-score (1 when chance explains all), `tau2` = variance between areas, of `n` areas."""

    phi: float
    tau2: float
    n: int


def log_ratio(observed: Numbers, expected: Numbers) -> Overdispersion:
    """Of ratios on the logarithmic scale, the outer tenths left out (method of the SHMI, NHS Digital)."""
    o, e = floats(observed), floats(expected)
    y, s = np.log(o / e), 1 / np.sqrt(e)
    z = y / s
    return _between(z, s, trimmed(z))


def root_ratio(observed: Numbers, expected: Numbers) -> Overdispersion:
    """Of ratios on the square-root scale, the outer tenths drawn in (method of the CQC; Spiegelhalter 2005)."""
    o, e = floats(observed), floats(expected)
    s = 1 / (2 * np.sqrt(e))
    z = (np.sqrt(o / e) - 1) / s
    return _between(drawn_in(z), s, np.ones(z.shape, dtype=np.bool_))


def arcsine_share(part: Numbers, whole: Numbers, benchmark: float) -> Overdispersion:
    """Of shares on the arcsine scale around the benchmark share, the outer tenths drawn in (Spiegelhalter 2005)."""
    o, n = floats(part), floats(whole)
    s = 1 / (2 * np.sqrt(n))
    z = (np.arcsin(np.sqrt(o / n)) - np.arcsin(np.sqrt(benchmark))) / s
    return _between(drawn_in(z), s, np.ones(z.shape, dtype=np.bool_))


def arcsine_limits(benchmark: Numbers, base: Numbers, tau2: Numbers, deviations: float) -> tuple[Floats, Floats]:
    """Lowest and highest share when areas differ by `tau2` beside chance; `deviations` as `normal.two_sided` gives."""
    middle = np.arcsin(np.sqrt(floats(benchmark)))
    half = deviations * np.sqrt(1 / (4 * floats(base)) + floats(tau2))
    low, high = np.maximum(middle - half, 0), np.minimum(middle + half, np.pi / 2)
    return floats(np.sin(low) ** 2), floats(np.sin(high) ** 2)


def trimmed(z: Floats) -> Bools:
    """Which z-scores lie between the tenth and the ninetieth percentile."""
    low, high = np.quantile(z, [_TAIL, 1 - _TAIL])
    kept: Bools = (z >= low) & (z <= high)
    return kept


def drawn_in(z: Floats) -> Floats:
    """The z-scores with those outside the tenth and ninetieth percentile put on these."""
    return floats(np.clip(z, *np.quantile(z, [_TAIL, 1 - _TAIL])))


def _between(z: Floats, s: Floats, kept: Bools) -> Overdispersion:
    """The estimator of DerSimonian and Laird on the kept areas; no variance when chance explains all."""
    z, w = z[kept], 1 / s[kept] ** 2
    n = len(z)
    phi = float((z * z).sum() / n)
    tau2 = (n * phi - (n - 1)) / (w.sum() - (w * w).sum() / w.sum()) if n > 1 else 0.0
    return Overdispersion(phi, max(0.0, float(tau2)), n)
