"""Tables of the rows that can count in the window: when it is a small part of what is known, the rest is read once."""

from collections.abc import Iterable, Iterator

from graadmeter.domain.model import WOONSITUATIE
from graadmeter.domain.sources import COUNTABLE
from graadmeter.domain.tables import Table
from graadmeter.measure.lanes import Kind
from graadmeter.measure.moments import Window, ever_present
from graadmeter.measure.syntax import Exp, col, num, select, some
from graadmeter.measure.tables import Node
from graadmeter.measure.used import Used


def narrowed_nodes(used: Used, kinds: Iterable[Kind], window: Window, *, homes: bool) -> Iterator[Node]:
    """For every table that these kinds count its rows that any of them can see; with `homes` those of the window.

    With the columns that are used.
    """
    seen: dict[str, dict[Exp, None]] = {}
    for kind in kinds:
        seen.setdefault(kind.table, {})[ever_present(window, kind)] = None
    for table, conditions in seen.items():
        yield _rows(COUNTABLE[table], used.get(window.rows_of(table), frozenset()), window, some(conditions))
    if homes:
        own = window.rows_of(WOONSITUATIE.name)
        yield _rows(WOONSITUATIE, used.get(own, frozenset()), window, window.holds(col("kwartaal")))


def _rows(table: Table, used: frozenset[str], window: Window, where: Exp) -> Node:
    columns: dict[str, Exp] = {name: col(name) for name in table.names if name in used} or {"een": num(1)}
    return Node(window.rows_of(table.name), select(columns, table.name, where=where))
