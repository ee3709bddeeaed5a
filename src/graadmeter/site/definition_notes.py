"""What the page on the release says of definitions that are new, other or gone."""

from collections.abc import Iterator
from dataclasses import dataclass

from graadmeter.domain.text import Text
from graadmeter.site.addresses import Addresses
from graadmeter.site.page import Site

_KINDS = {
    "new": (
        Text(
            "Dit cijfer is nieuw en stond nog niet in de vorige uitgave:", "This figure is new since the last release:"
        ),
        Text(
            "Deze cijfers zijn nieuw en stonden nog niet in de vorige uitgave:",
            "These figures are new since the last release:",
        ),
    ),
    "version": (
        Text(
            "Dit cijfer heeft een andere definitie dan in de vorige uitgave:",
            "This figure has another definition than in the last release:",
        ),
        Text(
            "Deze cijfers hebben een andere definitie dan in de vorige uitgave:",
            "These figures have another definition than in the last release:",
        ),
    ),
    "gone": (
        Text("Dit cijfer staat niet meer in de uitgave:", "This figure is no longer in the release:"),
        Text("Deze cijfers staan niet meer in de uitgave:", "These figures are no longer in the release:"),
    ),
}
"""What is said of one definition, and of several."""


@dataclass(frozen=True, slots=True)
class DefinitionNote:
    """What happened, and to which indicators: what each is called, and the address of its page or ''."""

    words: str
    indicators: tuple[tuple[str, str], ...]


def definition_notes(site: Site, to: Addresses) -> tuple[DefinitionNote, ...]:
    """A note for each thing that happened to definitions; none when nothing did."""
    return tuple(_notes(site, to))


def _notes(site: Site, to: Addresses) -> Iterator[DefinitionNote]:
    pages = {subject.definition.id for subject in site.every_subject}
    for kind, (one, several) in _KINDS.items():
        mine = [change for change in site.published.definition_changes if change.change == kind]
        named = sorted(
            (change.title.within(to.lang), to.indicator(change.indicator) if change.indicator in pages else "")
            for change in mine
        )
        if named:
            yield DefinitionNote((one if len(named) == 1 else several).within(to.lang), tuple(named))
