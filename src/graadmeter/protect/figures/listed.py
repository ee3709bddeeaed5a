"""Lists of providers by name: only those with a figure are named, for the length of a list is a count itself.

Members of other breakdowns are the same everywhere; providers are those that have somebody. Where fewer are listed than
the list can hold, hidden ones among them, whoever counts the rows knows how many providers there are.
"""

from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from graadmeter.domain.cells import PUBLISHED, TOTAL
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import shaped
from graadmeter.protect.earlier import Earlier
from graadmeter.protect.grid.relations import TOP
from graadmeter.protect.matching import Matcher

LISTED = "aanbieder"
"""The breakdown of which the members are those that the data have."""


def without_hidden_providers(cells: pa.Table) -> pa.Table:
    """PUBLISHED without the rows of hidden figures of providers by name."""
    hidden = pc.equal(cells["status"].cast(pa.string()), CellStatus.SUPPRESSED.value)
    return cells.filter(pc.invert(pc.and_(_by_name(cells), hidden)))


def as_if_listed(earlier: Sequence[Earlier], measured: pa.Table) -> list[Earlier]:
    """Earlier releases, oldest first, in which the newest says of every provider that it may have hidden that it did.

    Nobody could tell hidden figures from absent ones. `measured` (MEASURED) has the providers that there are now; of
    indicators and periods that the release did not have nothing is added.
    """
    if not earlier:
        return []
    newest = earlier[-1].cells
    named = measured.filter(_by_name(measured))
    for name in ("indicator", "period"):
        there = pc.unique(newest[name]).cast(pa.string())
        named = named.filter(pc.is_in(named[name].cast(pa.string()), there))
    absent = named.filter(pa.array(Matcher(newest).places(named) < 0))
    if not absent.num_rows:
        return list(earlier)
    nothing = pa.nulls(absent.num_rows, pa.float64())
    hidden = pa.repeat(pa.scalar(CellStatus.SUPPRESSED.value), absent.num_rows)
    rows = absent.set_column(absent.column_names.index("value"), "value", nothing)
    rows = shaped(rows.set_column(rows.column_names.index("status"), "status", hidden), PUBLISHED)
    added = rows.select(newest.column_names).cast(newest.schema)
    return [*earlier[:-1], replace(earlier[-1], cells=pa.concat_tables([newest, added]))]


def _by_name(cells: pa.Table) -> pa.ChunkedArray:
    """Which rows are of one provider, and not of all or of the largest together."""
    code = cells[LISTED].cast(pa.string())
    return pc.invert(pc.or_(pc.equal(code, TOTAL), pc.starts_with(code, TOP)))
