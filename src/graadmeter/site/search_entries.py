"""What can be found: every figure, theme, municipality, wijk and explanation, with the words that find it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.catalogue.search_words import search_words
from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses, slug
from graadmeter.site.many import many
from graadmeter.site.page import Site
from graadmeter.site.questions import answered
from graadmeter.site.render import word
from graadmeter.site.ui_words import theme_intro, theme_title
from graadmeter.site.wijk_places import wijk_names

_PAGES = {
    "compare": "compare",
    "definitions": "definitions",
    "about": "nav_about",
    "about-data": "about_data",
    "about-protection": "about_protection",
    "accessibility": "accessibility",
    "stacking": "nav_stacking",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    title: str
    target: str
    kind: str
    """figure (that has a page per municipality), municipality, or '' for anything else."""
    told: str
    """What it is, in words."""
    words: str
    """Words that find it beside those of its title."""
    best: str = ""
    """The words that mean this first of all."""
    slug: str = ""
    """Of a municipality: how the pages of its figures are called."""


def entries(site: Site, to: Addresses) -> list[Entry]:
    """Everything, in order of title."""
    found = [*_figures(site, to), *_themes(site, to), *_areas(site, to), *_questions(site, to), *_pages(to)]
    return sorted(found, key=lambda one: (slug(one.title), one.target))


def _figures(site: Site, to: Addresses) -> Iterator[Entry]:
    for subject in site.every_subject:
        definition, lang = subject.definition, to.lang
        theme = theme_title(definition.theme).within(lang)
        told, title = f"{word(lang, 'kind_figure')} · {theme}", definition.title.within(lang)
        words = (_words(lang, indicator=definition.id), _words(lang, first=definition.id))
        kind = "figure" if subject.by_municipality else ""
        yield Entry(title, to.indicator(definition.id), kind, told, *words)


def _themes(site: Site, to: Addresses) -> Iterator[Entry]:
    for theme in dict.fromkeys(subject.definition.theme for subject in site.every_subject):
        told = word(to.lang, "kind_theme")
        intro = theme_intro(theme).within(to.lang)
        yield Entry(theme_title(theme).within(to.lang), to.theme(theme), "", told, intro)


def _areas(site: Site, to: Addresses) -> Iterator[Entry]:
    for area in site.published.municipalities:
        target, told = to.municipality(area.name), word(to.lang, "kind_municipality")
        yield Entry(area.name, target, "municipality", told, area.code, slug=slug(area.name))
        if not apart(site):
            yield from _wijken(site, area, to)


def _wijken(site: Site, area: Area, to: Addresses) -> Iterator[Entry]:
    wijken = site.published.wijken(area.code)
    names = wijk_names(wijken)
    for wijk in wijken:
        page = to.wijk(area.name, names[wijk.code])
        yield Entry(wijk.name, page, "", word(to.lang, "kind_wijk", area=area.name), wijk.code)


def apart(site: Site) -> bool:
    """Whether wijken are fetched by letter instead of standing on the search page: a nation has thousands."""
    return many(site.published.municipalities)


def letters_path(lang: Lang) -> str:
    """The folder of the files with wijken by letter, in a language."""
    return f"search/{lang.value}"


def letter_files(site: Site, lang: str) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of a file per letter: title, page and description of the wijken with a word that begins with it.

    None when the search page holds them itself. They are scripts that hand over data, as those of the compare page.
    """
    to = Addresses(Lang(lang))
    for letter, found in by_letter(site, to).items():
        text = json.dumps(sorted(found), ensure_ascii=False, separators=(",", ":"))
        yield f"{letters_path(to.lang)}/{letter}.js", f"graadmeterWijken({text});\n".encode()


def by_letter(site: Site, to: Addresses) -> dict[str, list[list[str]]]:
    """What these files hold, by letter, in order; empty when the search page holds the wijken itself."""
    found: dict[str, list[list[str]]] = {}
    for area in site.published.municipalities if apart(site) else ():
        for entry in _wijken(site, area, to):
            for letter in {part[0] for part in slug(entry.title).split("-") if part}:
                found.setdefault(letter, []).append([entry.title, entry.target, entry.told])
    return dict(sorted(found.items()))


def _questions(site: Site, to: Addresses) -> Iterator[Entry]:
    for question, _ in answered(site):
        page = to.question(question.name.within(to.lang))
        yield Entry(question.title.within(to.lang), page, "", question.intro.within(to.lang), "")


def _pages(to: Addresses) -> Iterator[Entry]:
    for page, name in _PAGES.items():
        words = _words(to.lang, page=page)
        yield Entry(word(to.lang, name), to.page(page), "", word(to.lang, "kind_page"), words)


def _words(lang: Lang, *, indicator: str = "", first: str = "", page: str = "") -> str:
    own = [
        group.within(lang)
        for group in search_words().values()
        if indicator in group.indicators or page in group.pages or first in group.indicators[:1]
    ]
    return ", ".join(dict.fromkeys(one for words in own for one in words))
