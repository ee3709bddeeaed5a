"""`graadmeter money invoicing`: how uniformly providers claim."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.chosen import chosen_area, chosen_year
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.cli.money_tables import INSIDE, law_of, percent, print_csv, table
from graadmeter.cli.numbers import spoken
from graadmeter.domain.areas import Level
from graadmeter.domain.text import Text
from graadmeter.measure.money.claim_lines import claim_lines
from graadmeter.measure.money.scope import Scope
from graadmeter.processing.analysis import analysed
from graadmeter.statistics.invoicing import CRITERIA, scores
from graadmeter.store.workspace import load

_TITLES = {
    "product": Text("product", "product"),
    "eenheid": Text("eenheid", "unit"),
    "periode": Text("periode", "period"),
    "op_tijd": Text("tijd", "time"),
    "zonder_correctie": Text("credit", "credit"),
}
_NAMES = ("aanbieder", "regels", "uniform", "score", "laag", "hoog", *CRITERIA)


def money_invoicing(
    area: str = "",
    /,
    *,
    year: int = 0,
    law: str = "",
    csv: bool = False,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints the score of every provider and its parts, or writes them as CSV."""
    workspace = load(call.place)
    place, when = chosen_area(area, workspace.region), chosen_year(year, workspace.region)
    scope = Scope("" if place.level is Level.REGION else place.code, law_of(law))
    log = logbook_of(workspace, "money invoicing")
    with log.step("tellen-onbeschermd", "declaratieregels"), analysed(workspace, events=True) as engine:
        found = scores(claim_lines(engine, when, scope, workspace.products))
    if csv:
        told = [(one.provider, one.lines, one.uniform, one.score, one.low, one.high) for one in found]
        parts = [[one.by_criterion[name] for name in CRITERIA] for one in found]
        rows = [dict(zip(_NAMES, (*told[at], *part), strict=True)) for at, part in enumerate(parts)]
        print_csv(call, rows, _NAMES)
        return
    call.warn(INSIDE)
    call.say(Text(f"{place.name}, zorg in {when}", f"{place.name}, care in {when}"))
    first = (Text("aanbieder", "provider"), Text("regels", "lines"), Text("score", "score"), Text("marge", "margin"))
    made = table(call.lang, (*first, *(_TITLES[name] for name in CRITERIA)))
    for one in found:
        margin = f"{percent(one.low, call.lang)}-{percent(one.high, call.lang)}"
        parts_told = (percent(one.by_criterion[name], call.lang) for name in CRITERIA)
        provider = workspace.region.providers.get(one.provider, one.provider)
        made.add_row(provider, spoken(one.lines, call.lang), percent(one.score, call.lang), margin, *parts_told)
    call.show(made)
