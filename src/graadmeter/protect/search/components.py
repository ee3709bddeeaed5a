"""Splits a set of cells into groups between which no row goes: what moves in one has nothing to do with the others."""

import numpy as np

from graadmeter.protect.arrays import Ints, runs
from graadmeter.protect.system import System


def components(system: System, cells: Ints) -> list[Ints]:
    """The places in `cells` of each group, ascending; groups in the order of their first cell."""
    if not len(cells):
        return []
    start, row, _ = system.columns
    place, owner = runs(start, cells)
    names, local = np.unique(row[place], return_inverse=True)
    label = np.arange(len(cells), dtype=np.int64)
    while True:
        lowest = np.full(len(names), len(cells), dtype=np.int64)
        np.minimum.at(lowest, local, label[owner])
        lower = label.copy()
        np.minimum.at(lower, owner, lowest[local])
        lower = lower[lower]
        if np.array_equal(lower, label):
            break
        label = lower
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
