"""A municipality against the region when municipalities are known to differ: limits widened by overdispersion."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.compare.codes import GIVEN, reason_words, reasons, words
from graadmeter.compare.grid import Grid
from graadmeter.compare.intervals import rounded
from graadmeter.compare.numbers import Numbers
from graadmeter.domain.comparison import STANDINGS, Reason
from graadmeter.statistics.arrays import Bools, Floats, Ints, floats
from graadmeter.statistics.funnel import area_class
from graadmeter.statistics.normal import CONFIDENCE_95, CONFIDENCE_998, two_sided
from graadmeter.statistics.overdispersion import arcsine_limits, arcsine_share

FEWEST = 8
"""With fewer municipalities their usual spread cannot be told."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Per row the class (-2 to 2) against the widened limits, the variance between areas, the number of a reason."""

    rank: Ints
    tau2: Floats
    status: Ints

    def columns(self) -> dict[str, pa.Array]:
        """The columns of a comparison."""
        known = self.status == GIVEN
        return {
            "spread_class": words(self.rank + 2, STANDINGS, known),
            "spread_tau2": rounded(self.tau2, 6, known),
            "spread_status": reason_words(self.status),
        }


def spread_of(grid: Grid, numbers: Numbers, benchmark: Floats, cases: list[tuple[Bools, Reason]]) -> Spread:
    """Every row of the grid against the benchmark share of its row (0-1; NaN = NOT_SHOWN)."""
    size = len(numbers.count)
    middle = np.full(grid.count.shape[0], np.nan)
    middle[grid.group] = benchmark[grid.rows]
    found = arcsine_share(grid.count, grid.base, middle)
    limits = [
        arcsine_limits(middle[:, None], grid.base, found.tau2[:, None], two_sided(level))
        for level in (CONFIDENCE_998, CONFIDENCE_95)
    ]
    ranks = area_class(grid.count / grid.base, limits[0], limits[1])
    inside = np.zeros(size, dtype=np.bool_)
    inside[grid.rows] = True
    areas = grid.spread(floats(np.isfinite(grid.count).sum(axis=1)), size, 0.0)
    status = reasons(
        [
            *cases,
            (~inside, Reason.OTHER_LEVEL),
            (~np.isfinite(benchmark), Reason.NOT_SHOWN),
            (areas < FEWEST, Reason.TOO_FEW),
        ],
        size,
    )
    rank = grid.spread(floats(ranks), size, 0.0).astype(np.int64)
    return Spread(rank, grid.spread(found.tau2, size), status)
