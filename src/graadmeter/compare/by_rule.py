"""Figures under counting rules, as a release shows them, beside what others publish by the same rule.

Only published figures and public ones come in here, as in `compare.run`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.areas import Level
from graadmeter.domain.comparison import STANDINGS, Comparator, Reason
from graadmeter.domain.indicators import Unit
from graadmeter.domain.periods import parse_period
from graadmeter.domain.rule_comparison import RULE_COMPARISON, RULE_COMPARISON_KEY, SCOPES
from graadmeter.domain.rule_figures import Part
from graadmeter.domain.status import CellStatus
from graadmeter.engine.arrow import schema_of
from graadmeter.statistics.funnel import share_class
from graadmeter.statistics.wilson import wilson

Row = Mapping[str, Any]


def compare_by_rule(rules: pa.Table, benchmarks: pa.Table) -> pa.Table:
    """RULE_COMPARISON of the figures in RULES that are shown and of whose ages the inhabitants are known.

    A figure of RULE_BENCHMARKS is refused for its rule, its ages, its kind of period, its year or its borders, in this
    order.
    """
    others = benchmarks.to_pylist()
    found = [_compared(row, rule, others) for row, rule in _figures(rules.to_pylist())]
    table = pa.Table.from_pylist(found, schema=schema_of(RULE_COMPARISON))
    return table.sort_by([(name, "ascending") for name in RULE_COMPARISON_KEY])


def _figures(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """The figure at either end of every way, each rule once, and which rule it is."""
    last: dict[tuple[str, int, str], int] = {}
    for row in rows:
        key = (row["area"], row["year"], row["end"])
        last[key] = max(last.get(key, 0), row["place"])
    seen = set()
    for row in rows:
        if row["part"] != Part.FIGURE or not row["inhabitants"] or not CellStatus(row["status"]).has_value:
            continue
        end = row["place"] == last[row["area"], row["year"], row["end"]]
        rule = row["end"] if end else row["start"] if row["place"] == 0 else ""
        if rule in rule_sets() and (row["area"], row["year"], rule) not in seen:
            seen.add((row["area"], row["year"], rule))
            yield row, rule


def _compared(row: Row, rule: str, others: Sequence[Row]) -> dict[str, Any]:
    count, base = float(row["value"]), row["inhabitants"]
    low, high = (round(float(one) * 100, 2) for one in wilson(count, base))
    told = {
        **{name: row[name] for name in ("indicator", "area", "level", "year", "period", "inhabitants")},
        "unit": Unit.PERCENT.value,
        "rule": rule,
        "age": rule_sets()[rule].switches.age.value,
        "count": count,
        "value": round(100 * count / base, 1),
        "low_95": low,
        "high_95": high,
    }
    for scope in SCOPES:
        told |= _against(scope, _other(scope, row, rule, others), (count, base))
    return told


def _against(scope: Comparator, other: Row | Reason, numbers: tuple[float, int]) -> dict[str, Any]:
    if isinstance(other, Reason):
        values: tuple[Any, ...] = (None, None, other.value, None)
    else:
        rank = int(share_class(*numbers, other["value"] / 100))
        values = (other["value"], STANDINGS[rank + 2].value, Reason.GIVEN.value, other["source"])
    return dict(zip((f"{scope}_{name}" for name in ("value", "class", "status", "source")), values, strict=True))


def _other(scope: Comparator, row: Row, rule: str, others: Sequence[Row]) -> Row | Reason:
    """The figure that was counted alike, or the first reason for which every candidate is refused."""
    if scope is Comparator.SIZE_CLASS and row["level"] != Level.MUNICIPALITY.value:
        return Reason.OTHER_LEVEL
    wanted = row["area"] if scope is Comparator.SIZE_CLASS else ""
    left = [one for one in others if (one["indicator"], one["scope"]) == (row["indicator"], scope)]
    left = [one for one in left if one["area"] == wanted]
    if not left:
        return Reason.NOT_LOADED
    period = parse_period(row["period"])
    for reason, fits in (
        (Reason.OTHER_RULE, lambda one: one["rule"] == rule),
        (Reason.OTHER_AGE, lambda one: one["age"] == rule_sets()[rule].switches.age.value),
        (Reason.OTHER_PERIOD, lambda one: parse_period(one["period"]).type is period.type),
        (Reason.OTHER_VINTAGE, lambda one: one["period"] == row["period"] and one["borders"] == row["year"]),
    ):
        left = [one for one in left if fits(one)]
        if not left:
            return reason
    return left[0]
