"""The counting of rules is one text for three engines, and no query per period, area or rule."""

from itertools import product

import pytest
from tests.unit.measure.test_portable import DIALECTS, OWN_NAMES, PORTABLE, called

from graadmeter.catalogue.load_rules import rule_sets
from graadmeter.domain.counting_rules import AgeRange, AreaRule, Financing, Switches
from graadmeter.domain.periods import PeriodType
from graadmeter.domain.rule_paths import paths
from graadmeter.measure.example import example_areas
from graadmeter.measure.rules.flow_script import flow_script
from graadmeter.measure.rules.script import rule_script

RULES = [rule.switches for rule in rule_sets().values()]
MIXED = {mixed for one in RULES for other in RULES for mixed in one.mixtures(other)}
ALLOWED = {dialect: PORTABLE | OWN_NAMES[dialect] for dialect in DIALECTS}
ALL = [Switches(*one) for one in product(AgeRange, PeriodType, AreaRule, Financing, (False, True), (False, True))]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_only_portable_functions_are_used(dialect) -> None:
    region = example_areas(("GM0141",), (), 8000, 8003)
    found = rule_script(MIXED, region, dialect)
    asked = called((*(create for create, _ in found.makes), found.figures, found.inhabitants))
    assert "COUNT" in asked
    assert asked <= ALLOWED[dialect]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_steps_are_counted_with_portable_functions_too(dialect) -> None:
    region = example_areas(("GM0141",), (), 8000, 8003)
    found = flow_script(paths(rule_sets(), 2024), region, dialect)
    asked = called((*(create for create, _ in found.makes), found.flows, found.inhabitants))
    assert "COUNT" in asked
    assert asked <= ALLOWED[dialect]


def test_a_period_costs_nothing_and_rules_share_their_tables() -> None:
    region = example_areas(("GM0141",), (), 8000, 8003)
    whole = rule_script(ALL, region, "duckdb")
    assert len(whole.lanes) == len(ALL) // len(PeriodType)
    assert len(whole.makes) == len(rule_script(ALL[:1], region, "duckdb").makes) + 3
