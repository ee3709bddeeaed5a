"""`graadmeter rules`: one area and year counted under every rule, and what makes the difference."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.chosen import chosen_area, chosen_year
from graadmeter.cli.console import Call
from graadmeter.cli.help.engine import ENGINE
from graadmeter.cli.help.page import Entry, Page
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

PAGE = Page(
    "rules",
    "[GEBIED] [--year JAAR] [--start REGEL] [--end REGEL] [--unit EENHEID]",
    Text(
        "Telt jeugdhulp volgens elke telregel en verklaart het verschil.",
        "Counts youth help by every counting rule and explains the difference.",
    ),
    Text(
        "Waarom verschilt ons cijfer van dat van het CBS of de begroting? Zet de cijfers van een gebied en een jaar "
        "naast elkaar en verdeelt het verschil over de oorzaken; samen zijn die precies het verschil.\n\n"
        "Deze cijfers zijn NIET beschermd en mogen de regio niet uit.",
        "Why does our figure differ from that of CBS or the budget? Puts the figures of an area and year side by side "
        "and divides the difference over its causes, which add up to it exactly.\n\n"
        "These figures are NOT protected and must not leave the region.",
    ),
    arguments=(
        Entry(
            "GEBIED",
            Text("Gemeente, met naam of code. Standaard de hele regio.", "A municipality. By default the region."),
        ),
    ),
    options=(
        Entry("--year JAAR", Text("Standaard het laatste hele jaar.", "By default the last whole year.")),
        Entry("--start REGEL", Text("Waar de stappen beginnen: regiomonitor.", "Where the steps begin: regiomonitor.")),
        Entry("--end REGEL", Text("Waar ze eindigen: bij elke andere regel.", "Where they end: at every other rule.")),
        Entry("--unit EENHEID", Text("personen (standaard) of trajecten.", "personen (default) or trajecten.")),
        Entry("--csv", Text("De stappen als CSV.", "The steps as CSV.")),
        ENGINE,
    ),
    examples=(
        Entry("graadmeter rules Almelo --year 2025", Text("Almelo in een jaar.", "Almelo in a year.")),
        Entry("graadmeter rules --end cbs --csv > cbs.csv", Text("De stappen naar het CBS.", "The steps to CBS.")),
    ),
)


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
