"""Figures for other sites: each on a page of its own that may be framed, and as a Vega-Lite specification."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graadmeter.charts.figure import Figure
from graadmeter.charts.vega import vega_lite
from graadmeter.domain.areas import Area
from graadmeter.site.addresses import Addresses
from graadmeter.site.marks import mark_of
from graadmeter.site.page import Page, Site
from graadmeter.site.period_words import period_phrase
from graadmeter.site.published import Definition
from graadmeter.site.wording import word

_SHARED = "indicator.html"
"""The template of the pages whose figures are shared."""

_OF_ALL = ("gemeenten", "kaart")
"""Figures of all municipalities, which are the same wherever they stand but for a mark."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One figure as others can use it."""

    figure: Figure
    page: str
    vega: str


def shared(page: Page) -> list[Shared]:
    """The figures with a picture that can be used elsewhere; of a municipality those that are about itself."""
    if page.template != _SHARED:
        return []
    figures, chosen, definition = page.values["figures"], page.values["chosen"], page.values["definition"]
    if not isinstance(definition, Definition) or not isinstance(figures, Sequence):
        return []
    area = chosen.name if isinstance(chosen, Area) else ""
    places = [
        (figure, Addresses(page.lang).embed(definition.id, area, figure.id))
        for figure in figures
        if figure.wide and not (area and figure.id in _OF_ALL)
    ]
    return [Shared(figure, place, place.removesuffix(".html") + ".vl.json") for figure, place in places]


def embeds(page: Page) -> Iterator[Page]:
    """The pages of single figures of a page."""
    for one in shared(page):
        values = {
            "figure": one.figure, "whole_page": page.path, "whole_title": page.title,
            "definition": page.values["definition"],
        }  # fmt: skip
        yield Page(one.page, page.twin, "embed.html", page.lang, one.figure.title, one.figure.sentence, "", values)


def specifications(site: Site, page: Page) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the specifications of the figures of a page."""
    published = site.published
    period = period_phrase(published.last_quarter, page.lang)
    told = {"region": published.region.name, "period": period, "mark": mark_of(published, page)}
    source = word(page.lang, "embed_source", **told)
    for one in shared(page):
        content = json.dumps(vega_lite(one.figure, source), ensure_ascii=False, separators=(",", ":"))
        yield one.vega, f"{content}\n".encode()
