"""What hiding comes to: the pattern and its proofs, and how those of several groups of cells are put together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.search.moves import Move


@dataclass(frozen=True)
class Suppression:
    """The pattern and its proof."""

    hidden: Bools
    """Per cell whether it is hidden, for its own sake or for another's."""
    moves: tuple[Move, ...]
    """Other tables that fit everything published."""
    rise: Ints
    """Per cell the place in `moves` of the table in which it is highest; -1: none."""
    fall: Ints
    """Per cell the place in `moves` of the table in which it is lowest; -1: none."""
    exposed: Ints
    """Cells that could not be made uncertain enough, whatever else is hidden."""

    def of(self, cells: Ints) -> "Suppression":
        """What it says of these cells (ascending), numbered by their place; moves only as far as they change them."""
        number = np.full(len(self.hidden), -1, dtype=np.int64)
        number[cells] = np.arange(len(cells), dtype=np.int64)
        moves: list[Move] = []
        place = np.full(len(self.moves) + 1, -1, dtype=np.int64)
        for which, move in enumerate(self.moves):
            local = number[move.cell]
            if (local >= 0).any():
                place[which] = len(moves)
                moves.append(replace(move, cell=local[local >= 0], step=move.step[local >= 0]))
        exposed = number[self.exposed]
        return Suppression(
            self.hidden[cells], tuple(moves), place[self.rise[cells]], place[self.fall[cells]], exposed[exposed >= 0]
        )


def together(size: int, groups: Sequence[Ints], found: Sequence[Suppression]) -> Suppression:
    """One pattern over `size` cells of those of the groups, which hold different cells; other cells are shown."""
    hidden = np.zeros(size, dtype=np.bool_)
    rise, fall = np.full(size, -1, dtype=np.int64), np.full(size, -1, dtype=np.int64)
    moves: list[Move] = []
    for cells, one in zip(groups, found, strict=True):
        hidden[cells] = one.hidden
        for mine, theirs in ((rise, one.rise), (fall, one.fall)):
            mine[cells] = np.where(theirs >= 0, theirs + len(moves), -1)
        moves += [replace(move, cell=cells[move.cell]) for move in one.moves]
    exposed = [cells[one.exposed] for cells, one in zip(groups, found, strict=True)]
    return Suppression(hidden, tuple(moves), rise, fall, np.sort(np.concatenate(exposed)))
