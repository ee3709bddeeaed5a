"""The search page: everything from A to Z, which a small script filters and ranks."""

from collections.abc import Iterator
from itertools import groupby

from graadmeter.site.addresses import Addresses, slug
from graadmeter.site.finding_words import FINDING
from graadmeter.site.page import Page, Site
from graadmeter.site.render import word
from graadmeter.site.search_entries import Entry, by_letter, entries, letters_path

SCRIPT = "assets/search.js"


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The one page."""
    lang, title = to.lang, word(to.lang, "search")
    letters = [(letter, list(found)) for letter, found in groupby(entries(site, to), key=_letter)]
    said = {name: FINDING[f"search_{name}"].within(lang) for name in ("none", "one", "many", "part", "in")}
    values: dict[str, object] = {"trail": [(title, "")], "letters": letters, "said": said}
    values |= {"wijken": letters_path(lang), "apart": "".join(by_letter(site, to))}
    paths = (to.page("search"), other.page("search"))
    yield Page(*paths, "search.html", lang, title, word(lang, "search_lead"), "search", values, (SCRIPT,))


def _letter(entry: Entry) -> str:
    first = slug(entry.title)[:1].upper()
    return first if first.isalpha() else "0-9"
