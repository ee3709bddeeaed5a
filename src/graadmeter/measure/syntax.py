"""The few SQL expressions that measuring is made of, as syntax trees that mean the same on every engine."""

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
    return exp.cast(value, "BIGINT")


def both(left: Exp, right: Exp) -> exp.Paren:
    """The bits that are set in both."""
    return exp.paren(exp.BitwiseAnd(this=left.copy(), expression=right.copy()))


def power(bit: Exp) -> exp.Paren:
    """2 to the power `bit`, as a 64-bit integer."""
    return exp.paren(exp.BitwiseLeftShift(this=big(num(1)), expression=exp.paren(bit.copy())))


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
    return exp.Coalesce(this=value, expressions=[other.copy()])


def least(*values: Exp) -> exp.Least:
    """The smallest of values that are not NULL."""
    return exp.Least(this=values[0].copy(), expressions=[value.copy() for value in values[1:]], ignore_nulls=True)


def greatest(*values: Exp) -> exp.Greatest:
    """The largest of values that are not NULL."""
    return exp.Greatest(this=values[0].copy(), expressions=[value.copy() for value in values[1:]], ignore_nulls=True)


def when(condition: Exp, value: Exp, otherwise: Exp | None = None) -> exp.Case:
    """`value` where the condition holds, else `otherwise` (NULL)."""
    case = exp.Case().when(condition.copy(), value.copy())
    return case.else_(otherwise.copy()) if otherwise is not None else case


def every(conditions: Iterable[Exp]) -> Exp:
    """All conditions hold; TRUE when there are none."""
    parts = [condition.copy() for condition in conditions if condition != exp.true()]
    return reduce(exp.and_, parts) if parts else exp.true()


def some(conditions: Iterable[Exp]) -> Exp:
    """At least one condition holds; TRUE when one of them is TRUE."""
    parts = [condition.copy() for condition in dict.fromkeys(conditions)]
    return exp.true() if exp.true() in parts else reduce(exp.or_, parts)


def named(columns: Mapping[str, Exp]) -> list[Exp]:
    """Select items: each expression under its name."""
    return [exp.alias_(value.copy(), name) for name, value in columns.items()]


def select(
    columns: Mapping[str, Exp], source: Exp | str, *, where: Exp | None = None, group: Iterable[str] = ()
) -> exp.Select:
    """SELECT columns FROM source WHERE ... GROUP BY the expressions of the named columns `group`."""
    query = exp.select(*named(columns)).from_(source)
    if where is not None and where != exp.true():
        query = query.where(where.copy())
    keys = [columns[name].copy() for name in group]
    return query.group_by(*keys) if keys else query


def sub(query: exp.Query, alias: str) -> exp.Subquery:
    """The query as a source under a name."""
    return query.subquery(alias)


def stacked(queries: Iterable[exp.Query]) -> exp.Query:
    """The rows of all queries, one after another."""
    parts = list(queries)
    return reduce(lambda left, right: exp.union(left, right, distinct=False, copy=False), parts)
