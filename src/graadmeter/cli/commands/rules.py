"""`graadmeter rules`: one area and year counted under every rule, and what makes the difference."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.chosen import chosen_area, chosen_year
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.cli.rule_tables import Comparison, csv_text, show
from graadmeter.domain.counting_rules import RuleSet
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.indicators import Unit
from graadmeter.domain.text import Text
from graadmeter.engine.opening import DEFAULT
from graadmeter.processing.ruling import count_by_rules
from graadmeter.store.own_rules import workspace_rules
from graadmeter.store.workspace import load


def rules(
    area: str = "",
    /,
    *,
    year: int = 0,
    start: str = "regiomonitor",
    end: str = "",
    unit: str = Unit.PERSONS.value,
    csv: bool = False,
    engine: str = DEFAULT,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints the figures side by side and the steps between them, or the steps as CSV."""
    if unit not in {Unit.PERSONS, Unit.TRAJECTORIES}:
        raise UnknownNameError(Text("De eenheid", "unit"), unit, (Unit.PERSONS, Unit.TRAJECTORIES))
    workspace = load(call.place)
    chosen, when = chosen_area(area, workspace.region), chosen_year(year, workspace.region)
    known = {name: rule for name, rule in workspace_rules(workspace.root).items() if rule.holds_in(when)}
    first = _rule(start, known)
    others = [_rule(end, known)] if end else [rule for rule in known.values() if rule is not first]
    wanted = {one for rule in others for one in first.switches.mixtures(rule.switches)} | {first.switches}
    with logbook_of(workspace, "rules").step("tellen-onbeschermd", "telregels"):
        figures = count_by_rules(workspace, wanted, engine=engine)
    found = Comparison(chosen, when, Unit(unit), first, tuple(others), figures)
    if csv:
        call.write(csv_text(found))
        return
    call.warn(
        Text(
            "Let op: onbeschermde cijfers. Ze mogen de regio niet uit.",
            "Mind: unprotected figures. They must not leave the region.",
        )
    )
    show(call, found)


def _rule(name: str, known: dict[str, RuleSet]) -> RuleSet:
    if name not in known:
        raise UnknownNameError(Text("De telregel (voor dit jaar)", "counting rule (for this year)"), name, known)
    return known[name]
