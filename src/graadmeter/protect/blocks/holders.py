"""Who knows which counts: an area of a level knows its own and those of the areas in it."""

from collections.abc import Mapping

import numpy as np

from graadmeter.domain.areas import Area, Level
from graadmeter.protect.arrays import Ints
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.system import System


def holders(plan: Plan, place: Ints, system: System) -> Ints | None:
    """Per cell of a system the number of the area whose it is, -1 for none; None when nobody is taken to know any.

    The first cells stand at `place` on the flat grid; the others are rests, which belong to whom their sum belongs.
    """
    if plan.insiders is None:
        return None
    grid = plan.facts.grid
    _, area, _ = np.unravel_index(place, grid.value.shape)
    found = np.full(len(system), -1, dtype=np.int64)
    found[: len(place)] = holder_of(grid.areas, plan.insiders)[area]
    rows = system.rows
    least, most = (np.full(len(rows), start, dtype=np.int64) for start in (len(grid.areas), -1))
    real = ~system.latent[rows.cell]
    np.minimum.at(least, rows.owner[real], found[rows.cell[real]])
    np.maximum.at(most, rows.owner[real], found[rows.cell[real]])
    rest = np.flatnonzero(~real)
    of_one = rest[least[rows.owner[rest]] == most[rows.owner[rest]]]
    found[rows.cell[of_one]] = most[rows.owner[of_one]]
    return found


def sets_of_holders(plan: Plan) -> tuple[Ints, ...]:
    """The numbers of the areas of each set whose counts one reader knows; none where nobody is taken to know any."""
    number = {area.code: place for place, area in enumerate(plan.facts.grid.areas)}
    sets = plan.together if plan.insiders is not None else ()
    return tuple(np.array(sorted(number[code] for code in one if code in number), dtype=np.int64) for one in sets)


def holder_of(areas: tuple[Area, ...], level: Level) -> Ints:
    """For every area the number of the area of `level` that it is or lies in; -1 for none."""
    number = {area.code: place for place, area in enumerate(areas)}
    return np.array([_within(area, level, areas, number) for area in areas], dtype=np.int64)


def _within(area: Area, level: Level, areas: tuple[Area, ...], number: Mapping[str, int]) -> int:
    while area.level is not level:
        if area.parent not in number:
            return -1
        area = areas[number[area.parent]]
    return number[area.code]
