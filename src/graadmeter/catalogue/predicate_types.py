"""Holds what a predicate compares against the kinds of the columns: engines would read a mix each in its own way."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from sqlglot import exp

from graadmeter.catalogue.refusals import refuse
from graadmeter.domain.day_counts import day_count
from graadmeter.domain.tables import Type
from graadmeter.domain.text import Text


class Kind(StrEnum):
    """What may be compared with each other; the value is the Dutch word."""

    TEXT = "tekst"
    NUMBER = "een getal"
    DATE = "een datum"
    TRUTH = "waar of onwaar"


_OF_TYPES = {Type.TEXT: Kind.TEXT, Type.DATE: Kind.DATE, Type.BOOL: Kind.TRUTH}
_ENGLISH = {Kind.TEXT: "text", Kind.NUMBER: "a number", Kind.DATE: "a date", Kind.TRUTH: "true or false"}
_WRITTEN = {
    Kind.TEXT: Text("zet de waarde tussen enkele aanhalingstekens: '02'", "put the value between single quotes: '02'"),
    Kind.NUMBER: Text("schrijf een getal zonder aanhalingstekens", "write a number without quotes"),
    Kind.DATE: Text("schrijf de datum als DATE '2021-01-31'", "write the date as DATE '2021-01-31'"),
    Kind.TRUTH: Text(
        "gebruik de kolom zonder vergelijking: crisis, of NOT crisis", "use it without comparison: crisis, NOT crisis"
    ),
}
_COMPARED = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE)


def check_types(unit: str, tree: exp.Expr, types: Mapping[str, Type]) -> None:
    """Raises CatalogueError when values of two kinds are compared, or something else than a condition stands alone.

    `types` gives the columns of the table.
    """
    _truth(unit, tree, types)


def is_date(node: exp.Expr) -> bool:
    """Whether it is a constant `DATE '2021-01-31'`."""
    if not isinstance(node, exp.Cast) or not isinstance(node.this, exp.Literal) or not node.this.is_string:
        return False
    try:
        date.fromisoformat(str(node.this.this))
    except ValueError:
        return False
    return bool(node.to.this is exp.DType.DATE)


def _truth(unit: str, node: exp.Expr, types: Mapping[str, Type]) -> None:
    """Walks down to the comparisons."""
    if isinstance(node, exp.Paren | exp.Not):
        _truth(unit, node.this, types)
    elif isinstance(node, exp.And | exp.Or):
        for side in (node.left, node.right):
            _truth(unit, side, types)
    elif isinstance(node, exp.In | exp.Is | exp.EQ | exp.NEQ | exp.GT | exp.GTE | exp.LT | exp.LTE):
        _compared(unit, node, types)
    elif _kind(node, types) is not Kind.TRUTH:
        words = Text(
            f"'{node.sql()}' is geen voorwaarde; vergelijk het met een waarde.",
            f"'{node.sql()}' is no condition; compare it with a value.",
        )
        raise refuse(unit, words)


def _compared(unit: str, node: exp.Expr, types: Mapping[str, Type]) -> None:
    left = _kind(node.this, types)
    others = node.expressions if isinstance(node, exp.In) else [node.expression]
    for other in others:
        right = _kind(other, types)
        if left is None or right is None or left is right:
            continue
        known, wrong = (left, other) if not isinstance(node.this, exp.Literal) else (right, node.this)
        told = _WRITTEN[known]
        raise refuse(
            unit,
            Text(
                f"in '{node.sql()}' staat {known} naast {wrong.sql()}; {told.nl}.",
                f"in '{node.sql()}' {_ENGLISH[known]} stands beside {wrong.sql()}; {told.en}.",
            ),
        )


def _kind(node: exp.Expr, types: Mapping[str, Type]) -> Kind | None:
    """The kind of a column or constant; None for NULL, which goes with all."""
    if isinstance(node, exp.Paren):
        return _kind(node.this, types)
    if isinstance(node, exp.Column):
        return Kind.NUMBER if day_count(node.name) else _OF_TYPES.get(types[node.name], Kind.NUMBER)
    if isinstance(node, exp.Literal):
        return Kind.TEXT if node.is_string else Kind.NUMBER
    if isinstance(node, exp.Cast):
        return Kind.DATE
    return None if isinstance(node, exp.Null) else Kind.TRUTH if isinstance(node, exp.Boolean) else Kind.NUMBER
