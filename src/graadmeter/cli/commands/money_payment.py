"""`graadmeter money payment`: what output-based payment would have meant for providers."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.table import Table

from graadmeter.cli.chosen import chosen_area, chosen_year
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.cli.money_tables import INSIDE, euros, law_of, percent, print_csv, table
from graadmeter.cli.numbers import spoken
from graadmeter.cli.tariffs import read_tariffs
from graadmeter.domain.areas import Level
from graadmeter.domain.text import Lang, Text
from graadmeter.measure.money.replay import replayed
from graadmeter.measure.money.scope import Scope
from graadmeter.processing.analysis import analysed
from graadmeter.statistics.output_payment import Result, mean_tariffs, simulate
from graadmeter.store.workspace import load

FEW = 10
"""Trajectories below which the margin and the chance of loss say nothing; own rule."""

_NAMES = ("groep", "naam", "trajecten", "nu", "per_resultaat", "verschil", "laag", "hoog", "kans_op_verlies")
_CENTS = 100


def money_payment(
    area: str = "",
    /,
    *,
    year: int = 0,
    law: str = "jeugdwet",
    tariffs: Path | None = None,
    seed: int = 1,
    csv: bool = False,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints the outcome per provider and per profile, or both as CSV."""
    workspace = load(call.place)
    place, when = chosen_area(area, workspace.region), chosen_year(year, workspace.region)
    own = {} if tariffs is None else read_tariffs(tariffs)
    scope = Scope("" if place.level is Level.REGION else place.code, law_of(law))
    with logbook_of(workspace, "money payment").step("tellen-onbeschermd", "trajecten"), analysed(workspace) as engine:
        trajectories = replayed(engine, when, scope)
    sums = mean_tariffs(trajectories) | own
    found = {by: simulate(trajectories, sums, by=by, seed=seed) for by in ("provider", "profile")}
    if csv:
        rows = [_row(group, one) for group, by in _GROUPS for one in found[by]]
        print_csv(call, rows, _NAMES)
        return
    call.warn(INSIDE)
    call.say(
        Text(
            f"{place.name}, {when}: {len(trajectories)} beëindigde trajecten, bedragen in euro",
            f"{place.name}, {when}: {len(trajectories)} ended trajectories, amounts in euros",
        )
    )
    names = workspace.region.providers
    call.show(_table(call.lang, Text("aanbieder", "provider"), found["provider"], lambda name: names.get(name, name)))
    call.show(_table(call.lang, Text("profiel", "profile"), found["profile"], str))
    call.say(
        Text(
            "De marge is 95%, door telkens andere trajecten te trekken; de kans is die op meer dan 5% verlies. "
            f"Onder de {FEW} trajecten zijn beide weggelaten.",
            "The margin is 95%, from drawing other trajectories again and again; the chance is of a loss above 5%. "
            f"Below {FEW} trajectories both are left out.",
        )
    )


_GROUPS = (("aanbieder", "provider"), ("profiel", "profile"))


def _row(group: str, one: Result) -> dict[str, object]:
    enough = one.trajectories >= FEW
    figures = (one.by_effort, one.by_output, one.difference, one.low if enough else None, one.high if enough else None)
    amounts = [None if value is None else round(value, 2) for value in figures]
    chance = round(one.chance_of_loss, 3) if enough else None
    return dict(zip(_NAMES, (group, one.name, one.trajectories, *amounts, chance), strict=True))


def _table(lang: Lang, title: Text, results: Sequence[Result], name: Callable[[str], str]) -> Table:
    titles = (
        title,
        Text("aantal", "number"),
        Text("nu", "now"),
        Text("verschil", "difference"),
        Text("marge", "margin"),
        Text("kans", "chance"),
    )
    made = table(lang, titles)
    for one in results:
        enough = one.trajectories >= FEW
        margin = f"{euros(one.low * _CENTS, lang)} .. {euros(one.high * _CENTS, lang)}" if enough else "-"
        amounts = (euros(value * _CENTS, lang) for value in (one.by_effort, one.difference))
        chance = percent(one.chance_of_loss, lang) if enough else "-"
        made.add_row(name(one.name), spoken(one.trajectories, lang), *amounts, margin, chance)
    return made
