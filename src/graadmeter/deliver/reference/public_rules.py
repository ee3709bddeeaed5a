"""What the library offers to put beside figures counted by the rule of another: shares typed over from publications."""

from collections.abc import Iterable

import pyarrow as pa

from graadmeter.catalogue.benchmarks import rule_benchmarks
from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.deliver.reference.shares import Share
from graadmeter.domain.rule_comparison import RULE_BENCHMARKS
from graadmeter.engine.arrow import schema_of


def public_rules(published: Iterable[Share]) -> pa.Table:
    """RULE_BENCHMARKS out of shares that were published. The rule of a year in which it did not hold is ''."""
    rows = [
        {
            "indicator": one.indicator,
            "scope": share.scope.value,
            "area": share.area,
            "period": share.period,
            "rule": one.rule if rule_sets()[one.rule].holds_in(int(share.period[:4])) else "",
            "age": one.age,
            "borders": share.borders,
            "value": share.value,
            "source": share.source,
        }
        for share in published
        for one in rule_benchmarks()
        if one.subject == share.subject
    ]
    keys = [(name, "ascending") for name in ("indicator", "scope", "area", "period", "source")]
    return pa.Table.from_pylist(rows, schema=schema_of(RULE_BENCHMARKS)).sort_by(keys)
