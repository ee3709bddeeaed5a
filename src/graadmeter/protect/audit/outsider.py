"""The attack on a table of which only the published cells are at hand, by somebody who does not know the rest."""

from dataclasses import replace

import numpy as np

from graadmeter.domain.errors import DisclosureError
from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Floats, Ints
from graadmeter.protect.audit.examine import Findings, examine
from graadmeter.protect.audit.program import Program, fits_whole
from graadmeter.protect.audit.puzzle import Game, Puzzle, game, pieces

_NEARLY = 1e-6


def attack_published(puzzle: Puzzle) -> Findings:
    """What can be worked out of the unknown cells of the puzzle, whose `truth` is not looked at.

    Any table of whole numbers that fits serves as a starting point. Raises DisclosureError when there is none: then
    the published figures contradict one another.
    """
    guess = puzzle.truth.copy()
    guess[puzzle.unknown] = 0
    puzzle = replace(puzzle, truth=guess)
    for piece in pieces(puzzle):
        guess[piece] = _some_table(game(puzzle, piece))
    return examine(replace(puzzle, truth=guess))


def _some_table(here: Game) -> Ints:
    program = Program(here, scale=1, radius=None)
    found = _whole(here, program.best(np.full(len(here.cells), -1.0)))
    if found is None:
        program.whole()
        found = _whole(here, program.best(np.zeros(len(here.cells))))
    if found is None:
        raise DisclosureError(
            Text(
                "De gepubliceerde cijfers spreken elkaar tegen: geen enkele tabel past bij alle sommen.",
                "The published figures contradict one another: no table at all fits every sum.",
            )
        )
    return found


def _whole(here: Game, found: Floats | None) -> Ints | None:
    if found is None:
        return None
    near = np.rint(found).astype(np.int64)
    return near if np.abs(found - near).max(initial=0.0) < _NEARLY and fits_whole(here, near) else None
