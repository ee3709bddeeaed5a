"""Protects the blocks of a release that comes after others."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np

from graadmeter.domain.progress import Progress
from graadmeter.engine.processes import spread, step
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.audit.year import Claims
from graadmeter.protect.blocks.block import Block, block
from graadmeter.protect.blocks.pieces import pieces, same_pieces
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.blocks.proofs import claims_of, shown_at
from graadmeter.protect.blocks.withhold import withhold
from graadmeter.protect.ledger.as_it_was import as_it_was
from graadmeter.protect.ledger.counts import Past
from graadmeter.protect.ledger.news import kin_of_news, with_news
from graadmeter.protect.ledger.systems import Known, change_system, level_system
from graadmeter.protect.search.suppression import Suppression
from graadmeter.protect.system import System


class Freedom(IntEnum):
    """How a block is protected: strictly at first, and with more freedom where that cannot be done."""

    NONE = 0
    """An outsider is taken to know of every hidden figure how it changed."""
    UNKNOWN = 1
    """He does not know the new values that are not shown; what was hidden before stays hidden."""
    STILL = 2
    """Moreover nothing that changed is shown."""


@dataclass(frozen=True)
class Renewed:
    """A block, what of it is hidden, and the proofs."""

    block: Block
    known: Known
    level: Suppression
    changes: Suppression | None
    """None where no correction needs hiding."""
    freedom: Freedom

    @property
    def carried(self) -> Bools:
        """The cells of which the new value is hidden because the old one is known."""
        none = np.zeros(len(self.block.system), dtype=np.bool_)
        return none if self.changes is None else self.changes.hidden & self.known.shown

    @property
    def hidden(self) -> Bools:
        """All cells whose value now is not shown."""
        return self.level.hidden[: len(self.block.system)] | self.carried

    @property
    def is_exposed(self) -> bool:
        """Whether some cell could not be made safe."""
        return bool(len(self.level.exposed)) or (self.changes is not None and bool(len(self.changes.exposed)))

    @property
    def exposed(self) -> list[int]:
        """The cells that could not be made safe; those past the places of the block are rests."""
        return [*map(int, self.level.exposed), *map(int, self.changes.exposed if self.changes is not None else ())]

    def claims(self, plan: Plan) -> list[Claims]:
        """The proofs for the audit."""
        nothing = np.zeros(0, dtype=np.int64)
        adrift = nothing
        if self.freedom > Freedom.NONE:
            adrift = shown_at(plan.cell, self.block.place, np.flatnonzero(self.carried[: len(self.block.place)]))
        found = [replace(claims_of(plan, self.block, self.level), adrift=adrift)]
        if self.changes is not None:
            found.append(replace(claims_of(plan, self.block, self.changes), changes=True))
        return found


_Task = tuple[Block, Known, Freedom, Renewed | None]
"""A block, its past, how free it is, and what came of it with less freedom."""
_Key = tuple[int, int]
"""The number of a block, and of the piece of it."""
_NOTHING: Mapping[int, Sequence[Renewed]] = {}
_NEVER: Mapping[_Key, Renewed] = {}


def renew(plan: Plan, past: Past, years: Sequence[int], processes: int, progress: Progress) -> dict[int, list[Renewed]]:
    """The blocks of these years with something new, each as free as it must be to leave nothing exposed.

    What has no block here stays as it was. Where true zeros are hidden in one block, every hidden figure of that year
    may be zero, for all that an outsider knows: what was proven without that stays proven.
    """
    zeros = {year for year in years if hid_zeros(plan, past, year)}
    kin = kin_of_news(plan, past)
    kinds = [kind for kind in plan.blocks() if kind[1] in set(years) and _has_news(plan, past, *kind)]

    def made(
        which: Mapping[int, Collection[int] | None],
        freedom: Freedom,
        before: Mapping[int, Sequence[Renewed]] = _NOTHING,
        less: Mapping[_Key, Renewed] = _NEVER,
    ) -> dict[_Key, Renewed]:
        """The pieces of these kinds with these numbers; None for all but those that came well out of it `before`.

        `less`: what came of the same pieces with `less` freedom.
        """
        tasks: dict[_Key, _Task] = {}
        well: dict[_Key, Renewed] = {}
        for kind, chosen in which.items():
            every = pieces(block(plan, *kinds[kind], zeros=kinds[kind][1] in zeros))
            others = [one for one in before.get(kind, ()) if not one.is_exposed]
            same = same_pieces(every, [one.block for one in others])
            for number, (one, at) in enumerate(zip(every, same, strict=True)):
                if at is not None:
                    well[kind, number] = others[at]
                elif chosen is None or number in chosen:
                    tasks[kind, number] = one, Known.of(one, past, kin), freedom, less.get((kind, number))
        return well | dict(zip(tasks, _each(list(tasks.values()), processes, progress), strict=True))

    done = made(dict.fromkeys(range(len(kinds))), Freedom.NONE)
    tight = {kind for (kind, _), one in done.items() if one.is_exposed and one.block.year not in zeros}
    zeros |= {kinds[kind][1] for kind in tight}
    earlier = {kind: [one for (other, _), one in done.items() if other == kind] for kind in tight}
    done = {key: one for key, one in done.items() if key[0] not in tight}
    done |= made(dict.fromkeys(sorted(tight)), Freedom.NONE, earlier)
    for freedom in (Freedom.UNKNOWN, Freedom.STILL):
        bare = {key: one for key, one in done.items() if one.is_exposed}
        done |= made(_by_kind(list(bare)), freedom, less=bare)
    return {year: [one for one in done.values() if one.block.year == year] for year in years}


def _by_kind(keys: Sequence[_Key]) -> dict[int, set[int]]:
    return {kind: {number for other, number in keys if other == kind} for kind, _ in keys}


def _has_news(plan: Plan, past: Past, members: Ints, year: int) -> bool:
    """Whether something in a block is new; seen without making it, which takes longer than protecting it."""
    if plan.insiders is not None or plan.ruled.has_leaders:
        return True
    when = np.array([period.year == year for period in plan.facts.grid.periods])
    cell = plan.cell[members][:, :, when]
    cell = cell[cell >= 0]
    late = plan.marks.sensitive[cell] & past.shown[cell]
    return bool((past.moved[cell] | ~past.seen[cell] | late).any())


def hid_zeros(plan: Plan, past: Past, year: int) -> bool:
    """Whether an earlier release hid something in the year that is zero now: then zeros may be hidden again."""
    when = np.array([period.year == year for period in plan.facts.grid.periods])
    hidden = (past.hidden & (past.value == 0)).reshape(plan.cell.shape)
    stands = plan.cell == np.arange(plan.cell.size).reshape(plan.cell.shape)
    return bool((hidden & stands)[:, :, when].any())


def _each(work: Sequence[_Task], processes: int, progress: Progress) -> list[Renewed]:
    """The blocks in their order, the largest begun first."""
    order = sorted(range(len(work)), key=lambda number: -int(work[number][0].system.sensitive.sum()))
    progress("protect", 0, len(work))
    found = spread(
        _renew,
        [work[number] for number in order],
        processes=processes,
        progress=lambda count: progress("protect", count, len(work)),
    )
    by_block = dict(zip(order, found, strict=True))
    return [by_block[number] for number in range(len(work))]


def _renew(task: _Task) -> Renewed:
    found = renewed(*task)
    step()
    return found


def renewed(one: Block, known: Known, freedom: Freedom = Freedom.NONE, less: Renewed | None = None) -> Renewed:
    """First which changes are hidden, then which figures; what no news is tied to stays as it was.

    What came of it with `less` freedom is gone on from: it hid no less than is needed now, and its proofs still hold.
    """
    still = _still(one, known)
    if still.all():
        return Renewed(one, known, _as_it_was(known), None, freedom)
    system = _without(change_system(one, known, everything=freedom is Freedom.STILL), still)
    changes = _changes(one, system, freedom, less)
    carried = np.zeros(len(system), dtype=np.bool_)
    if changes is not None:
        carried = changes.hidden & ~system.latent
        for move in changes.moves:
            carried[move.cell] = True  # also what was hidden before, and must stay so for these proofs to hold
        carried &= ~one.system.latent
    loose = freedom > Freedom.NONE
    system = _without(level_system(one, known, carried, loose=loose), still)
    level = _levels(*((system, one) if loose else as_it_was(system, one, known.then, still)), less)
    hidden = level.hidden.copy()
    hidden[: len(still)] |= known.hidden & still
    level = replace(level, hidden=hidden)
    return Renewed(one, known, level, changes, freedom)


def _levels(system: System, one: Block, less: Renewed | None) -> Suppression:
    """Which figures are hidden; of what they were `less` freedom has proofs that say more than is needed."""
    return withhold(system, one, after=None if less is None else less.level.of(np.arange(len(system), dtype=np.int64)))


def _still(one: Block, known: Known) -> Bools:
    """The cells that nothing new, changed, or too small by now to be shown as it was is tied to.

    The tables that fit what is shown of them are then the ones that fitted before, and so are the ranges of what is
    hidden. Who is taken to know a part of it may be another reader than before: then all is proven anew.
    """
    if one.holder is not None or one.leader is not None:
        return np.zeros(len(one.system), dtype=np.bool_)
    return ~with_news(one.system, known)


def _without(system: System, still: Bools) -> System:
    """The system in which these cells do not move, and nothing is asked of them."""
    return replace(system, frozen=system.frozen | still, sensitive=system.sensitive & ~still)


def _as_it_was(known: Known) -> Suppression:
    """What was hidden stays hidden, without proofs."""
    none = np.full(len(known.hidden), -1, dtype=np.int64)
    return Suppression(known.hidden, (), none, none, np.zeros(0, dtype=np.int64))


def _changes(one: Block, system: System, freedom: Freedom, less: Renewed | None) -> Suppression | None:
    """Which changes are hidden; None where none needs to be."""
    if not (system.sensitive & ~system.frozen).any():
        return None
    before = None if less is None else less.changes
    if before is not None and freedom is Freedom.UNKNOWN:
        return before
    return withhold(system, one, after=before)
