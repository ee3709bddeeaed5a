"""The start page: what goes on in ten facts, the choice of a municipality, the themes."""

from collections.abc import Iterator

from graadmeter.site.addresses import Addresses
from graadmeter.site.facts import facts
from graadmeter.site.page import Page, Site
from graadmeter.site.pages.municipalities import places
from graadmeter.site.pages.themes import list_themes
from graadmeter.site.period_words import period_phrase
from graadmeter.site.render import word

_LINKS = 4
"""So many figures of a theme are named; the others are on its own page."""


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The one page."""
    lang, published = to.lang, site.published
    until = word(lang, "figures_until", period=period_phrase(published.last_quarter, lang))
    values = {
        "facts": facts(site, to),
        "places": places(site, to),
        "themes": list_themes(site, to),
        "shown": _LINKS,
        "chips": [(until, ""), (word(lang, "recent_provisional"), "provisional")],
    }
    intro = word(lang, "home_lead", n=len(published.municipalities))
    yield Page(to.page("home"), other.page("home"), "home.html", lang, word(lang, "home_short"), intro, "", values)
