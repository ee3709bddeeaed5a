"""Overdispersion: how much more areas differ than chance alone would make them.

Sets of areas lie along the last axis; an area without a figure is NaN and does not count.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Ints, Numbers, floats

_TAIL = 0.1
"""The share at either end that may be exceptional and must not widen the limits of all others."""


@dataclass(frozen=True, slots=True)
class Overdispersion:
    """`phi` = mean squared z-score (1 when chance explains all), `tau2` = variance between areas, of `n` areas."""

    phi: Floats
    tau2: Floats
    n: Ints


def log_ratio(observed: Numbers, expected: Numbers) -> Overdispersion:
    """Of ratios on the logarithmic scale, the outer tenths left out (method of the SHMI, NHS Digital)."""
    o, e = floats(observed), floats(expected)
    z = np.log(o / e) * np.sqrt(e)
    low, high = tails(z)
    return _between(np.where((z >= low) & (z <= high), z, np.nan), e)


def root_ratio(observed: Numbers, expected: Numbers) -> Overdispersion:
    """Of ratios on the square-root scale, the outer tenths drawn in (method of the CQC; Spiegelhalter 2005)."""
    o, e = floats(observed), floats(expected)
    z = (np.sqrt(o / e) - 1) * 2 * np.sqrt(e)
    return _between(np.clip(z, *tails(z)), 4 * e)


def arcsine_share(part: Numbers, whole: Numbers, benchmark: Numbers) -> Overdispersion:
    """Of shares on the arcsine scale around the benchmark share, the outer tenths drawn in (Spiegelhalter 2005)."""
    o, n, p = floats(part), floats(whole), floats(benchmark)
    z = (np.arcsin(np.sqrt(o / n)) - np.arcsin(np.sqrt(p))[..., None]) * 2 * np.sqrt(n)
    return _between(np.clip(z, *tails(z)), 4 * n)


def arcsine_limits(benchmark: Numbers, base: Numbers, tau2: Numbers, deviations: float) -> tuple[Floats, Floats]:
    """Lowest and highest share when areas differ by `tau2` beside chance; `deviations` as `normal.two_sided` gives."""
    middle = np.arcsin(np.sqrt(floats(benchmark)))
    half = deviations * np.sqrt(1 / (4 * floats(base)) + floats(tau2))
    low, high = np.maximum(middle - half, 0), np.minimum(middle + half, np.pi / 2)
    return floats(np.sin(low) ** 2), floats(np.sin(high) ** 2)


def tails(z: Floats) -> tuple[Floats, Floats]:
    """The tenth and the ninetieth percentile of each set (linear between figures), each with an axis of length 1."""
    ordered = np.sort(z, axis=-1)
    n = np.isfinite(z).sum(axis=-1, keepdims=True)
    return _at(ordered, n, _TAIL), _at(ordered, n, 1 - _TAIL)


def _at(ordered: Floats, n: Ints, share: float) -> Floats:
    place = np.maximum(n - 1, 0) * share
    left = np.floor(place).astype(np.int64)
    right = np.minimum(left + 1, np.maximum(n - 1, 0))
    low, high = (np.take_along_axis(ordered, at, axis=-1) for at in (left, right))
    return floats(low + (high - low) * (place - left))


def _between(z: Floats, weight: Floats) -> Overdispersion:
    """The estimator of DerSimonian and Laird; no variance when chance explains all, or for a single area."""
    known: Bools = np.isfinite(z)
    n = known.sum(axis=-1)
    square = np.where(known, z, 0) ** 2
    w = np.where(known, weight, 0)
    total, squares = w.sum(axis=-1), (w * w).sum(axis=-1)
    spread = total - squares / np.where(total > 0, total, 1)
    excess = square.sum(axis=-1) - (n - 1)
    tau2 = np.where(spread > 0, np.maximum(excess, 0) / np.where(spread > 0, spread, 1), 0)
    phi = square.sum(axis=-1) / np.where(n > 0, n, 1)
    return Overdispersion(floats(phi), floats(tau2), n.astype(np.int64))
