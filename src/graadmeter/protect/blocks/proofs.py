"""The proofs of one block in a form that others can check: whole tables, by series, area and period."""

import numpy as np

from graadmeter.protect.arrays import Ints, runs, starts
from graadmeter.protect.audit.year import Claims
from graadmeter.protect.blocks.block import Block
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.search.suppression import Suppression


def claims_of(plan: Plan, block: Block, found: Suppression) -> Claims:
    """The tables that prove a block, each count at every place where it is shown."""
    sizes = [len(move.cell) for move in found.moves]
    nothing = np.zeros(0, dtype=np.int64)
    table = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes)
    cell: Ints = np.concatenate([nothing, *(move.cell for move in found.moves)])
    step: Ints = np.concatenate([nothing, *(move.step for move in found.moves)])
    real = cell < len(block.place)
    table, stands, step = table[real], block.place[cell[real]], step[real]
    start, shown = _places(plan.cell, block.place)
    at, entry = runs(start, np.searchsorted(block.place, stands))
    grid = plan.facts.grid
    return Claims(
        year=block.year,
        series=grid.series,
        areas=tuple(area.code for area in grid.areas),
        periods=tuple(period.code for period in grid.periods),
        table=table[entry],
        place=shown[at],
        step=step[entry],
        parts=np.array([move.parts for move in found.moves], dtype=np.int64),
        zeros=block.zeros,
    )


def told_of_zeros(plan: Plan, year: int) -> Claims:
    """No tables: only that zeros of the year may be hidden, as they were in an earlier release."""
    grid, nothing = plan.facts.grid, np.zeros(0, dtype=np.int64)
    areas, periods = tuple(area.code for area in grid.areas), tuple(period.code for period in grid.periods)
    return Claims(year, grid.series, areas, periods, nothing, nothing, nothing, nothing, zeros=True)


def shown_at(cell: Ints, place: Ints, chosen: Ints) -> Ints:
    """All places of the grid at which the chosen cells of a block are shown; its cells stand at `place`."""
    start, shown = _places(cell, place)
    return shown[runs(start, chosen)[0]]


def _places(cell: Ints, stands: Ints) -> tuple[Ints, Ints]:
    """For each of the ascending places `stands` all places of the grid that it stands for: run starts and places."""
    flat = cell.ravel()
    number = np.searchsorted(stands, flat)
    mine = np.isin(flat, stands)
    place = np.flatnonzero(mine)
    order = np.argsort(number[place], kind="stable")
    return starts(number[place][order], len(stands)), place[order]
