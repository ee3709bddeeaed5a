"""Turns measured rows into published ones: hidden figures lose their value, shares are computed from what is shown."""

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa

from graadmeter.domain.cells import KEY_COLUMNS, PUBLISHED
from graadmeter.domain.status import CellStatus, Protection
from graadmeter.engine.arrow import shaped
from graadmeter.protect.arrays import Bools, Floats, Ints
from graadmeter.protect.blocks.block import Block
from graadmeter.protect.blocks.plan import Plan
from graadmeter.protect.grid.facts import Facts, cents_of
from graadmeter.protect.grid.lines import Line


def everywhere(plan: Plan, blocks: Sequence[Block], chosen: Sequence[Bools]) -> Bools:
    """Over the flat grid, what was chosen of the cells of each block, wherever such a cell is shown."""
    flat = np.zeros(plan.cell.size + 1, dtype=np.bool_)
    for one, some in zip(blocks, chosen, strict=True):
        flat[one.place] = some[: len(one.place)]
    spread: Bools = flat[plan.cell.ravel()]
    return spread


def placed(plan: Plan, blocks: Sequence[Block]) -> Bools:
    """Over the flat grid, the places that stand for the cells of the blocks."""
    flat = np.zeros(plan.cell.size, dtype=np.bool_)
    for one in blocks:
        flat[one.place] = True
    return flat


def hidden_rows(facts: Facts, hidden: Bools) -> Bools:
    """The rows that are not shown: a share is shown when both its counts are. `hidden` is over the flat grid."""
    top = (facts.top >= 0) & hidden[facts.top]
    below = (facts.below >= 0) & hidden[facts.below]
    return top | below


def published(measured: pa.Table, facts: Facts, hidden: Bools, merged: Bools) -> pa.Table:
    """The cells in the shape PUBLISHED, in the order of `measured`; `hidden` and `merged` are over the rows."""
    value = pa.array(_values(measured, facts), mask=hidden | merged | _empty(measured))
    status = measured["status"].to_numpy().astype(object)
    status[hidden] = CellStatus.SUPPRESSED.value
    status[merged] = CellStatus.MERGED.value
    kept = measured.set_column(measured.column_names.index("value"), "value", value)
    kept = kept.set_column(measured.column_names.index("status"), "status", pa.array(status, pa.string()))
    return shaped(kept, PUBLISHED)


def reasons(
    measured: pa.Table, facts: Facts, hidden: Bools, sensitive: Bools, merged: Bools, *, thin: Bools
) -> pa.Table:
    """Why each row is hidden: the key columns and `protection`. For the region's own eyes, never for a release.

    All arrays but `sensitive`, which is over the flat grid, are over the rows; `thin` ones hide for their own sake.
    """
    primary = hidden & (hidden_rows(facts, sensitive) | thin)
    cases = [merged, primary, hidden]
    why = np.select(cases, [Protection.MERGED, Protection.PRIMARY, Protection.SECONDARY], Protection.OPEN).tolist()
    return measured.select(list(KEY_COLUMNS)).append_column("protection", pa.array(why, pa.string()))


def _empty(measured: pa.Table) -> Bools:
    empty: Bools = measured["value"].is_null().to_numpy()
    return empty


def _values(measured: pa.Table, facts: Facts) -> Floats:
    """Counts as they are; quotients from their counts, rounded half up."""
    value: Floats = measured["value"].to_numpy().astype(np.float64).copy()
    count = facts.grid.value.ravel()
    whole = np.where(facts.below >= 0, count[facts.below], facts.public)
    rows = np.flatnonzero((_of_lines(facts, _times) > 0) & (facts.top >= 0) & (whole > 0))
    times, cents, parts = (_of_lines(facts, of)[rows] for of in (_times, _cents, _parts))
    value[rows] = rounded(times * parts * count[facts.top[rows]], cents * whole[rows]) / parts
    return value


def _of_lines(facts: Facts, of: Callable[[Line], int]) -> Ints:
    found: Ints = np.array([of(line) for line in facts.lines], dtype=np.int64)[facts.line]
    return found


def _times(line: Line) -> int:
    return line.unit.multiplier if line.measure.share_of is not None else 0


def _parts(line: Line) -> int:
    return int(10**line.unit.decimals)


def _cents(line: Line) -> int:
    """Whole units above the line in one published unit, when those below have none."""
    return cents_of(line.top) // cents_of(line.below)


def rounded(numerator: Ints, denominator: Ints) -> Ints:
    """A quotient in whole numbers, rounded half up, without a detour through floating point."""
    return (2 * numerator + denominator) // (2 * denominator)
