"""An earlier release as protection sees it: its name and the cells it showed the world."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.status import CellStatus
from graadmeter.protect.matching import Matcher


@dataclass(frozen=True, slots=True)
class Earlier:
    """What everybody could read in one release; nothing in it can be taken back."""

    edition: str
    cells: pa.Table
    """PUBLISHED, or what in it the newest release does not show as well."""
    behind: pa.Table | None = None
    """MEASURED, of the figures whose value it did not show: what was hidden. None where that was not kept."""


def only_other(cells: pa.Table, newest: pa.Table, where: Matcher) -> pa.Table:
    """The rows of an older release that tell more than the newest one; `where` finds rows in the newest.

    Releases repeat nearly all figures of the one before: what is left is small, so that many can be kept in memory.
    """
    place = where.places(cells)
    there = place >= 0
    now = newest.take(pa.array(np.maximum(place, 0))) if newest.num_rows else cells
    unseen = pa.array([CellStatus.SUPPRESSED.value, CellStatus.MERGED.value])
    hidden = pc.is_in(now["status"].cast(pa.string()), unseen)
    same = pc.if_else(
        pc.is_valid(cells["value"]),
        pc.fill_null(pc.equal(cells["value"], now["value"]), False),  # noqa: FBT003 - the value that is filled in
        pc.or_(pc.is_valid(now["value"]), hidden),
    )
    return cells.filter(pc.invert(pc.and_(same, pa.array(there))))
