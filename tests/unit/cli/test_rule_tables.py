"""Figures under several rules as people read them."""

import io

import pytest
from rich.console import Console

from graadmeter.catalogue.load_rules import causes, rule_sets
from graadmeter.cli.chosen import chosen_area, chosen_year
from graadmeter.cli.commands import rules as command
from graadmeter.cli.console import Call
from graadmeter.cli.rule_tables import Comparison, csv_text, show
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.counting_rules import Financing
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Lang
from graadmeter.measure.example import example_areas
from graadmeter.measure.rules.figures import RuleFigures
from graadmeter.measure.rules.lanes import lane_of

RULES = rule_sets()
TOWN = Area("GM0141", 2025, Level.MUNICIPALITY, "Almelo", "JZ14")


def comparison() -> Comparison:
    """1.500 young people, 40 fewer in kind; nothing else makes a difference."""
    first, other = RULES["regiomonitor"], RULES["cbs"]
    counted = {
        (unit, lane_of(mixed), TOWN.code, mixed.period_in(2025).code): 1500
        - 40 * (mixed.financing is Financing.IN_KIND)
        for mixed in first.switches.mixtures(other.switches)
        for unit in (Unit.PERSONS, Unit.TRAJECTORIES)
    }
    young = {(TOWN.code, 2025, age): 1000 for age in range(23)}
    return Comparison(TOWN, 2025, Unit.PERSONS, first, (other,), RuleFigures(counted, young))


def test_the_steps_as_data() -> None:
    assert csv_text(comparison()).splitlines() == [
        "gebied,jaar,eenheid,van,naar,oorzaak,verschil,daarna,minst,meest",
        "GM0141,2025,personen,regiomonitor,cbs,leeftijd,0,1500,0,0",
        "GM0141,2025,personen,regiomonitor,cbs,periode,0,1500,0,0",
        "GM0141,2025,personen,regiomonitor,cbs,financiering,-40,1460,-40,-40",
        "GM0141,2025,personen,regiomonitor,cbs,sluiten,0,1460,0,0",
    ]


def test_the_page_tells_figures_steps_and_what_causes_mean() -> None:
    out = io.StringIO()
    show(Call(Lang.NL, out=Console(file=out, width=200)), comparison())
    page = out.getvalue()
    for words in ("Almelo, 2025", "1.500", "1.460", "-40", "8,3", "6,3", "4e kwartaal 2025", "2e halfjaar 2025"):
        assert words in page
    assert causes()[next(iter(causes()))].explanation.nl in page.replace("\n", "")


def test_what_cannot_be_asked_is_told() -> None:
    region = example_areas(("GM0141",), (), 8097, 8103)
    assert chosen_year(0, region) == 2025
    with pytest.raises(UsageError, match="2024"):
        chosen_year(2024, region)
    with pytest.raises(UnknownNameError, match="GM0141"):
        chosen_area("GM0142", region)
    with pytest.raises(UnknownNameError):
        command._rule("cbs", {name: rule for name, rule in RULES.items() if rule.holds_in(2019)})
