"""About the figures: data and completeness, the release, protection, accessibility; the page for a wrong address."""

from collections.abc import Iterator

from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses, download
from graadmeter.site.day_words import day_label
from graadmeter.site.definition_changes import CHANGED_FILE
from graadmeter.site.definition_notes import definition_notes
from graadmeter.site.formats.offered import offered, whole
from graadmeter.site.lateness import quarters_table, receipts
from graadmeter.site.marks import MARKS_FILE
from graadmeter.site.page import Page, Site
from graadmeter.site.release_notes import notes
from graadmeter.site.render import word
from graadmeter.site.status_words import meanings


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The pages about the figures, and the page for an address that does not exist."""
    about = (word(to.lang, "nav_about"), to.page("about"))
    yield _prose("about", "about", [(about[0], "")], to, other)
    for name, text, title, values in (
        ("about-data", "data", "about_data", _data(site, to.lang)),
        ("about-release", "release", "about_release", _release(site, to)),
        ("about-protection", "protection", "about_protection", _protection(site, to.lang)),
        ("accessibility", "accessibility", "accessibility", {}),
    ):
        trail = [about, (word(to.lang, title), "")]
        yield _prose(name, text, trail, to, other, **values)
    paths = (to.page("missing"), other.page("missing"))
    words = (word(to.lang, "missing_title"), word(to.lang, "missing_lead"))
    yield Page(*paths, "missing.html", to.lang, *words, "")


def _prose(
    name: str, text: str, trail: list[tuple[str, str]], to: Addresses, other: Addresses, **values: object
) -> Page:
    title = trail[-1][0]
    paths = (to.page(name), other.page(name))
    return Page(*paths, "prose.html", to.lang, title, title, "about", {"trail": trail, "text": text, **values})


def _made(site: Site, lang: Lang) -> str:
    """The day on which the release was made, '' when it does not tell."""
    return day_label(site.published.day, lang) if site.published.day else ""


def _release(site: Site, to: Addresses) -> dict[str, object]:
    return {
        "notes": notes(site, to.lang),
        "definitions": definition_notes(site, to),
        "definitions_file": CHANGED_FILE,
        "made": _made(site, to.lang),
        "marks": [
            (site.published.definitions[name].title.within(to.lang), mark)
            for name, mark in site.published.marks.items()
        ],
        "marks_file": MARKS_FILE,
    }


def _data(site: Site, lang: Lang) -> dict[str, object]:
    return {
        "quarters": quarters_table(site, lang),
        "receipts": receipts(site, lang),
        "files": [
            (subject.definition.title.within(lang), download(subject.definition.id), offered(subject, lang))
            for subject in site.every_subject
        ],
        "whole": whole(lang),
    }


def _protection(site: Site, lang: Lang) -> dict[str, object]:
    """What the statuses of figures are called and mean, and how far rounded counts may be off."""
    off = site.published.off
    told = [(status.label.within(lang), text.within(lang)) for status, text in meanings(off).items()]
    return {"statuses": told, "off": off}
