"""The counting of many rules as texts for one engine; of the data they hold window and code of the region only."""

from collections.abc import Iterable
from dataclasses import dataclass

from graadmeter.domain.counting_rules import Switches
from graadmeter.domain.region import Region
from graadmeter.measure.portable import create, drop, render
from graadmeter.measure.rules.lanes import RuleLane, lanes_of
from graadmeter.measure.rules.program import compile_rules


@dataclass(frozen=True, slots=True)
class RuleScript:
    """What is run in the engine; `measure.rules.program` tells the shapes of the answers."""

    lanes: tuple[RuleLane, ...]
    makes: tuple[tuple[str, str], ...]
    """Per table: how it is made and how it is removed."""
    figures: str
    inhabitants: str


def rule_script(wanted: Iterable[Switches], region: Region, dialect: str) -> RuleScript:
    """The texts that count under all these switches, in the dialect of an engine."""
    lanes = lanes_of(wanted)
    program = compile_rules(lanes, region)
    return RuleScript(
        lanes,
        tuple((create(node.name, node.query, dialect), drop(node.name, dialect)) for node in program.nodes),
        render(program.figures, dialect),
        render(program.inhabitants, dialect),
    )
