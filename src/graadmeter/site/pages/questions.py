"""The questions that the monitor was made for: an overview, and a page for each with all municipalities."""

from collections.abc import Iterator, Sequence

from graadmeter.site.addresses import Addresses, download
from graadmeter.site.area_table import Figures, municipalities_table
from graadmeter.site.area_words import AreaWords
from graadmeter.site.lead import answer, plain
from graadmeter.site.page import Page, Site
from graadmeter.site.questions import Question, answered
from graadmeter.site.render import word


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """A page for every question that the release has figures for; none when it has none."""
    known = answered(site)
    for question, columns in known:
        yield _page(site, (question, columns), [one for one, _ in known], to, other)


def links(site: Site, to: Addresses) -> list[tuple[str, str, str]]:
    """Title, question and page of every question with figures."""
    return [
        (question.title.within(to.lang), question.intro.within(to.lang), to.question(question.name.within(to.lang)))
        for question, _ in answered(site)
    ]


def _page(
    site: Site, asked: tuple[Question, Sequence[Figures]], known: Sequence[Question], to: Addresses, other: Addresses
) -> Page:
    question, columns = asked
    lang, words = to.lang, AreaWords(to.lang)
    title, intro = question.title.within(lang), question.intro.within(lang)
    table = municipalities_table(site, columns, to, (words.of("all_towns", title=title), word(lang, "municipality")))
    ids = list(dict.fromkeys(column.subject.definition.id for column in columns))
    values = {
        "trail": [(word(lang, "nav_providers"), to.listing("providers")), (title, "")],
        "w": words,
        "heading": title,
        "intro": intro,
        "answers": _answers(site, columns, to),
        "table": table,
        "files": [(next(c for c in columns if c.subject.definition.id == one), download(one)) for one in ids],
        "choices": [
            (one.title.within(lang), to.question(one.name.within(lang)), one.name == question.name) for one in known
        ],
    }
    path, twin = (one.question(question.name.within(one.lang)) for one in (to, other))
    return Page(path, twin, "question.html", lang, title, intro, "providers", values)


def _answers(site: Site, columns: Sequence[Figures], to: Addresses) -> list[tuple[str, str]]:
    """The region's answer by every indicator asked for: its sentence, or the reason why there is none, and its page."""
    found = []
    for subject in {column.subject.definition.id: column.subject for column in columns}.values():
        context = site.context(subject, to.lang)
        value = subject.datum(subject.lead, context.area, subject.latest)
        said = plain(list(answer(context, context.area, value))) if value.shown else value.text(to.lang)
        found.append((context.title, said if value.shown else f"{context.title}: {said}."))
    return found
