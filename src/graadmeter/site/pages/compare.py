"""The compare page: what a reader chooses, side by side, by a small script; without it, where the tables are."""

from collections.abc import Iterator

from graadmeter.site.addresses import Addresses, download
from graadmeter.site.compare_data import index_path
from graadmeter.site.page import Page, Site
from graadmeter.site.render import word

_SCRIPTS = ("assets/compare-data.js", "assets/compare-show.js", "assets/compare.js")


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The one page."""
    title = word(to.lang, "compare")
    values = {
        "trail": [(title, "")],
        "files": [
            (one.definition.title.within(to.lang), to.indicator(one.definition.id), download(one.definition.id))
            for one in site.subjects
        ],
        "index": index_path(to.lang),
    }
    scripts = (*_SCRIPTS[:2], index_path(to.lang), _SCRIPTS[2])
    paths = (to.page("compare"), other.page("compare"))
    yield Page(*paths, "compare.html", to.lang, title, word(to.lang, "compare_lead"), "compare", values, scripts)
