"""The mark of the figures of an indicator: it is the same in two releases when, and only when, the figures are.

A page about one indicator names this mark where others name their release. So it stays the same, to the byte, in a
release in which nothing of that indicator changed, and what was cited can still be found: by its mark.
"""

import hashlib
from collections.abc import Iterator, Mapping

from graadmeter.site.interventions import SUBJECT
from graadmeter.site.page import Page
from graadmeter.site.published import Definition, Published
from graadmeter.site.tables import Tables

MARKS_FILE = "data/kenmerken.csv"
"""On the site: the marks of all indicators, with the release that they are of."""

_MARKED = ("cells", "completeness", "rule_comparison", "rules", "standings")
"""The tables of a release with figures of an indicator; the order is part of the mark."""

_EVALUATED = ("intervention_course", "interventions")
"""The tables with estimates that stand on the page about interventions."""

_LENGTH = 8


class Marks(Mapping[str, str]):
    """The mark of each indicator of a release: the first eight hexadecimal digits of a digest of all its figures."""

    def __init__(self, tables: Tables, indicators: Iterator[str]) -> None:
        self._tables = tables
        self._indicators = tuple(indicators)

    def __getitem__(self, indicator: str) -> str:
        if indicator not in self._indicators:
            raise KeyError(indicator)
        told = [f"{name} {self._tables.digest(name, indicator)}" for name in _MARKED]
        told += [f"{name} {self._tables.digest(name)}" for name in _EVALUATED if indicator == SUBJECT]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:_LENGTH]

    def __iter__(self) -> Iterator[str]:
        return iter(self._indicators)

    def __len__(self) -> int:
        return len(self._indicators)


def mark_of(published: Published, page: Page) -> str:
    """The mark of the figures on a page about one indicator; '' for other pages, which name their release."""
    definition = page.values.get("definition")
    return published.marks.get(definition.id, "") if isinstance(definition, Definition) else ""


def marks_file(published: Published) -> tuple[str, bytes]:
    """Path and bytes of the list of all marks."""
    lines = [f"{name},{mark},{published.edition}\n" for name, mark in sorted(published.marks.items())]
    return MARKS_FILE, "".join(["indicator,mark,edition\n", *lines]).encode()
