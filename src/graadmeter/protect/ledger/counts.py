"""What earlier releases showed of the counts on the grid, and which of their changes are too small to be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from graadmeter.domain.indicators import Unit
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.ledger.entries import entries_of
from graadmeter.protect.ledger.ledger import Ledger
from graadmeter.protect.ledger.then import Then, then_of


@dataclass(frozen=True)
class Past:
    """Arrays over the flat grid; only places that stand for a count mean anything."""

    value: Ints
    """The count now."""
    last: Ints
    """The count as it was last shown, ABSENT where it never was."""
    near: Bools
    """It differs from a count that was ever shown, but by so little that the difference is itself a small count."""
    seen: Bools
    """It was counted in an earlier release, shown or hidden."""
    hidden: Bools
    """It was counted in an earlier release and none ever showed it."""
    edition: Ints
    """Which earlier release first showed the last value, -1 for none."""
    vague: Bools
    """Only figures it is part of were ever shown: what it was is a guess."""
    sums: Bools
    """It is an amount or a sum of values, so that it does not tell how many persons a change is about."""
    then: tuple[Then, ...]
    """What counts were in earlier releases."""

    @cached_property
    def shown(self) -> Bools:
        """Some earlier release showed it."""
        shown: Bools = self.last != ABSENT
        return shown

    @cached_property
    def moved(self) -> Bools:
        """It is not what was last shown."""
        moved: Bools = self.shown & (self.last != self.value)
        return moved


def past_of(plan: Plan, ledger: Ledger, unhidden: Floats, *, counts: pa.Table, earlier: Sequence[Earlier]) -> Past:
    """The past of all counts; `ledger` and `unhidden` (the figures as they would be shown) are of the plan's rows.

    These rows are `counts`; what they were where earlier releases hid them is known where these tell it.
    """
    facts, owner = plan.facts, plan.cell.ravel()
    value = facts.grid.value.ravel()
    place, shown, edition, guessed = entries_of(facts, owner, ledger, unhidden)
    last = np.full(value.size, ABSENT, dtype=np.int64)
    last[place] = shown
    since = np.full(value.size, -1, dtype=np.int64)
    since[place] = edition
    nothing, when = _told_to_be_nothing(plan, ledger, last)
    last[nothing], since[nothing] = 0, when
    away = np.abs(shown - value[place])
    sums = _sums(plan)
    small = (away > 0) & (away < _limits(plan, sums).ravel()[place])
    near = np.zeros(value.size, dtype=np.bool_)
    near[place[small]] = True
    seen = np.zeros(value.size, dtype=np.bool_)
    for column in (facts.top, facts.below):
        rows = np.flatnonzero(ledger.seen & (column >= 0))
        seen[owner[column[rows]]] = True
    seen |= last != ABSENT
    then = then_of(plan, counts, earlier, sums.ravel())
    return Past(value, last, near, seen, seen & (last == ABSENT), since, guessed, sums.ravel(), then)


def _told_to_be_nothing(plan: Plan, ledger: Ledger, last: Ints) -> tuple[Ints, Ints]:
    """The counts that are nothing, as a figure without a value told of them before, and the release that did."""
    facts, owner = plan.facts, plan.cell.ravel()
    rows = np.flatnonzero((ledger.void >= 0) & (facts.top >= 0) & (facts.below >= 0))
    place = owner[facts.below[rows]]
    new = (facts.grid.value.ravel()[place] == 0) & (last[place] == ABSENT)
    return place[new], ledger.void[rows[new]]


def _sums(plan: Plan) -> Bools:
    grid = plan.facts.grid
    kinds = np.array([one.count.of is Unit.EURO or bool(one.count.value) for one in grid.series], dtype=np.bool_)
    return np.broadcast_to(kinds[:, None, None], grid.value.shape)


def _limits(plan: Plan, sums: Bools) -> Ints:
    """Differences from 1 to below this are too small: of amounts and sums, less than what so many persons stand for."""
    grid, threshold = plan.facts.grid, plan.threshold
    size = np.where(grid.counted, np.abs(grid.value), 0)
    each: Ints = -(-threshold * size // np.maximum(grid.persons, 1))
    return np.where(sums, each, threshold)
