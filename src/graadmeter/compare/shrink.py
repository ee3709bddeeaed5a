"""Wijken with their raw figure drawn towards the region's: what is left when luck is taken off."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.compare.codes import GIVEN, reason_words, reasons
from graadmeter.compare.grid import Grid
from graadmeter.compare.intervals import rounded
from graadmeter.compare.numbers import Numbers
from graadmeter.domain.comparison import Reason
from graadmeter.statistics import gamma
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats
from graadmeter.statistics.gamma_poisson import fit, shrink
from graadmeter.statistics.normal import CONFIDENCE_95

FEWEST = 8
"""With fewer wijken it cannot be told how much wijken differ."""
LARGE = 20.0
"""How much wijken differ is learnt from those where at least this many were expected. They are shown whatever comes of
it, while of smaller ones only those with high counts are: learning from these would make all of them seem high."""


@dataclass(frozen=True, slots=True)
class Shrunken:
    """Per row the estimate with its 95 % range, in the unit of the figure, the weight of its own figure, a reason."""

    value: Floats
    low: Floats
    high: Floats
    own_weight: Floats
    status: Ints

    def columns(self) -> dict[str, pa.Array]:
        """The columns of a comparison."""
        known = self.status == GIVEN
        ends = {f"shrunk_{name}": rounded(getattr(self, name), 2, known) for name in ("value", "low", "high")}
        weight = {"shrunk_own_weight": rounded(self.own_weight, 3, known)}
        return ends | weight | {"shrunk_status": reason_words(self.status)}


def shrunken_of(grid: Grid, numbers: Numbers, benchmark: Floats, cases: list[tuple[Bools, Reason]]) -> Shrunken:
    """The estimate of every row of the grid; `benchmark` is the region's share per row (0-1; NaN = NOT_SHOWN)."""
    size = len(numbers.count)
    middle = np.full(grid.count.shape[0], np.nan)
    middle[grid.group] = benchmark[grid.rows]
    expected = np.where(middle[:, None] > 0, grid.base * middle[:, None], np.nan)
    large = np.where(expected >= LARGE, grid.count, np.nan)
    enough = np.isfinite(large).sum(axis=1) >= FEWEST
    inside = np.zeros(size, dtype=np.bool_)
    inside[grid.rows] = True
    status = reasons(
        [
            *cases,
            (~inside, Reason.OTHER_LEVEL),
            (~np.isfinite(benchmark), Reason.NOT_SHOWN),
            (grid.spread(enough.astype(np.float64), size, 0.0) == 0, Reason.TOO_FEW),
        ],
        size,
    )
    found = np.full((4, *grid.count.shape), np.nan)
    if enough.any():
        found[:, enough] = _estimates(grid.count[enough], floats(expected[enough]), floats(large[enough]))
    share = middle[:, None] * found[:3]
    value, low, high = (grid.spread(floats(one), size) * numbers.times for one in share)
    return Shrunken(floats(value), floats(low), floats(high), grid.spread(floats(found[3]), size), status)


def _estimates(count: Floats, expected: Floats, large: Floats) -> Floats:
    """Ratio to the region, its low and high end, and the weight of the own figure; per group and wijk."""
    estimate = shrink(count, expected, fit(large, expected, mean=1.0))
    known = np.isfinite(count)
    found = np.full((4, *count.shape), np.nan)
    found[0], found[3] = estimate.value, estimate.own_weight
    shape, rate = estimate.posterior_shape[known], estimate.posterior_rate[known]
    found[1][known], found[2][known] = credible(shape, rate)
    return floats(found)


def credible(shape: Floats, rate: Floats) -> tuple[Floats, Floats]:
    """The middle 95 % of a gamma distribution."""
    tail = (1 - CONFIDENCE_95) / 2
    return floats(gamma.quantile(tail, shape) / rate), floats(gamma.quantile(1 - tail, shape) / rate)
