"""Delay triangles: what was known of each quarter, by how many quarters later.

A triangle begins with the first quarter that was delivered: what happened before it came all at once.
"""

import numpy as np

from graadmeter.measure.completeness.growth import Additions
from graadmeter.statistics.arrays import Floats

MOST_DELAY = 4
"""Quarters after which a quarter is taken for complete; what comes later still counts in the last column."""


def triangle(added: Additions, first: int, last: int) -> Floats:
    """Totals so far of the quarters `first` to `last` (rows), by quarters since (columns); NaN = not delivered yet."""
    rows = np.arange(first, last + 1)
    ages = np.arange(min(MOST_DELAY, last - first) + 1)
    table = np.zeros((rows.size, ages.size))
    for (happened, known), many in added.items():
        if first <= happened <= last and known <= last:
            table[happened - first, min(known - happened, ages.size - 1)] += many
    return np.where(ages[None, :] <= (last - rows)[:, None], table.cumsum(axis=1), np.nan)
