"""`graadmeter mark`: in which releases the figures are that a citation names by their mark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from graadmeter.cli.console import Call
from graadmeter.domain.errors import UnknownNameError
from graadmeter.domain.text import Text
from graadmeter.release.read import editions
from graadmeter.site.reading import read_release
from graadmeter.store.workspace import load


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
