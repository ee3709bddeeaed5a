"""Which cells are one and the same count: all else in a sum with them is a zero that everybody knows."""

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.system import Rows


def twins(rows: Rows, frozen: Bools) -> Ints:
    """Per cell the lowest cell that it always equals; itself when there is none lower.

    A municipality of which one wijk has a client and the others none, counts the same client.
    """
    moving = ~frozen[rows.cell]
    pair = np.bincount(rows.owner, weights=moving, minlength=len(rows)) == 2  # noqa: PLR2004 - a pair is two
    pair &= np.bincount(rows.owner, weights=moving * rows.coef, minlength=len(rows)) == 0
    pair &= (rows.below == 0) & (rows.above == 0)
    cells = rows.cell[moving & pair[rows.owner]].reshape(-1, 2)
    label = np.arange(len(frozen), dtype=np.int64)
    while True:
        lower = label.copy()
        np.minimum.at(lower, cells[:, 0], label[cells[:, 1]])
        np.minimum.at(lower, cells[:, 1], label[cells[:, 0]])
        if np.array_equal(lower, label):
            return label
        label = lower
