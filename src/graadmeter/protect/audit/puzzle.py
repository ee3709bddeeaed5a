"""What an attacker sees: known figures, unknown ones with the least and most they can be, and sums over both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools, Ints, runs
from graadmeter.protect.system import UNBOUNDED, System


@dataclass(frozen=True)
class Question:
    """Something that may not be worked out: a sum over cells, whose range must be at least so wide."""

    cell: Ints
    coef: Ints
    need: int
    name: str
    whole: bool = True
    """Whether the answer is known to be a whole number."""


@dataclass(frozen=True)
class Puzzle:
    """The audit's own view of a table. Row r says: `low[r] <= sum(coef * cell) <= high[r]`."""

    truth: Ints
    """What the cells are; of a known cell, what is published."""
    known: Bools
    floor: Ints
    ceiling: Ints
    start: Ints
    cell: Ints
    coef: Ints
    low: Ints
    high: Ints
    questions: Sequence[Question]
    part: Ints
    """Small parts of the table, tried before the whole; -1 for cells in none."""
    name: Callable[[int], str]
    """What a cell is called."""
    words: Callable[[int], Text]
    """What a row says."""

    @property
    def unknown(self) -> Ints:
        """The numbers of the cells that are not known."""
        return np.flatnonzero(~self.known)


@dataclass(frozen=True)
class Game:
    """The rows left for some unknown cells when all other cells are filled in; cells are places in `cells`."""

    cells: Ints
    truth: Ints
    floor: Ints
    ceiling: Ints
    row: Ints
    cell: Ints
    coef: Ints
    low: Ints
    high: Ints
    source: Ints = field(repr=False)
    """Of each row its number in the puzzle."""


def game(puzzle: Puzzle, cells: Ints) -> Game:
    """The puzzle over `cells` (ascending), all other cells having their true values."""
    local = np.full(len(puzzle.truth), -1, dtype=np.int64)
    local[cells] = np.arange(len(cells))
    every = np.arange(len(puzzle.low), dtype=np.int64)
    place, row = runs(puzzle.start, every)
    here = local[puzzle.cell[place]] >= 0
    fixed = np.zeros(len(every), dtype=np.int64)
    outside = place[~here]
    np.add.at(fixed, row[~here], puzzle.coef[outside] * puzzle.truth[puzzle.cell[outside]])
    source, number = np.unique(row[here], return_inverse=True)
    low, high = puzzle.low[source], puzzle.high[source]
    return Game(
        cells=cells,
        truth=puzzle.truth[cells],
        floor=puzzle.floor[cells],
        ceiling=puzzle.ceiling[cells],
        row=number,
        cell=local[puzzle.cell[place[here]]],
        coef=puzzle.coef[place[here]],
        low=np.where(low > -UNBOUNDED, low - fixed[source], low),
        high=np.where(high < UNBOUNDED, high - fixed[source], high),
        source=source,
    )


def pieces(puzzle: Puzzle) -> list[Ints]:
    """The unknown cells in groups between which no sum goes: each can be attacked by itself."""
    here = game(puzzle, puzzle.unknown)
    label = np.arange(len(here.cells), dtype=np.int64)
    while True:
        row = np.full(len(here.low), len(label), dtype=np.int64)
        np.minimum.at(row, here.row, label[here.cell])
        lower = label.copy()
        np.minimum.at(lower, here.cell, row[here.row])
        if np.array_equal(lower, label):
            break
        label = lower
    order = np.argsort(label, kind="stable")
    edges = np.flatnonzero(np.diff(label[order])) + 1
    return [np.sort(piece) for piece in np.split(here.cells[order], edges) if len(piece)]


def from_system(system: System, hidden: Bools) -> Puzzle:
    """The puzzle of a general system of cells and sums in which the cells marked `hidden` are not shown."""
    rows = system.rows
    now = np.zeros(len(rows), dtype=np.int64)
    np.add.at(now, rows.owner, rows.coef * system.value[rows.cell])
    secret = hidden | system.latent
    return Puzzle(
        truth=system.value,
        known=~secret,
        floor=system.floor,
        ceiling=system.ceiling,
        start=rows.start,
        cell=rows.cell,
        coef=rows.coef,
        low=np.where(rows.below < UNBOUNDED, now - rows.below, -UNBOUNDED),
        high=np.where(rows.above < UNBOUNDED, now + rows.above, UNBOUNDED),
        questions=[
            Question(np.array([cell]), np.array([1]), int(system.need[cell]), f"cell {cell}")
            for cell in np.flatnonzero(secret & (system.need > 0))
        ],
        part=system.module,
        name=lambda cell: f"cell {cell}",
        words=lambda row: _row_in_words(system, row),
    )


def _row_in_words(system: System, row: int) -> Text:
    rows = system.rows
    terms = range(rows.start[row], rows.start[row + 1])
    sum_ = " ".join(f"{rows.coef[term]:+d}*{rows.cell[term]}" for term in terms)
    return Text(f"som {row}: {sum_}", f"sum {row}: {sum_}")
