"""Builds the system of one family of series in one year: no sum reaches from one year or family into another."""

from dataclasses import dataclass, replace

import numpy as np

from graadmeter.domain.areas import Level
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.blocks.holders import holders, sets_of_holders
from graadmeter.protect.blocks.marks import Marks
from graadmeter.protect.blocks.own_shares import leaders
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.grid.composed import Composed
from graadmeter.protect.grid.relations import Relations
from graadmeter.protect.grid.ties import Ties
from graadmeter.protect.system import UNBOUNDED, System


@dataclass(frozen=True)
class Block:
    """A system, and the place on the flat grid of each of its cells but the last ones, which are rests."""

    year: int
    system: System
    place: Ints
    broken: int
    """Sums over periods that were declared but do not hold."""
    zeros: bool
    """Whether true zeros may be hidden too."""
    holder: Ints | None = None
    """The number of the area that knows each cell, -1 for none; None when nobody is taken to know any."""
    together: tuple[Ints, ...] = ()
    """Numbers of areas whose cells one reader knows."""
    leader: Ints | None = None
    """Who is alone in each amount and knows it; None when nobody is, or no rule asks (`own_shares`)."""


def block(plan: Plan, members: Ints, year: int, *, zeros: bool = False) -> Block:
    """The system of the series with these numbers in one year; `zeros`: whether true zeros may be hidden too."""
    grid = plan.facts.grid
    when = np.array([number for number, period in enumerate(grid.periods) if period.year == year], dtype=np.int64)
    cube = plan.cell[members][:, :, when]
    place, local = np.unique(np.append(cube, -1), return_inverse=True)
    place, cube = place[1:], local[:-1].reshape(cube.shape) - 1
    ties = Ties(grid.value.ravel()[place], plan.threshold)
    relations = Relations(
        ties,
        cube,
        series=[grid.series[number] for number in members],
        areas=grid.areas,
        periods=[grid.periods[number] for number in when],
        declared=plan.declared,
        composed=_composed(plan, members, year),
    )
    relations.derive()
    marks = plan.marks.hiding_zeros if zeros else plan.marks
    above, below, small = _shares(plan, place, marks)
    ties.rests(below[small], above[small][:, None], threshold=UNBOUNDED)
    ties.at_most(above[~small], below[~small][:, None])
    ties.undivided(*_undivided(plan, place))
    system = _system(plan, marks, place, ties)
    insiders = holders(plan, place, system), sets_of_holders(plan), leaders(plan, place, len(system))
    return Block(year, system, place, ties.broken, zeros, *insiders)


def _composed(plan: Plan, members: Ints, year: int) -> list[Composed]:
    """The sums between counts of one year, by the local numbers of their series."""
    local = {int(number): place for place, number in enumerate(members)}
    return [
        replace(one, whole=local[one.whole], parts=tuple(local[part] for part in one.parts))
        for one in plan.composed
        if one.year == year and one.whole in local
    ]


def _shares(plan: Plan, place: Ints, marks: Marks) -> tuple[Ints, Ints, Bools]:
    """Local numbers of what stands above and below the line of shares, and whether the rest is too small."""
    cell, facts = plan.cell.ravel(), plan.facts
    rows = np.flatnonzero((facts.top >= 0) & (facts.below >= 0) & facts.share)
    above, below = cell[facts.top[rows]], cell[facts.below[rows]]
    rests = plan.rests[rows] | (plan.bare[rows] & ~marks.frozen[above])
    pair = np.stack((above, below, rests), axis=1)
    pair = np.unique(pair[np.isin(pair[:, 0], place) & (pair[:, 0] != pair[:, 1])], axis=0)
    small: Bools = pair[:, 2] == 1
    return np.searchsorted(place, pair[:, 0]), np.searchsorted(place, pair[:, 1]), small


def _undivided(plan: Plan, place: Ints) -> tuple[Ints, Ints]:
    """Local numbers of totals, and of the members that hold everybody of them."""
    pair = np.unique(plan.cell.ravel()[plan.ruled.groups], axis=0)
    pair = pair[np.isin(pair[:, 0], place)]
    return np.searchsorted(place, pair[:, 0]), np.searchsorted(place, pair[:, 1])


def _system(plan: Plan, marks: Marks, place: Ints, ties: Ties) -> System:
    need = marks.need
    none = np.zeros(0, dtype=np.int64)
    small = np.concatenate([none.astype(np.bool_), *ties.sensitive])
    owner = np.concatenate([none, *ties.owner])
    rests = len(owner)
    module = _modules(plan, place)

    veiled, wanted = marks.veiled[place], marks.sensitive[place]
    told = wanted | marks.elsewhere[place]

    def extended(values: Ints, rest: int) -> Ints:
        return np.concatenate((values[place], np.full(rests, rest)))

    return System(
        value=ties.value,
        floor=extended(marks.floor, 0),
        ceiling=extended(marks.ceiling, UNBOUNDED),
        need=np.concatenate((np.where(veiled & ~told, 0, need[place]), np.where(small, need[place][owner], 0))),
        cost=np.concatenate((np.where(veiled, 0.0, marks.cost[place]), np.zeros(rests))),
        sensitive=np.concatenate((wanted, small)),
        latent=np.concatenate((veiled, np.ones(rests, dtype=np.bool_))),
        frozen=np.concatenate((marks.frozen[place], np.zeros(rests, dtype=np.bool_))),
        module=np.concatenate((module, module[owner])),
        rows=ties.rows(),
    )


def _modules(plan: Plan, place: Ints) -> Ints:
    """The part in which a figure is protected first: wijken by municipality, other areas by what is counted."""
    grid = plan.facts.grid
    number = {area.code: index for index, area in enumerate(grid.areas)}
    small = (Level.WIJK, Level.WIJK_GROUP)
    town = np.array([number[area.parent] if area.level in small else -1 for area in grid.areas])
    series, area, _ = np.unravel_index(place, grid.value.shape)
    module: Ints = np.where(town[area] >= 0, town[area], len(number) + plan.kind[series])
    return module
