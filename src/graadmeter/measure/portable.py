"""Syntax trees to the text of one engine. Rewrite rules for functions that SQLGlot leaves as they are belong here."""

from sqlglot import ErrorLevel, exp


def render(tree: exp.Expr, dialect: str) -> str:
    """The text of a query for an engine; raises `sqlglot.errors.UnsupportedError` for what it cannot say.

    Names are quoted, since columns such as `begin` are words of SQL on some engines. The tree is used up: rendering
    may change it, which spares a copy of the whole.
    """
    if dialect == "spark":
        _join_what_is_looked_up(tree)
    return tree.sql(dialect=dialect, identify=True, unsupported_level=ErrorLevel.RAISE, copy=False)


def create(name: str, query: exp.Query, dialect: str) -> str:
    """The statement that makes a table of a query's rows."""
    return render(exp.Create(this=exp.to_table(name), kind="TABLE", expression=query), dialect)


def drop(name: str, dialect: str) -> str:
    """The statement that removes a table, if it is there."""
    return render(exp.Drop(tables=[exp.to_table(name)], kind="TABLE", exists=True), dialect)


def _join_what_is_looked_up(tree: exp.Expr) -> None:
    """Turns `column IN (SELECT key ...)` outside WHERE, which Spark does not take, into a join.

    The column and the key are never NULL; a NULL would be told as not found.
    """
    looked_up = [found for found in tree.find_all(exp.In) if found.args.get("query")]
    for number, found in enumerate(looked_up):
        name, around = f"in{number}", found.find_ancestor(exp.Select, exp.Where)
        keys = found.args["query"].this
        if not isinstance(around, exp.Select) or not isinstance(keys, exp.Select):
            continue
        key = exp.alias_(keys.expressions[0].copy(), name, copy=False)
        different = keys.copy().select(key, append=False, copy=False).distinct(copy=False).subquery(name, copy=False)
        around.join(different, on=exp.column(name, table=name).eq(found.this.copy()), join_type="left", copy=False)
        found.replace(exp.Not(this=exp.Is(this=exp.column(name, table=name), expression=exp.null())))
