"""The few SQL expressions that measuring is made of, as syntax trees that mean the same on every engine.

Trees may share branches: nothing here changes a tree that it is given.
"""

from collections.abc import Iterable, Mapping
from functools import reduce

from sqlglot import exp

Exp = exp.Expr


def col(name: str, table: str | None = None) -> exp.Column:
    """A column."""
    return exp.column(name, table=table)


def num(value: int) -> Exp:
    """An integer constant."""
    return exp.convert(value)


def text(value: str) -> exp.Literal:
    """A text constant."""
    return exp.Literal.string(value)


def big(value: Exp) -> exp.Cast:
    """`value` as a 64-bit integer."""
    return exp.Cast(this=value, to=exp.DataType(this=exp.DType.BIGINT))


def small(value: Exp) -> exp.Cast:
    """`value` as a 32-bit integer; PostgreSQL shifts by no other."""
    return exp.Cast(this=value, to=exp.DataType(this=exp.DType.INT))


def both(left: Exp, right: Exp) -> exp.Paren:
    """The bits that are set in both."""
    return exp.Paren(this=exp.BitwiseAnd(this=left, expression=right))


def power(bit: Exp) -> exp.Paren:
    """2 to the power `bit`, as a 64-bit integer."""
    return exp.Paren(this=exp.BitwiseLeftShift(this=big(num(1)), expression=exp.Paren(this=bit)))


def bit_or(mask: Exp) -> exp.Coalesce:
    """Aggregate: the bits that are set in any row; 0 when there is none."""
    return coalesce(exp.BitwiseOrAgg(this=mask), num(0))


def total(value: Exp) -> exp.Cast:
    """Aggregate: the sum, as a 64-bit integer."""
    return big(exp.Sum(this=value))


def rows() -> exp.Cast:
    """Aggregate: the number of rows."""
    return big(exp.Count(this=exp.Star()))


def coalesce(value: Exp, other: Exp) -> exp.Coalesce:
    """`value`, or `other` when it is NULL."""
    return exp.Coalesce(this=value, expressions=[other])


def least(*values: Exp) -> exp.Least:
    """The smallest of values that are not NULL."""
    return exp.Least(this=values[0], expressions=list(values[1:]), ignore_nulls=True)


def greatest(*values: Exp) -> exp.Greatest:
    """The largest of values that are not NULL."""
    return exp.Greatest(this=values[0], expressions=list(values[1:]), ignore_nulls=True)


def when(condition: Exp, value: Exp, otherwise: Exp | None = None) -> exp.Case:
    """`value` where the condition holds, else `otherwise` (NULL)."""
    case = exp.Case().when(condition, value, copy=False)
    return case.else_(otherwise, copy=False) if otherwise is not None else case


def every(conditions: Iterable[Exp]) -> Exp:
    """All conditions hold; TRUE when there are none."""
    parts = [condition for condition in conditions if condition != exp.true()]
    return exp.and_(*parts, copy=False) if parts else exp.true()


def some(conditions: Iterable[Exp]) -> Exp:
    """At least one condition holds; TRUE when one of them is TRUE."""
    parts = list(dict.fromkeys(conditions))
    return exp.true() if exp.true() in parts else exp.or_(*parts, copy=False)


def known(value: Exp) -> exp.Not:
    """`value` is not NULL."""
    return exp.Not(this=unknown(value))


def unknown(value: Exp) -> exp.Is:
    """`value` is NULL."""
    return exp.Is(this=value, expression=exp.null())


def same(names: Iterable[str], left: str, right: str) -> Exp:
    """The named columns are equal in both sources."""
    return every(col(name, left).eq(col(name, right)) for name in names)


def named(columns: Mapping[str, Exp]) -> list[Exp]:
    """Select items: each expression under its name."""
    return [exp.alias_(value, name, copy=False) for name, value in columns.items()]


def select(
    columns: Mapping[str, Exp], table: Exp | str, *, where: Exp | None = None, group: Iterable[str] = ()
) -> exp.Select:
    """SELECT columns FROM table WHERE ... GROUP BY the expressions of the named columns `group`."""
    query = exp.select(*named(columns), copy=False).from_(
        named_table(table) if isinstance(table, str) else table, copy=False
    )
    if where is not None and where != exp.true():
        query = query.where(where, copy=False)
    keys = [columns[name] for name in group]
    return query.group_by(*keys, copy=False) if keys else query


def joined(query: exp.Select, table: str, alias: str, on: Exp, *, left: bool = False) -> exp.Select:
    """The query with a table joined to it; with `left` every row of the query stays."""
    return query.join(source(table, alias), on=on, join_type="left" if left else "", copy=False)


def named_table(name: str) -> exp.Table:
    """A table by its plain name, which is not parsed: parsing was a tenth of making all texts."""
    return exp.Table(this=exp.to_identifier(name))


def source(table: str, alias: str) -> Exp:
    """A table under another name."""
    return exp.alias_(named_table(table), alias, table=True, copy=False)


def sub(query: exp.Query, alias: str) -> exp.Subquery:
    """The query as a source under a name."""
    return query.subquery(alias, copy=False)


def stacked(queries: Iterable[exp.Query]) -> exp.Query:
    """The rows of all queries, one after another."""
    parts = list(queries)
    return reduce(lambda left, right: exp.union(left, right, distinct=False, copy=False), parts)
