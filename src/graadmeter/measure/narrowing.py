"""Tables of the rows that can count in the window: when it is a small part of what is known, the rest is read once."""

from collections.abc import Iterable, Iterator

from graadmeter.domain.model import WOONSITUATIE
from graadmeter.domain.sources import COUNTABLE
from graadmeter.domain.tables import Table
from graadmeter.measure.lanes import Kind
from graadmeter.measure.moments import Window, ever_present
from graadmeter.measure.syntax import Exp, col, select, some
from graadmeter.measure.tables import Node


def narrowed_nodes(kinds: Iterable[Kind], window: Window, *, homes: bool) -> Iterator[Node]:
    """For every table that these kinds count its rows that any of them can see; with `homes` those of the window."""
    seen: dict[str, dict[Exp, None]] = {}
    for kind in kinds:
        seen.setdefault(kind.table, {})[ever_present(window, kind)] = None
    for table, conditions in seen.items():
        yield _rows(COUNTABLE[table], window, some(conditions))
    if homes:
        yield _rows(WOONSITUATIE, window, window.holds(col("kwartaal")))


def _rows(table: Table, window: Window, where: Exp) -> Node:
    columns: dict[str, Exp] = {name: col(name) for name in table.names}
    return Node(window.rows_of(table.name), select(columns, table.name, where=where))
