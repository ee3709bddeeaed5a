"""Syntax trees to the text of one engine. Rewrite rules for functions that SQLGlot leaves as they are belong here."""

from sqlglot import ErrorLevel, exp


def render(tree: exp.Expr, dialect: str) -> str:
    """The text of a query for an engine; raises `sqlglot.errors.UnsupportedError` for what it cannot say.

    Names are quoted, since columns such as `begin` are words of SQL on some engines. The tree is used up: rendering
    may change it, which spares a copy of the whole.
    """
    return tree.sql(dialect=dialect, identify=True, unsupported_level=ErrorLevel.RAISE, copy=False)


def create(name: str, query: exp.Query, dialect: str) -> str:
    """The statement that makes a table of a query's rows."""
    return render(exp.Create(this=exp.to_table(name), kind="TABLE", expression=query), dialect)


def drop(name: str, dialect: str) -> str:
    """The statement that removes a table, if it is there."""
    return render(exp.Drop(tables=[exp.to_table(name)], kind="TABLE", exists=True), dialect)
