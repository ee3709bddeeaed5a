"""The mix of series that comes nearest to another: weights from 0 that add up to 1, spread out by a penalty.

Source: Arkhangelsky et al. (2021) and their R package synthdid: Frank and Wolfe's steps with exact line search, a
hundred to find what hardly counts, which is left out, and then to the end. Many problems of one size are done together.
"""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats

_FIRST_STEPS = 100
_STEPS = 10_000
_NOT_ZERO = 1e-300
_SMALL = 4
"""After the first steps, weights up to the largest one divided by this are left out."""


def nearest_mix(parts: Floats, target: Floats, penalty: Floats, precision: Floats) -> Floats:
    """The weights (problems x parts) with the least mean squared difference plus penalty² x sum of squared weights.

    `parts` are problems x values x parts and `target` problems x values; the steps end when one gains less than
    precision².
    """
    turned = parts.transpose(0, 2, 1)
    values = parts.shape[1]
    problems = _Problems(
        turned @ parts, (turned @ target[:, :, None])[:, :, 0], values * penalty**2, values * precision**2
    )
    weights = np.full(problems.aim.shape, 1 / parts.shape[2])
    weights = _descend(problems, weights, _FIRST_STEPS)
    weights = np.where(weights > weights.max(axis=1, keepdims=True) / _SMALL, weights, 0.0)
    return _descend(problems, weights / weights.sum(axis=1, keepdims=True), _STEPS)


@dataclass(frozen=True, slots=True)
class _Problems:
    """Least squares in inner products, so that a step costs as many sums as there are parts."""

    inner: Floats
    aim: Floats
    ridge: Floats
    least_gain: Floats

    def only(self, which: Bools) -> "_Problems":
        return _Problems(self.inner[which], self.aim[which], self.ridge[which], self.least_gain[which])


def _descend(problems: _Problems, weights: Floats, limit: int) -> Floats:
    """The weights after at most `limit` steps; a problem is ready when its step gains too little."""
    found = weights.copy()
    unready = np.arange(weights.shape[0])
    now, mixed = weights.copy(), (problems.inner @ weights[:, :, None])[:, :, 0]
    for number in range(limit):
        gain = _step(problems, now, mixed)
        going = gain > problems.least_gain
        if number and not going.all():
            found[unready[~going]] = now[~going]
            unready, now, mixed, problems = unready[going], now[going], mixed[going], problems.only(going)
            if not unready.size:
                break
    found[unready] = now
    return found


def _step(problems: _Problems, now: Floats, mixed: Floats) -> Floats:
    """Moves the weights (and their mix) towards the one part that helps most; what that gains."""
    ridge, row = problems.ridge[:, None], np.arange(now.shape[0])
    slope = mixed - problems.aim + ridge * now
    best = slope.argmin(axis=1)
    towards = problems.inner[row, best]
    squares = np.vecdot(now, now)
    down = np.maximum(np.vecdot(now, slope) - slope[row, best], 0.0)
    bend = towards[row, best] - 2 * mixed[row, best] + np.vecdot(now, mixed)
    bend += problems.ridge * (1 - 2 * now[row, best] + squares)
    step = down / np.maximum(np.maximum(bend, down), _NOT_ZERO)
    now *= 1 - step[:, None]
    now[row, best] += step
    mixed += step[:, None] * (towards - mixed)
    return np.asarray(step * (2 * down - step * bend), dtype=np.float64)
