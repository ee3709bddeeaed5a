"""The choice of municipalities, with all of them side by side; then the profile of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.site.addresses import Addresses
from graadmeter.site.area_table import rug
from graadmeter.site.area_words import AreaWords
from graadmeter.site.page import Page, Site
from graadmeter.site.pages.profile import profile
from graadmeter.site.render import word


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as a tile: its name, page, and column and row from 1."""

    name: str
    target: str
    column: int
    row: int


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The overview, then a profile for each municipality."""
    heading = word(to.lang, "nav_municipalities")
    intro = word(to.lang, "municipalities_lead", region=site.published.region.name)
    words = AreaWords(to.lang)
    values: dict[str, object] = {
        "trail": [(heading, "")],
        "w": words,
        "heading": heading,
        "intro": intro,
        "places": places(site, to),
        "table": rug(site, to, (words.of("rug"), words.of("figure"))),
    }
    paths = (to.listing("municipalities"), other.listing("municipalities"))
    yield Page(*paths, "municipalities.html", to.lang, heading, intro, "municipalities", values)
    for area in site.published.municipalities:
        yield profile(site, area, to, other)


def places(site: Site, to: Addresses) -> list[Place]:
    """The municipalities as tiles, by name."""
    areas = site.published.municipalities
    left, top = min(area.tile[0] for area in areas), min(area.tile[1] for area in areas)
    return [
        Place(area.name, to.municipality(area.name), area.tile[0] - left + 1, area.tile[1] - top + 1) for area in areas
    ]
