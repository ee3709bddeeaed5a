"""Puts norms in the place of `NORM('x')`: one number or, of a norm that changed, that of the day the count begins."""

from datetime import date

from sqlglot import exp

from graadmeter.catalogue.norms import norms
from graadmeter.catalogue.refusals import refuse, unknown
from graadmeter.domain.day_counts import DayCount
from graadmeter.domain.norms import Norm, NormValue
from graadmeter.domain.text import Text

NORM = "NORM"
_COMPARED = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE)


def with_norms(text: str, node: exp.Expr) -> exp.Expr:
    """`node`, when it compares days with a norm, with the numbers of the norm; raises CatalogueError for other uses."""
    if _named(node) is not None and not isinstance(node.parent, _COMPARED):
        raise refuse(text, Text("vergelijk NORM met DAGEN of WERKDAGEN.", "compare NORM with DAGEN or WERKDAGEN."))
    found = _named(node.expression) if isinstance(node, _COMPARED) else None
    if found is None:
        return node
    if found not in norms():
        raise unknown(text, Text("de norm", "norm"), found, norms())
    norm = norms()[found]
    return _compared(text, node, norm)


def _named(node: exp.Expr) -> str | None:
    """The id in `NORM('id')`."""
    if not isinstance(node, exp.Anonymous) or str(node.this).upper() != NORM:
        return None
    (name, *more) = node.expressions or [exp.null()]
    return None if more or not isinstance(name, exp.Literal) else str(name.this)


def _compared(text: str, node: exp.Expr, norm: Norm) -> exp.Expr:
    counted = node.this
    if not isinstance(counted, exp.Anonymous) or str(counted.this).upper() not in {item.value for item in DayCount}:
        words = Text(
            f"zet links van NORM('{norm.id}') het aantal dagen: {norm.unit}(van, tot) <= NORM('{norm.id}').",
            f"put the number of days to the left of NORM('{norm.id}'): {norm.unit}(van, tot) <= NORM('{norm.id}').",
        )
        raise refuse(text, words)
    if str(counted.this).upper() != norm.unit.value:
        raise refuse(
            text, Text(f"de norm {norm.id} telt in {norm.unit}.", f"the norm {norm.id} counts in {norm.unit}.")
        )
    parts = [_during(node, norm, value) for value in norm.values]
    return exp.Paren(this=exp.or_(*parts, copy=False)) if len(parts) > 1 else parts[0]


def _during(node: exp.Expr, norm: Norm, value: NormValue) -> exp.Expr:
    """The comparison with one value of a norm, for counts of days that begin while it holds (`Norm.most_on`)."""
    start = node.this.expressions[0]
    parts: list[exp.Expr] = []
    if value != norm.values[0] and value.valid_from is not None:
        parts.append(exp.GTE(this=start.copy(), expression=_day(value.valid_from)))
    if value != norm.values[-1] and value.valid_until is not None:
        parts.append(exp.LTE(this=start.copy(), expression=_day(value.valid_until)))
    within: exp.Expr = type(node)(this=node.this.copy(), expression=exp.convert(value.most))
    return exp.Paren(this=exp.and_(*parts, within, copy=False)) if parts else within


def _day(value: date) -> exp.Cast:
    return exp.Cast(this=exp.Literal.string(value.isoformat()), to=exp.DataType(this=exp.DType.DATE))
