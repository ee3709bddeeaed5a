"""Which cells of a block hang on something new: all others stay as they were, hidden or shown, without new proofs.

What everybody knew and knows exactly passes no news on: sums on either side of it have nothing to do with each other.
"""

import numpy as np

from graadmeter.domain.indicators import Count
from graadmeter.protect.arrays import Bools, Ints
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.ledger.counts import Past
from graadmeter.protect.ledger.systems import Known
from graadmeter.protect.system import System


def with_news(system: System, known: Known) -> Bools:
    """The cells that are new, changed or too small by now to be shown as they were, and all that hang on these."""
    rows = system.rows
    late = system.sensitive & known.shown
    marked = known.moved | known.fresh | known.kin | late
    passing = ~known.shown | known.moved | known.vague | marked
    while True:
        touched = np.bincount(rows.owner, weights=(marked & passing)[rows.cell], minlength=len(rows)) > 0
        more = marked.copy()
        more[rows.cell[touched[rows.owner]]] = True
        if np.array_equal(more, marked):
            return marked
        marked = more


def kin_of_news(plan: Plan, past: Past) -> Bools:
    """Over the flat grid, the counts of a year that figures show to be those of others, when any of these has news.

    That two counts are the same, or one the sum of others, follows from all figures of a year together: one new figure
    may tell it of all members, areas and periods.
    """
    cell, kin, grid = plan.cell, np.zeros(plan.cell.size, dtype=np.bool_), plan.facts.grid
    new = past.moved | ~past.seen | (plan.marks.sensitive & past.shown)
    new_at = np.append(new, False)[cell]
    for when in grid.years:
        news = np.asarray(new_at[:, :, when].any(axis=(1, 2)), dtype=np.bool_)
        year = grid.periods[when[0]].year
        sums = [(one.whole, *one.parts) for one in plan.composed if one.year == year]
        together: dict[frozenset[Count], set[int]] = {}
        for alike in [*sums, *_twins(cell, when)]:
            together.setdefault(frozenset(grid.series[one].count for one in alike), set()).update(alike)
        for every in together.values():
            numbers = np.array(sorted(every), dtype=np.int64)
            if news[numbers].any():
                place = cell[numbers][:, :, when]
                kin[place[place >= 0]] = True
    return kin


def _twins(cell: Ints, when: Ints) -> list[tuple[int, ...]]:
    """Each series that another stands for in these periods, with that other."""
    own = np.arange(cell.size, dtype=np.int64).reshape(cell.shape)[:, :, when]
    here = cell[:, :, when]
    away = (here >= 0) & (here != own)
    series = np.broadcast_to(np.arange(len(cell))[:, None, None], here.shape)[away]
    pairs = np.stack((series, here[away] // (cell.shape[1] * cell.shape[2])), axis=1)
    return [tuple(pair) for pair in np.unique(pairs, axis=0).tolist()]
