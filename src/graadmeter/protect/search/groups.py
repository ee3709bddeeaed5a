"""Groups of cells that no sum ties to one another: each is protected by itself, at its own scale.

Counts and amounts of money are often asked together (a price is one by the other) without any sum over both. In one
program they would share a scale in which a count of four is nothing, and large programs take more than small ones
together.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from graadmeter.protect.arrays import Ints, runs
from graadmeter.protect.search.components import components
from graadmeter.protect.search.scale import solver_unit
from graadmeter.protect.system import Rows, System

_SMALL = 400
"""Cells of a part up to which it is taken together with others: each program has its cost."""


def groups(system: System) -> list[Ints]:
    """The cells that may move, by group, each ascending; frozen cells are in none, for they tie nothing together."""
    free = np.flatnonzero(~system.frozen)
    parts = [free[part] for part in components(system, free)]
    return gathered(parts, lambda cells: solver_unit(int(system.need[cells].max())))


def gathered(parts: Sequence[Ints], kind: Callable[[Ints], int]) -> list[Ints]:
    """The large parts by themselves, and of the small ones those of one kind together, ascending."""
    small: dict[int, list[Ints]] = {}
    for part in parts:
        if len(part) <= _SMALL:
            small.setdefault(kind(part), []).append(part)
    large = [part for part in parts if len(part) > _SMALL]
    return large + [np.sort(np.concatenate(small[one])) for one in sorted(small)]


def alone(system: System, cells: Ints) -> System:
    """The system of these cells only, numbered by their place; what does not move only shifts the rows."""
    number = np.full(len(system), -1, dtype=np.int64)
    number[cells] = np.arange(len(cells), dtype=np.int64)
    rows, touched = system.rows, system.touching(cells)
    entry, row = runs(rows.start, touched)
    kept = number[rows.cell[entry]] >= 0
    entry, row = entry[kept], row[kept]
    fewer = Rows.of(row, number[rows.cell[entry]], rows.coef[entry], rows.below[touched], rows.above[touched])
    return replace(
        system,
        value=system.value[cells],
        floor=system.floor[cells],
        ceiling=system.ceiling[cells],
        need=system.need[cells],
        cost=system.cost[cells],
        sensitive=system.sensitive[cells],
        latent=system.latent[cells],
        frozen=system.frozen[cells],
        module=system.module[cells],
        rows=fewer,
    )
