"""Protects the figures under several counting rules, year by year: the only door from RULE_COUNTS to RULES.

A year is shown whole or, when the release hides a figure of a municipality on the subject, for the region alone; and
when that cannot be proven safe either, not at all. A year that was published stays as it was (`earlier.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import pyarrow as pa

from graadmeter.domain.disclosure_rules import RuleKind
from graadmeter.domain.indicators import Indicator
from graadmeter.domain.periods import quarter
from graadmeter.domain.policies import Policy
from graadmeter.domain.region import Region
from graadmeter.domain.rule_figures import RULES, RULES_KEY
from graadmeter.domain.rule_paths import RulePath
from graadmeter.engine.arrow import schema_of
from graadmeter.protect.by_rule.earlier import again
from graadmeter.protect.by_rule.links import links
from graadmeter.protect.by_rule.year import NOTHING, Year

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ProtectedRules:
    """What may leave the region of figures under several rules, and what was done to prove it."""

    table: pa.Table
    """RULES, in order of its key."""
    report: Mapping[str, object]
    """Per year what is published and what the attack found, as JSON values."""

    @classmethod
    def none(cls) -> Self:
        """Of a release that tells nothing by other rules."""
        return cls(schema_of(RULES).empty_table(), {})


def protect_rules(
    counted: pa.Table,
    ways: Mapping[int, Sequence[RulePath]],
    cells: pa.Table,
    region: Region,
    *,
    indicators: Mapping[str, Indicator],
    policies: Mapping[str, Policy],
    edition: str,
    before: pa.Table | None = None,
) -> ProtectedRules:
    """The protected figures under every rule of these whole years. What is not proven is not shown.

    `counted` is RULE_COUNTS, `ways` the ways of each year in it, `cells` the protected cells of the same release
    (PUBLISHED) and `before` what earlier releases showed (RULES), of each year the newest.
    """
    found = links(cells, indicators)
    rows: list[Row] = []
    report: dict[str, object] = {}
    by_year: dict[int, dict[tuple[str, str, int], Row]] = {}
    for row in counted.to_pylist():
        by_year.setdefault(row["year"], {})[row["area"], row["end"], row["place"]] = row
    earlier = _by_year(before)
    policy = (
        _strictest(policies[indicators[found.indicator].policy], found.indicator, region) if found.indicator else None
    )
    for year in sorted({*by_year, *earlier}):
        if year in earlier:
            told, words = again(earlier[year], by_year.get(year, {}), policy.threshold if policy else 0)
        elif policy is None:
            told, words = [], {"shown": NOTHING, "why": ["the release has no figure of youth help"]}
        else:
            told, words = Year(year, tuple(ways[year]), by_year[year], found, policy, region, edition).protected()
        rows += told
        report[str(year)] = words
    table = pa.Table.from_pylist([dict(row) for row in rows], schema=schema_of(RULES))
    return ProtectedRules(table.sort_by([(name, "ascending") for name in RULES_KEY]), report)


def _strictest(policy: Policy, indicator: str, region: Region) -> Policy:
    """The policy with the highest threshold that it or a rule of it asks of the indicator, at whatever level."""
    rules = policy.in_force(quarter(region.last_quarter).last_day).rules_of(RuleKind.THRESHOLD, indicator)
    return replace(policy, threshold=max(policy.threshold, *(rule.numbers["threshold"] for rule in rules), 0))


def _by_year(before: pa.Table | None) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in before.to_pylist() if before is not None else ():
        found.setdefault(row["year"], []).append(row)
    return found
