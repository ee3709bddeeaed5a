"""Evaluates the SQL predicate of a row check over columns, with SQL's three-valued logic.

The predicate is parsed once; evaluating it costs a few column operations. Asking the engine instead costs more to plan
than to run for all but the largest deliveries, see docs/checks.md. A property test holds both together. Days are whole
numbers here (since 1970-01-01), so that they compare and subtract as in SQL.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache, partial
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import sqlglot
from sqlglot import exp

from graadmeter.check.words import changed, flagged, is_worded, same_words, spelled
from graadmeter.domain.errors import CatalogueError
from graadmeter.domain.text import Text

Value = Any
"""An Arrow array with one value per row, or an Arrow scalar."""
Parameter = str | int | bool | date | tuple[str, ...]
Source = Callable[[str, str], pa.Array]
"""Gives the column of a neighbour: `('r', 'begindatum')`."""

_EPOCH = date(1970, 1, 1)


@cache
def parsed(predicate: str) -> Any:
    """The syntax tree; raises CatalogueError when the text is no expression."""
    try:
        return sqlglot.parse_one(predicate)
    except sqlglot.ParseError as error:
        raise CatalogueError(
            Text(f"Deze controle is geen SQL: {predicate}", f"This check is no SQL: {predicate}")
        ) from error


@cache
def names_used(predicate: str) -> frozenset[str]:
    """The aliases a predicate names: `r` and neighbours."""
    return frozenset(column.table for column in parsed(predicate).find_all(exp.Column))


def holds(predicate: str, source: Source, parameters: Mapping[str, Parameter]) -> Value:
    """Per row whether the predicate holds: true, false, or NULL when that is not known."""
    return _Evaluation(source, parameters).value(parsed(predicate))


class _Evaluation:
    """One walk over a syntax tree."""

    def __init__(self, source: Source, parameters: Mapping[str, Parameter]) -> None:
        self._source = source
        self._parameters = parameters

    def value(self, node: exp.Expression) -> Value:
        """The value of any node; raises CatalogueError for what checks may not use."""
        way = _WAYS.get(type(node))
        if way is None:
            raise CatalogueError(
                Text(
                    f"Een controle mag '{node.sql()}' niet gebruiken.",
                    f"A check may not use '{node.sql()}'.",
                )
            )
        return way(self, node)

    def column(self, node: exp.Expression) -> Value:
        return days_of(self._source(node.text("table"), node.name))

    def parameter(self, node: exp.Expression) -> Value:
        return _scalar(self._parameters[node.name])

    def literal(self, node: exp.Expression) -> Value:
        return _scalar(node.this if node.is_string else int(node.this))

    def inside(self, node: exp.Expression) -> Value:
        return self.value(node.this)

    def pair(self, node: exp.Expression) -> Value:
        return paired(_PAIRS[type(node)], self.value(node.this), self.value(node.expression))

    def both(self, node: exp.Expression) -> Value:
        """AND; what stands right is not looked at when nothing on the left can hold, so rare conditions go first."""
        left = self.value(node.this)
        if isinstance(left, pa.Array) and not left.true_count and not left.null_count:
            return left
        return pc.and_kleene(left, self.value(node.expression))

    def negation(self, node: exp.Expression) -> Value:
        return pc.invert(self.value(node.this))

    def minus(self, node: exp.Expression) -> Value:
        return pc.negate(self.value(node.this))

    def absolute(self, node: exp.Expression) -> Value:
        return pc.abs(self.value(node.this))

    def missing(self, node: exp.Expression) -> Value:
        return pc.is_null(self.value(node.this))

    def among(self, node: exp.Expression) -> Value:
        value, members = self.value(node.this), pa.array(sorted(self._members(node)), pa.string())
        return flagged(value, partial(_is_one_of, members=members))

    def _members(self, node: exp.Expression) -> set[str]:
        found: set[str] = set()
        for item in node.expressions:
            given = self._parameters[item.name] if isinstance(item, exp.Placeholder) else item.this
            found |= set(given) if isinstance(given, tuple) else {str(given)}
        return found

    def between(self, node: exp.Expression) -> Value:
        value = self.value(node.this)
        low, high = self.value(node.args["low"]), self.value(node.args["high"])
        return pc.and_kleene(paired(pc.greater_equal, value, low), paired(pc.less_equal, value, high))

    def first_known(self, node: exp.Expression) -> Value:
        return pc.coalesce(*(spelled(self.value(item)) for item in (node.this, *node.expressions)))

    def cases(self, node: exp.Expression) -> Value:
        subject = self.value(node.this) if node.this else None
        result = self.value(node.args["default"])
        for branch in reversed(node.args["ifs"]):
            test = self.value(branch.this)
            true = test if subject is None else paired(pc.equal, subject, test)
            value = spelled(self.value(branch.args["true"]))
            result = pc.if_else(pc.fill_null(true, fill_value=False), value, spelled(result))
        return result

    def piece(self, node: exp.Expression) -> Value:
        start, length = int(node.args["start"].this), int(node.args["length"].this)
        cut = partial(pc.utf8_slice_codeunits, start=start - 1, stop=start - 1 + length)
        value = self.value(node.this)
        return changed(value, cut) if is_worded(value) else cut(value)

    def part_of_day(self, node: exp.Expression) -> Value:
        days = self.value(node.expression).cast(pa.int32())
        return _PARTS[node.this.name](days.cast(pa.date32()))

    def day(self, node: exp.Expression) -> Value:
        if not (isinstance(node.this, exp.Literal) and node.args["to"].is_type("date")):
            raise CatalogueError(Text(f"'{node.sql()}' kan niet.", f"'{node.sql()}' is not possible."))
        return _scalar(date.fromisoformat(node.this.this))


def paired(ask: Callable[[Value, Value], Value], left: Value, right: Value) -> Value:
    """What `ask` says of both, value by value; a column kept as words is asked once per word."""
    if is_worded(left) and isinstance(right, pa.Scalar):
        return flagged(left, lambda words: ask(words, right))
    if is_worded(right) and isinstance(left, pa.Scalar):
        return flagged(right, lambda words: ask(left, words))
    if is_worded(left) and is_worded(right) and ask in _ALIKE:
        (left, right), _ = same_words((left, right))
        return ask(left.cast(pa.int32()), right.cast(pa.int32()))
    return ask(spelled(left), spelled(right))


def _is_one_of(texts: Value, members: pa.Array) -> Value:
    found = pc.is_in(texts, value_set=members)
    return pc.if_else(pc.is_null(texts), pa.scalar(None, pa.bool_()), found)


def days_of(column: pa.Array) -> pa.Array:
    """The column, with days as whole numbers."""
    return column.view(pa.int32()) if pa.types.is_date32(column.type) else column


@lru_cache(maxsize=10_000, typed=True)
def _scalar(value: Parameter) -> pa.Scalar:
    if isinstance(value, date):
        return pa.scalar((value - _EPOCH) // timedelta(days=1), pa.int32())
    if isinstance(value, tuple):
        raise CatalogueError(Text("Een lijst hoort achter IN.", "A list belongs after IN."))
    return pa.scalar(value)


_PAIRS: dict[type[exp.Expression], Callable[[Value, Value], Value]] = {
    exp.Or: pc.or_kleene,
    exp.EQ: pc.equal,
    exp.NEQ: pc.not_equal,
    exp.GT: pc.greater,
    exp.GTE: pc.greater_equal,
    exp.LT: pc.less,
    exp.LTE: pc.less_equal,
    exp.Add: pc.add,
    exp.Sub: pc.subtract,
    exp.Mul: pc.multiply,
}
_ALIKE = (pc.equal, pc.not_equal)
_PARTS = {"YEAR": pc.year, "MONTH": pc.month, "DAY": pc.day}
_WAYS: dict[type[exp.Expression], Callable[[_Evaluation, exp.Expression], Value]] = {
    exp.Column: _Evaluation.column,
    exp.Placeholder: _Evaluation.parameter,
    exp.Boolean: lambda _evaluation, node: pa.scalar(bool(node.this)),
    exp.Literal: _Evaluation.literal,
    exp.Paren: _Evaluation.inside,
    exp.Not: _Evaluation.negation,
    exp.Neg: _Evaluation.minus,
    exp.Abs: _Evaluation.absolute,
    exp.Is: _Evaluation.missing,
    exp.In: _Evaluation.among,
    exp.Between: _Evaluation.between,
    exp.Coalesce: _Evaluation.first_known,
    exp.Case: _Evaluation.cases,
    exp.Substring: _Evaluation.piece,
    exp.Extract: _Evaluation.part_of_day,
    exp.Cast: _Evaluation.day,
    exp.And: _Evaluation.both,
    **dict.fromkeys(_PAIRS, _Evaluation.pair),
}
