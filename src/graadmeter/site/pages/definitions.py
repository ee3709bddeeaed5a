"""The page with every definition, in plain words and exactly, and what the statuses mean."""

from collections.abc import Iterable, Iterator

from graadmeter.domain.text import Lang, Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.counting import source_words
from graadmeter.site.page import Page, Site
from graadmeter.site.render import word
from graadmeter.site.status_words import meanings
from graadmeter.site.subject import Subject

_DIRECTION = {1: "direction_up", -1: "direction_down", 0: "direction_none"}


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The one page."""
    title = word(to.lang, "definitions")
    subjects = site.every_subject
    rules = _told(site.published.rules, to.lang)
    values = {
        "trail": [(title, "")],
        "contents": [
            *((subject.definition.title.within(to.lang), subject.definition.id) for subject in subjects),
            *([(word(to.lang, "rules"), "rules")] if rules else []),
            (word(to.lang, "statuses"), "statuses"),
        ],
        "entries": [_entry(site, subject, to) for subject in subjects],
        "rules": rules,
        "causes": _told(site.published.causes, to.lang),
        "statuses": [
            (status.label.within(to.lang), text.within(to.lang))
            for status, text in meanings(site.published.off).items()
        ],
    }
    paths = (to.page("definitions"), other.page("definitions"))
    yield Page(*paths, "definitions.html", to.lang, title, word(to.lang, "definitions_lead"), "about", values)


def _told(texts: Iterable[tuple[Text, Text]], lang: Lang) -> list[tuple[str, str]]:
    return [(title.within(lang), text.within(lang)) for title, text in texts]


def _entry(site: Site, subject: Subject, to: Addresses) -> dict[str, object]:
    definition, lang = subject.definition, to.lang
    context = site.context(subject, lang)
    dimensions = dict.fromkeys(name for series in definition.series for name in series.breakdowns)
    return {
        "id": definition.id,
        "title": definition.title.within(lang),
        "target": to.indicator(definition.id),
        "plain": definition.counts_what.within(lang),
        "exact": definition.definition.within(lang),
        "says_not": definition.says_not.within(lang),
        "units": "; ".join(dict.fromkeys(context.unit_words(series) for series in definition.series)),
        "levels": ", ".join(level.label.within(lang) for level in definition.levels),
        "dimensions": ", ".join(site.published.dimensions[name].within(lang) for name in dimensions),
        "direction": word(lang, _DIRECTION[definition.polarity]),
        "source": source_words(definition, lang),
        "version": definition.version,
    }
