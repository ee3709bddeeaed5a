"""A page before it is written: its address, its words and what its template shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graadmeter.charts.borders import Borders
from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.figures.context import Context
from graadmeter.site.published import Published
from graadmeter.site.settings import NOTHING_CHOSEN, Settings
from graadmeter.site.subject import Subject
from graadmeter.site.theme_of import place_of


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language."""

    path: str
    twin: str
    """The same page in the other language."""
    template: str
    lang: Lang
    title: str
    description: str
    """One sentence for search engines and link previews."""
    section: str
    """Which item of the navigation is the current one; '' for none."""
    values: Mapping[str, object] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    """Script files of our own that the page can do without."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The indicators of a release to show, in the order of themes."""

    every: tuple[str, ...]
    whole: tuple[str, ...]
    """Those with a figure as a whole."""


@dataclass(frozen=True)
class Site:
    """The release to show and the borders of its municipalities, if there are any."""

    published: Published
    borders: Borders | None = None
    listed: Listed | None = None
    """Which indicators there are to show, where that is known already."""
    settings: Settings = NOTHING_CHOSEN

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Every indicator with a figure as a whole, in the order of themes."""
        if self.listed is not None:
            return self._named(self.listed.whole)
        return tuple(subject for subject in self.every_subject if not subject.in_parts)

    @cached_property
    def every_subject(self) -> tuple[Subject, ...]:
        """Every indicator that has figures, also those that are given in parts only, in the order of themes."""
        if self.listed is not None:
            return self._named(self.listed.every)
        found = [Subject(self.published, definition) for definition in self.published.definitions.values()]
        return tuple(sorted((subject for subject in found if subject.latest), key=_order))

    def _named(self, names: tuple[str, ...]) -> tuple[Subject, ...]:
        return tuple(Subject(self.published, self.published.definitions[name]) for name in names)

    def context(self, subject: Subject, lang: Lang, chosen: Area | None = None) -> Context:
        """What figures need to know on a page of this indicator."""
        return Context(subject, lang, chosen, self.borders)


def listed(site: Site) -> Listed:
    """Which indicators a site shows."""
    every, whole = ([one.definition.id for one in found] for found in (site.every_subject, site.subjects))
    return Listed(tuple(every), tuple(whole))


def _order(subject: Subject) -> tuple[int, str, bool, str]:
    return place_of(subject.definition.id, subject.definition.theme)


def languages() -> tuple[tuple[Addresses, Addresses], ...]:
    """Each language's addresses with those of the other."""
    dutch, english = Addresses(Lang.NL), Addresses(Lang.EN)
    return ((dutch, english), (english, dutch))
