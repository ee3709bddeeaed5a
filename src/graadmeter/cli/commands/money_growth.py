"""`graadmeter money growth`: why claimed spending changed between two years."""

from typing import Annotated

from cyclopts import Parameter

from graadmeter.catalogue.finality import stage_of
from graadmeter.cli.chosen import chosen_area, chosen_year
from graadmeter.cli.console import Call
from graadmeter.cli.logging import logbook_of
from graadmeter.cli.money_tables import INSIDE, euros, law_of, print_csv, table
from graadmeter.domain.areas import Level
from graadmeter.domain.finality import Stage
from graadmeter.domain.periods import parse_period
from graadmeter.domain.text import Text
from graadmeter.measure.money.growth import Growth, growth
from graadmeter.measure.money.scope import Scope
from graadmeter.processing.analysis import analysed
from graadmeter.statistics.bennet import PARTS
from graadmeter.store.workspace import load

CAUSES = {
    "nieuw": Text("nieuwe producten", "new products"),
    "beeindigd": Text("beëindigde producten", "ended products"),
    "clienten": Text("aantal cliënten", "number of clients"),
    "mix": Text("mix: welke producten, hoeveel per cliënt", "mix: which products, how many per client"),
    "eenheden": Text("eenheden per cliënt", "units per client"),
    "prijs": Text("prijs", "price"),
}
_SHOWN = 10


def money_growth(
    area: str = "",
    /,
    *,
    year: int = 0,
    before: int = 0,
    law: str = "",
    csv: bool = False,
    call: Annotated[Call, Parameter(parse=False)],
) -> None:
    """Prints the causes as a waterfall and the products that changed most, or all products as CSV."""
    workspace = load(call.place)
    region = workspace.region
    place, later = chosen_area(area, region), chosen_year(year, region)
    earlier = chosen_year(before or later - 1, region)
    scope = Scope("" if place.level is Level.REGION else place.code, law_of(law))
    with logbook_of(workspace, "money growth").step("tellen-onbeschermd", "uitgaven"), analysed(workspace) as engine:
        found = growth(engine, earlier, later, scope)
    if csv:
        rows = [{"product": one.product, "voor": one.before, "na": one.after, **one.parts} for one in found.products]
        print_csv(call, rows, ("product", "voor", "na", *PARTS))
        return
    call.warn(INSIDE)
    if stage_of(parse_period(f"{later}JJ00"), region.last_quarter) is not Stage.FINAL:
        call.warn(
            Text(
                f"{later} is nog niet definitief: er komen nog declaraties. Zie docs/time-and-money.md.",
                f"{later} is not final yet: claims are still to come. See docs/time-and-money.md.",
            )
        )
    call.say(Text(f"{place.name}, {earlier} naar {later}, euro", f"{place.name}, {earlier} to {later}, euros"))
    _show(call, found, earlier, later)


def _show(call: Call, found: Growth, earlier: int, later: int) -> None:
    lang = call.lang
    waterfall = table(lang, (Text("oorzaak", "cause"), Text("euro", "euros")))
    waterfall.add_row(str(earlier), euros(found.before, lang))
    for part in PARTS:
        waterfall.add_row(CAUSES[part].within(lang), euros(found.parts[part], lang))
    waterfall.add_row(str(later), euros(found.after, lang))
    call.show(waterfall)
    titles = (
        *(Text("product", "product"), Text("vooral door", "mostly by"), Text(str(earlier), str(earlier))),
        *(Text(str(later), str(later)), Text("verschil", "change")),
    )
    products = table(lang, titles, words=2)
    for one in sorted(found.products, key=lambda one: (-abs(one.after - one.before), one.product))[:_SHOWN]:
        most = max(PARTS, key=lambda part: abs(one.parts[part]))
        amounts = (one.before, one.after, one.after - one.before)
        products.add_row(one.product, CAUSES[most].within(lang), *(euros(amount, lang) for amount in amounts))
    call.show(products)
