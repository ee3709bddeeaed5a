"""What somebody learns who already knows one hidden cell, as the only one in it does."""

from collections.abc import Sequence

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.audit.certificates import Certificate
from graadmeter.protect.audit.puzzle import Game, Puzzle, game, pieces

_PRIME = 2_147_483_629
"""The largest prime below 2**31 that ends in 29: products of two remainders fit in 64 bits."""


def without_proof(cells: Ints, alone: Bools, tables: Sequence[Certificate]) -> list[tuple[int, int]]:
    """Pairs of somebody alone in a count, and one of `cells` that he may know: no table keeps the one, not the other.

    `tables` were checked to fit all that is published, in whole numbers.
    """
    tied: dict[int, set[int]] = {}
    for one in tables:
        if one.parts == 1:
            with_it = set(one.cell[alone[one.cell]].tolist())
            for cell in one.cell.tolist():
                tied[cell] = tied[cell] & with_it if cell in tied else with_it
    everybody = set(np.flatnonzero(alone).tolist())
    return [(other, cell) for cell in cells.tolist() for other in sorted(tied.get(cell, everybody) - {cell})]


def tied_cells(puzzle: Puzzle, *, seed: int = 11) -> list[tuple[int, int]]:
    """Pairs of unknown cells of which the one gives the other away exactly; each with the first of its group.

    A random table of differences that fits all equations is drawn twice, in remainders of a large prime. Two cells
    whose differences have the same ratio in both always change together (but for a chance of one in two thousand
    million). Inequalities are not looked at, so that it is an attack with sums alone.
    """
    chance = np.random.default_rng(seed)
    found = []
    for piece in pieces(puzzle):
        here = game(puzzle, piece)
        one, other = _differences(here, chance), _differences(here, chance)
        free = np.flatnonzero((one != 0) & (other != 0))
        ratio = [int(one[cell]) * pow(int(other[cell]), -1, _PRIME) % _PRIME for cell in free]
        _, first, group = np.unique(np.array(ratio, dtype=np.int64), return_index=True, return_inverse=True)
        leader = free[first[group]]
        found += [(int(piece[a]), int(piece[b])) for a, b in zip(leader, free, strict=True) if a != b]
    return found


def _differences(here: Game, chance: np.random.Generator) -> Ints:
    """A random vector, modulo the prime, that leaves every equation as it is."""
    size = len(here.cells)
    tight = here.low == here.high
    number = np.cumsum(tight) - 1
    entry = tight[here.row]
    matrix = np.zeros((int(tight.sum()), size), dtype=np.int64)
    np.add.at(matrix, (number[here.row[entry]], here.cell[entry]), here.coef[entry])
    matrix %= _PRIME
    pivots = _reduce(matrix)
    found: Ints = chance.integers(1, _PRIME, size=size)
    found[pivots] = 0
    for row, column in enumerate(pivots):
        some = np.flatnonzero(matrix[row])
        found[column] = -sum(int(matrix[row, cell]) * int(found[cell]) for cell in some if cell != column) % _PRIME
    return found


def _reduce(matrix: Ints) -> list[int]:
    """Brings the matrix in reduced echelon form, in place; the column of each row that is left."""
    pivots: list[int] = []
    for column in range(matrix.shape[1]):
        row = len(pivots)
        candidates = np.flatnonzero(matrix[row:, column])
        if not len(candidates):
            continue
        best = row + int(candidates[0])
        matrix[[row, best]] = matrix[[best, row]]
        some = np.flatnonzero(matrix[row])
        matrix[row, some] = matrix[row, some] * pow(int(matrix[row, column]), -1, _PRIME) % _PRIME
        others = np.flatnonzero(matrix[:, column])
        others = others[others != row]
        at = np.ix_(others, some)
        matrix[at] = (matrix[at] - matrix[others, column][:, None] * matrix[row, some] % _PRIME) % _PRIME
        pivots.append(column)
    return pivots
