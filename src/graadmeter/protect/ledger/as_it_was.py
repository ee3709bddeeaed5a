"""A block with the counts that an earlier release hid and that changed since: what they were must not be told either.

Who guesses rightly which hidden counts changed knows that the others are the same in both releases. So what a changed
count was is a cell of its own, never shown, in the sums as they stood then; the other cells of these sums are those of
now. A table that fits all of it fits every release.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.blocks.block import Block
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.ledger.then import Then
from graadmeter.protect.system import UNBOUNDED, Rows, System


@dataclass(frozen=True)
class _Release:
    """Arrays over the cells of a block, rests included."""

    value: Ints
    """What cells were."""
    shown: Bools
    small: Bools
    secret: Bools
    """Cells that are not what they were, while no release ever showed what they were."""


@dataclass(frozen=True)
class _Was:
    """Values that cells had and that must not be told: one element per value of each cell."""

    cell: Ints
    """The cell of the block, ascending."""
    value: Ints
    small: Ints

    @classmethod
    def of(cls, releases: Sequence[_Release]) -> Self:
        """Each value once, however many releases it stood in."""
        found = [np.stack((one.value, one.small), axis=1)[one.secret] for one in releases]
        cells = [np.flatnonzero(one.secret) for one in releases]
        every = np.unique(np.column_stack((np.concatenate(cells), np.concatenate(found))), axis=0)
        return cls(*np.ascontiguousarray(every.T, dtype=np.int64))


def as_it_was(system: System, block: Block, then: Sequence[Then], still: Bools) -> tuple[System, Block]:
    """The system of `block` and after its cells those of what its hidden counts were (`then`, over its places).

    Of cells that no news is tied to (`still`) nothing is asked. What rests were is not asked either. And the block with
    that system: who knows a count knows what it was.
    """
    releases = _secrets([_completed(one, block) for one in then], block)
    if not any(one.secret.any() for one in releases):
        return system, block
    was, own = _Was.of(releases), block.system
    small: Bools = (was.small == 1) & ~still[was.cell]
    more = len(was.cell)
    longer = replace(
        system,
        value=np.concatenate((system.value, was.value)),
        floor=np.concatenate((system.floor, np.minimum(own.floor[was.cell], was.value))),
        ceiling=np.concatenate((system.ceiling, np.maximum(own.ceiling[was.cell], was.value))),
        need=np.concatenate((system.need, np.where(small, own.need[was.cell], 0))),
        cost=np.concatenate((system.cost, np.zeros(more))),
        sensitive=np.concatenate((system.sensitive, small)),
        latent=np.concatenate((system.latent, np.ones(more, dtype=np.bool_))),
        frozen=np.concatenate((system.frozen, np.zeros(more, dtype=np.bool_))),
        module=np.concatenate((system.module, system.module[was.cell])),
        rows=_stacked([system.rows, _stacked([_rows(own, one, was) for one in releases]).distinct()]),
    )
    return longer, replace(
        block,
        system=longer,
        holder=None if block.holder is None else np.append(block.holder, block.holder[was.cell]),
        leader=None if block.leader is None else np.append(block.leader, block.leader[was.cell]),
    )


def _completed(one: Then, block: Block) -> _Release:
    """Of rests what they were by the first sum that they are in; they were never shown."""
    system, places = block.system, len(block.place)
    value = system.value.copy()
    value[:places] = np.where(one.value == ABSENT, value[:places], one.value)
    rows, change = system.rows, value - system.value
    off = np.zeros(len(rows), dtype=np.int64)
    np.add.at(off, rows.owner, rows.coef * change[rows.cell])
    same = (rows.below == 0) & (rows.above == 0)
    rest = np.flatnonzero((rows.cell >= places) & same[rows.owner])
    entry = rest[np.unique(rows.cell[rest], return_index=True)[1]]
    value[rows.cell[entry]] -= off[rows.owner[entry]] // rows.coef[entry]
    rests = np.zeros(len(system) - places, dtype=np.bool_)
    changed = (value != system.value) & ((value != 0) | block.zeros)
    return _Release(
        value,
        shown=np.concatenate((~one.hidden, rests)),
        small=np.concatenate((one.small, rests)),
        secret=changed & np.concatenate((one.hidden, ~rests)),
    )


def _secrets(releases: Sequence[_Release], block: Block) -> list[_Release]:
    """Without the values that another release showed."""
    size = len(block.system)
    told = np.zeros((len(releases), size), dtype=np.bool_)
    for number, one in enumerate(releases):
        for other in releases:
            told[number] |= other.shown & (other.value == one.value)
    return [replace(one, secret=one.secret & ~told[number]) for number, one in enumerate(releases)]


def _rows(system: System, one: _Release, was: _Was) -> Rows:
    """The sums of one release with something in them that is secret; sums that did not hold then are left out.

    What changed and was shown is known, and so in no sum.
    """
    rows, size = system.rows, len(system)
    number = np.arange(size, dtype=np.int64)
    number[one.value != system.value] = -1
    mine = np.flatnonzero(one.secret[was.cell] & (one.value[was.cell] == was.value))
    number[was.cell[mine]] = size + mine
    off = np.zeros(len(rows), dtype=np.int64)
    np.add.at(off, rows.owner, rows.coef * (one.value - system.value)[rows.cell])
    below = np.where(rows.below >= UNBOUNDED, rows.below, rows.below + off)
    above = np.where(rows.above >= UNBOUNDED, rows.above, rows.above - off)
    touched = np.unique(rows.owner[number[rows.cell] >= size])
    touched = touched[(below[touched] >= 0) & (above[touched] >= 0)]
    label = np.full(len(rows), -1, dtype=np.int64)
    label[touched] = np.arange(len(touched), dtype=np.int64)
    kept = (label[rows.owner] >= 0) & (number[rows.cell] >= 0)
    return Rows.of(label[rows.owner][kept], number[rows.cell][kept], rows.coef[kept], below[touched], above[touched])


def _stacked(some: Sequence[Rows]) -> Rows:
    first = np.cumsum([0, *(len(one) for one in some)])
    return Rows.of(
        np.concatenate([one.owner + number for one, number in zip(some, first, strict=False)]),
        *(np.concatenate([getattr(one, name) for one in some]) for name in ("cell", "coef", "below", "above")),
    )
