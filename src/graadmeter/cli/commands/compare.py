"""`graadmeter compare`: one published figure beside others, with its interval, in words by fixed thresholds."""

from collections.abc import Mapping
from typing import Annotated, Any

from cyclopts import Parameter
from rich.box import SIMPLE_HEAD
from rich.table import Table

from graadmeter.cli.console import Call
from graadmeter.cli.numbers import spoken
from graadmeter.cli.rule_words import by_rule_words
from graadmeter.cli.standing_words import beside_words, further_words
from graadmeter.domain.cells import DIMENSIONS, TOTAL
from graadmeter.domain.comparison import Comparator, Reason, Standing
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Lang, Text
from graadmeter.release.compared import Beside, beside
from graadmeter.release.read import Release, chosen


def compare(
    indicator: str,
    area: str,
    period: str = "",
    /,
    *,
    edition: str = "",
    call: Annotated[Call, Parameter(parse=False)],
    **dimension: str,
) -> None:
    """Prints what the newest release, or `edition`, says of a figure beside others."""
    unknown = sorted(set(dimension) - set(DIMENSIONS))
    if unknown:
        raise UnknownNameError(Text("De uitsplitsing", "breakdown"), unknown[0], DIMENSIONS)
    release = chosen(call.place / "releases", edition)
    _print(call, beside(release, indicator, area, period, dimension), release, whole=not dimension)


def _print(call: Call, found: Beside, release: Release, *, whole: bool) -> None:
    period = parse_period(found.period).label.within(call.lang)
    title = f"{found.indicator['title'][call.lang]} - {found.area['name']} - {period}"
    call.out.print(title, style="bold", markup=False)
    for row in found.rows:
        call.out.print(f"\n{_figure(row, release.catalogue, call.lang)}", markup=False)
        if Reason(row["region_status"]) not in {Reason.SIZE, Reason.NO_INTERVAL}:
            call.show(_table(row, call.lang))
        for words in further_words(row, call.lang):
            call.out.print(f"  {words}", markup=False)
    if whole:
        _print_by_rule(call, found, release)
    call.say(Text(f"\nUitgave {found.edition}", f"\nRelease {found.edition}"))


_BY_RULE = Text("\nDezelfde gegevens volgens elke telregel", "\nThe same data by every counting rule")


def _print_by_rule(call: Call, found: Beside, release: Release) -> None:
    lines = list(by_rule_words(release, found.indicator["id"], found.area["code"], call.lang))
    if lines:
        call.say(_BY_RULE, style="bold")
    for words in lines:
        call.out.print(words, markup=False)


def _figure(row: Mapping[str, Any], catalogue: Mapping[str, Any], lang: Lang) -> str:
    unit = catalogue["units"].get(row["unit"], {}).get(lang, row["unit"])
    members = [f"{name} {row[name]}" for name in DIMENSIONS if row[name] != TOTAL]
    spread = f" [{', '.join(members)}]" if members else ""
    status = catalogue["statuses"][row["status"]][lang]
    return f"{spoken(row['value'], lang)} {unit} ({status}){spread}{beside_words(row, lang)}"


def _table(row: Mapping[str, Any], lang: Lang) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for title in (Text("naast", "beside"), Text("cijfer", "figure"), Text("oordeel", "verdict")):
        table.add_column(title.within(lang))
    for name in Comparator:
        status = Reason(row[f"{name}_status"])
        if status is Reason.OTHER_LEVEL:
            continue
        value = spoken(round(row[f"{name}_value"], 1), lang) if row[f"{name}_value"] is not None else "-"
        table.add_row(name.label.within(lang), value, _verdict(row, name, status, lang))
    return table


def _verdict(row: Mapping[str, Any], name: Comparator, status: Reason, lang: Lang) -> str:
    if status is not Reason.GIVEN:
        return status.label.within(lang)
    return Standing(row[f"{name}_class"]).label.within(lang)
