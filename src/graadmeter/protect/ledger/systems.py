"""The two systems of a block that was published before: what figures are, and how they changed since.

Whoever reads two releases knows every figure that either showed, and may guess that a figure hidden in both did not
change. So hidden figures are proven safe with everything that was ever shown as known (`level_system`), and corrections
with every figure that was hidden before as known (`change_system`). A correction that is not shown is a cell of the
second system only: its old value stays on show, its new one is what must not be worked out.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.blocks.block import Block
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.ledger.counts import Past
from graadmeter.protect.ledger.then import Then
from graadmeter.protect.system import Rows, System

_KEEP_HIDDEN = 0.1
"""What a figure costs that was hidden before, as a part of what it costs otherwise: patterns stay as they are."""


@dataclass(frozen=True)
class Known:
    """The past of the cells of one block, rests included (these were never shown)."""

    last: Ints
    shown: Bools
    moved: Bools
    near: Bools
    fresh: Bools
    """Never counted before this release."""
    hidden: Bools
    """Counted before, and never shown."""
    vague: Bools
    """Only figures made of it were ever shown."""
    rest: Bools
    sums: Bools
    """Amounts and sums of values."""
    settled: Bools
    """Rests of figures that were all shown before: with those, they are known or change."""
    kin: Bools
    """Counts that figures, not definitions, show to be tied to others, some of which have news."""
    then: tuple[Then, ...]
    """What the counts were in earlier releases; over the places of the block."""

    @classmethod
    def of(cls, block: Block, past: Past, kin: Bools) -> Self:
        """The past of the cells of a block; `kin` is over the flat grid (`news.kin_of_news`)."""
        rests = len(block.system) - len(block.place)

        def extended(marks: Bools) -> Bools:
            return np.concatenate((marks[block.place], np.zeros(rests, dtype=np.bool_)))

        shown = extended(past.shown)
        rest = np.arange(len(block.system)) >= len(block.place)
        rows = block.system.rows
        unseen = np.bincount(rows.owner, weights=(~shown & ~rest)[rows.cell], minlength=len(rows)) > 0
        settled = rest.copy()
        settled[rows.cell[rest[rows.cell] & unseen[rows.owner]]] = False
        return cls(
            last=np.concatenate((past.last[block.place], np.full(rests, ABSENT, dtype=np.int64))),
            shown=shown,
            moved=extended(past.moved),
            near=extended(past.near),
            fresh=extended(~past.seen),
            hidden=extended(past.hidden),
            vague=extended(past.vague),
            rest=rest,
            sums=extended(past.sums),
            settled=settled,
            kin=extended(kin),
            then=tuple(one.at(block.place) for one in past.then),
        )


def change_system(block: Block, known: Known, *, everything: bool = False) -> System:
    """Hiding here means not showing a new value; what must stay hidden are changes that are too small.

    `everything`: no change at all is shown. What is too small by itself must stay hidden as well, for the old value
    keeps standing in its place.
    """
    system = block.system
    away = np.where(known.moved, np.abs(system.value - known.last), 0)
    small = known.moved & (known.near | system.sensitive | everything)
    loose = _unbalanced(system, known)
    free = np.where(known.vague, ~system.frozen, known.moved)
    stirred = known.settled & system.sensitive & _beside(system, known.moved)
    never = known.fresh & system.sensitive
    told = known.moved & (small | ~known.vague)
    need = np.where(told, np.maximum(system.need, np.where(known.sums, away, 0)), 0)
    need = np.where((known.fresh & ~never) | stirred, system.need, need)
    return replace(
        system,
        floor=np.where(known.moved, np.minimum(system.floor, 0), system.floor),
        ceiling=np.where(known.moved, np.maximum(system.ceiling, known.last), system.ceiling),
        need=need,
        cost=system.cost * np.where(known.fresh, 1.0, away / np.maximum(np.abs(system.value), 1)),
        sensitive=small | stirred,
        latent=system.latent | never | loose.stray,
        frozen=~(free | (known.fresh & ~system.frozen) | known.rest | loose.stray),
        rows=loose.rows,
    )


def level_system(block: Block, known: Known, carried: Bools, *, loose: bool) -> System:
    """Everything that was ever shown is known; `carried` cells, whose change is hidden, as well unless `loose`.

    New figures that hide a change must be hidden well themselves. `loose`: an outsider does not know what changed
    between the releases; then what was hidden before stays hidden, but for what was never a secret: the only figure of
    a sum that was not shown.
    """
    system = block.system
    adrift = carried & known.shown & loose
    frozen = (system.frozen | known.shown) & ~adrift
    kept = known.hidden & ~_told(system, frozen) if loose else np.zeros(len(system), dtype=np.bool_)
    wanted = system.sensitive | (carried & ~known.shown) | kept
    return replace(
        system,
        floor=np.where(adrift, np.minimum(system.floor, 0), system.floor),
        ceiling=np.where(adrift, np.maximum(system.ceiling, known.last), system.ceiling),
        need=np.where(adrift | known.settled, 0, system.need),
        cost=system.cost * np.where(known.hidden, _KEEP_HIDDEN, 1.0),
        sensitive=wanted & ~known.shown & ~known.settled,
        latent=system.latent | adrift,
        frozen=frozen,
    )


def _told(system: System, known: Bools) -> Bools:
    """The cells that sums give away, one after the other, to whoever knows these."""
    rows = system.rows
    same, told = (rows.below == 0) & (rows.above == 0), known
    while True:
        missing = np.bincount(rows.owner, weights=~told[rows.cell], minlength=len(rows))
        more = told.copy()
        more[rows.cell[(same & (missing == 1))[rows.owner]]] = True
        if np.array_equal(more, told):
            return told & ~known
        told = more


@dataclass(frozen=True)
class _Unbalanced:
    """Equations in which the changes of what was shown do not add up."""

    rows: Rows
    """The same rows; where everything was shown before, what is left over changed and nobody knows it: persons in two
    municipalities."""
    stray: Bools
    """The cells in them that were hidden before, and those that hang on these by sums: some of them did change."""


def _unbalanced(system: System, known: Known) -> _Unbalanced:
    rows = system.rows
    change = np.where(known.shown, system.value - known.last, 0)
    total, unseen, widest = (np.zeros(len(rows), dtype=np.int64) for _ in range(3))
    np.add.at(total, rows.owner, rows.coef * change[rows.cell])
    np.add.at(unseen, rows.owner, ~known.shown[rows.cell])
    np.maximum.at(widest, rows.owner, system.need[rows.cell])
    unsure = known.vague | ~(known.shown | known.hidden)
    never = np.bincount(rows.owner, weights=unsure[rows.cell], minlength=len(rows)) > 0
    rest = np.bincount(rows.owner, weights=known.rest[rows.cell], minlength=len(rows)) > 0
    same = (rows.below == 0) & (rows.above == 0) & ~rest
    off = same & (total != 0) & ~never
    wide = off & (unseen == 0)
    slack = np.where(wide, widest, 0)
    stray = _hanging(rows, same, off, known.hidden)
    return _Unbalanced(replace(rows, below=rows.below + slack, above=rows.above + slack), stray)


def _hanging(rows: Rows, same: Bools, off: Bools, hidden: Bools) -> Bools:
    """The hidden cells in the rows `off`, and all that hang on them by the rows `same` through hidden cells only."""
    stray = np.zeros(len(hidden), dtype=np.bool_)
    while True:
        more = np.zeros(len(hidden), dtype=np.bool_)
        more[rows.cell[off[rows.owner]]] = True
        more &= hidden
        if np.array_equal(more, stray):
            return stray
        stray = more
        off = off | (same & (np.bincount(rows.owner, weights=stray[rows.cell], minlength=len(rows)) > 0))


def _beside(system: System, marked: Bools) -> Bools:
    """The cells in a row with any of the marked ones."""
    rows = system.rows
    touched = np.bincount(rows.owner, weights=marked[rows.cell], minlength=len(rows)) > 0
    beside = np.zeros(len(system), dtype=np.bool_)
    beside[rows.cell[touched[rows.owner]]] = True
    return beside
