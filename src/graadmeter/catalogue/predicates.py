"""The small language in which definitions say which rows count: comparisons of columns with constants.

Portable by construction: only what every engine and the plain reference engine understand in the same way.
`DAGEN(van, tot)` and `WERKDAGEN(van, tot)` stand for a column that measuring computes; `NORM('x')` for a number, by
the day of `van` when the norm changed; `DATE '2021-01-31'` is a day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlglot import exp, parse_one
from sqlglot.errors import ParseError

from graadmeter.catalogue.norm_values import with_norms
from graadmeter.catalogue.predicate_types import check_types, is_date
from graadmeter.catalogue.refusals import refuse, unknown
from graadmeter.domain.day_counts import DayCount, column_of, day_count
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.slices import DERIVED
from graadmeter.domain.sources import COUNTABLE
from graadmeter.domain.tables import Type
from graadmeter.domain.text import Text

_ATOMS = (exp.Column, exp.Identifier, exp.Literal, exp.Paren)
_ALLOWED = (
    exp.And, exp.Or, exp.Not, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.In, exp.Is,
    exp.Boolean, exp.Null, exp.Cast, exp.DataType, *_ATOMS,
)  # fmt: skip
_IN_VALUES = (*_ATOMS, exp.Add, exp.Sub)
_WHOLE = {Type.INT, Type.BIGINT}


@cache
def parse_predicate(text: str) -> exp.Expr:
    """The syntax tree of a predicate; raises CatalogueError when it is not in the language. Do not change the tree."""
    return _checked(text, _ALLOWED)


@cache
def parse_value(text: str) -> exp.Expr:
    """The syntax tree of a whole number per row: columns, day counts and numbers, added and subtracted."""
    return _checked(text, _IN_VALUES)


def _checked(text: str, allowed: tuple[type[exp.Expr], ...]) -> exp.Expr:
    try:
        tree: exp.Expr = parse_one(text, dialect="duckdb", into=exp.Condition)
    except ParseError as error:
        raise refuse(text, Text("deze voorwaarde is niet te lezen.", "this predicate cannot be read.")) from error
    tree = tree.transform(lambda node: with_norms(text, node)).transform(_replaced)
    for node in tree.walk():
        if not isinstance(node, allowed) or (isinstance(node, exp.Cast) and not is_date(node)):
            raise refuse(
                text,
                Text(
                    f"'{node.sql()}' mag niet in een voorwaarde. Vergelijk kolommen met waarden (=, <>, <, >, IN, IS "
                    "NULL), verbonden met AND, OR en NOT.",
                    f"'{node.sql()}' is not allowed in a predicate. Compare columns with values (=, <>, <, >, IN, IS "
                    "NULL), joined by AND, OR and NOT.",
                ),
            )
    return tree


def _replaced(node: exp.Expr) -> exp.Expr:
    if not isinstance(node, exp.Anonymous):
        return node
    name, arguments = str(node.this).upper(), node.expressions
    plain = [one.name for one in arguments if isinstance(one, exp.Column)]
    if name in {item.value for item in DayCount} and len(plain) == len(arguments) == 2:  # noqa: PLR2004 - from, to
        return exp.column(column_of(DayCount(name), *plain))
    return node


@cache
def columns_in(text: str) -> frozenset[str]:
    """The names of the columns that a predicate looks at, those that measuring computes included."""
    return frozenset(column.name for column in parse_predicate(text).find_all(exp.Column))


@cache
def columns_in_value(text: str) -> frozenset[str]:
    """The names of the columns that a value is made of, those that measuring computes included."""
    return frozenset(column.name for column in parse_value(text).find_all(exp.Column)) if text else frozenset()


def countable_columns(table: str) -> frozenset[str]:
    """The columns that definitions may use of a model table; empty when there is no such table."""
    return frozenset(_types(table))


def _types(table: str) -> dict[str, Type]:
    own = COUNTABLE[table].columns if table in COUNTABLE else ()
    return {column.name: column.type for column in (*own, *DERIVED.get(table, ()))}


def check_predicate(unit: str, text: str, table: str) -> None:
    """Raises CatalogueError when the predicate is not in the language or does not fit the columns of the table."""
    with _told_of(unit):
        names = columns_in(text)
    _check_columns(unit, names, table)
    check_types(unit, parse_predicate(text), _types(table))


def check_value(unit: str, text: str, table: str) -> None:
    """Raises CatalogueError when the value is not in the language or names a column the table does not have."""
    with _told_of(unit):
        names = columns_in_value(text)
    _check_columns(unit, names, table)
    types = _types(table)
    for name in sorted(names):
        if day_count(name) is None and types[name] not in _WHOLE:
            words = Text(
                f"de kolom '{name}' is geen getal en kan niet worden opgeteld.",
                f"the column '{name}' is no number and cannot be added up.",
            )
            raise refuse(unit, words)


@contextmanager
def _told_of(unit: str) -> Iterator[None]:
    """Says before what is refused in which unit it stands."""
    try:
        yield
    except CatalogueError as error:
        raise refuse(unit, error.text) from error


def _check_columns(unit: str, names: frozenset[str], table: str) -> None:
    known = countable_columns(table)
    for name in sorted(names):
        counted = day_count(name)
        for column in (name,) if counted is None else counted[1:]:
            if column not in known:
                raise unknown(unit, Text(f"de kolom (tabel {table})", f"column (table {table})"), column, known)
        if counted is not None:
            for column in counted[1:]:
                check_date(unit, column, table)


def check_date(unit: str, column: str, table: str) -> None:
    """Raises CatalogueError when the table has no such date column."""
    dates = [one.name for one in COUNTABLE[table].columns if one.type is Type.DATE]
    if column not in dates:
        raise unknown(unit, Text(f"de datumkolom (tabel {table})", f"date column (table {table})"), column, dates)
