"""Holds a site against one that was made anew from its release: not a byte on the web may come from anywhere else.

A release was attacked before it was published, and a site is made from a release only. So a figure in a workbook, a
chart, a sentence, a feed or the index of the search page that does not follow from the release was never attacked. No
format is taken apart here, so that there is none in which something can hide.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graadmeter.domain.text import Text

_TEXT = (".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt", ".md")


class Odd(StrEnum):
    """What is the matter with a file."""

    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"

    @property
    def label(self) -> Text:
        """The words a reader sees."""
        return _WORDS[self]


_WORDS = {
    Odd.CHANGED: Text("er staat iets anders in dan uit de uitgave volgt", "it holds what does not follow"),
    Odd.MISSING: Text("ontbreekt", "is missing"),
    Odd.ADDED: Text("hoort niet bij de site", "does not belong to the site"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One file that is not what it should be; of text the first line that differs, else 0. What it says is not told."""

    path: str
    odd: Odd
    line: int = 0


def differences(site: Path, fresh: Path) -> Iterator[Difference]:
    """Every file of `site` that is not byte for byte the one in `fresh`, by path."""
    here, there = ({str(path.relative_to(folder)) for path in _files(folder)} for folder in (site, fresh))
    for path in sorted(here | there):
        if path not in here:
            yield Difference(path, Odd.MISSING)
        elif path not in there:
            yield Difference(path, Odd.ADDED)
        elif (found := (site / path).read_bytes()) != (wanted := (fresh / path).read_bytes()):
            yield Difference(path, Odd.CHANGED, _line(found, wanted) if path.endswith(_TEXT) else 0)


def _files(folder: Path) -> Iterator[Path]:
    """Everything but folders; a link to elsewhere is a file that does not belong."""
    return (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())


def _line(found: bytes, wanted: bytes) -> int:
    pairs = zip(found.split(b"\n"), wanted.split(b"\n"), strict=False)
    return next((number for number, (one, other) in enumerate(pairs, 1) if one != other), 0)
