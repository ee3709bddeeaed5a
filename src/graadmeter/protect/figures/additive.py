"""Rounds the counts of one system: small ones to 0 or the base, the others within a cap, so that every sum holds."""

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.system import UNBOUNDED, System

_NODES = 500
"""Branches after which the search ends: a number of steps, so that every machine finds the same."""
_ANY = highspy.HighsVarType.kContinuous
_TRIES = (((False, False, True), 1, 0.3), ((True, True, True), 1, 0.05), ((True, True, True), _NODES, 0.05))
"""Which of the three columns of a figure must be whole numbers, how many branches may be tried, and how far from the
nearest figures the search may end, as a part of what they cost.

Once the choices are made the rest nearly always comes out in whole numbers by itself, so that is tried first: five
times as quick, and what is found is hardly further off.
"""
_SWITCH = 10.0
"""What it costs to leave the choice that was drawn, in units of error."""
_REMAKE = 100.0
"""What a unit of error costs where an earlier release showed a figure that still fits."""


@dataclass(frozen=True)
class Choices:
    """What each cell may become. All arrays have one element per cell."""

    least: Ints
    most: Ints
    """Equal where there is no choice."""
    two: Bools
    """The cell becomes `least` or `most`, nothing in between."""
    wanted: Ints
    """What it becomes if no sum stands in the way."""
    price: Floats
    """What a unit of distance to the wanted figure costs."""


def choices(system: System, *, base: int, cap: int, public: Ints, luck: Floats, before: Ints) -> Choices:
    """What the counts of a system may become.

    `public` is how many a count is a share of where everybody knows that (0: nobody does), `luck` a number from 0 to 1
    per cell that only the region can tell, `before` what an earlier release showed (-1: nothing). A small count keeps
    what was shown of it for good.
    """
    value = system.value
    small: Bools = (value > 0) & (value < base)
    large: Bools = value >= base
    least = np.where(large, np.maximum(base, value - cap), 0)
    people = np.where(public > 0, public, UNBOUNDED)
    most = np.where(large, np.minimum(value + cap, people), np.where(small & (base <= people), base, 0))
    rest = public - value
    near: Bools = large & (public > 0) & (rest > 0) & (rest < base)
    least = np.where(near, np.where(public - base >= base, public - base, public), least)
    most = np.where(near, public, most)
    up: Bools = luck < np.where(near, (base - rest) / base, value / base)
    wanted = np.where(small | near, np.where(up, most, least), value)
    fits = (before >= least) & (before <= most) & (~(small | near) | (before == least) | (before == most))
    wanted = np.where(fits, before, wanted)
    price = np.where(small | near, _SWITCH / base, np.where(fits, _REMAKE, 1.0))
    price = np.where(system.latent, 0.0, price)
    kept = fits & (small | near)
    return Choices(np.where(kept, before, least), np.where(kept, before, most), small | near, wanted, price)


def rounded_counts(system: System, allowed: Choices) -> Ints | None:
    """Figures near the wanted ones for which every sum of the system holds; None when none were found.

    A sum that holds for the counts holds for the figures. What a whole lacks or has too much for another reason
    (persons in two municipalities) is kept on its side: the figure of the whole is at most the sum of its parts.
    """
    low, high = _limits(system)
    size, rows = len(system.value), system.rows
    # A figure is wanted + up - down, of two choices least + step * choice: three columns, of which some are fixed.
    step = np.where(allowed.two, allowed.most - allowed.least, 0)
    start = np.where(allowed.two, allowed.least, allowed.wanted)
    model = _model(system, allowed, start, step)
    for whole, nodes, gap in _TRIES:
        model.integrality_ = [highspy.HighsVarType.kInteger if one else _ANY for one in whole for _ in range(size)]
        found = _solved(model, nodes, gap)
        if found is not None:
            value: Ints = (start + found[:size] - found[size : 2 * size] + step * found[2 * size :]).astype(np.int64)
            sums = np.zeros(len(rows), dtype=np.int64)
            np.add.at(sums, rows.owner, rows.coef * value[rows.cell])
            holds = ((low <= sums) & (sums <= high)).all()
            if holds and ((allowed.least <= value) & (value <= allowed.most)).all():
                return value
    return None


def _model(system: System, allowed: Choices, start: Ints, step: Ints) -> Any:
    """The program, of which columns must be whole numbers is not said yet: upward, downward and the choice of each."""
    low, high = _limits(system)
    size, rows = len(system.value), system.rows
    top = np.where(allowed.two, 0, allowed.most - allowed.wanted)
    bottom = np.where(allowed.two, 0, allowed.wanted - allowed.least)
    taken = np.where(allowed.wanted == allowed.most, -1.0, 1.0) * allowed.price * step
    fixed = np.zeros(len(rows), dtype=np.int64)
    np.add.at(fixed, rows.owner, rows.coef * start[rows.cell])
    model: Any = highspy.HighsLp()
    model.num_col_, model.num_row_ = 3 * size, len(rows)
    model.col_cost_ = np.concatenate((allowed.price, allowed.price, taken)).astype(np.float64)
    model.col_lower_ = np.zeros(3 * size)
    model.col_upper_ = np.concatenate((top, bottom, step > 0)).astype(np.float64)
    model.row_lower_ = np.where(low <= -UNBOUNDED, -highspy.kHighsInf, low - fixed).astype(np.float64)
    model.row_upper_ = np.where(high >= UNBOUNDED, highspy.kHighsInf, high - fixed).astype(np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = (3 * rows.start).astype(np.int32)
    model.a_matrix_.index_ = np.stack((rows.cell, rows.cell + size, rows.cell + 2 * size), 1).ravel().astype(np.int32)
    terms = np.stack((rows.coef, -rows.coef, rows.coef * step[rows.cell]), 1)
    model.a_matrix_.value_ = terms.ravel().astype(np.float64)
    return model


def _limits(system: System) -> tuple[Ints, Ints]:
    """What each sum must be of the figures: nothing where it is of the counts, else not to the other side."""
    rows = system.rows
    now = np.zeros(len(rows), dtype=np.int64)
    np.add.at(now, rows.owner, rows.coef * system.value[rows.cell])
    low = np.where(now >= 0, 0, -UNBOUNDED)
    high = np.where(now <= 0, np.where((rows.above >= UNBOUNDED) & (now == 0), UNBOUNDED, 0), UNBOUNDED)
    return low.astype(np.int64), high.astype(np.int64)


def _solved(model: Any, nodes: int, gap: float) -> Ints | None:
    """Good figures that so many branches find; the first ones where there are more than one."""
    limits = {"mip_max_nodes": nodes} | ({"mip_max_improving_sols": 1} if nodes > 1 else {})
    create: Any = highspy.Highs
    solver = create()
    solver.silent()
    for name, option in (("threads", 1), ("random_seed", 1), ("mip_rel_gap", gap), *limits.items()):
        solver.setOptionValue(name, option)
    solver.passModel(model)
    solver.run()
    if solver.getInfo().primal_solution_status != _FEASIBLE:
        return None
    found: Ints = np.rint(np.asarray(solver.getSolution().col_value)).astype(np.int64)
    return found


_FEASIBLE = 2
"""What the solver calls a solution that keeps every limit."""
