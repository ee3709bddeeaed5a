"""A page before it is written: its address, its words and what its template shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graadmeter.charts.outlines import Outlines
from graadmeter.domain.areas import Area
from graadmeter.domain.text import Lang
from graadmeter.site.addresses import Addresses
from graadmeter.site.figures.context import Context
from graadmeter.site.published import Published
from graadmeter.site.subject import Subject


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


@dataclass(frozen=True)
class Site:
    """The release to show and the borders of its municipalities, if there are any."""

    published: Published
    outlines: Outlines | None = None

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        """Every indicator that has figures, in the order of themes."""
        found = [Subject(self.published, definition) for definition in self.published.definitions.values()]
        return tuple(sorted((subject for subject in found if subject.latest), key=_order))

    def context(self, subject: Subject, lang: Lang, chosen: Area | None = None) -> Context:
        """What figures need to know on a page of this indicator."""
        return Context(subject, lang, chosen, self.outlines)


_THEMES = ("jeugd", "wmo", "sociaal_domein")
_FIRST = ("jeugdhulp", "wmo_clienten", "stapeling")


def _order(subject: Subject) -> tuple[int, str, bool, str]:
    theme, name = subject.definition.theme, subject.definition.id
    place = _THEMES.index(theme) if theme in _THEMES else len(_THEMES)
    return (place, theme, name not in _FIRST, name)


def languages() -> tuple[tuple[Addresses, Addresses], ...]:
    """Each language's addresses with those of the other."""
    dutch, english = Addresses(Lang.NL), Addresses(Lang.EN)
    return ((dutch, english), (english, dutch))
