"""What stands on a long page, as links to its headings: short names, since headings here are whole sentences."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graadmeter.charts.figure import Figure
from graadmeter.domain.text import Text
from graadmeter.site.figures.breakdowns import id_of, told_apart
from graadmeter.site.figures.context import Context

Links = list[tuple[str, str]]
"""What a part of the page is called, and its id."""

_FEWEST = 3
"""With fewer parts there is no list: the page is short."""

_NAMES = {
    "per-jaar": Text("Per jaar", "By year"),
    "per-kwartaal": Text("Per kwartaal", "By quarter"),
    "verloop-per-deel": Text("Verloop van elk deel", "Course of each part"),
    "verloop-per-gemeente": Text("Verloop per gemeente", "Course by municipality"),
    "gemeenten": Text("Gemeenten vergeleken", "Municipalities compared"),
    "wijken": Text("Wijken vergeleken", "Neighbourhoods compared"),
    "kaart": Text("Kaart van de gemeenten", "Map of the municipalities"),
    "kaart-wijken": Text("Kaart van de wijken", "Map of the neighbourhoods"),
    "trechter": Text("Gemeenten naar grootte", "Municipalities by size"),
    "instroom-uitstroom": Text("Instroom en uitstroom", "Inflow and outflow"),
    "naar-aanbieder": Text("Grootste aanbieders", "Largest providers"),
}
"""By id of the figure."""

_OTHERS = {
    "aims": Text("Eigen streefwaarden", "Targets of its own"),
    "voices": Text("Wat gemeenten zelf zeggen", "What municipalities say"),
    "evaluation": Text("Wat veranderde, wat bespaarde het?", "What changed, what did it save?"),
    "measures": Text("Alle maten", "All measures"),
    "caveats": Text("Let op bij het lezen", "Mind when reading"),
    "difference": Text("Verschil met CBS en begroting", "Difference with CBS and budget"),
    "exact": Text("Zo is het precies geteld", "How exactly it is counted"),
}
"""By id of the other parts of an indicator's page, in their order."""

_BY = Text("Naar {dimension}", "By {dimension}")
_HEADING = re.compile(r"<h2(?: id=\"([^\"]+)\")?>(.*?)</h2>")


def of_indicator_page(context: Context, figures: Sequence[Figure], missing: Sequence[str]) -> Links:
    """The figures of an indicator's page and its other parts, but for those with an id among `missing`."""
    found = [(_name(context, figure), figure.id) for figure in figures]
    found += [(context.say(name), part) for part, name in _OTHERS.items() if part not in missing]
    return found if len(found) >= _FEWEST else []


def _name(context: Context, figure: Figure) -> str:
    if figure.id in _NAMES:
        return context.say(_NAMES[figure.id])
    for series in context.subject.definition.series:
        for dimension in series.breakdowns:
            if told_apart(dimension, series) and figure.id == id_of(dimension, series):
                name = _NAMES.get(f"naar-{dimension}")
                return f"{context.say(name) if name else _by(context, dimension)}: {context.fixed_words(series)}"
    return _by(context, figure.id.removeprefix("naar-").replace("-", "_")) or figure.title


def _by(context: Context, dimension: str) -> str:
    words = context.published.dimensions.get(dimension)
    return context.say(_BY).format(dimension=context.say(words)) if words else ""


@dataclass(frozen=True, slots=True)
class Parted:
    """A page of prose, cut before its first heading, with what can be found on it."""

    opening: Markup
    rest: Markup
    links: Links


def parted(prose: Markup) -> Parted:
    """The prose with an id on each heading of the second level; no list of them where there are few."""
    links: Links = []
    text = _HEADING.sub(_numbered(links), str(prose))
    at = text.find("<h2")
    cut = at if at >= 0 else len(text)
    shown = links if len(links) >= _FEWEST else []
    return Parted(Markup(text[:cut]), Markup(text[cut:]), shown)  # noqa: S704  HTML of our own templates


def _numbered(links: Links) -> Callable[[re.Match[str]], str]:
    def heading(found: re.Match[str]) -> str:
        own, words = found[1], found[2]
        name = own or f"part-{len(links) + 1}"
        links.append((Markup(words).striptags(), name))  # noqa: S704
        return f'<h2 id="{name}">{words}</h2>'

    return heading
