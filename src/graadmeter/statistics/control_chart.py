"""The control chart of single figures and their moving ranges (XmR): what varies by itself, and what stands out.

Made to look at one series. Of hundreds of series it flags too many: see `signal_list`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from graadmeter.statistics.arrays import Floats, Numbers, floats
from graadmeter.statistics.special_causes import Cause, side_of, special_causes

REACH = 2.66
"""Limits lie so many mean moving ranges from the mean: 3 / 1.128, as usually rounded."""
SCREEN = 3.267
"""A moving range of so many times their mean, or more, is not usual variation."""
SETTLED = 12
"""From so many figures on limits are more than trial limits."""

_LEAST = 2


@dataclass(frozen=True, slots=True)
class ControlChart:
    """Of every figure the mean of its stretch, the limits, on which side of the mean it is, and what is special."""

    mean: Floats
    low: Floats
    high: Floats
    side: tuple[int, ...]
    causes: tuple[Cause, ...]
    trial: bool
    """The limits of the newest stretch rest on fewer than twelve figures."""


def control_chart(
    series: Numbers, *, restarts: Sequence[int] = (), screened: bool = True, fixed_after: int | None = None
) -> ControlChart:
    """Limits and special causes of a series without gaps, oldest first.

    At each place in `restarts` (from 0) a new stretch begins with a mean and limits of its own. With `fixed_after` they
    rest on so many first figures of a stretch. `screened` leaves out, once, moving ranges that are far too large.
    Raises ValueError for a missing figure, a restart outside the series, or a stretch with fewer than two figures.

    Source: Wheeler (2000), 'Understanding variation'; NHS England, 'Making data count'; NHSRplotthedots 0.2.2.
    """
    y = floats(series)
    if y.ndim != 1 or not np.isfinite(y).all():
        raise ValueError("a control chart is of one series without gaps")
    edges = [0, *sorted({*restarts} - {0}), len(y)]
    if min(edges) < 0 or max(edges) > len(y):
        raise ValueError(f"a stretch begins outside the series of {len(y)} figures: {list(restarts)}")
    means, reaches, sides, causes = list[Floats](), list[Floats](), list[int](), list[Cause]()
    for first, last in pairwise(edges):
        own = y[first:last]
        mean, reach = _limits(own[:fixed_after], screened=screened)
        means.append(np.full(len(own), mean))
        reaches.append(np.full(len(own), reach))
        sides.extend(side_of(own, mean).tolist())
        causes.extend(special_causes(own, mean, reach))
    middle, half = np.concatenate(means), np.concatenate(reaches)
    trial = len(y[edges[-2] :][:fixed_after]) < SETTLED
    return ControlChart(middle, middle - half, middle + half, tuple(sides), tuple(causes), trial)


def _limits(own: Floats, *, screened: bool) -> tuple[float, float]:
    """The mean and how far from it the limits lie."""
    if len(own) < _LEAST:
        raise ValueError(f"limits rest on at least {_LEAST} figures, not {len(own)}")
    ranges = np.abs(np.diff(own))
    if screened and ranges.any():
        ranges = ranges[ranges < SCREEN * ranges.mean()]
    return float(own.mean()), REACH * float(ranges.mean())
