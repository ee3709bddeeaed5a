"""Blocks that cannot be protected beside what was shown: they show what they showed, and their new figures wait."""

from collections.abc import Sequence

import numpy as np

from graadmeter.domain.text import Text
from graadmeter.protect.arrays import Bools
from graadmeter.protect.figures.derived import rest_on
from graadmeter.protect.figures.published import everywhere, hidden_rows
from graadmeter.protect.grid.lines import lines_of
from graadmeter.protect.grid.naming import name_of
from graadmeter.protect.ledger.blocks import Renewed
from graadmeter.protect.ledger.counts import Past
from graadmeter.protect.ledger.ledger import Ledger
from graadmeter.protect.ledger.rows import Whole, everywhere_of, news

_MOST_NAMED = 3


def with_waiting(
    rows: Bools, waiting: Sequence[Renewed], *, whole: Whole, ledger: Ledger, past: Past, late: Bools
) -> Bools:
    """The hidden `rows`, those of `waiting` blocks such that they tell nothing that the newest release did not tell.

    A figure stays only where it and every count it tells of are what they were, and are not too small (`late`) by now.
    """
    if not waiting:
        return rows
    blocks = [one.block for one in waiting]
    every = [np.ones(len(one.system), dtype=np.bool_) for one in blocks]
    mine = _rows(whole, everywhere(whole.plan, blocks, every))
    other = _rows(whole, everywhere_of(whole.plan, past.moved | ~past.shown | late))
    return np.where(mine, news(whole, ledger) | other, rows)


def _rows(whole: Whole, marked: Bools) -> Bools:
    """The rows that tell of a marked count; `marked` is over the flat grid, at every place."""
    facts, found = whole.plan.facts, lines_of(whole.figures, whole.indicators)
    return whole.rows(hidden_rows(facts, marked), rest_on(whole.figures, facts, marked, found))


def told_of(whole: Whole, past: Past, ledger: Ledger, waiting: Sequence[Renewed]) -> list[Text]:
    """Of each waiting block what cannot be protected, and beside which figures of which releases."""
    found = []
    for one in waiting:
        bare = one.exposed(whole.plan)
        some, way = "; ".join(bare[:_MOST_NAMED]), "; ".join(in_the_way(whole, past, ledger, one)[:_MOST_NAMED]) or "-"
        about = ", ".join(sorted({name_of(whole.plan.facts, one.block.place, 0).split()[0]}))
        found.append(
            Text(
                f"{about} {one.block.year}: {len(bare)} kleine aantallen ({some}) zijn niet af te schermen naast {way}",
                f"{about} {one.block.year}: {len(bare)} small counts ({some}) cannot be protected beside {way}",
            )
        )
    return found


def in_the_way(whole: Whole, past: Past, ledger: Ledger, one: Renewed) -> list[str]:
    """The figures that were shown before, in the sums of what cannot be protected."""
    rows = one.block.system.rows
    bare = np.zeros(len(one.block.system), dtype=np.bool_)
    bare[one.level.exposed] = True
    if one.changes is not None:
        bare[one.changes.exposed] = True
    touched = np.bincount(rows.owner, weights=bare[rows.cell], minlength=len(rows)) > 0
    beside = np.unique(rows.cell[touched[rows.owner]])
    beside = beside[one.known.shown[beside] & ~bare[beside]]
    places = one.block.place[beside]
    return [
        f"{name_of(whole.plan.facts, places, number)} ({ledger.editions[past.edition[place]]})"
        for number, place in enumerate(places)
    ]
