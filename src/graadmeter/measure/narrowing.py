"""Tables of the rows that can count in the window: when it is a small part of what is known, the rest is read once."""

from collections.abc import Iterable, Iterator

from sqlglot import exp

from graadmeter.domain.model import WOONSITUATIE
from graadmeter.domain.sources import COUNTABLE
from graadmeter.domain.tables import Table
from graadmeter.measure.lanes import Kind
from graadmeter.measure.moments import Window, ever_present
from graadmeter.measure.syntax import Exp, col, num, select, some
from graadmeter.measure.tables import NARROWED, Node


def narrowed_nodes(nodes: Iterable[Node], kinds: Iterable[Kind], window: Window, *, homes: bool) -> Iterator[Node]:
    """For every table that these kinds count its rows that any of them can see; with `homes` those of the window.

    With the columns that the nodes look at.
    """
    seen: dict[str, dict[Exp, None]] = {}
    for kind in kinds:
        seen.setdefault(kind.table, {})[ever_present(window, kind)] = None
    used = _used(nodes)
    for table, conditions in seen.items():
        yield _rows(COUNTABLE[table], used.get(window.rows_of(table), set()), window, some(conditions))
    if homes:
        own = window.rows_of(WOONSITUATIE.name)
        yield _rows(WOONSITUATIE, used.get(own, set()), window, window.holds(col("kwartaal")))


def _used(nodes: Iterable[Node]) -> dict[str, set[str]]:
    """Per table the names of all columns in what is selected from it, also those of tables beside it."""
    found: dict[str, set[str]] = {}
    for node in nodes:
        for place in (one for one in node.query.find_all(exp.Table) if one.name.startswith(NARROWED)):
            around = place.parent_select
            columns = around.find_all(exp.Column) if around else ()
            found.setdefault(place.name, set()).update(column.name for column in columns)
    return found


def _rows(table: Table, used: set[str], window: Window, where: Exp) -> Node:
    columns: dict[str, Exp] = {name: col(name) for name in table.names if name in used} or {"een": num(1)}
    return Node(window.rows_of(table.name), select(columns, table.name, where=where))
