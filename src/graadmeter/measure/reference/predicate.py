"""What a predicate of the catalogue says of one row: true, false or (by SQL's rules, with an empty value) unknown."""

import operator
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sqlglot import exp

from graadmeter.domain.day_counts import day_count, days_between

Row = Mapping[str, Any]

_COMPARE: dict[type[exp.Expr], Callable[[Any, Any], bool]] = {
    exp.EQ: operator.eq,
    exp.NEQ: operator.ne,
    exp.GT: operator.gt,
    exp.GTE: operator.ge,
    exp.LT: operator.lt,
    exp.LTE: operator.le,
}


def holds(tree: exp.Expr, row: Row) -> bool:
    """Whether the row counts: the predicate is true of it (not false, not unknown)."""
    return _value(tree, row) is True


def amount(tree: exp.Expr, row: Row) -> int | None:
    """The whole number that a value of the catalogue gives for the row; None when a part of it is not known."""
    if isinstance(tree, exp.Add | exp.Sub):
        left, right = amount(tree.left, row), amount(tree.right, row)
        if left is None or right is None:
            return None
        return left + right if isinstance(tree, exp.Add) else left - right
    if isinstance(tree, exp.Paren):
        return amount(tree.this, row)
    found: int | None = _value(tree, row)
    return found


def _column(name: str, row: Row) -> Any:
    counted = day_count(name)
    return row[name] if counted is None else days_between(counted[0], row[counted[1]], row[counted[2]])


def _value(tree: exp.Expr, row: Row) -> Any:
    if isinstance(tree, exp.Column):
        return _column(tree.name, row)
    if isinstance(tree, exp.Literal | exp.Boolean | exp.Null):
        return tree.to_py()
    if isinstance(tree, exp.Paren):
        return _value(tree.this, row)
    if isinstance(tree, exp.Cast):
        return date.fromisoformat(str(tree.this.this))
    return _logic(tree, row)


def _logic(tree: exp.Expr, row: Row) -> bool | None:
    if isinstance(tree, exp.And):
        return _all([_value(tree.left, row), _value(tree.right, row)])
    if isinstance(tree, exp.Or):
        opposite = _all([_not(_value(tree.left, row)), _not(_value(tree.right, row))])
        return _not(opposite)
    if isinstance(tree, exp.Not):
        return _not(_value(tree.this, row))
    if isinstance(tree, exp.Is):
        return bool(_value(tree.this, row) is _value(tree.expression, row))
    return _comparison(tree, row)


def _comparison(tree: exp.Expr, row: Row) -> bool | None:
    left = _value(tree.this, row)
    if left is None:
        return None
    if isinstance(tree, exp.In):
        return left in [_value(item, row) for item in tree.expressions]
    right = _value(tree.expression, row)
    return None if right is None else _COMPARE[type(tree)](left, right)


def _all(values: list[bool | None]) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def _not(value: Any) -> bool | None:
    return None if value is None else not value
