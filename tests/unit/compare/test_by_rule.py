"""Figures by the rule of CBS beside what CBS publishes: given when counted alike, else refused with the reason."""

import pyarrow as pa
import pytest
from tests.support.ruled import NATION, REGION, TOWNS, YEAR, Group, told

from graadmeter.compare.by_rule import compare_by_rule
from graadmeter.domain.rule_comparison import RULE_BENCHMARKS
from graadmeter.engine.arrow import schema_of

GROUPS = [Group(size, town) for size, town in zip((300, 200, 120), TOWNS, strict=True)]
RULES = told(GROUPS)


def compared(*others):
    table = compare_by_rule(RULES, pa.Table.from_pylist(list(others), schema=schema_of(RULE_BENCHMARKS)))
    return {(row["area"], row["rule"]): row for row in table.to_pylist()}


def test_a_figure_by_the_same_rule_is_a_benchmark() -> None:
    rows = compared(NATION, {**NATION, "scope": "size_class", "area": TOWNS[0], "value": 6.0, "source": "class"})
    own = rows[TOWNS[0], "cbs"]
    assert (own["count"], own["value"], own["age"], own["period"]) == (300.0, 6.0, "0-22", f"{YEAR}HJ02")
    assert own["low_95"] < 6.0 < own["high_95"]
    assert (own["nation_value"], own["nation_class"], own["nation_status"]) == (11.7, "much_lower", "given")
    assert (own["size_class_class"], own["size_class_source"]) == ("similar", "class")
    assert rows[TOWNS[1], "cbs"]["size_class_status"] == "not_loaded"
    assert rows[REGION.code, "cbs"]["size_class_status"] == "other_level"
    assert {rule for _, rule in rows} == {"regiomonitor", "bbv", "cbs"}
    assert rows[TOWNS[0], "regiomonitor"]["nation_status"] == "other_rule"
    assert rows[TOWNS[0], "regiomonitor"]["nation_value"] is None


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"rule": ""}, "other_rule"),
        ({"age": "0-17"}, "other_age"),
        ({"period": f"{YEAR}JJ00"}, "other_period"),
        ({"period": f"{YEAR}HJ01"}, "other_vintage"),
        ({"period": f"{YEAR - 1}HJ02"}, "other_vintage"),
        ({"borders": YEAR - 2}, "other_vintage"),
        ({"indicator": "verblijf"}, "not_loaded"),
    ],
)
def test_what_was_counted_otherwise_is_refused_with_the_reason(changed, reason) -> None:
    row = compared({**NATION, **changed})[TOWNS[0], "cbs"]
    assert (row["nation_status"], row["nation_value"], row["nation_source"]) == (reason, None, None)


def test_what_is_hidden_is_not_compared() -> None:
    hidden = [{**row, "value": None, "status": "suppressed"} for row in RULES.to_pylist() if row["area"] == TOWNS[0]]
    table = pa.Table.from_pylist(hidden, schema=RULES.schema)
    assert compare_by_rule(table, schema_of(RULE_BENCHMARKS).empty_table()).num_rows == 0
