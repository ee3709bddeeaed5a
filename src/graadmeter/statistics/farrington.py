"""Is the newest count higher than the same time of earlier years makes likely: Farrington's method of 1996."""

import numpy as np

from graadmeter.statistics.arrays import Numbers, floats
from graadmeter.statistics.expectation import Enough, Expectation, known_series, never_before, power_bound
from graadmeter.statistics.reweighted_regression import expect

ENOUGH = Enough()
PEAK = 1.0
"""A residual above this makes an earlier count weigh less."""
SIGNIFICANCE = 0.05
"""Of a trend, to stay in."""


def farrington(
    counts: Numbers, per_year: int, *, years: int = 4, around: int = 3, alpha: float = 0.01, enough: Enough = ENOUGH
) -> Expectation:
    """The newest count of a series (oldest first, NaN is unknown) against the same period of `years` earlier years.

    A year has `per_year` periods; of every earlier year so many periods `around` the same one count. `alpha` is
    two-sided: half of it lies above the bound. Raises ValueError when the series does not reach that far back, when the
    newest count is unknown, when too few earlier ones are known, or when the periods around reach the newest.

    Source: Farrington, Andrews, Beale and Catchpole (1996), 'A statistical algorithm for the early detection of
    outbreaks of infectious disease'; `algo.farrington` of R's surveillance 1.20 with trend, reweighting and power 2/3.
    """
    y = known_series(counts, per_year * years + around)
    if around >= per_year:
        raise ValueError(f"{around} periods around one of last year reach the newest: a year has {per_year}")
    now = len(y) - 1
    back = per_year * np.arange(years, 0, -1)[:, None] - np.arange(-around, around + 1)
    places = np.unique(now - back)
    places = places[np.isfinite(y[places])]
    if not y[places].any():
        return never_before(y, len(places), alpha / 2, enough)
    design = np.column_stack((np.ones(len(places)), places - now))
    found = expect(y[places], design, floats([1, 0]), peak=PEAK, significance=SIGNIFICANCE, years=years)
    error = found.expected * found.error * np.sqrt(found.dispersion)
    upper, p = power_bound(found.expected, float(error), found.dispersion, 1 - alpha / 2, float(y[-1]))
    alarm = enough.holds(y) and bool(y[-1] > upper)
    return Expectation(found.expected, upper, p, found.dispersion, found.trend, alarm)
