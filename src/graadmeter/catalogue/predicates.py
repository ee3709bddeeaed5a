"""The small language in which definitions say which rows count: comparisons of columns with constants.

Portable by construction: only what every engine and the plain reference engine understand in the same way.
"""

from functools import cache

from sqlglot import exp, parse_one
from sqlglot.errors import ParseError

from graadmeter.catalogue.refusals import refuse, unknown
from graadmeter.domain.model import MODEL
from graadmeter.domain.slices import DERIVED
from graadmeter.domain.text import Text

_ALLOWED = (
    exp.And, exp.Or, exp.Not, exp.Paren, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.In, exp.Is,
    exp.Column, exp.Identifier, exp.Literal, exp.Boolean, exp.Null,
)  # fmt: skip


@cache
def parse_predicate(text: str) -> exp.Expr:
    """The syntax tree of a predicate; raises CatalogueError when it is not in the language. Do not change the tree."""
    try:
        tree = parse_one(text, dialect="duckdb")
    except ParseError as error:
        raise refuse(text, Text("deze voorwaarde is niet te lezen.", "this predicate cannot be read.")) from error
    for node in tree.walk():
        if not isinstance(node, _ALLOWED):
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


def columns_in(text: str) -> frozenset[str]:
    """The names of the columns that a predicate looks at."""
    return frozenset(column.name for column in parse_predicate(text).find_all(exp.Column))


def countable_columns(table: str) -> frozenset[str]:
    """The columns that definitions may use of a model table; empty when there is no such table."""
    own = [column.name for shape in MODEL if shape.name == table for column in shape.columns]
    return frozenset(own + [column.name for column in DERIVED.get(table, ())])


def check_predicate(unit: str, text: str, table: str) -> None:
    """Raises CatalogueError when the predicate is not in the language or names a column the table does not have."""
    known = countable_columns(table)
    for name in sorted(columns_in(text)):
        if name not in known:
            raise unknown(unit, Text(f"de kolom (tabel {table})", f"column (table {table})"), name, known)
