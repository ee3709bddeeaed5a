"""Claims that are alike but for their quarter, as one row with a bitmap: read once for all distinct things in them.

There are ten claims or more for each such row, and most of what counting persons and providers of claims takes is
reading all of them again for each of its tables.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from graadmeter.domain.sources import COUNTABLE
from graadmeter.measure.lanes import Kind
from graadmeter.measure.moments import Window, presence_of
from graadmeter.measure.rows import in_region
from graadmeter.measure.syntax import Exp, bit_or, col, known, select, sub
from graadmeter.measure.tables import GATHERED, Node
from graadmeter.measure.used import Used

_ENOUGH = 2
"""Of how many kinds distinct things must be counted for gathering to be less work."""


def gathering(window: Window, kinds: Iterable[Kind]) -> Window:
    """The window that takes rows from gathered tables, where the kinds make that less work."""
    tables = [kind.table for kind in kinds if kind.gatherable]
    return replace(window, gathered=frozenset(table for table in tables if tables.count(table) >= _ENOUGH))


def gathered_nodes(used: Used, window: Window, kinds: Iterable[Kind]) -> Iterator[Node]:
    """The gathered tables that are used, with the columns that are looked at in them."""
    own = {kind.table: kind for kind in kinds if kind.gatherable}
    for name in sorted(one for one in used if one.startswith(GATHERED)):
        table, names = name.removeprefix(GATHERED), used[name]
        columns: dict[str, Exp] = {name: col(name) for name in COUNTABLE[table].names if name in names}
        mask = {"mask": presence_of(window, own[table])}
        rows = select({**columns, **mask}, window.rows_of(table), where=in_region())
        bits = {"mask": bit_or(col("mask"))}
        yield Node(name, select({**columns, **bits}, sub(rows, "t"), where=known(col("mask")), group=columns))
