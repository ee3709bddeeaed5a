"""The overview of themes and a page per theme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graadmeter.charts.numbers import listing
from graadmeter.site.addresses import Addresses
from graadmeter.site.area_table import AreaTable, Figures, municipalities_table
from graadmeter.site.area_words import AreaWords
from graadmeter.site.course import course
from graadmeter.site.lead import Segment, lead
from graadmeter.site.page import Page, Site
from graadmeter.site.period_words import period_label
from graadmeter.site.render import word
from graadmeter.site.status_words import remark
from graadmeter.site.subject import Subject
from graadmeter.site.ui_words import theme_intro, theme_title


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """An indicator in a list: its name, answer and small picture."""

    title: str
    target: str
    lead: list[Segment]
    picture: str
    span: str
    remark: str
    """The status of a figure that is not final, in words."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its indicators, and on its own page the table of municipalities."""

    id: str
    title: str
    intro: str
    rows: tuple[ThemeRow, ...]
    table: AreaTable | None = None
    left_out: str = ""
    """Why some figures of the theme are not in that table."""
    waiting: tuple[tuple[str, str], ...] = ()
    """Names and pages of figures that nobody has delivered yet."""

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Names and pages of all figures of the theme, those without a delivery last."""
        return (*((row.title, row.target) for row in self.rows), *self.waiting)


def pages(site: Site, to: Addresses, other: Addresses) -> Iterator[Page]:
    """The overview, then a page for each theme."""
    themes = list_themes(site, to)
    words = (word(to.lang, "nav_themes"), word(to.lang, "themes_lead", region=site.published.region.name))
    paths = (to.listing("themes"), other.listing("themes"))
    yield _page(paths, words, themes, to, [(words[0], "")])
    for theme in themes:
        paths = (to.theme(theme.id), other.theme(theme.id))
        trail = [(words[0], to.listing("themes")), (theme.title, "")]
        yield _page(paths, (theme.title, theme.intro), [_with_table(site, theme, to)], to, trail)


def list_themes(site: Site, to: Addresses) -> list[Theme]:
    """Every theme with its indicators, in order."""
    found: dict[str, list[Subject]] = {}
    for subject in site.every_subject:
        found.setdefault(subject.definition.theme, []).append(subject)
    return [_theme(site, name, subjects, to) for name, subjects in found.items()]


def _theme(site: Site, name: str, subjects: list[Subject], to: Addresses) -> Theme:
    return Theme(
        name,
        theme_title(name).within(to.lang),
        theme_intro(name).within(to.lang),
        tuple(_row(site, subject, to) for subject in subjects if subject.delivered),
        waiting=tuple(
            (subject.definition.title.within(to.lang), to.indicator(subject.definition.id))
            for subject in subjects
            if not subject.delivered
        ),
    )


def _page(
    paths: tuple[str, str], words: tuple[str, str], themes: Sequence[Theme], to: Addresses, trail: list[tuple[str, str]]
) -> Page:
    values = {"trail": trail, "w": AreaWords(to.lang), "heading": words[0], "intro": words[1], "themes": themes}
    return Page(*paths, "themes.html", to.lang, words[0], words[1], "themes", values)


def _row(site: Site, subject: Subject, to: Addresses) -> ThemeRow:
    context = site.context(subject, to.lang)
    picture, span = course(context)
    last = subject.datum(subject.main, context.area, subject.latest)
    return ThemeRow(
        title=context.title,
        target=to.indicator(subject.definition.id),
        lead=lead(context),
        picture=picture,
        span=span or period_label(subject.latest, to.lang),
        remark=remark(last.status, to.lang),
    )


def _with_table(site: Site, theme: Theme, to: Addresses) -> Theme:
    """The theme with its figures that can be compared between municipalities, and a word on the others."""
    own = [subject for subject in site.every_subject if subject.definition.theme == theme.id]
    compared = [Figures(subject, subject.main) for subject in own if subject.comparable]
    if not compared:
        return theme
    names = [subject.definition.title.within(to.lang) for subject in own if not subject.comparable]
    left_out = word(to.lang, "rug_left_out", names=listing(names, to.lang)) if names else ""
    words = (f"{word(to.lang, 'rug_title')}: {theme.title}", word(to.lang, "municipality"))
    return replace(theme, table=municipalities_table(site, compared, to, words), left_out=left_out)
