"""Which columns the queries of a plan look at in the tables that are made for them: in one walk over all trees."""

from collections.abc import Iterable, Mapping

from sqlglot import exp

from graadmeter.measure.tables import BESIDE, GATHERED, NARROWED, PRESENT, Node

_MADE = (*BESIDE.values(), GATHERED, NARROWED, PRESENT)

Used = Mapping[str, frozenset[str]]
"""Per table the names of the columns; perhaps with those of tables beside it."""


def columns_used(nodes: Iterable[Node]) -> Used:
    """The columns in every SELECT from such a table."""
    found: dict[str, set[str]] = {}
    for node in nodes:
        for place in (one for one in node.query.find_all(exp.Table) if one.name.startswith(_MADE)):
            around = place.parent_select
            columns = around.find_all(exp.Column) if around else ()
            found.setdefault(place.name, set()).update(column.name for column in columns)
    return {name: frozenset(columns) for name, columns in found.items()}


def united(one: Used, other: Used) -> Used:
    """The columns of both."""
    return {name: one.get(name, frozenset()) | other.get(name, frozenset()) for name in (*one, *other)}
