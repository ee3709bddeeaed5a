"""`graadmeter mark`: in which releases the figures are that a citation names by their mark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.cli.help.page import Entry, Page
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.text import Text
from graadmeter.release.read import editions
from graadmeter.site.reading import read_release
from graadmeter.store.workspace import load

PAGE = Page(
    "mark",
    "KENMERK",
    Text("Zoekt de uitgaven bij een kenmerk.", "Finds the releases with a mark."),
    Text(
        "Een pagina over één cijfer noemt het kenmerk van haar cijfers: acht tekens die alleen veranderen als er een "
        "cijfer verandert. Deze opdracht zegt in welke uitgaven die cijfers precies zo staan, en van welk onderwerp "
        "zij zijn. Uitgangscode 2 als geen uitgave het kenmerk heeft.",
        "A page about one figure names the mark of its figures: eight characters that change only when a figure "
        "changes. This command says in which releases those figures are exactly so, and which subject they are of. "
        "Exit code 2 when no release has the mark.",
    ),
    arguments=(Entry("KENMERK", Text("Zoals het onder aan de pagina staat.", "As at the foot of the page.")),),
    examples=(
        Entry(
            "graadmeter mark 4f2a91c0",
            Text("Uit een verwijzing in een krant of nota.", "From a citation in a newspaper or a paper."),
        ),
    ),
)


def mark(mark: str, /, *, call: Annotated[Call, Parameter(parse=False)]) -> None:
    """Prints a line for each release with the mark."""
    workspace = load(call.place)
    wanted = mark.strip().casefold()
    known: set[str] = set()
    found = False
    for edition in editions(workspace.releases):
        for one, title in _marks(workspace.releases / edition):
            known.add(one)
            if one == wanted:
                found = True
                call.say(Text(f"{edition}: {title.nl}", f"{edition}: {title.en}"))
    if not found:
        raise UnknownNameError(Text("Het kenmerk", "mark"), mark, sorted(known))


def _marks(release: Path) -> Iterator[tuple[str, Text]]:
    published = read_release(release)
    for name, definition in published.definitions.items():
        yield published.marks[name], definition.title
