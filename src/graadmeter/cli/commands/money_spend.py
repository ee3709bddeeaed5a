"""`graadmeter money spend`: claims beside the spending that municipalities report to Iv3."""

from collections.abc import Sequence
from typing import Annotated

import pyarrow as pa
from cyclopts import Parameter

from graadmeter.catalogue.crosswalks import task_fields
from graadmeter.cli.chosen import chosen_area, chosen_year
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.cli.money_tables import INSIDE, print_csv, table, thousands
from graadmeter.deliver.reference import entries as library
from graadmeter.domain.areas import Area, Level
from graadmeter.domain.errors import UnknownNameError, UsageError
from graadmeter.domain.reference import SPEND, ValueStatus
from graadmeter.domain.text import Text
from graadmeter.engine.port import Engine
from graadmeter.measure.money.claimed import claimed_by_group, quarters_delivered, still_to_come
from graadmeter.measure.money.reconcile import Cause, GroupLine, Year, reconcile
from graadmeter.measure.money.scope import Scope
from graadmeter.processing.analysis import analysed
from graadmeter.store.workspace import Workspace, load

_REPORTS = ("jaarrekening", "begroting")
_SHORT = {
    Cause.NEVER_CLAIMED: Text("zonder", "without"),
    Cause.NOT_DELIVERED: Text("ontbreekt", "missing"),
    Cause.TO_COME: Text("volgt nog", "to come"),
    Cause.REST: Text("rest", "rest"),
}
_NAMES = ("groep", "iv3", "gedeclareerd", *(cause.value for cause in Cause))


def money_spend(
    municipality: str,
    /,
    *,
    year: int = 0,
    report: str = "",
    csv: bool = False,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints the groups with the causes of their difference, or writes them as CSV."""
    if report and report not in _REPORTS:
        raise UnknownNameError(Text("Het verslag", "report"), report, _REPORTS)
    workspace = load(call.place)
    place, when = chosen_area(municipality, workspace.region), chosen_year(year, workspace.region)
    if place.level is Level.REGION:
        raise UsageError(
            Text("Noem één gemeente: Iv3 is per gemeente.", "Name one municipality: Iv3 is per municipality.")
        )
    found, used = _spend(workspace, place, when, report)
    with logbook_of(workspace, "money spend").step("tellen-onbeschermd", "uitgaven"), analysed(workspace) as engine:
        lines = reconcile(_year(engine, workspace, place, when, found))
    if csv:
        rows = [_row(line) for line in lines]
        print_csv(call, rows, _NAMES)
        return
    call.warn(INSIDE)
    call.say(Text(f"{place.name}, {when}, {used}, duizend euro", f"{place.name}, {when}, {used}, thousand euros"))
    _show(call, lines)


def _spend(workspace: Workspace, place: Area, year: int, report: str) -> tuple[dict[str, int], str]:
    """Spending by group and the report it is from; raises UsageError when the library holds none."""
    root = workspace.root / "reference"
    tables = [library.table(root, entry, SPEND) for entry in library.entries(root) if entry.kind == "lasten"]
    rows = pa.concat_tables(tables).to_pylist() if tables else []
    for wanted in (report,) if report else _REPORTS:
        amounts: dict[str, int] = {}
        for row in rows:
            known = row["status"] == ValueStatus.VALUE and row["bedrag_cent"] is not None
            if known and (row["gebied"], row["vintage"], row["verslag"]) == (place.code, year, wanted):
                amounts[row["groep"]] = amounts.get(row["groep"], 0) + row["bedrag_cent"]
        if amounts:
            return amounts, wanted
    raise UsageError(
        Text(
            f"Er zijn geen lasten van {place.name} in {year}. Voeg ze toe met: graadmeter reference add BESTAND",
            f"There is no spending of {place.name} in {year}. Add it with: graadmeter reference add FILE",
        )
    )


def _year(engine: Engine, workspace: Workspace, place: Area, year: int, spend: dict[str, int]) -> Year:
    return Year(
        spend,
        claimed_by_group(engine, year, Scope(place.code)),
        quarters_delivered(engine, year, place.code),
        still_to_come(engine, year, place.code, workspace.region),
    )


def _row(line: GroupLine) -> dict[str, object]:
    causes = {cause.value: amount for cause, amount in line.causes.items()}
    return {"groep": line.group, "iv3": line.spend, "gedeclareerd": line.claims, **causes}


def _show(call: Call, lines: Sequence[GroupLine]) -> None:
    lang = call.lang
    labels = {field.groep: field.label for field in reversed(task_fields())}
    titles = (Text("taken", "tasks"), Text("Iv3", "Iv3"), Text("gedecl.", "claimed"))
    made = table(lang, (*titles, *(_SHORT[cause] for cause in Cause)))
    for line in lines:
        amounts = (line.spend, line.claims, *(line.causes[cause] for cause in Cause))
        label = labels.get(line.group, Text(line.group, line.group))
        made.add_row(label.within(lang), *(thousands(amount, lang) for amount in amounts))
    sums = [sum(line.spend for line in lines), sum(line.claims for line in lines)]
    sums += [sum(line.causes[cause] for line in lines) for cause in Cause]
    made.add_section()
    made.add_row(Text("samen", "together").within(lang), *(thousands(amount, lang) for amount in sums))
    call.show(made)
    for cause in Cause:
        short = _SHORT[cause]
        call.say(Text(f"- {short.nl}: {cause.label.nl}", f"- {short.en}: {cause.label.en}"))
