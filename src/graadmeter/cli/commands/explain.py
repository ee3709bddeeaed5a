"""`graadmeter explain`: one published figure, what it means, and what it rests on."""

from collections.abc import Mapping
from typing import Annotated, Any

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.numbers import spoken
from graadmeter.domain.cells import DIMENSIONS
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.findings import Verdict
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Lang, Text
from graadmeter.release.explain import Explanation, Figure
from graadmeter.release.explain import explain as explained
from graadmeter.release.read import chosen


def explain(
    indicator: str,
    area: str,
    period: str,
    /,
    *,
    edition: str = "",
    call: Annotated[Call, Parameter(parse=False)],
    **dimension: str,
) -> None:
    """Prints the explanation of a figure of the newest release, or of `edition`."""
    unknown = sorted(set(dimension) - set(DIMENSIONS))
    if unknown:
        raise UnknownNameError(Text("De uitsplitsing", "breakdown"), unknown[0], DIMENSIONS)
    release = chosen(call.place / "releases", edition)
    _print(call, explained(release, indicator, area, period, dimension), release.catalogue)


def _print(call: Call, found: Explanation, catalogue: Mapping[str, Any]) -> None:
    lang = call.lang
    period = parse_period(found.period).label.within(lang)
    call.out.print(f"{found.indicator['title'][lang]} - {found.area['name']} - {period}", style="bold", markup=False)
    for figure in found.figures:
        call.out.print(f"  {_figure(figure, catalogue, lang)}", markup=False)
        call.out.print(f"    {found.reason(figure).within(lang)}", markup=False)
        _print_estimate(call, figure)
    call.say(Text("\nWat telt mee?", "\nWhat counts?"), style="bold")
    for part in ("counts_what", "definition"):
        call.out.print(f"  {found.indicator[part][lang]}", markup=False)
    _print_deliveries(call, found)
    call.say(Text(f"\nUitgave {found.edition}", f"\nRelease {found.edition}"))


def _figure(figure: Figure, catalogue: Mapping[str, Any], lang: Lang) -> str:
    unit = catalogue["units"][figure.unit][lang]
    status = catalogue["statuses"][figure.status][lang]
    value = f"{spoken(figure.value, lang)} {unit}" if figure.value is not None else unit
    spread = ", ".join(f"{name} {code}" for name, code in figure.dimensions.items())
    return f"{value} ({status})" + (f" [{spread}]" if spread else "")


def _print_estimate(call: Call, figure: Figure) -> None:
    if figure.estimate is None or figure.value is None:
        return
    known = spoken(figure.value, call.lang)
    later, low, high = (
        spoken(value, call.lang) for value in (figure.estimate.final, figure.estimate.low, figure.estimate.high)
    )
    call.say(
        Text(
            f"    Nog niet compleet: {known} bekend; naar schatting worden het er {later} ({low} tot {high}).",
            f"    Not complete yet: {known} known; by estimate it will come to {later} ({low} to {high}).",
        )
    )


def _print_deliveries(call: Call, found: Explanation) -> None:
    call.say(Text("\nRust op deze aanleveringen", "\nRests on these deliveries"), style="bold")
    if not found.deliveries:
        call.say(Text("  geen", "  none"))
    for entry in found.deliveries:
        verdict = Verdict(entry["verdict"]).label.within(call.lang)
        codes = ", ".join(entry["checks_with_findings"]) or "-"
        call.say(
            Text(
                f"  {entry['session']}: {verdict}; controles met bevindingen: {codes}",
                f"  {entry['session']}: {verdict}; checks with findings: {codes}",
            )
        )
