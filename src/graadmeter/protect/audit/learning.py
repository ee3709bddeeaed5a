"""What a table that a solver found teaches about every question."""

import numpy as np

from graadmeter.protect.arrays import Floats, Ints
from graadmeter.protect.audit.program import fits_whole
from graadmeter.protect.audit.puzzle import Game, Puzzle
from graadmeter.protect.audit.ranges import Ranges

_NEARLY = 1e-6


def learn(puzzle: Puzzle, here: Game, found: Floats, ranges: Ranges) -> None:
    """Widens the ranges by a table that a solver found for the unknown cells of `here`.

    Rounded to whole numbers it is checked exactly; what does not survive that counts as a fractional table. The parts
    of it that are whole, and that no equation ties to the others, then make a table in whole numbers of their own.
    """
    whole = np.rint(found).astype(np.int64)
    everywhere = puzzle.truth.copy()
    everywhere[here.cells] = whole
    near = np.abs(found - whole).max(initial=0.0) < _NEARLY * max(1.0, np.abs(found).max(initial=0.0))
    if near and fits_whole(here, whole):
        ranges.learn_whole(everywhere)
        return
    some = _whole_parts(here, found)
    if fits_whole(here, some):
        everywhere[here.cells] = some
        ranges.learn_whole(everywhere)
    fraction = puzzle.truth.astype(np.float64)
    fraction[here.cells] = found
    ranges.learn(fraction)


def _whole_parts(here: Game, found: Floats) -> Ints:
    """The truth, changed as in the table that was found wherever a part of the change is in whole numbers."""
    change = found - here.truth
    step = np.rint(change).astype(np.int64)
    moved = np.abs(change) > _NEARLY
    entry = (here.low == here.high)[here.row] & moved[here.cell]
    row, cell = here.row[entry], here.cell[entry]
    odd = np.abs(change - step) > _NEARLY * np.maximum(1.0, np.abs(found))
    while True:
        tied = np.zeros(len(here.low), dtype=np.bool_)
        tied[row[odd[cell]]] = True
        spoilt = odd.copy()
        spoilt[cell[tied[row]]] = True
        if np.array_equal(spoilt, odd):
            return np.where(odd, 0, step) + here.truth
        odd = spoilt
