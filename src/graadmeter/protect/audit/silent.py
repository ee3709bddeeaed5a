"""Families of counts of which a release tells nothing that the one before it did not tell: these cannot leak anew."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa

from graadmeter.domain.indicators import METHOD_DIMENSIONS
from graadmeter.domain.status import CellStatus
from graadmeter.protect.arrays import Bools
from graadmeter.protect.audit.assemble import Assembled
from graadmeter.protect.audit.figures import Spot, What
from graadmeter.protect.audit.history import History
from graadmeter.protect.audit.puzzle import Puzzle
from graadmeter.protect.audit.rows import Row


def silent(built: Assembled, rows: Sequence[Row], published: pa.Table, history: History) -> Bools:
    """Of each count whether nothing new is told of any count that sums tie it to; `rows` are those of `published`."""
    loud = np.zeros(len(built.puzzle.truth), dtype=np.bool_)
    values, statuses = (published[name].to_pylist() for name in ("value", "status"))
    for row, value, status, before, was in zip(rows, values, statuses, history.latest, history.status, strict=True):
        nothing = value == before if value is not None else status in {was, CellStatus.SUPPRESSED}
        if not nothing:
            loud[[built.number[spot] for spot in _tells_of(row) if spot in built.number]] = True
    return ~_with_all_beside(built.puzzle, loud)


def without(puzzle: Puzzle, settled: Bools) -> Puzzle:
    """The puzzle that asks nothing of these counts."""
    return replace(puzzle, questions=[one for one in puzzle.questions if not settled[one.cell].all()])


def _tells_of(row: Row) -> list[Spot]:
    """All counts that a row tells something of."""
    top = row.line.top
    at = (top.dimension, top.member) if top.dimension not in METHOD_DIMENSIONS else ()
    bases = (
        [What(replace(count, value=""), *at) for count in row.line.measure.counts]
        if row.line.measure.is_derived
        else []
    )
    every = [top, *([row.line.below] if row.line.below is not None else []), *bases]
    return [Spot(what, row.area, row.period) for what in every]


def _with_all_beside(puzzle: Puzzle, marked: Bools) -> Bools:
    """The marked cells and all that hang on them by any row."""
    row = np.repeat(np.arange(len(puzzle.low)), np.diff(puzzle.start))
    while True:
        touched = np.bincount(row, weights=marked[puzzle.cell], minlength=len(puzzle.low)) > 0
        more = marked.copy()
        more[puzzle.cell[touched[row]]] = True
        if np.array_equal(more, marked):
            return marked
        marked = more
