"""Groups of cells that no sum ties to one another: each is protected by itself, at its own scale.

Counts and amounts of money are often asked together (a price is one by the other) without any sum over both. In one
program they would share a scale in which a count of four is nothing, and large programs take more than small ones
together.
"""

from dataclasses import replace

import numpy as np

from graadmeter.protect.arrays import Ints, runs
from graadmeter.protect.search.components import components
from graadmeter.protect.search.scale import solver_unit
from graadmeter.protect.system import Rows, System

_SMALL = 400
"""Cells of a group up to which it is taken together with others of its scale: each program has its cost."""


def groups(system: System) -> list[Ints]:
    """The cells that may move, by group, each ascending; frozen cells are in none, for they tie nothing together."""
    free = np.flatnonzero(~system.frozen)
    found: list[Ints] = []
    small: dict[int, list[Ints]] = {}
    for part in components(system, free):
        cells = free[part]
        unit = solver_unit(int(system.need[cells].max()))
        if len(cells) > _SMALL:
            found.append(cells)
        else:
            small.setdefault(unit, []).append(cells)
    found += [np.sort(np.concatenate(small[unit])) for unit in sorted(small)]
    return found


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
