"""Is the newest count of a series unusual, given its trend, its season and the count before it."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from graadmeter.statistics.arrays import Bools, Floats, Numbers, floats
from graadmeter.statistics.beta import student_p
from graadmeter.statistics.earlier_figures import Earlier, earlier_figures
from graadmeter.statistics.expectation import count_tail
from graadmeter.statistics.normal import deviate
from graadmeter.statistics.reweighted_regression import reweighted

_PEAK = 2.58
_HALF = 0.5
_TINY = 1e-300
_GRID = 65
_EVENTS = 5


@dataclass(frozen=True, slots=True)
class NewestCount:
    """The newest count, what was expected of it, and the chance of one as far off, on either side."""

    observed: float
    expected: float
    spread: float
    """Variance of the prediction over what is expected, 1 or more: chance, overdispersion, and not knowing exactly."""
    freedom: float
    """Degrees of freedom behind the spread; infinite where counts vary no more than by chance."""

    @property
    def p(self) -> float:
        """The chance; a p of 0.01 is one in a hundred."""
        return float(self.chances(self.observed).min())

    def chances(self, count: Numbers) -> Floats:
        """Twice the chance of so many or fewer, and of so many or more, at most 1."""
        y = floats(count)
        above = count_tail(y, self.expected, self.spread)
        below = 1 - count_tail(y + 1, self.expected, self.spread)
        tails = np.clip(np.stack((below, above)), _TINY, 1 - 1e-16)
        if self.freedom < inf:
            z = -deviate(tails)
            half = student_p(z, self.freedom) / 2
            tails = np.where(z > 0, half, 1 - half)
        return floats(np.minimum(2 * tails, 1))

    def limits(self, alpha: float = 0.05) -> tuple[float, float]:
        """The lowest and the highest count of which the p is above `alpha`."""
        top = 16.0
        while self.chances(top)[1] > alpha:
            top *= 2
        low = _smallest(lambda counts: self.chances(counts)[0] > alpha, top)
        return low, _smallest(lambda counts: self.chances(counts)[1] <= alpha, top) - 1


def newest_count(counts: Numbers, season: int, *, exposure: Numbers = 1.0) -> NewestCount:
    """The newest count (oldest first; NaN is unknown) against a quasi-Poisson regression on the earlier ones.

    `season` periods make a year; `exposure` is what counts are in proportion to. Earlier peaks weigh less. Small counts
    are judged by the Poisson or negative binomial distribution, with the tails of Student's t where the spread had to
    be estimated. Where fewer than five events stand behind each unknown the season goes, and then all but the level:
    the chance is that of so many of all events in the newest period (a binomial test). Raises ValueError as
    `earlier_figures` does, for counts below zero, and for exposure that is not above zero.

    Source: Farrington et al. (1996), Noufaily et al. (2013); Zeger and Qaqish (1988) for the count before.
    """
    before = earlier_figures(counts, season)
    size = np.broadcast_to(floats(exposure), len(before.known) + 1)
    past, newest = size[:-1][before.known], float(floats(counts)[-1])
    if newest < 0 or (before.figures < 0).any() or not (size > 0).all():
        raise ValueError("counts are zero or more, and what they are in proportion to is above zero")
    if not _carries(before):
        before = earlier_figures(counts, 1)
    if not _carries(before):
        part = float(size[-1] / past.sum())
        return NewestCount(newest, (float(before.figures.sum()) + 1) * part, 1 + part, inf)
    offset = np.log(past)
    level, _ = reweighted(before.figures, before.design, _PEAK, offset=offset)
    design, row = before.after(np.log((before.figures + _HALF) / (level.fitted + _HALF)))
    fit, _ = reweighted(before.figures, design, _PEAK, offset=offset)
    logarithm, error = fit.predict(row)
    expected = float(np.exp(logarithm) * size[-1])
    dispersion = max(fit.dispersion, 1.0)
    freedom = fit.freedom if fit.dispersion > 1 else inf
    return NewestCount(newest, expected, dispersion * (1 + expected * error**2), freedom)


def _carries(before: Earlier) -> bool:
    """Whether there are events enough for every unknown, and some in every period of the year."""
    apart = before.design[:, 2:]
    of_year = [*(apart.T @ before.figures), float(before.figures[apart.sum(axis=1) == 0].sum())]
    return bool(before.figures.sum() >= _EVENTS * (before.design.shape[1] + 1)) and min(of_year) > 0


def _smallest(holds: Callable[[Floats], Bools], top: float) -> float:
    """The smallest count where something holds that does from some count on, and at `top`."""
    low, high = -1.0, top
    while high - low > 1:
        tried = np.unique(np.floor(np.linspace(low + 1, high, _GRID)))
        first = int(np.argmax(holds(tried)))
        low, high = float(tried[first - 1]) if first else low, float(tried[first])
    return high
