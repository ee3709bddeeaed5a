"""What the newest figure of a series is laid beside: the trend and season of the earlier ones, and the one before."""

from dataclasses import dataclass

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Numbers, floats

LEAST = 8
"""Fewer known earlier figures predict nothing."""

_YEARS_FOR_A_SEASON = 3
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Earlier:
    """The known earlier figures, the design of their trend and season, and its row for the newest figure."""

    figures: Floats
    known: Bools
    """Of the whole series but the newest."""
    design: Floats
    row: Floats

    def after(self, residuals: Floats) -> tuple[Floats, Floats]:
        """The design and the row with the residual of the figure before, 0 where that is unknown; not if all are 0."""
        if np.abs(residuals).max() <= _NOTHING * max(float(np.abs(self.figures).max()), 1.0):
            return self.design, self.row
        before = np.zeros(len(self.known) + 1)
        before[1:][self.known] = residuals
        return np.column_stack((self.design, before[:-1][self.known])), np.append(self.row, before[-1])


def earlier_figures(series: Numbers, season: int) -> Earlier:
    """A series (oldest first; NaN is unknown) without its newest figure, with `season` periods in a year.

    The season counts when three figures or more of every period of the year are known. Raises ValueError when fewer
    than eight earlier figures are known, or the newest is not.
    """
    y = floats(series)
    if y.ndim != 1 or not np.isfinite(y[-1:]).any() or np.isfinite(y[:-1]).sum() < LEAST:
        raise ValueError(f"a prediction needs one series of which the newest and {LEAST} earlier figures are known")
    known = np.isfinite(y[:-1])
    back = np.arange(len(y)) - len(y) + 1
    columns = [np.ones(len(y)), back]
    if np.bincount(back[:-1][known] % season, minlength=season).min() >= _YEARS_FOR_A_SEASON:
        columns.extend(back % season == place for place in range(1, season))
    design = np.column_stack(columns).astype(np.float64)
    return Earlier(y[:-1][known], known, design[:-1][known], design[-1])
