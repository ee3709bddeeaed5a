"""From bitmaps to figures: in which periods those that have equal bitmaps are present.

The last step of plain counting is done here and not by the engine: a bitmap is looked at for all periods without
becoming a row for each of them.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from graadmeter.measure.arrays import Whole, area_numbers, column
from graadmeter.measure.counts import Counts
from graadmeter.measure.places import Places
from graadmeter.measure.tables import period_table

_ROWS = 1024
"""How many rows are looked at in one go: their bitmaps in all periods stay in the cache of the processor."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The different bitmaps of quarters that periods look at, and for every period which of them."""

    masks: Whole
    of_period: Whole


def looks(places: Places, looked: str) -> Looks:
    """The quarters that periods look at, by the column `looked` of `tables.period_table`."""
    return Looks(*np.unique(column(period_table(places.region), looked), return_inverse=True))


def add_present(counts: Counts, places: Places, looked: Looks, answer: pa.Table) -> None:
    """Adds rows lane, area, a, b, n of a sheet to the counts of these lanes.

    Present in a period is who has a higher bit of it in `a`, here, than in `b`, elsewhere (`measure.spells`).
    """
    area = area_numbers(answer, places)
    cell = counts.starts[column(answer, "lane")] + area
    order = np.argsort(cell, kind="stable")
    order = order[area[order] >= 0]
    cell, here, there, weight = (
        found[order] for found in (cell, column(answer, "a"), column(answer, "b"), column(answer, "n"))
    )
    for start in range(0, len(order), _ROWS):
        rows = slice(start, start + _ROWS)
        first = np.flatnonzero(np.diff(cell[rows], prepend=-1))
        mine, theirs = (bits[rows, np.newaxis] & looked.masks for bits in (here, there))
        summed = np.add.reduceat((mine > theirs) * weight[rows, np.newaxis], first, axis=0)
        counts.rows[cell[rows][first]] += summed[:, looked.of_period]
