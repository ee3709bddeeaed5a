"""How far each cell is known to be able to move, and the moves that prove it."""

from dataclasses import dataclass, field
from typing import Self

import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints, distinct
from graadmeter.protect.search.moves import Move, fits
from graadmeter.protect.system import System


@dataclass
class Reach:
    """Per cell the largest proven rise and fall, and the place in `moves` of the proof (-1: none yet)."""

    up: Floats
    down: Floats
    up_by: Ints
    down_by: Ints
    moves: list[Move] = field(default_factory=list)
    whole: bool = False
    """Whether only moves in whole numbers count as proof."""

    @classmethod
    def none(cls, size: int, *, whole: bool = False) -> Self:
        """Nothing proven yet."""
        unknown = np.full(size, -1, dtype=np.int64)
        return cls(np.zeros(size), np.zeros(size), unknown, unknown.copy(), whole=whole)

    def in_whole_numbers(self) -> Self:
        """What the moves in whole numbers alone prove."""
        found = self.none(len(self.up), whole=True)
        for move in self.moves:
            found.keep(move)
        return found

    def lacking(self, system: System, cells: Ints) -> Bools:
        """Which of the cells cannot yet move as much as they need."""
        return self.up[cells] + self.down[cells] < system.need[cells]

    def record(self, system: System, move: Move) -> None:
        """Keeps the move, and the one the other way when that is possible too."""
        self.keep(move)
        back = Move(move.cell, -move.step, move.parts)
        if fits(system, [back])[0]:
            self.keep(back)

    def learn(self, other: "Reach") -> None:
        """Keeps the moves that prove something there."""
        for number in distinct(np.concatenate([by[by >= 0] for by in (other.up_by, other.down_by)])).tolist():
            self.keep(other.moves[number])

    def forget(self, cell: int) -> None:
        """Takes the cell as unproven again; the moves stay."""
        self.up[cell] = self.down[cell] = 0.0
        self.up_by[cell] = self.down_by[cell] = -1

    def proofs(self, cells: Ints) -> tuple[tuple[Move, ...], Ints, Ints]:
        """The moves that still prove something of `cells`, and per cell the place of its highest and lowest table."""
        used = np.unique(np.concatenate((self.up_by[cells], self.down_by[cells])))
        used = used[used >= 0]
        rise, fall = np.full(len(self.up), -1, dtype=np.int64), np.full(len(self.up), -1, dtype=np.int64)
        for target, source in ((rise, self.up_by), (fall, self.down_by)):
            known = cells[source[cells] >= 0]
            target[known] = np.searchsorted(used, source[known])
        return tuple(self.moves[number] for number in used), rise, fall

    def keep(self, move: Move) -> None:
        """Keeps a move that is known to fit, also when it proves nothing new: it may replace another proof."""
        if self.whole and move.parts > 1:
            return
        amount = move.step / move.parts
        rising = amount > self.up[move.cell]
        falling = -amount > self.down[move.cell]
        number = len(self.moves)
        self.moves.append(move)
        self.up[move.cell[rising]] = amount[rising]
        self.up_by[move.cell[rising]] = number
        self.down[move.cell[falling]] = -amount[falling]
        self.down_by[move.cell[falling]] = number
