"""What counts were in earlier releases, and which of these were hidden there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.grid.facts import cents_above
from graadmeter.protect.grid.grid import ABSENT
from graadmeter.protect.matching import Matcher


@dataclass(frozen=True)
class Then:
    """One earlier release: arrays over the flat grid, or over the cells of a block."""

    value: Ints
    """What counts were; ABSENT where that is not known."""
    hidden: Bools
    """Counted, and not shown."""
    small: Bools
    """Numbers of persons that were too small to show."""

    def at(self, place: Ints) -> Self:
        """The same of these places only."""
        return type(self)(self.value[place], self.hidden[place], self.small[place])


def then_of(plan: Plan, counts: pa.Table, earlier: Sequence[Earlier], sums: Bools) -> tuple[Then, ...]:
    """The earlier releases (oldest first) of which what they hid was kept; `counts` are the rows of the plan.

    `sums`: over the flat grid, what is an amount and no number of persons.

    An older release holds no figure that the newest shows as well (`earlier.only_other`): what it does not tell, and
    did not hide, was what the newest shows.
    """
    if all(one.behind is None for one in earlier):
        return ()
    matcher = Matcher(counts)
    newest = np.full(counts.num_rows, np.nan)
    _fill(newest, matcher, earlier[-1].cells)
    found = []
    for one in earlier:
        if one.behind is not None:
            value, hidden = newest.copy(), np.zeros(counts.num_rows, dtype=np.bool_)
            _fill(value, matcher, one.cells)
            hidden[_fill(value, matcher, one.behind)] = True
            found.append(_of_counts(plan, value, hidden, sums))
    return tuple(found)


def _fill(value: Floats, matcher: Matcher, cells: pa.Table) -> Ints:
    """Puts the values of `cells` at their rows, and gives these."""
    place = matcher.places(cells)
    told: Floats = pc.fill_null(cells["value"].cast(pa.float64()), float("nan")).to_numpy()
    own = (place >= 0) & ~np.isnan(told)
    value[place[own]] = told[own]
    rows: Ints = place[own]
    return rows


def _of_counts(plan: Plan, value: Floats, hidden: Bools, sums: Bools) -> Then:
    """From rows to counts: those that have a row of their own."""
    facts, owner = plan.facts, plan.cell.ravel()
    rows = np.flatnonzero(~facts.two & (facts.top >= 0) & ~np.isnan(value))
    place = owner[facts.top[rows]]
    counts = np.full(owner.size, ABSENT, dtype=np.int64)
    counts[place] = np.rint(value[rows] * cents_above(facts)[rows]).astype(np.int64)
    unseen = np.zeros(owner.size, dtype=np.bool_)
    unseen[place[hidden[rows]]] = True
    unseen[place[~hidden[rows]]] = False
    return Then(counts, unseen, (counts > 0) & (counts < plan.threshold) & ~sums)
