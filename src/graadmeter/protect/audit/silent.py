"""Counts of which a release tells nothing that the one before it did not tell: these cannot leak anew.

What everybody knew exactly, and what is still so, passes no news on: with that filled in, the sums on either side of it
are about other counts.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pyarrow as pa

from graadmeter.domain.indicators import METHOD_DIMENSIONS, Count
from graadmeter.domain.status import CellStatus
from graadmeter.protect.arrays import Bools, runs
from graadmeter.protect.audit.assemble import Assembled
from graadmeter.protect.audit.figures import Figure, Spot, What
from graadmeter.protect.audit.history import History
from graadmeter.protect.audit.puzzle import Puzzle
from graadmeter.protect.audit.rows import Row

_SHOWN_BY_FIGURES = ("twin", "composed", "two", "adding", "so_far")
"""Sums that nobody declared: all figures of a year together tell that they hold between these counts."""


def silent(
    built: Assembled, figures: Sequence[Figure], rows: Sequence[Row], published: pa.Table, history: History
) -> Bools:
    """Of each of the `figures` whether nothing new is told of it, nor of anything that sums tie it to.

    `rows` are those of `published`, the figures those of the puzzle.
    """
    exact = np.array([bool(one.earlier) and not (one.moved or one.vague) for one in figures], dtype=np.bool_)
    loud = _told_anew(built, rows, published, history) & ~exact
    loud |= _said_of_all(built, loud)
    return ~_with_all_beside(built.puzzle, loud, passing=~exact | loud)


def without(puzzle: Puzzle, settled: Bools) -> Puzzle:
    """The puzzle that asks nothing of these counts."""
    return replace(puzzle, questions=[one for one in puzzle.questions if not settled[one.cell].all()])


def _told_anew(built: Assembled, rows: Sequence[Row], published: pa.Table, history: History) -> Bools:
    """The counts that a row tells something of which the newest earlier release does not say the same."""
    loud = np.zeros(len(built.puzzle.truth), dtype=np.bool_)
    values, statuses = (published[name].to_pylist() for name in ("value", "status"))
    for row, value, status, before, was in zip(rows, values, statuses, history.latest, history.status, strict=True):
        nothing = value == before if value is not None else status in {was, CellStatus.SUPPRESSED}
        if not nothing:
            loud[[built.number[spot] for spot in _tells_of(row) if spot in built.number]] = True
    return loud


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


def _said_of_all(built: Assembled, loud: Bools) -> Bools:
    """The counts in every sum of which the same is said elsewhere, by figures only, of a loud count."""
    relation: dict[frozenset[Count], int] = {}
    chosen = [number for number, one in enumerate(built.sums) if one.kind in _SHOWN_BY_FIGURES]
    names = [frozenset(one.spot.what.of for one in (*built.sums[row].wholes, *built.sums[row].parts)) for row in chosen]
    which = np.array([relation.setdefault(name, len(relation)) for name in names], dtype=np.int64)
    place, owner = runs(built.puzzle.start, np.array(chosen, dtype=np.int64))
    cell = built.puzzle.cell[place]
    new = np.bincount(which[owner], weights=loud[cell], minlength=len(relation)) > 0
    said = np.zeros(len(loud), dtype=np.bool_)
    said[cell[new[which[owner]]]] = True
    return said


def _with_all_beside(puzzle: Puzzle, marked: Bools, *, passing: Bools) -> Bools:
    """The marked cells and all that hang on them by rows, from one `passing` cell to the next."""
    row = np.repeat(np.arange(len(puzzle.low)), np.diff(puzzle.start))
    while True:
        touched = np.bincount(row, weights=(marked & passing)[puzzle.cell], minlength=len(puzzle.low)) > 0
        more = marked.copy()
        more[puzzle.cell[touched[row]]] = True
        if np.array_equal(more, marked):
            return marked
        marked = more
