"""A municipality beside a group of others taken together: its own peer group, or its statistical neighbours."""

from collections.abc import Mapping

import numpy as np

from graadmeter.compare.against import Against, judged
from graadmeter.compare.grid import Grid
from graadmeter.compare.numbers import Numbers
from graadmeter.domain.comparison import Reason
from graadmeter.statistics.arrays import Bools, Floats, floats

FEWEST = 3
"""Of fewer others with a figure nothing is given: it would tell of one of them rather than of a group."""


def against_group(
    grid: Grid,
    numbers: Numbers,
    groups: Mapping[str, tuple[str, ...]],
    cases: list[tuple[Bools, Reason]],
    absent: Reason,
) -> tuple[Against, Floats]:
    """Every row against the pooled share of the group of its area, and how many of the group have a figure.

    `groups` are the others by the code of the area; a municipality without any gets the reason `absent`, everything
    else OTHER_LEVEL. The group is the sum of numbers over the sum of inhabitants of those with a published figure.
    """
    size = len(numbers.count)
    member = np.array([[one in groups.get(area, ()) for one in grid.areas] for area in grid.areas], dtype=np.float64)
    member = member.reshape(len(grid.areas), len(grid.areas))
    known = np.isfinite(grid.count).astype(np.float64)
    total, base = (np.nan_to_num(numbers) @ member.T for numbers in (grid.count, grid.base))
    others = grid.spread(floats(known @ member.T), size, 0.0)
    share = grid.spread(floats(total / np.where(base > 0, base, np.nan)), size)
    inside, grouped = np.zeros(size, dtype=np.bool_), np.zeros(size, dtype=np.bool_)
    inside[grid.rows] = True
    grouped[grid.rows] = np.array([bool(groups.get(area)) for area in grid.areas], dtype=np.bool_)[grid.area]
    found = judged(
        numbers,
        share,
        [*cases, (~inside, Reason.OTHER_LEVEL), (~grouped, absent), (others < FEWEST, Reason.TOO_FEW)],
    )
    return found, floats(np.where(grouped, others, np.nan))
